//! A new rule that comes after all of an existing network ACL.

use super::parts::{acl_rule_of, sentence};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};
use crate::plan::{Action, Place};

/// `acl-rule-last`.
pub(super) static RULE: Rule = Rule {
    code: "acl-rule-last",
    severity: Severity::Advice,
    summary: "New rules come after all rules of a network ACL that exists",
    explanation: "A new rule of a network ACL that exists stands before the next rule of the plan that exists, and where \
                  there is none, after all. The first rule that fits decides: one that denies the same and is not in the \
                  plan would come first. Give the plan the rule that the new ones are to stand before, by its ID.",
    source: source::ACLS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for acl in model.acls.iter().filter(|a| !a.origin.is_new()) {
        let rules = || acl.rules.iter().map(|&r| &model.acl_rules[r]);
        let last = rules().rev().take_while(|r| r.origin.is_new()).filter(|r| r.action == Action::Allow);
        let mut last: Vec<_> = last.collect();
        last.reverse();
        let Some(first) = last.first() else { continue };
        let places: Vec<Place> = last.iter().map(|r| r.place()).collect();
        let title = if last.len() == 1 {
            sentence(format!("{} comes after all rules that exist.", acl_rule_of(model, first)))
        } else {
            format!("{} new rules of {} come after all rules that exist.", last.len(), acl.label)
        };
        out.report(
            places,
            title,
            "A rule that denies the same and that the plan does not know would come before.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;

    #[test]
    fn a_known_rule_is_what_new_ones_stand_before() {
        let known = [exists(acl("acl")), Edit::text(acl("acl"), crate::plan::Field::Id, "r006-1")];
        let finding = triggers_on(&with_acl(), "acl-rule-last", &known);
        assert_eq!(finding.title, "2 new rules of vpe-acl come after all rules that exist.");
        assert_eq!(finding.places, [acl_rule("https-in").place(), acl_rule("https-out").place()]);
        let before =
            [exists(acl_rule("https-out")), Edit::text(acl_rule("https-out"), crate::plan::Field::Id, "r-1")];
        silent_on(&with_acl(), "acl-rule-last", &[&known[..], &before].concat());
    }
}
