//! Applying the fixes that need nobody's decision.

use crate::edit::{Edit, apply};
use crate::model::Model;
use crate::plan::Plan;
use crate::rules::{self, Counts, Finding, FixKind};

/// A fix that was applied.
#[derive(Debug, Clone, PartialEq)]
pub struct Applied {
    /// The finding that it mended, as it was then.
    pub finding: Finding,
    /// Path and label of each of the finding's places, as they were then.
    pub places: Vec<(String, String)>,
    /// The change.
    pub edit: Edit,
}

/// A plan after its safe fixes.
#[derive(Debug)]
pub struct Mended {
    /// The plan.
    pub plan: Plan,
    /// What was done to it, in order.
    pub applied: Vec<Applied>,
    /// What is left.
    pub findings: Vec<Finding>,
}

impl Applied {
    /// The act and the thing, as on the fix's button.
    pub fn title(&self) -> &str {
        self.finding.fix.as_ref().map_or("", |fix| &fix.title)
    }
}

/// Applies safe fixes, one at a time, checking again after each; `most` of them
/// at most.
///
/// A fix stays only when the plan is better for it: fewer errors, or as many and
/// fewer warnings, or as many of both and less advice. That cannot go on for ever,
/// whatever a rule proposes. A fix that was of no use is tried once more after
/// others have helped, so that mending a mended plan does nothing.
pub fn mend(plan: Plan, most: usize) -> Mended {
    let findings = rules::check(&Model::of(&plan));
    let mut mended = Mended { plan, applied: Vec::new(), findings };
    loop {
        let before = mended.applied.len();
        let mut useless = Vec::new();
        while mended.applied.len() < most {
            let Some((finding, edit)) = mended.next(&useless) else { break };
            if !mended.try_fix(finding, &edit) {
                useless.push(edit);
            }
        }
        if useless.is_empty() || mended.applied.len() == before || mended.applied.len() >= most {
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
    fn try_fix(&mut self, finding: Finding, edit: &Edit) -> bool {
        let Ok(next) = apply(&self.plan, edit) else { return false };
        let findings = rules::check(&Model::of(&next));
        if badness(&findings) >= badness(&self.findings) {
            return false;
        }
        let places = finding.places.iter().map(|p| (p.path(&self.plan), p.label(&self.plan))).collect();
        self.applied.push(Applied { finding, places, edit: edit.clone() });
        self.plan = next;
        self.findings = findings;
        true
    }
}

fn badness(findings: &[Finding]) -> (usize, usize, usize) {
    let Counts { errors, warnings, advice } = Counts::of(findings);
    (errors, warnings, advice)
}
