//! An address that something uses already.

use super::parts::FreeAddresses;
use super::{Findings, FixKind, Rule, Severity};
use crate::catalog::source;
use crate::model::{Address, By, Ix, Model, Occupant, Placed, Subnet};
use crate::plan::{Field, Object, Place};

/// `address-taken`.
pub(super) static RULE: Rule = Rule {
    code: "address-taken",
    severity: Severity::Error,
    summary: "An address is planned that something uses already",
    explanation: "A reserved IP is an address that a subnet keeps for one use. IBM Cloud reserves an address once; \
                  a second request for it is refused. Choose another address, or leave the choice to IBM Cloud.",
    source: source::RESERVED_IPS,
    check,
};

/// A planned address, and what uses it before: a position among the occupants of
/// the subnet.
type Clash = (Ix<Address>, usize);

fn check(model: &Model, out: &mut Findings) {
    let mut clashes: Vec<Clash> = Vec::new();
    for subnet in model.subnets.iter() {
        sweep(&subnet.occupants, &mut clashes);
    }
    clashes.sort_unstable();
    let mut free = FreeAddresses::of(model);
    for (ix, user) in clashes {
        let address = &model.addresses[ix];
        let Some(subnet) = address.subnet else { continue };
        let Some((place, title)) = first_use(model, &model.subnets[subnet], address, user) else { continue };
        let gateway = &model.gateways[address.gateway].label;
        out.report_with(
            vec![place, address.at(Field::Address)],
            title,
            format!("IBM Cloud reserves an address once; the request for {gateway} is refused."),
            free.fix(subnet, address.object(), FixKind::Safe),
        );
    }
}

/// Finds the planned addresses of a subnet that are in use. Occupants come by
/// first address, what exists before what is planned, so the one that reaches
/// farthest so far tells whether an address is taken.
fn sweep(occupants: &[Occupant], clashes: &mut Vec<Clash>) {
    let mut farthest: Option<usize> = None;
    let mut planned: Option<usize> = None;
    for (i, occupant) in occupants.iter().enumerate() {
        match occupant.by {
            // IBM Cloud's own addresses are another rule's.
            By::Provider => {}
            By::Taken(_) | By::ReservedIp(_) => {
                if farthest.is_none_or(|f| occupant.span.last > occupants[f].span.last) {
                    farthest = Some(i);
                }
            }
            By::Address(ix) => {
                let taken = farthest.filter(|&f| occupants[f].span.last >= occupant.span.first);
                // A clash between two of the plan is told once, at the later one.
                let twice = planned.filter(|&p| occupants[p].span == occupant.span);
                if let Some(user) = taken.or(twice) {
                    clashes.push((ix, user));
                }
                if twice.is_none() {
                    planned = Some(i);
                }
            }
        }
    }
}

/// Where the address is used before, and a sentence that says so.
fn first_use(model: &Model, subnet: &Subnet, address: &Address, user: usize) -> Option<(Place, String)> {
    let crate::model::Form::Given(ip) = &address.form else { return None };
    Some(match subnet.occupants[user].by {
        By::Provider => return None,
        By::Address(other) => {
            let other = &model.addresses[other];
            let label = &model.gateways[other.gateway].label;
            (other.at(Field::Address), format!("{ip} is already planned for {label}."))
        }
        By::ReservedIp(other) => {
            let other = &model.reserved_ips[other];
            (other.at(Field::Address), format!("{ip} belongs to the existing reserved IP {}.", other.label))
        }
        By::Taken(i) => {
            let holder = subnet.taken.get(i).map_or("", |(_, holder)| holder.as_str());
            let by = if holder.is_empty() { "something else" } else { holder };
            (Object::Taken(subnet.key.clone(), i).at(Field::Addresses), format!("{ip} is taken by {by}."))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::{Field, Object};

    #[test]
    fn an_address_that_is_taken_is_moved_to_the_next_free_one() {
        let finding = relates(
            &clean(),
            "address-taken",
            &[add_taken("vpe-1", "10.240.8.4-10.240.8.9", "lb-settle")],
            &[Edit::Remove(Object::Taken(key("vpe-1"), 0))],
            &[give(address("kms", 0), "10.240.8.10")],
        );
        assert_eq!(finding.title, "10.240.8.4 is taken by lb-settle.");
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.8.10, the next free");
    }

    #[test]
    fn two_gateways_on_one_address_are_one_finding_with_both_places() {
        let at = address("cos", 0);
        let finding = relates(
            &two_gateways(),
            "address-taken",
            &[give(at.clone(), "10.240.8.4")],
            &[give(address("kms", 0), "10.240.8.5")],
            &[give(at.clone(), "10.240.8.5")],
        );
        assert_eq!(finding.places, [address("kms", 0).at(Field::Address), at.at(Field::Address)]);
    }

    #[test]
    fn an_existing_reserved_ip_has_its_address() {
        let finding = triggers("address-taken", &[add_reserved_ip("vpe-2", "old", "10.240.72.4")]);
        assert_eq!(finding.title, "10.240.72.4 belongs to the existing reserved IP old.");
    }

    #[test]
    fn a_long_range_hides_behind_no_short_one() {
        let edits = [add_taken("vpe-1", "10.240.8.0/29", "block"), add_taken("vpe-1", "10.240.8.2", "one")];
        assert_eq!(triggers("address-taken", &edits).title, "10.240.8.4 is taken by block.");
    }

    #[test]
    fn an_address_beside_it_is_nobody_s_business() {
        silent("address-taken", &[add_taken("vpe-1", "10.240.8.5-10.240.8.9", "lb-settle")]);
    }
}
