//! An address of a gateway that is taken over, whose reserved IP has no id in the plan.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Form, Model, Origin, Placed};
use crate::plan::Field;

/// `adopt-address`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-address",
    severity: Severity::Advice,
    summary: "Terraform takes over a gateway, and the plan does not have the ID of its reserved IP",
    explanation: "Where Terraform takes over a gateway, it imports the bindings of the reserved IPs that the gateway has, \
                  too, each by the ID of the reserved IP. One that the plan knows by its name is bound anew, which IBM \
                  Cloud refuses where the gateway has it already.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| matches!(g.origin, Origin::Adopted(_))) {
        for address in gateway.addresses.iter().map(|&a| &model.addresses[a]) {
            let Form::Existing(Some(ip)) = address.form else { continue };
            let ip = &model.reserved_ips[ip];
            // Why it cannot be taken over is told already.
            let told = || model.not_adopted.iter().any(|n| n.places.iter().any(|p| p.object == ip.object()));
            if !ip.id.is_empty() || told() {
                continue;
            }
            out.report(
                vec![ip.at(Field::Id), address.at(Field::ReservedIp)],
                format!(
                    "Terraform takes over gateway {}, and the plan does not have the ID of its reserved IP {}.",
                    gateway.label, ip.label
                ),
                "It would bind the reserved IP, which fails where the gateway has it already.",
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
    fn a_binding_is_imported_by_the_id_of_its_reserved_ip() {
        let base = edited(&adopted(), &[refer_to(reserved_ip("kms-1"))]);
        let unknown = [Edit::text(reserved_ip("kms-1"), Field::Id, "")];
        let known = [Edit::text(reserved_ip("kms-1"), Field::Id, "0717-1")];
        let finding = relates(&base, "adopt-address", &unknown, &[refer_to(gateway("kms"))], &known);
        assert_eq!(
            finding.title,
            "Terraform takes over gateway payments-kms, and the plan does not have the ID of its reserved IP kms-1."
        );
    }

    #[test]
    fn one_fault_is_told_once() {
        silent_on(&adopted(), "adopt-address", &[Edit::text(reserved_ip("kms-1"), Field::Id, "")]);
    }
}
