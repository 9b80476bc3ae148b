//! Regions and zones. Sources: regional endpoints of IBM's Python SDK 0.36.0
//! (API of 6 Oct 2026); default prefixes from the VPC addressing page of
//! 21 Aug 2026; tiers from the locations page.

use ipnet::Ipv4Net;
use std::fmt;
use std::net::Ipv4Addr;

/// A region that has VPC, with three zones.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// Its code, such as `us-south`.
    pub code: &'static str,
    /// Where it is.
    pub place: &'static str,
    /// Whether its zones share one campus.
    pub single_campus: bool,
    /// Second octet of the default prefixes, which are `10.n.0.0/18`,
    /// `10.n.64.0/18` and `10.n.128.0/18` for zones 1 to 3.
    octet: u8,
}

const fn region_of(code: &'static str, place: &'static str, octet: u8, single_campus: bool) -> Region {
    Region { code, place, single_campus, octet }
}

/// All regions, in IBM's order of continents.
pub static REGIONS: [Region; 13] = [
    region_of("us-south", "Dallas", 240, false),
    region_of("us-east", "Washington DC", 241, false),
    region_of("ca-tor", "Toronto", 249, false),
    region_of("ca-mon", "Montreal", 253, true),
    region_of("br-sao", "São Paulo", 250, false),
    region_of("eu-gb", "London", 242, false),
    region_of("eu-de", "Frankfurt", 243, false),
    region_of("eu-es", "Madrid", 251, false),
    region_of("jp-tok", "Tokyo", 244, false),
    region_of("jp-osa", "Osaka", 248, true),
    region_of("au-syd", "Sydney", 245, false),
    region_of("in-che", "Chennai", 254, true),
    region_of("in-mum", "Mumbai", 255, true),
];

/// The region with this code.
pub fn region(code: &str) -> Option<&'static Region> {
    REGIONS.iter().find(|r| r.code == code)
}

/// The zone with this name, such as `us-south-1`.
pub fn zone(name: &str) -> Option<Zone> {
    let (code, number) = name.rsplit_once('-')?;
    let number = match number {
        "1" => 1,
        "2" => 2,
        "3" => 3,
        _ => return None,
    };
    Some(Zone { region: region(code)?, number })
}

/// One of a region's three zones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Zone {
    /// Its region.
    pub region: &'static Region,
    /// 1, 2 or 3.
    pub number: u8,
}

impl Region {
    /// Its zones, in order.
    pub fn zones(&'static self) -> [Zone; 3] {
        [1, 2, 3].map(|number| Zone { region: self, number })
    }
}

impl fmt::Display for Region {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)
    }
}

impl Zone {
    /// The address prefix that IBM Cloud makes in this zone for a new VPC.
    pub fn default_prefix(self) -> Ipv4Net {
        let third = (self.number - 1) * 64;
        Ipv4Net::new_assert(Ipv4Addr::new(10, self.region.octet, third, 0), 18)
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.region.code, self.number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_read_as_they_are_written() {
        for region in &REGIONS {
            for z in region.zones() {
                assert_eq!(zone(&z.to_string()), Some(z));
            }
        }
        for name in ["us-south", "us-south-4", "us-south-01", "eu-fr2-1", "-1", ""] {
            assert_eq!(zone(name), None, "{name:?}");
        }
    }

    #[test]
    fn default_prefixes_never_overlap() {
        let mut nets: Vec<_> = REGIONS.iter().flat_map(|r| r.zones()).map(|z| z.default_prefix()).collect();
        nets.sort();
        for pair in nets.windows(2) {
            assert!(!pair[0].contains(&pair[1]), "{} and {}", pair[0], pair[1]);
        }
        assert_eq!(
            zone("eu-de-2").map(|z| z.default_prefix().to_string()).as_deref(),
            Some("10.243.64.0/18")
        );
    }
}
