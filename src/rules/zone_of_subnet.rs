//! An address in another zone than its subnet.

use super::parts::{Prefixes, foreign, in_other_vpc, subnet_in};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Zone, source};
use crate::edit::{Choice, Edit};
use crate::model::{Address, Form, Model, Placed, Said, Subnet};
use crate::plan::Field;

/// `zone-of-subnet`.
pub(super) static RULE: Rule = Rule {
    code: "zone-of-subnet",
    severity: Severity::Error,
    summary: "A gateway's address and the subnet it comes from are in different zones",
    explanation: "A subnet is in one zone, and a gateway has an address in a zone by one from a subnet there. An entry \
                  for a zone that takes its address from a subnet of another zone gives an address in that other one.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut prefixes = None;
    for address in model.addresses.iter() {
        let (Some(zone), Some(subnet)) = (address.zone.get(), address.subnet) else { continue };
        let subnet = &model.subnets[subnet];
        let Some(actual) = subnet.zone.get().filter(|&z| z != zone) else { continue };
        let region = &model.vpcs[subnet.vpc].region;
        let prefixes = prefixes.get_or_insert_with(|| Prefixes::of(model));
        // Where the zone of either is wrong in itself, or the subnet is, that is told.
        if foreign(&address.zone, region)
            || foreign(&subnet.zone, region)
            || in_other_vpc(model, address)
            || mistaken(prefixes, subnet)
        {
            continue;
        }
        let gateway = &model.gateways[address.gateway].label;
        out.report_with(
            vec![subnet.at(Field::Zone), address.at(Field::Subnet)],
            format!("{gateway} is to have an address in {zone}, and {} is in {actual}.", subnet.label),
            format!("The address would be one in {actual}, and {zone} would have none."),
            other_subnet(model, address, zone).or_else(|| other_zone(model, address, actual)),
        );
    }
}

/// Whether a new subnet's zone is not that of its address prefix.
fn mistaken(prefixes: &Prefixes<'_>, subnet: &Subnet) -> bool {
    let prefix = subnet.net.get().and_then(|net| prefixes.holding(subnet.vpc, net));
    subnet.origin.is_new() && prefix.is_some_and(|p| p.zone.value().is_some() && p.zone != subnet.zone)
}

/// Takes the address from a subnet of its zone that can have it.
fn other_subnet(model: &Model, address: &Address, zone: Zone) -> Option<Fix> {
    let vpc = model.gateways[address.gateway].vpc?;
    let fits = |s: &Subnet| match &address.form {
        Form::None | Form::Chosen => true,
        Form::Given(Said::Value(ip)) => s.net.get().is_some_and(|net| net.contains(ip)),
        Form::Given(Said::Text(_)) | Form::Existing(_) => false,
    };
    let subnet = subnet_in(model, vpc, zone, fits)?;
    let edit = Edit::choose(address.object(), Choice::Subnet(subnet.key.clone()));
    Some(Fix::choice(format!("Take it from {}", subnet.label), edit))
}

/// Makes the entry one for the subnet's zone, where the gateway has none yet.
fn other_zone(model: &Model, address: &Address, zone: Zone) -> Option<Fix> {
    let addresses = &model.gateways[address.gateway].addresses;
    if addresses.iter().any(|&a| model.addresses[a].zone.get() == Some(zone)) {
        return None;
    }
    let edit = Edit::text(address.object(), Field::Zone, zone.to_string());
    Some(Fix::choice(format!("Make it an address in {zone}"), edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn an_address_comes_from_a_subnet_of_its_zone() {
        let finding = relates(
            &edited(&two_gateways(), &[add_subnet("prod", "app", "us-south-1", "10.240.9.0/26")]),
            "zone-of-subnet",
            &[Edit::choose(address("cos", 1), Choice::Subnet(key("app")))],
            &[
                Edit::text(subnet("app"), Field::Zone, "us-south-2"),
                Edit::text(subnet("app"), Field::Cidr, "10.240.73.0/26"),
            ],
            &[Edit::choose(address("cos", 1), Choice::Subnet(key("vpe-2")))],
        );
        assert_eq!(
            finding.title,
            "payments-cos is to have an address in us-south-2, and app is in us-south-1."
        );
        assert_eq!(finding.places, [subnet("app").at(Field::Zone), address("cos", 1).at(Field::Subnet)]);
        assert_eq!(finding.fix.unwrap().title, "Take it from vpe-2");
    }

    #[test]
    fn an_entry_for_the_wrong_zone_is_given_the_right_one() {
        // The second entry's address is one of vpe-2.
        let base = edited(&clean(), &[Edit::Remove(address("kms", 2)), exists(gateway("kms"))]);
        let wrong = Edit::text(address("kms", 1), Field::Zone, "us-south-3");
        let finding = triggers_on(&base, "zone-of-subnet", &[wrong]);
        assert_eq!(finding.fix.unwrap().title, "Make it an address in us-south-2");
    }

    #[test]
    fn what_is_not_known_does_not_disagree() {
        let edits = [exists(subnet("vpe-2")), Edit::text(subnet("vpe-2"), Field::Zone, "")];
        silent("zone-of-subnet", &edits);
    }
}
