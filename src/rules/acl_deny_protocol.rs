//! A rule of a network ACL that denies several protocols at once.

use super::parts::{acl_rule_of, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit, New};
use crate::model::{AclRule, Model, Name, Placed};
use crate::plan::{Action, Field, Key, NetworkAclRule, Protocol, Resource};

/// `acl-deny-protocol`.
pub(super) static RULE: Rule = Rule {
    code: "acl-deny-protocol",
    severity: Severity::Error,
    summary: "A rule of a network ACL denies ICMP, TCP and UDP at once",
    explanation: "The protocol icmp_tcp_udp can be allowed and not denied. Each of the three can be denied by a rule of \
                  its own. At the end of the rules none is needed: what no rule lets through is denied.",
    source: source::API_CHANGES,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    // What exists was accepted.
    let new = model.acl_rules.iter().filter(|r| r.origin.is_new());
    for rule in new.filter(|r| r.action == Action::Deny && r.protocol == Protocol::IcmpTcpUdp) {
        out.report_with(
            vec![rule.at(Field::Protocol)],
            sentence(format!("{} denies ICMP, TCP and UDP at once.", acl_rule_of(model, rule))),
            "IBM Cloud takes a rule for each protocol that is denied.",
            fix(model, rule),
        );
    }
}

/// A rule for each of the three, at the same place.
fn fix(model: &Model, rule: &AclRule) -> Option<Fix> {
    let acl = &model.acls[rule.acl];
    let rules = || acl.rules.iter().map(|&r| &model.acl_rules[r]);
    let at = rules().position(|r| r.key == rule.key)?;
    let mut edits = vec![Edit::choose(rule.object(), Choice::Protocol(Protocol::Tcp))];
    for (n, (word, protocol)) in [("udp", Protocol::Udp), ("icmp", Protocol::Icmp)].into_iter().enumerate() {
        let name = format!("{}-{word}", rule.name);
        if Name::new(&name).is_none() || rules().any(|r| r.name.to_string() == name) {
            return None;
        }
        let taken = |k: &str| model.acl_rules.iter().any(|r| r.key.as_str() == k);
        let key = Key::make(&format!("{}-{word}", rule.key), "rule", taken);
        let anywhere = |text: &str| if text == "0.0.0.0/0" { String::new() } else { text.to_owned() };
        let wanted = NetworkAclRule {
            name,
            action: Action::Deny,
            direction: rule.direction,
            protocol,
            source: anywhere(&rule.source.text),
            destination: anywhere(&rule.destination.text),
            ..NetworkAclRule::default()
        };
        edits.push(Edit::Add(New::AclRule(
            acl.key.clone(),
            Resource { key: key.clone(), wanted, ..Resource::default() },
        )));
        edits.push(Edit::Move { rule: key, to: at + 1 + n });
    }
    let title = "Deny each by a rule of its own".to_owned();
    Some(Fix::choice(title.clone(), Edit::All { label: title, edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn three_rules_deny_three_protocols() {
        let deny = add_acl_rule("acl", "rest", Action::Deny, crate::plan::Direction::Inbound, "");
        let all = Edit::choose(acl_rule("rest"), Choice::Protocol(Protocol::IcmpTcpUdp));
        let finding = triggers_on(&with_acl(), "acl-deny-protocol", &[deny.clone(), all.clone()]);
        assert_eq!(finding.title, "Rule rest of vpe-acl denies ICMP, TCP and UDP at once.");
        let fixed = edited(&edited(&with_acl(), &[deny, all.clone()]), &[finding.fix.unwrap().edit]);
        let names: Vec<_> = fixed.acl_rules().map(|(_, r)| r.wanted.name.clone()).collect();
        assert_eq!(names, ["https-in", "https-out", "rest", "rest-udp", "rest-icmp"]);
        let allow = Edit::choose(acl_rule("rest"), Choice::Action(Action::Allow));
        silent_on(&edited(&with_acl(), &[]), "acl-deny-protocol", &[Edit::Remove(acl_rule("https-out"))]);
        let known = add_acl_rule("acl", "rest", Action::Deny, crate::plan::Direction::Inbound, "");
        silent_on(&with_acl(), "acl-deny-protocol", &[known, all, allow]);
    }
}
