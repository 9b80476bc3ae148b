//! A reserved IP that is said to exist at an address where it cannot.

use super::{Findings, Rule, Severity};
use crate::catalog::{HELD_FIRST, source};
use crate::model::{Model, Placed, ReservedIp, Span};
use crate::plan::Field;
use std::collections::HashMap;
use std::net::Ipv4Addr;

/// `reserved-ip-address`.
pub(super) static RULE: Rule = Rule {
    code: "reserved-ip-address",
    severity: Severity::Warning,
    summary: "A reserved IP that exists is at an address that IBM Cloud holds, or that another one has",
    explanation: "An address is reserved once, and five addresses of each subnet are IBM Cloud's own. What the \
                  plan says of a reserved IP that exists cannot be so; the scripts look it up by its id or \
                  name, and the address in the plan misleads whoever reads it.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(&str, Ipv4Addr), &ReservedIp> = HashMap::new();
    for ip in model.reserved_ips.iter() {
        let Some(address) = ip.address.get() else { continue };
        let subnet = &model.subnets[ip.subnet];
        let held = subnet.net.get().map(Span::from).is_some_and(|net| is_held(net, address));
        let first = *seen.entry((subnet.key.as_str(), address)).or_insert(ip);
        if held {
            out.report(
                vec![ip.at(Field::Address)],
                format!("The reserved IP {} is at {address}, which IBM Cloud holds.", ip.label),
                "No reserved IP of yours can be there.",
            );
        } else if first.key != ip.key {
            out.report(
                vec![first.at(Field::Address), ip.at(Field::Address)],
                format!("The reserved IPs {} and {} are both at {address}.", first.label, ip.label),
                "An address is reserved once; one of the two is elsewhere.",
            );
        }
    }
}

/// Whether IBM Cloud holds an address of a subnet: the first four and the last.
fn is_held(net: Span, address: Ipv4Addr) -> bool {
    let (first, last, address) = (u32::from(net.first), u32::from(net.last), u32::from(address));
    (first..first.saturating_add(HELD_FIRST)).contains(&address) || address == last
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    #[test]
    fn ibm_cloud_s_own_addresses_are_nobody_s() {
        for address in ["10.240.8.0", "10.240.8.3", "10.240.8.63"] {
            let edits = [add_reserved_ip("vpe-1", "old", address)];
            let finding = triggers("reserved-ip-address", &edits);
            assert_eq!(finding.title, format!("The reserved IP old is at {address}, which IBM Cloud holds."));
        }
        silent("reserved-ip-address", &[add_reserved_ip("vpe-1", "old", "10.240.8.62")]);
    }

    #[test]
    fn an_address_is_reserved_once() {
        let edits = ["old", "older"].map(|k| add_reserved_ip("vpe-1", k, "10.240.8.40"));
        let finding = triggers("reserved-ip-address", &edits);
        assert_eq!(finding.title, "The reserved IPs old and older are both at 10.240.8.40.");
        silent("reserved-ip-address", &[edits[0].clone()]);
    }
}
