//! Known addresses that are not in the subnet they are listed under.

use super::parts::with_net;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed, Span};
use crate::plan::{Field, Object};

/// `taken-outside-subnet`.
pub(super) static RULE: Rule = Rule {
    code: "taken-outside-subnet",
    severity: Severity::Warning,
    summary: "Addresses listed as in use are not in the subnet",
    explanation: "Taken addresses and existing reserved IPs are listed under their subnet so that the planner keeps \
                  clear of them. One that is not in the subnet's range is a slip, and the address that was meant looks \
                  free: it may be planned, and is then refused.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for subnet in model.subnets.iter() {
        let Some(net) = subnet.net.get() else { continue };
        let whole = Span::from(net);
        let inside = with_net(&subnet.label, net);
        for (i, (span, _)) in subnet.taken.iter().enumerate() {
            let Some(span) = span.filter(|s| !whole.overlaps(*s)) else { continue };
            out.report(
                vec![subnet.at(Field::Cidr), Object::Taken(subnet.key.clone(), i).at(Field::Addresses)],
                format!("{span} {} not in {inside}.", if span.count() == 1 { "is" } else { "are" }),
                "The addresses that are taken there are not known, and may be planned.",
            );
        }
        for ip in subnet.reserved_ips.iter().map(|&r| &model.reserved_ips[r]) {
            let Some(address) = ip.address.get().filter(|a| !net.contains(a)) else { continue };
            out.report(
                vec![subnet.at(Field::Cidr), ip.at(Field::Address)],
                format!("{address}, the address of {}, is not in {inside}.", ip.label),
                "The reserved IP has another address, or is in another subnet.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Edit;

    #[test]
    fn a_slip_in_the_taken_addresses_is_found() {
        let finding = relates(
            &clean(),
            "taken-outside-subnet",
            &[add_taken("vpe-1", "10.240.8.70-10.240.8.90", "lb")],
            &[Edit::text(subnet("vpe-1"), Field::Cidr, "10.240.8.0/25")],
            &[Edit::Remove(Object::Taken(key("vpe-1"), 0))],
        );
        assert_eq!(finding.title, "10.240.8.70 to 10.240.8.90 are not in vpe-1 (10.240.8.0/26).");
    }

    #[test]
    fn so_is_one_in_a_reserved_ip() {
        let finding = triggers("taken-outside-subnet", &[add_reserved_ip("vpe-1", "old", "10.240.9.7")]);
        assert_eq!(finding.title, "10.240.9.7, the address of old, is not in vpe-1 (10.240.8.0/26).");
    }

    #[test]
    fn a_range_that_reaches_in_is_taken_as_it_is() {
        silent("taken-outside-subnet", &[add_taken("vpe-1", "10.240.8.60-10.240.8.90", "lb")]);
    }
}
