//! `check --fix`: what was mended, for programs and for people.

use super::json::PlaceJson;
use crate::handover;
use crate::plan::Plan;
use crate::rules::Finding;
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

/// Applies all safe fixes.
pub(super) fn mend(plan: Plan) -> Mended {
    let handover::Mended { plan, applied, findings } = handover::mend(plan, usize::MAX);
    let applied = applied.into_iter().map(|fix| Applied {
        code: fix.finding.rule.code,
        title: fix.title().to_owned(),
        places: fix.places.into_iter().map(|(path, label)| PlaceJson { path, label }).collect(),
    });
    Mended { plan, applied: applied.collect(), findings }
}
