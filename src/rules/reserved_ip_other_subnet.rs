//! An existing reserved IP of another subnet.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Address, Form, Model, Placed, ReservedIp};
use crate::plan::Field;

/// `reserved-ip-other-subnet`.
pub(super) static RULE: Rule = Rule {
    code: "reserved-ip-other-subnet",
    severity: Severity::Error,
    summary: "An existing reserved IP is not in the subnet that the address is to come from",
    explanation: "A reserved IP belongs to one subnet for as long as it exists, and is looked up in it. Asked for in \
                  another subnet it is not found.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for address in model.addresses.iter() {
        let (Form::Existing(Some(ip)), Some(subnet)) = (&address.form, address.subnet) else { continue };
        let ip = &model.reserved_ips[*ip];
        if ip.subnet == subnet {
            continue;
        }
        out.report_with(
            vec![ip.place(), address.at(Field::ReservedIp)],
            format!(
                "The reserved IP {} is in {}, and {} asks for it in {}.",
                ip.label,
                model.subnets[ip.subnet].label,
                model.gateways[address.gateway].label,
                model.subnets[subnet].label
            ),
            "It is not found there, and cannot be bound.",
            fix(model, address, ip),
        );
    }
}

/// Takes the reserved IP where it is, if the address may be there.
fn fix(model: &Model, address: &Address, ip: &ReservedIp) -> Option<Fix> {
    let subnet = &model.subnets[ip.subnet];
    if model.gateways[address.gateway].vpc != Some(subnet.vpc) || address.zone != subnet.zone {
        return None;
    }
    let edit = Edit::choose(address.object(), Choice::Subnet(subnet.key.clone()));
    Some(Fix::choice(format!("Take it from {}", subnet.label), edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_reserved_ip_is_asked_for_where_it_is() {
        let base = edited(
            &clean(),
            &[
                add_subnet("prod", "more", "us-south-1", "10.240.9.0/26"),
                add_reserved_ip("more", "old", "10.240.9.7"),
                add_reserved_ip("vpe-1", "older", "10.240.8.7"),
            ],
        );
        let finding = relates(
            &base,
            "reserved-ip-other-subnet",
            &[bind(address("kms", 0), "old")],
            &[Edit::Remove(reserved_ip("old")), add_reserved_ip("vpe-1", "old", "10.240.8.9")],
            &[bind(address("kms", 0), "older")],
        );
        assert_eq!(finding.title, "The reserved IP old is in more, and payments-kms asks for it in vpe-1.");
        assert_eq!(finding.fix.unwrap().title, "Take it from more");
    }

    #[test]
    fn one_of_another_zone_is_not_followed() {
        let edits = [add_reserved_ip("vpe-2", "old", "10.240.72.7"), bind(address("kms", 0), "old")];
        assert_eq!(triggers("reserved-ip-other-subnet", &edits).fix, None);
    }
}
