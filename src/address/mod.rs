//! Next free addresses, over the model's occupancy, patterns of them for many gateways, and
//! free blocks of prefixes.

mod blocks;
mod free;
mod pattern;

pub use blocks::FreeBlocks;
pub use pattern::{Arranged, Pattern, arrange};

use crate::edit::{Choice, Edit};
use crate::model::{Form, Gateway, Ix, Model, Placed, Said, Span, Subnet};
use crate::plan::{Field, How};
use std::net::Ipv4Addr;

/// The first address of a subnet that nothing uses; `None` when the subnet is
/// full or its range is not known.
pub fn next_free(subnet: &Subnet) -> Option<Ipv4Addr> {
    let whole = Span::from(subnet.net.get()?);
    let mut candidate = u32::from(whole.first);
    for occupant in &subnet.occupants {
        if u32::from(occupant.span.first) > candidate {
            break;
        }
        candidate = candidate.max(u32::from(occupant.span.last).checked_add(1)?);
    }
    (candidate <= u32::from(whole.last)).then(|| candidate.into())
}

/// Gives a gateway the next free address in each of its zones that has a subnet
/// and no address of its own yet; `None` when there is nothing to give.
///
/// A zone without a subnet and one with an existing reserved IP are left alone.
pub fn fill(model: &Model, gateway: Ix<Gateway>) -> Option<Edit> {
    let of = &model.gateways[gateway];
    let mut edits = Vec::new();
    for &ix in &of.addresses {
        let address = &model.addresses[ix];
        let (Some(subnet), Form::None | Form::Chosen | Form::Given(Said::Text(_))) =
            (address.subnet, &address.form)
        else {
            continue;
        };
        let Some(free) = next_free(&model.subnets[subnet]) else { continue };
        edits.push(Edit::choose(address.object(), Choice::How(How::Given)));
        edits.push(Edit::text(address.object(), Field::Address, free.to_string()));
    }
    let label = format!("give {} its next free addresses", of.label);
    (!edits.is_empty()).then_some(Edit::All { label, edits })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{self, Gateway, Key, Plan, Resource, Taken, Vpc, ZoneAddress};

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    fn plan(cidr: &str, taken: &[&str], given: &str) -> Plan {
        let taken =
            taken.iter().map(|t| Taken { addresses: (*t).to_owned(), holder: String::new() }).collect();
        let subnet = plan::Subnet {
            name: "s".into(),
            zone: "us-south-1".into(),
            cidr: cidr.into(),
            taken,
            ..Default::default()
        };
        let vpc = Vpc {
            name: "v".into(),
            region: "us-south".into(),
            subnets: vec![Resource { key: key("s"), wanted: subnet, ..Default::default() }],
            ..Default::default()
        };
        let address = ZoneAddress {
            zone: "us-south-1".into(),
            subnet: key("s"),
            how: plan::How::Given,
            address: given.into(),
            ..Default::default()
        };
        let gateway =
            Gateway { name: "g".into(), vpc: key("v"), addresses: vec![address], ..Default::default() };
        Plan {
            vpcs: vec![Resource { key: key("v"), wanted: vpc, ..Default::default() }],
            gateways: vec![Resource { key: key("g"), wanted: gateway, ..Default::default() }],
            ..Default::default()
        }
    }

    #[test]
    fn the_next_free_address_skips_every_use() {
        for (cidr, taken, given, expected) in [
            ("10.0.0.0/26", &[][..], "", Some("10.0.0.4")),
            ("10.0.0.0/26", &["10.0.0.4-10.0.0.8", "10.0.0.10"], "10.0.0.9", Some("10.0.0.11")),
            ("10.0.0.0/26", &["10.0.0.16/28"], "10.0.0.4", Some("10.0.0.5")),
            ("10.0.0.0/29", &["10.0.0.4", "10.0.0.5", "10.0.0.6"], "", None),
            ("255.255.255.248/29", &["255.255.255.252-255.255.255.254"], "", None),
            ("10.0.0.0/30", &[], "", None),
            ("nonsense", &[], "", None),
        ] {
            let model = Model::of(&plan(cidr, taken, given));
            let free = next_free(&model.subnets[model.subnets.indexes().next().unwrap()]);
            assert_eq!(free.map(|f| f.to_string()).as_deref(), expected, "{cidr} {taken:?} {given:?}");
        }
    }

    #[test]
    fn counts_add_up() {
        let model = Model::of(&plan("10.0.0.0/26", &["10.0.0.0/29", "10.0.0.60-10.0.1.20"], "10.0.0.9"));
        let counts = model.subnets[model.subnets.indexes().next().unwrap()].counts();
        assert_eq!((counts.total, counts.held, counts.taken, counts.planned, counts.free), (64, 4, 8, 1, 51));
    }
}
