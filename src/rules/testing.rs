//! What every rule's tests share: a clean plan to break, and the three promises.

mod acls;
mod bases;
mod edits;
mod meta;
mod policies;
mod properties;
mod random;
mod speed;

pub(super) use acls::*;
pub(super) use edits::*;
pub(super) use policies::*;

use super::{Counts, Finding, check};
use crate::edit::{Edit, History};
use crate::model::Model;
use crate::plan::{self, Plan};

/// A plan without findings: one new VPC in us-south with a subnet in each zone, a
/// security group, and a Key Protect gateway with an address in each zone.
pub(super) fn clean() -> Plan {
    let text = include_str!("testing/clean.json");
    plan::read(text).unwrap_or_else(|e| panic!("clean.json: {e}"))
}

/// Applies edits to a plan.
pub(super) fn edited(plan: &Plan, edits: &[Edit]) -> Plan {
    let mut history = History::new(plan.clone());
    for edit in edits {
        history.edit(edit).unwrap_or_else(|e| panic!("{edit:?}: {e}"));
    }
    (**history.plan()).clone()
}

/// The findings of a plan.
pub(super) fn findings(plan: &Plan) -> Vec<Finding> {
    check(&Model::of(plan))
}

/// The codes of a plan's findings, each once for each finding.
pub(super) fn codes(plan: &Plan) -> Vec<&'static str> {
    findings(plan).iter().map(|f| f.rule.code).collect()
}

/// Applying `edits` to the clean plan triggers exactly one finding of `code` and no
/// other; its fix, if it has one, clears it and brings nothing new; undo restores
/// the plan. Returns the finding.
pub(super) fn triggers(code: &str, edits: &[Edit]) -> Finding {
    triggers_on(&clean(), code, edits)
}

/// As [`triggers`], on another plan without errors and warnings. Advice that it has
/// stays as it is.
pub(super) fn triggers_on(base: &Plan, code: &str, edits: &[Edit]) -> Finding {
    let before = findings(base);
    assert!(Counts::of(&before).is_clean(), "clean before: {:?}", listed(base));
    let broken = edited(base, edits);
    let found: Vec<_> = findings(&broken).into_iter().filter(|f| !told(&before, f)).collect();
    assert_eq!(found.len(), 1, "{code} alone: {:#?}", listed(&broken));
    let finding = found[0].clone();
    assert_eq!(finding.rule.code, code, "{:#?}", listed(&broken));
    for place in &finding.places {
        assert!(broken.has(&place.object), "{code} points at {place:?}, which is not in the plan");
    }
    if let Some(fix) = &finding.fix {
        let mut history = History::new(broken.clone());
        history.edit(&fix.edit).unwrap_or_else(|e| panic!("{code}'s fix: {e}"));
        brings_nothing(&before, history.plan(), &format!("{code}'s fix {:?}", fix.title));
        assert!(history.undo());
        assert_eq!(**history.plan(), broken, "undo restores the plan");
    }
    finding
}

/// As [`triggers_on`], for a rule that relates two objects: either alone is clean.
/// `first` and `second` each change or remove one of the two.
pub(super) fn relates(base: &Plan, code: &str, edits: &[Edit], first: &[Edit], second: &[Edit]) -> Finding {
    let finding = triggers_on(base, code, edits);
    let (before, broken) = (findings(base), edited(base, edits));
    for (which, mend) in [("first", first), ("second", second)] {
        brings_nothing(&before, &edited(&broken, mend), &format!("mending the {which} object"));
    }
    finding
}

/// The clean plan stays without this finding after `edits`.
pub(super) fn silent(code: &str, edits: &[Edit]) {
    silent_on(&clean(), code, edits);
}

/// As [`silent`], on another plan.
pub(super) fn silent_on(base: &Plan, code: &str, edits: &[Edit]) {
    let codes = codes(&edited(base, edits));
    assert!(!codes.contains(&code), "{code} should be silent: {codes:?}");
}

/// Whether a finding of the same rule at the same places was there before.
fn told(before: &[Finding], finding: &Finding) -> bool {
    before.iter().any(|f| f.rule == finding.rule && f.places == finding.places)
}

/// What is found in a plan was found before.
fn brings_nothing(before: &[Finding], plan: &Plan, what: &str) {
    let new: Vec<_> = findings(plan).into_iter().filter(|f| !told(before, f)).collect();
    assert!(new.is_empty(), "{what} leaves or brings {new:#?}");
}

fn listed(plan: &Plan) -> Vec<(&'static str, String)> {
    findings(plan).iter().map(|f| (f.rule.code, f.message())).collect()
}

#[test]
fn the_clean_plan_has_no_finding_at_all() {
    assert_eq!(listed(&clean()), []);
    for plan in [two_gateways(), two_vpcs(), with_database(), adopted()] {
        assert_eq!(listed(&plan), []);
    }
}

/// A template may ask for a value of the user's own, and for nothing else.
#[test]
fn templates_lack_at_most_what_only_the_user_knows() {
    for template in &plan::TEMPLATES {
        let found = findings(&plan::read(template.text).unwrap());
        let other: Vec<_> = found.iter().filter(|f| f.rule.code != "value-missing").collect();
        assert!(other.is_empty(), "{}: {other:#?}", template.id);
    }
}
