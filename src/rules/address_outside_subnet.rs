//! An address that is not in its subnet.

use super::parts::{FreeAddresses, in_other_vpc, subnet_in, with_net};
use super::{Findings, Fix, FixKind, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Address, Form, Model, Placed, Said};
use crate::plan::Field;
use std::net::Ipv4Addr;

/// `address-outside-subnet`.
pub(super) static RULE: Rule = Rule {
    code: "address-outside-subnet",
    severity: Severity::Error,
    summary: "An address is not one of the subnet it is to come from",
    explanation: "A reserved IP is an address of its subnet. IBM Cloud refuses to reserve one outside the subnet's \
                  range: either the address or the subnet is another one than was meant.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut free = FreeAddresses::of(model);
    for address in model.addresses.iter() {
        let (Form::Given(Said::Value(ip)), Some(ix)) = (&address.form, address.subnet) else { continue };
        let subnet = &model.subnets[ix];
        let Some(net) = subnet.net.get().filter(|net| !net.contains(ip)) else { continue };
        // Where the subnet cannot be the address's at all, that is told.
        let other_zone = address.zone.value().is_some() && subnet.zone.value().is_some();
        if in_other_vpc(model, address) || other_zone && address.zone != subnet.zone {
            continue;
        }
        out.report_with(
            vec![subnet.at(Field::Cidr), address.at(Field::Address)],
            format!("{ip} is not in {}.", with_net(&subnet.label, net)),
            format!(
                "IBM Cloud reserves addresses of the subnet only; the request for {} is refused.",
                model.gateways[address.gateway].label
            ),
            other_subnet(model, address, *ip).or_else(|| free.fix(ix, address.object(), FixKind::Choice)),
        );
    }
}

/// The subnet of the zone that has the address.
fn other_subnet(model: &Model, address: &Address, ip: Ipv4Addr) -> Option<Fix> {
    let vpc = model.gateways[address.gateway].vpc?;
    let subnet =
        subnet_in(model, vpc, address.zone.get()?, |s| s.net.get().is_some_and(|net| net.contains(&ip)))?;
    let edit = Edit::choose(address.object(), Choice::Subnet(subnet.key.clone()));
    Some(Fix::choice(format!("Take it from {}", subnet.label), edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn an_address_beside_its_subnet_is_refused() {
        let at = address("kms", 1);
        let finding = relates(
            &clean(),
            "address-outside-subnet",
            &[give(at.clone(), "10.240.72.68")],
            &[Edit::text(subnet("vpe-2"), Field::Cidr, "10.240.72.0/25")],
            &[give(at.clone(), "10.240.72.8")],
        );
        assert_eq!(finding.title, "10.240.72.68 is not in vpe-2 (10.240.72.0/26).");
        assert_eq!(finding.places, [subnet("vpe-2").at(Field::Cidr), at.at(Field::Address)]);
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.72.4, the next free");
    }

    #[test]
    fn the_subnet_that_has_it_is_offered() {
        let edits = [
            add_subnet("prod", "more", "us-south-2", "10.240.72.64/26"),
            give(address("kms", 1), "10.240.72.68"),
        ];
        assert_eq!(triggers("address-outside-subnet", &edits).fix.unwrap().title, "Take it from more");
    }

    #[test]
    fn an_unknown_range_has_any_address() {
        let edits = [exists(subnet("vpe-2")), Edit::text(subnet("vpe-2"), Field::Cidr, "")];
        silent("address-outside-subnet", &edits);
    }
}
