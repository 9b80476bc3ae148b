//! A rule with ports, and a protocol that takes none.

use super::parts::{rule_of, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `ports-unused`.
pub(super) static RULE: Rule = Rule {
    code: "ports-unused",
    severity: Severity::Advice,
    summary: "A rule for ICMP, TCP and UDP together has ports, which it does not take",
    explanation: "Ports go with TCP or with UDP. A rule for ICMP, TCP and UDP together admits all ports, and the \
                  exports leave its own out; whoever reads the plan may think that they hold.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for rule in model.rules.iter().filter(|r| r.ports_unused) {
        let clear = |field| Edit::text(rule.object(), field, "");
        let edits = vec![clear(Field::PortMin), clear(Field::PortMax)];
        let title = "Remove its ports".to_owned();
        out.report_with(
            vec![rule.at(Field::Protocol)],
            sentence(format!("{} has ports, and is for ICMP, TCP and UDP together.", rule_of(model, rule))),
            "It admits all ports; with TCP or UDP alone it would admit these.",
            Some(Fix::choice(title.clone(), Edit::All { label: title, edits })),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Protocol};

    #[test]
    fn only_tcp_and_udp_have_ports() {
        let protocol = |p| Edit::choose(rule("https"), Choice::Protocol(p));
        let finding = triggers("ports-unused", &[protocol(Protocol::IcmpTcpUdp)]);
        assert_eq!(
            finding.title,
            "Rule https of vpe-clients has ports, and is for ICMP, TCP and UDP together."
        );
        silent("ports-unused", &[protocol(Protocol::Udp)]);
        let without = [Field::PortMin, Field::PortMax].map(|f| Edit::text(rule("https"), f, ""));
        let [first, last] = without;
        silent("ports-unused", &[protocol(Protocol::IcmpTcpUdp), first, last]);
    }
}
