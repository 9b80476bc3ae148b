//! An address of a gateway that is taken over without its reserved IP.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Form, Model, Origin, Placed};
use crate::plan::{Field, On};

/// `adopt-address`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-address",
    severity: Severity::Advice,
    summary: "Terraform takes over a gateway, and only refers to a reserved IP of it",
    explanation: "An address of a gateway is a reserved IP and its binding. Where Terraform takes over the gateway and the \
                  reserved IP, it imports the binding, too. Where it only refers to the reserved IP, it binds it, which \
                  IBM Cloud refuses where the gateway has that address already.",
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
            if ip.adopted || told() {
                continue;
            }
            let known = !ip.id.is_empty() && model.subnets[ip.subnet].origin.id().is_some();
            out.report_with(
                vec![ip.at(Field::On), address.at(Field::ReservedIp)],
                format!(
                    "Terraform takes over gateway {}, and not its reserved IP {}.",
                    gateway.label, ip.label
                ),
                "It would bind the reserved IP, which fails where the gateway has it already.",
                known.then(|| {
                    let edit = Edit::choose(ip.object(), Choice::On(On::Adopt));
                    Fix::choice(format!("Take over {} too", ip.label), edit)
                }),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_gateway_has_its_addresses() {
        let edits = [refer_to(reserved_ip("kms-1"))];
        let finding = relates(
            &adopted(),
            "adopt-address",
            &edits,
            &[refer_to(gateway("kms"))],
            &[Edit::choose(reserved_ip("kms-1"), Choice::On(On::Adopt))],
        );
        assert_eq!(
            finding.title,
            "Terraform takes over gateway payments-kms, and not its reserved IP kms-1."
        );
        assert!(finding.fix.is_some());
    }

    #[test]
    fn one_fault_is_told_once() {
        silent_on(&adopted(), "adopt-address", &[Edit::text(reserved_ip("kms-1"), Field::Id, "")]);
    }
}
