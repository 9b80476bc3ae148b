//! A network ACL that lets clients in and denies the answers to them.

use super::parts::{
    Need, Traffic, acl_rule_of, answered, filtering, let_answers_out, passes, sentence, subnet_of,
};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `acl-denies-answers`.
pub(super) static RULE: Rule = Rule {
    code: "acl-denies-answers",
    severity: Severity::Warning,
    summary: "A network ACL lets clients of a gateway in and denies the answers to them",
    explanation: "A network ACL remembers no connections. What a rule lets in to a gateway is answered from the service's \
                  port to a high port of the client, 1024 to 65535, and a rule has to let that out. Without one the \
                  client's connection never comes about.",
    source: source::ACLS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut told = Vec::new();
    for gateway in model.gateways.iter() {
        let Some(need) = Need::of(gateway) else { continue };
        for &ix in &gateway.addresses {
            let address = &model.addresses[ix];
            let Some(subnet) = subnet_of(model, address).map(|s| &model.subnets[s]) else { continue };
            let Some(acl) = filtering(model, subnet).map(|acl| &model.acls[acl]) else {
                continue;
            };
            let Some(traffic) = Traffic::to(model, address, need) else { continue };
            let Some(passed) = passes(model, acl, traffic) else { continue };
            for &rule_ix in &acl.rules {
                let pieces = passed.iter().filter(|(r, _)| *r == rule_ix).map(|(_, piece)| *piece);
                let pieces: Vec<_> = pieces.collect();
                let unanswered = pieces.iter().all(|p| answered(model, acl, traffic, *p) == Some(false));
                let Some(first) = pieces.first().filter(|_| unanswered && !told.contains(&rule_ix)) else {
                    continue;
                };
                told.push(rule_ix);
                let rule = &model.acl_rules[rule_ix];
                out.report_with(
                    vec![rule.place(), address.at(Field::Subnet)],
                    sentence(format!(
                        "{} lets {need} in to {}, and no rule lets the answers out.",
                        acl_rule_of(model, rule),
                        gateway.label
                    )),
                    format!(
                        "Answers go from the service's port to high ports of {}; without them clients time out.",
                        rule.source.text
                    ),
                    let_answers_out(model, subnet, rule, need, traffic.answers(*first)),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Action, Direction};

    #[test]
    fn answers_go_out_to_high_ports() {
        let low = [
            Edit::text(acl_rule("https-out"), Field::DestinationPortMin, "443"),
            Edit::text(acl_rule("https-out"), Field::DestinationPortMax, "443"),
        ];
        let finding = relates(
            &with_acl(),
            "acl-denies-answers",
            &low,
            &[Edit::text(acl_rule("https-out"), Field::DestinationPortMax, "65535")],
            &[attach_acl("vpe-1", ""), Edit::Remove(acl("acl"))],
        );
        assert_eq!(
            finding.title,
            "Rule https-in of vpe-acl lets TCP 443 in to payments-kms, and no rule lets the answers out."
        );
        assert_eq!(finding.places, [acl_rule("https-in").place(), address("kms", 0).at(Field::Subnet)]);
        assert_eq!(finding.fix.unwrap().title, "Let the answers from TCP 443 out to 10.240.0.0/16");
        triggers_on(&with_acl(), "acl-denies-answers", &[Edit::Remove(acl_rule("https-out"))]);
    }

    #[test]
    fn each_client_is_answered() {
        let other = [
            add_acl_rule("acl", "office", Action::Allow, Direction::Inbound, "192.168.0.0/16"),
            Edit::text(acl_rule("office"), Field::Destination, "10.240.8.0/26"),
        ];
        let finding = triggers_on(&with_acl(), "acl-denies-answers", &other);
        assert_eq!(finding.places[0], acl_rule("office").place());
        let all = Edit::text(acl_rule("https-out"), Field::Destination, "");
        silent_on(&with_acl(), "acl-denies-answers", &[&other[..], &[all]].concat());
    }

    #[test]
    fn a_narrower_range_of_high_ports_is_enough() {
        let linux = [
            Edit::text(acl_rule("https-out"), Field::DestinationPortMin, "32768"),
            Edit::text(acl_rule("https-out"), Field::DestinationPortMax, "60999"),
        ];
        silent_on(&with_acl(), "acl-denies-answers", &linux);
        let all = Edit::choose(acl_rule("https-out"), Choice::Protocol(crate::plan::Protocol::IcmpTcpUdp));
        silent_on(&with_acl(), "acl-denies-answers", &[all]);
    }
}
