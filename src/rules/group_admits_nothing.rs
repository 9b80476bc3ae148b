//! A security group without an inbound rule.

use super::parts::{Admitter, Need, list, rule_admits, rule_of};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Gateway, Group, Ix, Model, Placed};
use crate::plan::{Direction, Field, Place};

/// `group-admits-nothing`.
pub(super) static RULE: Rule = Rule {
    code: "group-admits-nothing",
    severity: Severity::Warning,
    summary: "A new security group admits nothing, and gateways have no other",
    explanation: "A security group without an inbound rule lets nothing in. Gateways that have only such groups are \
                  created, and nobody reaches them. Outbound rules do not matter here: clients open the connections.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let is_empty = |g: Ix<Group>| admits_nothing(model, &model.groups[g]);
    // Gateways that nothing reaches, by the first of their groups.
    let mut shut: Vec<(Ix<Group>, Ix<Gateway>)> = model
        .gateways
        .enumerate()
        .filter(|(_, g)| g.origin.is_new() && !g.groups.is_empty() && g.groups.iter().all(|&x| is_empty(x)))
        .map(|(ix, g)| (g.groups[0], ix))
        .collect();
    shut.sort_unstable();
    let mut admitter = None;
    for gateways in shut.chunk_by(|a, b| a.0 == b.0) {
        let (ix, first) = gateways[0];
        let group = &model.groups[ix];
        let gateways = || gateways.iter().map(|&(_, g)| &model.gateways[g]);
        let labels: Vec<&str> = gateways().map(|g| g.label.as_str()).collect();
        let mut places: Vec<Place> = vec![group.place()];
        places.extend(gateways().map(|g| g.at(Field::SecurityGroups)));
        out.report_with(
            places,
            format!("{} admits nothing.", group.label),
            format!("{} would be created, and clients would time out.", list(&labels)),
            Need::of(&model.gateways[first]).and_then(|need| {
                turned(model, group, need)
                    .or_else(|| admitter.get_or_insert_with(|| Admitter::of(model)).fix(ix, need))
            }),
        );
    }
}

/// Turns an outbound rule that would admit the traffic if it were inbound.
fn turned(model: &Model, group: &Group, need: Need) -> Option<Fix> {
    let mut rules = group.rules.iter().map(|&r| &model.rules[r]);
    let rule = rules.find(|r| r.direction == Direction::Outbound && rule_admits(r, need) == Some(true))?;
    let edit = Edit::choose(rule.object(), Choice::Direction(Direction::Inbound));
    Some(Fix::choice(format!("Make {} inbound", rule_of(model, rule)), edit))
}

/// Whether a group has no inbound rule, as far as all its rules are known.
fn admits_nothing(model: &Model, group: &Group) -> bool {
    group.origin.is_new() && !group.rules.iter().any(|&r| model.rules[r].direction == Direction::Inbound)
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_group_without_rules_shuts_its_gateways() {
        let finding = relates(
            &two_gateways(),
            "group-admits-nothing",
            &[Edit::Remove(rule("https"))],
            &[add_rule("clients", "https-2", "443", "10.240.0.0/16")],
            &[Edit::Remove(gateway("kms")), Edit::Remove(gateway("cos"))],
        );
        assert_eq!(finding.title, "vpe-clients admits nothing.");
        assert_eq!(finding.places.len(), 3);
        let fix = finding.fix.unwrap();
        assert_eq!(fix.title, "Add inbound TCP 443 from 10.240.0.0/17 and 10.240.128.0/18");
    }

    #[test]
    fn an_outbound_rule_admits_nothing() {
        let finding = triggers(
            "group-admits-nothing",
            &[Edit::choose(rule("https"), Choice::Direction(Direction::Outbound))],
        );
        assert_eq!(finding.fix.unwrap().title, "Make rule https of vpe-clients inbound");
    }

    #[test]
    fn with_another_group_or_without_a_gateway_it_does_not_matter() {
        silent("group-admits-nothing", &[add_group("prod", "empty"), attach("kms", "empty")]);
        silent("group-admits-nothing", &[exists(group("clients")), Edit::Remove(rule("https"))]);
    }
}
