//! An address that IBM Cloud holds.

use super::parts::FreeAddresses;
use super::{Findings, FixKind, Rule, Severity};
use crate::catalog::{CIDR_MAX, HELD_FIRST, HELD_LAST, source};
use crate::model::{Form, Model, Placed, Said};
use crate::plan::Field;

/// `address-held`.
pub(super) static RULE: Rule = Rule {
    code: "address-held",
    severity: Severity::Error,
    summary: "An address is planned that IBM Cloud holds in every subnet",
    explanation: "Of each subnet IBM Cloud holds the first four addresses and the last: for the network, its gateway, \
                  DNS, later use, and broadcast. Nothing else can have them.",
    source: source::NETWORKING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut free = FreeAddresses::of(model);
    for address in model.addresses.iter() {
        let (Form::Given(Said::Value(ip)), Some(ix)) = (&address.form, address.subnet) else { continue };
        let subnet = &model.subnets[ix];
        // A subnet that is too small is told of by its size.
        let Some(net) = subnet.net.get().filter(|n| n.prefix_len() <= CIDR_MAX && n.contains(ip)) else {
            continue;
        };
        let (first, last) = (u32::from(net.network()), u32::from(net.broadcast()));
        let at = u32::from(*ip);
        if at - first >= HELD_FIRST && last - at >= HELD_LAST {
            continue;
        }
        out.report_with(
            vec![subnet.at(Field::Cidr), address.at(Field::Address)],
            format!("{ip} is held by IBM Cloud in {}.", subnet.label),
            "The first four addresses of each subnet and the last are IBM Cloud's own; the request is refused.",
            free.fix(ix, address.object(), FixKind::Safe),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Edit;

    #[test]
    fn the_first_four_and_the_last_are_held() {
        for ip in ["10.240.8.0", "10.240.8.1", "10.240.8.2", "10.240.8.3", "10.240.8.63"] {
            let finding = relates(
                &clean(),
                "address-held",
                &[give(address("kms", 0), ip)],
                &[Edit::text(subnet("vpe-1"), Field::Cidr, "10.240.0.0/18")],
                &[give(address("kms", 0), "10.240.8.62")],
            );
            assert_eq!(finding.title, format!("{ip} is held by IBM Cloud in vpe-1."));
            assert_eq!(finding.fix.unwrap().title, "Use 10.240.8.4, the next free");
        }
    }

    #[test]
    fn the_others_are_free() {
        for ip in ["10.240.8.4", "10.240.8.62"] {
            silent("address-held", &[give(address("kms", 0), ip)]);
        }
    }

    #[test]
    fn an_address_outside_is_another_rule_s() {
        silent("address-held", &[give(address("kms", 0), "10.240.7.255")]);
        silent("address-held", &[give(address("kms", 0), "10.240.8.64")]);
    }
}
