//! Findings.

use super::Rule;
use crate::edit::Edit;
use crate::plan::{Object, Place};

/// How bad it is, by what follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// IBM Cloud will refuse it.
    Error,
    /// It is accepted, and will hurt.
    Warning,
    /// Practice, and what only looks odd.
    Advice,
}

impl Severity {
    /// `error`, `warning` or `advice`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule that found it.
    pub rule: &'static Rule,
    /// Every place that takes part, in plan order; never empty. It is shown at
    /// each and counted once.
    pub places: Vec<Place>,
    /// What is wrong, one sentence with the user's own names and a full stop.
    pub title: String,
    /// What follows from it, a sentence or two.
    pub detail: String,
    /// How to mend it, where that is evident.
    pub fix: Option<Fix>,
}

impl Finding {
    /// What is wrong and what follows.
    pub fn message(&self) -> String {
        format!("{} {}", self.title, self.detail)
    }

    /// Whether one of its places is this object or a field of it.
    pub fn concerns(&self, object: &Object) -> bool {
        self.places.iter().any(|p| p.object == *object)
    }
}

/// A way to mend a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Fix {
    /// The act and the thing, as on a button: `Use 10.240.8.9, the next free`.
    pub title: String,
    /// Whether it may be applied unasked.
    pub kind: FixKind,
    /// The change.
    pub edit: Edit,
}

impl Fix {
    /// A fix that may be applied unasked.
    pub fn safe(title: impl Into<String>, edit: Edit) -> Self {
        Self { title: title.into(), kind: FixKind::Safe, edit }
    }

    /// A fix that somebody has to choose.
    pub fn choice(title: impl Into<String>, edit: Edit) -> Self {
        Self { title: title.into(), kind: FixKind::Choice, edit }
    }
}

/// Whether a fix may be applied unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixKind {
    /// It changes only what is wrong and has no other right answer.
    Safe,
    /// It widens access, removes something, or is one of several right answers.
    Choice,
}

/// How many findings there are of each severity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Advice.
    pub advice: usize,
}

impl Counts {
    /// Counts findings.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut counts = Self::default();
        for finding in findings {
            match finding.rule.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Advice => counts.advice += 1,
            }
        }
        counts
    }

    /// Whether there is neither error nor warning.
    pub fn is_clean(self) -> bool {
        self.errors == 0 && self.warnings == 0
    }
}
