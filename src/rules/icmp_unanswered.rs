//! A rule for ICMP, which gateways do not answer.

use super::parts::{guarding, rule_of, sentence};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{GroupRule, Model, Placed};
use crate::plan::{Direction, Field, Protocol};

/// `icmp-unanswered`.
pub(super) static RULE: Rule = Rule {
    code: "icmp-unanswered",
    severity: Severity::Advice,
    summary: "A rule admits ICMP to gateways, which do not answer it",
    explanation: "A gateway does not answer ICMP: a ping to it stays without an answer whatever its security groups \
                  admit. Whether it is reached shows a connection to the service's port.",
    source: source::FAQ,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut groups = None;
    let inbound = |r: &&GroupRule| r.protocol == Protocol::Icmp && r.direction == Direction::Inbound;
    for rule in model.rules.iter().filter(|r| r.origin.is_new()).filter(inbound) {
        let groups = groups.get_or_insert_with(|| guarding(model));
        if groups.contains(model.groups[rule.group].key.as_str()) {
            out.report(
                vec![rule.at(Field::Protocol)],
                sentence(format!("{} admits ICMP.", rule_of(model, rule))),
                "Gateways do not answer it: a ping to one stays without an answer.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Direction, Protocol};

    fn ping(group: &str) -> [Edit; 2] {
        [
            add_rule(group, "ping", "", "10.240.0.0/16"),
            Edit::choose(rule("ping"), Choice::Protocol(Protocol::Icmp)),
        ]
    }

    #[test]
    fn a_gateway_answers_no_ping() {
        let finding = triggers("icmp-unanswered", &ping("clients"));
        assert_eq!(finding.title, "Rule ping of vpe-clients admits ICMP.");
    }

    #[test]
    fn a_group_of_no_gateway_may_be_for_servers() {
        let servers = [add_group("prod", "servers")];
        silent("icmp-unanswered", &[&servers[..], &ping("servers")].concat());
        let out = Edit::choose(rule("ping"), Choice::Direction(Direction::Outbound));
        silent("icmp-unanswered", &[&ping("clients")[..], &[out]].concat());
    }
}
