//! Names of the reserved IPs that gateways get.
//!
//! A name is the gateway's prefix, a hyphen and the zone. The prefix is the gateway's
//! name unless one is given, with `vpe-` before a name that begins with no letter.
//! Where that would be too long the prefix is cut; where two cut names of one subnet
//! are then the same, each takes a few digits of its gateway's key, which never change.

use super::{Address, Form, Ix, Model, Name, Subnet};
use crate::catalog::NAME_MAX;
use std::collections::HashMap;

const DIGITS: usize = 6;

pub(super) fn build(model: &mut Model) {
    let mut seen: HashMap<(Ix<Subnet>, Name), Vec<Ix<Address>>> = HashMap::new();
    for ix in model.addresses.indexes() {
        let address = &model.addresses[ix];
        let (Form::Chosen | Form::Given(_), Some(subnet)) = (&address.form, address.subnet) else { continue };
        let Some((name, cut)) = name(model, ix, 0) else { continue };
        if cut {
            seen.entry((subnet, name.clone())).or_default().push(ix);
        }
        model.addresses.get_mut(ix).ip_name = Some(name);
    }
    for same in seen.into_values().filter(|same| same.len() > 1) {
        for ix in same {
            let key = &model.addresses[ix].gateway_key;
            let digits = format!("{:06x}", hash(key.as_str().as_bytes()) & 0x00ff_ffff);
            let Some((base, _)) = name(model, ix, DIGITS + 1) else { continue };
            let Some(zone) = model.addresses[ix].zone.get().map(|z| z.to_string()) else { continue };
            let prefix = base.as_str().strip_suffix(&zone).unwrap_or(base.as_str());
            model.addresses.get_mut(ix).ip_name = Name::new(&format!("{prefix}{digits}-{zone}"));
        }
    }
}

/// The name with `spare` characters left unused, and whether it was cut.
fn name(model: &Model, ix: Ix<Address>, spare: usize) -> Option<(Name, bool)> {
    let address = &model.addresses[ix];
    let gateway = &model.gateways[address.gateway];
    let zone = address.zone.get()?.to_string();
    let own;
    let prefix = match gateway.ip_prefix.as_str() {
        "" => {
            let name = gateway.name.value()?.as_str();
            if name.as_bytes().first().is_some_and(u8::is_ascii_lowercase) {
                name
            } else {
                // What exists may be called by the newer pattern; what is made is not.
                own = ["vpe-", name.trim_start_matches('-')].concat();
                &own
            }
        }
        prefix => prefix,
    };
    let room = NAME_MAX - zone.len() - 1 - spare;
    // A prefix of the user's own that is too long is a finding, and never cut.
    let cut = prefix.len() > room && gateway.ip_prefix.is_empty();
    let prefix = if cut { prefix[..room].trim_end_matches('-') } else { prefix };
    Some((Name::new(&format!("{prefix}-{zone}"))?, cut))
}

/// FNV-1a, 32 bits: the same on every machine and in every version.
fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |h, &b| (h ^ u32::from(b)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{self, Gateway, How, Key, Plan, Resource, Vpc, ZoneAddress};

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    fn gateway(k: &str, name: &str, ip_prefix: &str) -> Resource<Gateway> {
        let address = ZoneAddress {
            zone: "us-south-1".into(),
            subnet: key("s"),
            how: How::Chosen,
            ..Default::default()
        };
        let wanted = Gateway {
            name: name.into(),
            vpc: key("v"),
            ip_prefix: ip_prefix.into(),
            addresses: vec![address],
            ..Default::default()
        };
        Resource { key: key(k), wanted, ..Default::default() }
    }

    fn names(gateways: Vec<Resource<Gateway>>) -> Vec<Option<String>> {
        let subnet = plan::Subnet { name: "s".into(), zone: "us-south-1".into(), ..Default::default() };
        let vpc = Vpc {
            name: "v".into(),
            region: "us-south".into(),
            subnets: vec![Resource { key: key("s"), wanted: subnet, ..Default::default() }],
            ..Default::default()
        };
        let vpcs = vec![Resource { key: key("v"), wanted: vpc, ..Default::default() }];
        let model = Model::of(&Plan { vpcs, gateways, ..Default::default() });
        model.addresses.iter().map(|a| a.ip_name.as_ref().map(ToString::to_string)).collect()
    }

    #[test]
    fn a_name_is_the_prefix_and_the_zone() {
        assert_eq!(
            names(vec![gateway("a", "pay", ""), gateway("b", "cos", "kept")]),
            [Some("pay-us-south-1".to_owned()), Some("kept-us-south-1".to_owned())]
        );
    }

    #[test]
    fn long_names_are_cut_and_told_apart_where_they_collide() {
        let long = |last: &str| format!("{}{last}", "n".repeat(60));
        let cut = names(vec![gateway("a", &long("aaa"), "")]);
        assert_eq!(cut, [Some(format!("{}-us-south-1", "n".repeat(52)))]);
        let both = names(vec![gateway("a", &long("aaa"), ""), gateway("b", &long("bbb"), "")]);
        let both: Vec<_> = both.into_iter().flatten().collect();
        assert_ne!(both[0], both[1]);
        assert!(both.iter().all(|n| n.len() == NAME_MAX && n.ends_with("-us-south-1")), "{both:?}");
    }

    #[test]
    fn a_name_of_the_newer_pattern_is_not_begun_with() {
        let mut existing = gateway("a", "7-pay", "");
        existing.origin = plan::Origin::existing("");
        let mut hyphen = gateway("b", "-pay", "");
        hyphen.origin = plan::Origin::existing("");
        let expected = ["vpe-7-pay-us-south-1", "vpe-pay-us-south-1"].map(|name| Some(name.to_owned()));
        assert_eq!(names(vec![existing, hyphen]), expected);
    }

    #[test]
    fn a_given_prefix_is_never_cut() {
        assert_eq!(names(vec![gateway("a", "pay", &"p".repeat(60))]), [None]);
    }
}
