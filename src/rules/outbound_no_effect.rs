//! A rule for a direction that gateways do not use.

use super::parts::{guarding, rule_of, sentence};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{GroupRule, Model, Placed};
use crate::plan::{Direction, Field};

/// `outbound-no-effect`.
pub(super) static RULE: Rule = Rule {
    code: "outbound-no-effect",
    severity: Severity::Advice,
    summary: "An outbound rule is in a group that only guards gateways",
    explanation: "Clients open the connections to a gateway, and a security group lets the answers out. The groups \
                  of a gateway filter what comes in, so that an outbound rule changes nothing for it. In a group \
                  that servers have, too, it may matter.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut groups = None;
    let outbound = |r: &&GroupRule| r.direction == Direction::Outbound;
    for rule in model.rules.iter().filter(|r| r.origin.is_new()).filter(outbound) {
        let group = &model.groups[rule.group];
        let groups = groups.get_or_insert_with(|| guarding(model));
        // Of a group without inbound rules another rule tells.
        let admits = || group.rules.iter().any(|&r| model.rules[r].direction == Direction::Inbound);
        if group.origin.is_new() && groups.contains(group.key.as_str()) && admits() {
            out.report(
                vec![rule.at(Field::Direction)],
                sentence(format!("{} is outbound.", rule_of(model, rule))),
                "It changes nothing for gateways: clients open the connections, and answers go out by themselves.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::Direction;

    fn out(group: &str) -> [Edit; 2] {
        [
            add_rule(group, "out", "443", "10.240.0.0/16"),
            Edit::choose(rule("out"), Choice::Direction(Direction::Outbound)),
        ]
    }

    #[test]
    fn answers_go_out_by_themselves() {
        let finding = triggers("outbound-no-effect", &out("clients"));
        assert_eq!(finding.title, "Rule out of vpe-clients is outbound.");
    }

    #[test]
    fn a_group_of_no_gateway_and_one_that_exists_may_be_for_servers() {
        silent("outbound-no-effect", &[&[add_group("prod", "servers")], &out("servers")[..]].concat());
        silent("outbound-no-effect", &[&out("clients")[..], &[exists(group("clients"))]].concat());
    }
}
