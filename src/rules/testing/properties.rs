//! What holds of every plan, however wrong it is.

use super::super::{Finding, FixKind, check};
use super::bases::bases;
use super::random::{changed, objects, steps};
use super::*;
use crate::edit::apply;
use crate::model::Model;
use crate::plan::{Field, Object, Place};
use proptest::prelude::*;
use std::collections::HashMap;

fn holds(plan: &Plan, finding: &Finding, found: &[Finding], position: &HashMap<Object, usize>) {
    let code = finding.rule.code;
    assert!(!finding.places.is_empty(), "{code}");
    let at: Vec<usize> = finding
        .places
        .iter()
        .map(|p| *position.get(&p.object).unwrap_or_else(|| panic!("{code}: {p:?} is not in the plan")))
        .collect();
    assert!(at.is_sorted(), "{code}: places in plan order: {:?}", finding.places);
    for place in &finding.places {
        assert!(!place.path(plan).is_empty());
    }
    assert!(finding.title.ends_with('.') && finding.title.len() > 10, "{code}: {:?}", finding.title);
    assert!(finding.detail.ends_with('.'), "{code}: {:?}", finding.detail);
    if let Some(fix) = &finding.fix {
        let fixed = apply(plan, &fix.edit).unwrap_or_else(|e| panic!("{code}'s fix {:?}: {e}", fix.title));
        assert_ne!(fixed, *plan, "{code}'s fix {:?} changes something", fix.title);
        let same =
            |f: &Finding| f.rule == finding.rule && f.places == finding.places && f.title == finding.title;
        let of_rule = |all: &[Finding]| all.iter().filter(|f| f.rule == finding.rule).count();
        let after = findings(&fixed);
        // Where an entry of a list is removed, the next one takes its place.
        let cleared = !after.iter().any(same) || of_rule(&after) < of_rule(found);
        assert!(cleared, "{code}'s fix {:?} clears it: {}", fix.title, finding.title);
        assert!(!fix.title.is_empty() && !fix.title.ends_with('.'), "{code}: {:?}", fix.title);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_hold_of_any_plan(base in bases(), steps in steps()) {
        let plan = changed(&base, &steps);
        let position: HashMap<Object, usize> =
            objects(&plan).into_iter().enumerate().map(|(i, o)| (o, i)).collect();
        let found = findings(&plan);
        prop_assert_eq!(&found, &findings(&plan), "the same plan, the same findings");
        prop_assert!(found.is_sorted_by_key(|f| f.rule.severity));
        let once: Vec<(&str, &[Place])> = found.iter().map(|f| (f.rule.code, &f.places[..])).collect();
        for (i, one) in once.iter().enumerate() {
            // Two values of one field may both be wrong, such as two tags.
            let list = one.1.iter().any(|p| {
                matches!(p.field, Some(Field::Tags | Field::AccessTags | Field::SecurityGroups | Field::Vpc))
            });
            let whole = one.1.iter().all(|p| p.field.is_none());
            prop_assert!(list || whole || !once[..i].contains(one), "{one:?} is told twice");
        }
        for finding in &found {
            holds(&plan, finding, &found, &position);
        }
    }

    /// As the terminal's `check --fix` does.
    #[test]
    fn safe_fixes_come_to_an_end(base in bases(), steps in steps()) {
        let mut plan = changed(&base, &steps);
        for _ in 0..100 {
            let found = check(&Model::of(&plan));
            let Some(fix) = found.into_iter().filter_map(|f| f.fix).find(|f| f.kind == FixKind::Safe) else {
                return Ok(());
            };
            plan = apply(&plan, &fix.edit).expect("a safe fix applies");
        }
        prop_assert!(false, "a hundred safe fixes and no end");
    }
}

/// The plans above would show little if most rules stayed silent in all of them.
#[test]
fn random_plans_meet_nearly_every_rule() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let strategy = (bases(), steps());
    let mut met = std::collections::BTreeSet::new();
    for _ in 0..4000 {
        let (base, steps) = strategy.new_tree(&mut runner).unwrap().current();
        met.extend(codes(&changed(&base, &steps)));
    }
    let missed: Vec<_> =
        super::super::RULES.iter().map(|r| r.code).filter(|code| !met.contains(code)).collect();
    assert_eq!(missed, ["above-quota"], "which takes more steps than these plans have");
}
