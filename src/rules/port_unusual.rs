//! A port that a service does not listen on.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Ports, source};
use crate::edit::Edit;
use crate::model::{Model, Placed, Said, Target};
use crate::plan::Field;

/// `port-unusual`.
pub(super) static RULE: Rule = Rule {
    code: "port-unusual",
    severity: Severity::Advice,
    summary: "A gateway gives a port that its service is not known to listen on",
    explanation: "The port of a gateway is for services whose port differs by instance. Others have one port for \
                  all, HTTPS mostly; the plan's groups are then checked for a port that nobody uses.",
    source: source::SERVICES,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        let (usual, name) = match (&gateway.target, &gateway.services[..]) {
            (Target::Infrastructure(Said::Value(service)), _) => (service.ports, service.name),
            (Target::Cloud(_), [service]) => (service.ports, service.name),
            _ => continue,
        };
        let (Ports::Range(transport, first, last), Some(given)) = (usual, gateway.port.get()) else {
            continue;
        };
        if first <= given.first && given.last <= last {
            continue;
        }
        let listens = if first == last { first.to_string() } else { format!("{first} to {last}") };
        let fix = Fix::choice(
            format!("Use {} {listens}", transport.name()),
            Edit::text(gateway.object(), Field::Port, ""),
        );
        out.report_with(
            vec![gateway.at(Field::Port)],
            format!("{} is to use port {given}, and {name} listens on {listens}.", gateway.label),
            "Clients of another port time out.",
            Some(fix),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn port(k: &str, text: &str) -> Edit {
        Edit::text(gateway(k), Field::Port, text)
    }

    #[test]
    fn key_protect_listens_on_443() {
        let admitted = Edit::text(rule("https"), Field::PortMax, "8443");
        let finding = triggers("port-unusual", &[port("kms", "8443"), admitted]);
        assert_eq!(finding.title, "payments-kms is to use port 8443, and Key Protect listens on 443.");
    }

    #[test]
    fn the_usual_port_and_those_of_instances_are_left_alone() {
        silent("port-unusual", &[port("kms", "443")]);
        silent_on(&with_database(), "port-unusual", &[port("pg", "32001")]);
    }
}
