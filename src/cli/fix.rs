//! Applying the fixes that need nobody's decision.

use super::json::PlaceJson;
use crate::edit::{Edit, apply};
use crate::model::Model;
use crate::plan::Plan;
use crate::rules::{self, Counts, Finding, FixKind};
use serde::Serialize;

/// A fix that was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Applied {
    /// Code of the rule whose finding it mended.
    pub(super) code: &'static str,
    /// What it did.
    pub(super) title: String,
    /// Where the finding was.
    pub(super) places: Vec<PlaceJson>,
}

/// A plan after its safe fixes.
#[derive(Debug)]
pub(super) struct Mended {
    pub(super) plan: Plan,
    pub(super) applied: Vec<Applied>,
    /// What is left.
    pub(super) findings: Vec<Finding>,
}

/// Applies safe fixes, one at a time, checking again after each.
///
/// A fix stays only when the plan is better for it: fewer errors, or as many and
/// fewer warnings, or as many of both and less advice. That cannot go on for ever,
/// whatever a rule proposes. A fix that was of no use is tried once more after
/// others have helped, so that mending a mended plan does nothing.
pub(super) fn mend(plan: Plan) -> Mended {
    let findings = rules::check(&Model::of(&plan));
    let mut mended = Mended { plan, applied: Vec::new(), findings };
    loop {
        let before = mended.applied.len();
        let mut useless = Vec::new();
        while let Some((finding, edit)) = mended.next(&useless) {
            if !mended.try_fix(&finding, &edit) {
                useless.push(edit);
            }
        }
        if useless.is_empty() || mended.applied.len() == before {
            return mended;
        }
    }
}

impl Mended {
    /// The first finding with a safe fix that has not proved useless.
    fn next(&self, useless: &[Edit]) -> Option<(Finding, Edit)> {
        self.findings.iter().find_map(|finding| {
            let fix =
                finding.fix.as_ref().filter(|f| f.kind == FixKind::Safe && !useless.contains(&f.edit))?;
            Some((finding.clone(), fix.edit.clone()))
        })
    }

    /// Applies a fix if the plan is better for it.
    fn try_fix(&mut self, finding: &Finding, edit: &Edit) -> bool {
        let Ok(next) = apply(&self.plan, edit) else { return false };
        let findings = rules::check(&Model::of(&next));
        if badness(&findings) >= badness(&self.findings) {
            return false;
        }
        self.applied.push(Applied {
            code: finding.rule.code,
            title: finding.fix.as_ref().map_or_else(String::new, |f| f.title.clone()),
            places: finding.places.iter().map(|p| PlaceJson::of(&self.plan, p)).collect(),
        });
        self.plan = next;
        self.findings = findings;
        true
    }
}

fn badness(findings: &[Finding]) -> (usize, usize, usize) {
    let Counts { errors, warnings, advice } = Counts::of(findings);
    (errors, warnings, advice)
}
