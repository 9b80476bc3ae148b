//! A rule that says what another one says.

use super::parts::rule_of;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Group, GroupRule, Ix, Model, Placed, Remote};
use crate::plan::{Direction, Protocol};
use std::collections::HashMap;
use std::net::Ipv4Addr;

/// `rule-repeated`.
pub(super) static RULE: Rule = Rule {
    code: "rule-repeated",
    severity: Severity::Advice,
    summary: "Two rules of a security group admit the same",
    explanation: "The rules of a group only ever admit, and what they admit adds up. A second rule for the same traffic \
                  changes nothing, until somebody removes the first and wonders.",
    source: source::GROUPS,
    check,
};

/// What a rule admits.
type Traffic = (Ix<Group>, Direction, Protocol, Option<(u16, u16)>, From);

/// The other side of a rule.
#[derive(PartialEq, Eq, Hash)]
enum From {
    Block(Ipv4Addr, u8),
    Group(Ix<Group>),
}

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<Traffic, &GroupRule> = HashMap::new();
    for rule in model.rules.iter() {
        let Some(traffic) = traffic(rule) else { continue };
        let first = *seen.entry(traffic).or_insert(rule);
        if first.key == rule.key {
            continue;
        }
        let fix = rule
            .origin
            .is_new()
            .then(|| Fix::choice(format!("Remove {}", rule_of(model, rule)), Edit::Remove(rule.object())));
        out.report_with(
            vec![first.place(), rule.place()],
            super::parts::sentence(format!(
                "{} and {} admit the same.",
                rule_of(model, first),
                rule_of(model, rule)
            )),
            "The second changes nothing.",
            fix,
        );
    }
}

/// What a rule admits, where all of it is known.
fn traffic(rule: &GroupRule) -> Option<Traffic> {
    let ports = match &rule.ports {
        None => None,
        Some((first, last)) => Some((first.get()?, last.get()?)),
    };
    let from = match rule.remote {
        Remote::Anywhere => From::Block(Ipv4Addr::UNSPECIFIED, 0),
        Remote::Address(address) => From::Block(address, 32),
        Remote::Net(net) => From::Block(net.addr(), net.prefix_len()),
        Remote::Group(group) => From::Group(group),
        Remote::Unknown(_) => return None,
    };
    Some((rule.group, rule.direction, rule.protocol, ports, from))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::plan::Field;

    #[test]
    fn a_second_rule_for_the_same_is_removed() {
        let finding = relates(
            &clean(),
            "rule-repeated",
            &[add_rule("clients", "again", "443", "10.240.0.0/16")],
            &[Edit::Remove(rule("https"))],
            &[Edit::text(rule("again"), Field::Remote, "10.241.0.0/16")],
        );
        assert_eq!(finding.title, "Rule https of vpe-clients and rule again of vpe-clients admit the same.");
        assert_eq!(finding.fix.unwrap().title, "Remove rule again of vpe-clients");
    }

    #[test]
    fn an_address_is_a_block_of_one() {
        let edits = [
            add_rule("clients", "one", "22", "10.240.0.7"),
            add_rule("clients", "same", "22", "10.240.0.7/32"),
        ];
        triggers("rule-repeated", &edits);
    }

    #[test]
    fn another_group_may_say_the_same() {
        silent(
            "rule-repeated",
            &[add_group("prod", "more"), add_rule("more", "again", "443", "10.240.0.0/16")],
        );
    }
}
