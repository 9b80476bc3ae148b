//! Hosts of endpoints: how one follows from a region, and the region from one.

use crate::catalog::regions::region;

/// How an endpoint's host follows from the region.
///
/// A pattern has `{}` where the region's code stands and `{i}` where something of
/// one instance does; the hosts listed go before it. An empty pattern leaves only
/// those listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Host {
    pub(super) pattern: &'static str,
    pub(super) listed: &'static [(&'static str, &'static str)],
    /// Whether Object Storage's other places are there, too.
    pub(super) sites: bool,
}

/// A place of Object Storage that is no region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Site {
    /// Data is kept in several regions.
    CrossRegion,
    /// Data is kept in one data center.
    Single,
    /// One data center whose endpoint IBM has deprecated.
    Deprecated,
}

/// Places of Object Storage that are no regions (its endpoints page, read on 21 Nov
/// 2026).
static SITES: [(&str, Site); 16] = [
    ("us", Site::CrossRegion),
    ("eu", Site::CrossRegion),
    ("ap", Site::CrossRegion),
    ("ams03", Site::Single),
    ("che01", Site::Single),
    ("mon01", Site::Single),
    ("par01", Site::Single),
    ("sjc04", Site::Single),
    ("sng01", Site::Single),
    ("mel01", Site::Deprecated),
    ("mex01", Site::Deprecated),
    ("tor01", Site::Deprecated),
    ("osl01", Site::Deprecated),
    ("hkg02", Site::Deprecated),
    ("seo01", Site::Deprecated),
    ("mil01", Site::Deprecated),
];

/// What kind of place of Object Storage a code names, where it is no region.
pub fn site(code: &str) -> Option<Site> {
    SITES.iter().find(|(c, _)| *c == code).map(|&(_, site)| site)
}

/// What a host says of a place and an instance; either may be empty.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct HostParts<'t> {
    /// Where a region's code stands.
    pub place: &'t str,
    /// Where something of one instance stands.
    pub instance: &'t str,
}

impl Host {
    /// The host in a region; `None` where there is none, or one for each instance.
    pub fn in_region(&self, code: &str) -> Option<String> {
        match self.listed.iter().find(|(c, _)| *c == code) {
            Some((_, host)) => Some((*host).to_owned()),
            None if self.pattern.is_empty() || self.is_per_instance() => None,
            None => Some(self.pattern.replace("{}", code)),
        }
    }

    /// Whether each instance has a host of its own.
    pub fn is_per_instance(&self) -> bool {
        self.pattern.contains("{i}")
    }

    /// Whether it is the same one in all regions.
    pub fn is_one(&self) -> bool {
        !self.pattern.is_empty() && !self.pattern.contains('{')
    }

    /// Whether hosts follow from a pattern with the place in it.
    pub fn is_placed(&self) -> bool {
        self.pattern.contains("{}")
    }

    /// Reads a host of this form, wherever its place is.
    pub fn read<'t>(&self, host: &'t str) -> Option<HostParts<'t>> {
        if let Some((code, _)) = self.listed.iter().find(|(_, h)| *h == host) {
            return Some(HostParts { place: code, instance: "" });
        }
        let mut parts = HostParts::default();
        let (mut pattern, mut rest) = (self.pattern, host);
        while let Some((before, after)) = pattern.split_once('{') {
            rest = rest.strip_prefix(before)?;
            let (mark, after) = after.split_once('}')?;
            let until = after.split('{').next().unwrap_or_default();
            let end = if until.is_empty() { rest.len() } else { rest.find(until)? };
            let value = &rest[..end];
            if value.is_empty() {
                return None;
            }
            if mark == "i" {
                parts.instance = value;
            } else if value.contains('.') {
                return None;
            } else {
                parts.place = value;
            }
            (pattern, rest) = (after, &rest[end..]);
        }
        (!self.pattern.is_empty() && pattern == rest).then_some(parts)
    }

    /// Whether it is there in a place: a region, or a site of Object Storage.
    pub fn knows(&self, place: &str) -> bool {
        place.is_empty() || region(place).is_some() || self.sites && site(place).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn host(pattern: &'static str) -> Host {
        Host { pattern, listed: &[("ca-mon", "api.private.ca-mon.x.com")], sites: false }
    }

    #[test]
    fn a_host_is_read_as_it_is_written() {
        let plain = host("private.{}.x.com");
        assert_eq!(plain.in_region("eu-de").as_deref(), Some("private.eu-de.x.com"));
        assert_eq!(plain.in_region("ca-mon").as_deref(), Some("api.private.ca-mon.x.com"));
        for region in ["eu-de", "ca-mon", "nowhere"] {
            let text = plain.in_region(region).unwrap();
            assert_eq!(plain.read(&text), Some(HostParts { place: region, instance: "" }), "{text}");
        }
        for other in ["private.eu-de.x.org", "private..x.com", "private.a.b.x.com", "x", ""] {
            assert_eq!(plain.read(other), None, "{other:?}");
        }
    }

    #[test]
    fn an_instance_s_host_is_made_by_nobody_and_read() {
        let own = host("{i}.api.private.{}.x.com");
        assert_eq!(own.in_region("eu-de"), None);
        let parts = HostParts { place: "eu-de", instance: "4b1e" };
        assert_eq!(own.read("4b1e.api.private.eu-de.x.com"), Some(parts));
        assert_eq!(own.read(".api.private.eu-de.x.com"), None);
        let nothing = Host { pattern: "", listed: &[], sites: false };
        assert_eq!(nothing.read(""), None);
    }

    #[test]
    fn sites_are_no_regions() {
        assert!(SITES.iter().all(|(code, _)| region(code).is_none()));
        let cos = Host { sites: true, ..host("s3.{}.x.com") };
        assert!(cos.knows("us") && cos.knows("eu-de") && !cos.knows("us-sotuh"));
        assert!(!host("s3.{}.x.com").knows("us"));
        assert_eq!(site("mil01"), Some(Site::Deprecated));
    }
}
