//! Running the rules.

use super::{Finding, Fix, RULES, Severity};
use crate::catalog::Source;
use crate::model::Model;
use crate::plan::Place;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Readable words with hyphens; stable once released.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What it finds, a line without a full stop.
    pub summary: &'static str,
    /// Why that matters and what to do, in plain words.
    pub explanation: &'static str,
    /// The document that it rests on.
    pub source: Source,
    /// The check. It reports everything it finds, in plan order.
    pub check: fn(&Model, &mut Findings),
}

impl PartialEq for Rule {
    /// Codes are unique.
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
}

/// Where a check puts what it finds.
#[derive(Debug)]
pub struct Findings {
    rule: &'static Rule,
    found: Vec<Finding>,
}

impl Findings {
    pub(super) fn of(rule: &'static Rule) -> Self {
        Self { rule, found: Vec::new() }
    }

    /// Reports a finding that has no evident fix.
    pub fn report(&mut self, places: Vec<Place>, title: impl Into<String>, detail: impl Into<String>) {
        self.report_with(places, title, detail, None);
    }

    /// Reports a finding with its fix, if there is one.
    pub fn report_with(
        &mut self,
        places: Vec<Place>,
        title: impl Into<String>,
        detail: impl Into<String>,
        fix: Option<Fix>,
    ) {
        debug_assert!(!places.is_empty(), "{}: a finding is somewhere", self.rule.code);
        self.found.push(Finding { rule: self.rule, places, title: title.into(), detail: detail.into(), fix });
    }
}

/// All findings of a plan: the most serious first, then by rule, then in plan
/// order. The same model always gives the same list.
pub fn check(model: &Model) -> Vec<Finding> {
    let mut all = Vec::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        for rule in RULES.iter().filter(|rule| rule.severity == severity) {
            let mut findings = Findings::of(rule);
            (rule.check)(model, &mut findings);
            all.append(&mut findings.found);
        }
    }
    all
}
