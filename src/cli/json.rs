//! What programs read: the documented JSON of `check` and `rules`.

use super::fix::Applied;
use crate::catalog::Source;
use crate::plan::{Place, Plan};
use crate::rules::{Counts, Finding, Rule};
use serde::Serialize;

#[derive(Serialize)]
struct Report<'f> {
    findings: Vec<FindingJson<'f>>,
    errors: usize,
    warnings: usize,
    advice: usize,
    /// With `--fix` only.
    #[serde(skip_serializing_if = "Option::is_none")]
    applied: Option<&'f [Applied]>,
}

#[derive(Serialize)]
struct FindingJson<'f> {
    code: &'static str,
    severity: &'static str,
    places: Vec<PlaceJson>,
    message: String,
    source: SourceJson,
    fix: Option<FixJson<'f>>,
}

/// A place, for machines and for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct PlaceJson {
    /// Such as `gateways/payments-pg/addresses/us-south-1/address`.
    pub(super) path: String,
    /// Such as `payments-pg, Addresses, us-south-1, address`.
    pub(super) label: String,
}

#[derive(Serialize)]
struct SourceJson {
    title: &'static str,
    url: &'static str,
    date: &'static str,
}

#[derive(Serialize)]
struct FixJson<'f> {
    title: &'f str,
}

#[derive(Serialize)]
struct RuleJson {
    code: &'static str,
    severity: &'static str,
    summary: &'static str,
    explanation: &'static str,
    source: SourceJson,
}

impl PlaceJson {
    pub(super) fn of(plan: &Plan, place: &Place) -> Self {
        Self { path: place.path(plan), label: place.label(plan) }
    }
}

impl From<Source> for SourceJson {
    fn from(Source { title, url, date }: Source) -> Self {
        Self { title, url, date }
    }
}

/// The findings of a plan.
pub(super) fn findings(plan: &Plan, findings: &[Finding], applied: Option<&[Applied]>) -> String {
    let Counts { errors, warnings, advice } = Counts::of(findings);
    let findings = findings
        .iter()
        .map(|f| FindingJson {
            code: f.rule.code,
            severity: f.rule.severity.name(),
            places: f.places.iter().map(|p| PlaceJson::of(plan, p)).collect(),
            message: f.message(),
            source: f.rule.source.into(),
            fix: f.fix.as_ref().map(|fix| FixJson { title: &fix.title }),
        })
        .collect();
    pretty(&Report { findings, errors, warnings, advice, applied })
}

/// All rules.
pub(super) fn rules(rules: &[&Rule]) -> String {
    let rules: Vec<_> = rules
        .iter()
        .map(|r| RuleJson {
            code: r.code,
            severity: r.severity.name(),
            summary: r.summary,
            explanation: r.explanation,
            source: r.source.into(),
        })
        .collect();
    pretty(&rules)
}

/// JSON as all of ours is written: two spaces, and a last line end.
pub(super) fn pretty(value: &impl Serialize) -> String {
    let mut text = serde_json::to_string_pretty(value).expect("texts, lists and numbers are always JSON");
    text.push('\n');
    text
}
