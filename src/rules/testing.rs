//! What every rule's tests share: a clean plan to break, and the three promises.

use super::{Finding, check};
use crate::edit::{Edit, History};
use crate::model::Model;
use crate::plan::{self, Key, Plan};

/// A key, in a test.
pub(super) fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

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
/// other; its fix, if it has one, clears it and leaves the plan clean; undo restores
/// the plan. Returns the finding.
pub(super) fn triggers(code: &str, edits: &[Edit]) -> Finding {
    triggers_on(&clean(), code, edits)
}

/// As [`triggers`], on another clean plan.
pub(super) fn triggers_on(base: &Plan, code: &str, edits: &[Edit]) -> Finding {
    assert_eq!(codes(base), Vec::<&str>::new(), "the plan is clean before");
    let broken = edited(base, edits);
    let found = findings(&broken);
    let listed: Vec<_> = found.iter().map(|f| (f.rule.code, f.title.as_str())).collect();
    assert_eq!(found.len(), 1, "one finding: {listed:?}");
    let finding = found[0].clone();
    assert_eq!(finding.rule.code, code, "{listed:?}");
    for place in &finding.places {
        assert!(broken.has(&place.object), "{code} points at {place:?}, which is not in the plan");
    }
    if let Some(fix) = &finding.fix {
        let mut history = History::new(broken.clone());
        history.edit(&fix.edit).unwrap_or_else(|e| panic!("{code}'s fix: {e}"));
        assert_eq!(
            codes(history.plan()),
            Vec::<&str>::new(),
            "{code}'s fix clears it and brings nothing new"
        );
        assert!(history.undo());
        assert_eq!(**history.plan(), broken, "undo restores the plan");
    }
    finding
}

/// The clean plan stays without this finding after `edits`.
pub(super) fn silent(code: &str, edits: &[Edit]) {
    let plan = edited(&clean(), edits);
    let codes = codes(&plan);
    assert!(!codes.contains(&code), "{code} should be silent: {codes:?}");
}
