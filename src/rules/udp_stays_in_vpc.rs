//! A service that is not reached from outside the VPC.

use super::{Findings, Rule, Severity};
use crate::catalog::{Ports, Transport, source};
use crate::model::{Model, Placed, Said, Target};
use crate::plan::Field;

/// `udp-stays-in-vpc`.
pub(super) static RULE: Rule = Rule {
    code: "udp-stays-in-vpc",
    severity: Severity::Advice,
    summary: "A service that speaks UDP is reached from inside the VPC only",
    explanation: "Other networks reach a gateway over Direct Link or Transit Gateway by TCP only. The time server \
                  speaks UDP, so that each VPC whose clients need it has a gateway of its own.",
    source: source::PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Target::Infrastructure(Said::Value(service)) = gateway.target else { continue };
        if let Ports::Range(Transport::Udp, ..) | Ports::PerInstance(Transport::Udp) = service.ports {
            out.report(
                vec![gateway.at(Field::TargetName)],
                format!("{} reaches {}, which speaks UDP.", gateway.label, service.target),
                "It is not reached over Direct Link or Transit Gateway, only from inside the VPC.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Protocol, TargetKind};

    #[test]
    fn the_time_server_speaks_udp() {
        let edits = [
            Edit::choose(gateway("kms"), Choice::TargetKind(TargetKind::ProviderInfrastructureService)),
            Edit::text(gateway("kms"), Field::TargetName, "ibm-ntp-server"),
            Edit::choose(rule("https"), Choice::Protocol(Protocol::IcmpTcpUdp)),
            Edit::text(rule("https"), Field::PortMin, ""),
            Edit::text(rule("https"), Field::PortMax, ""),
        ];
        let finding = triggers("udp-stays-in-vpc", &edits);
        assert_eq!(finding.title, "payments-kms reaches ibm-ntp-server, which speaks UDP.");
    }

    #[test]
    fn other_services_speak_tcp() {
        silent("udp-stays-in-vpc", &[Edit::text(gateway("kms"), Field::TargetName, "ibm-ntp-server")]);
    }
}
