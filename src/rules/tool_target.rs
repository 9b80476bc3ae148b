//! Tool versions that the exports are not written for.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Expected, Model};
use crate::plan::{CliVersion, DEFAULT_API_VERSION, Field, Object, ProviderVersion};

/// `tool-target`.
pub(super) static RULE: Rule = Rule {
    code: "tool-target",
    severity: Severity::Warning,
    summary: "The plan aims at a tool version that the exports are not written for",
    explanation: "Flags, fields and arguments differ by version. The exports are written for the CLI's plug-in 16 or \
                  later, the version of the API that this program knows, and the Terraform provider 2.1 or later, \
                  whatever the plan says. Another version may refuse them.",
    source: source::API_CHANGES,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let targets = &model.targets;
    let mut places = Vec::new();
    let mut edits = Vec::new();
    let mut differ = Vec::new();
    if targets.cli != CliVersion::default() {
        places.push(Object::Plan.at(Field::Cli));
        edits.push(Edit::choose(Object::Plan, Choice::Cli(CliVersion::default())));
        differ.push("the CLI's plug-in 16 or later".to_owned());
    }
    // A date that is none is told as that, and no date means the usual one.
    let is_date = !model.unparsed.iter().any(|u| u.expected == Expected::Date);
    if targets.api != DEFAULT_API_VERSION && !targets.api.is_empty() && is_date {
        places.push(Object::Plan.at(Field::Api));
        edits.push(Edit::text(Object::Plan, Field::Api, DEFAULT_API_VERSION));
        differ.push(format!("version {DEFAULT_API_VERSION} of the API"));
    }
    if targets.provider != ProviderVersion::default() {
        places.push(Object::Plan.at(Field::Provider));
        edits.push(Edit::choose(Object::Plan, Choice::Provider(ProviderVersion::default())));
        differ.push("the Terraform provider 2.1 or later".to_owned());
    }
    if places.is_empty() {
        return;
    }
    let label = "aim at the usual tool versions".to_owned();
    out.report_with(
        places,
        format!("The exports are written for {}.", super::parts::list(&differ)),
        "The plan aims at another version, which may refuse them.",
        Some(Fix::choice("Aim at the usual versions", Edit::All { label, edits })),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn all_tools_are_one_finding() {
        let edits = [
            Edit::choose(Object::Plan, Choice::Cli(CliVersion::Before16)),
            Edit::choose(Object::Plan, Choice::Provider(ProviderVersion::Before1_87)),
            Edit::text(Object::Plan, Field::Api, "2025-11-18"),
        ];
        let finding = triggers("tool-target", &edits);
        assert_eq!(finding.places.len(), 3);
        assert_eq!(
            finding.title,
            "The exports are written for the CLI's plug-in 16 or later, version 2026-10-06 of the API and the Terraform provider 2.1 or later."
        );
        assert_eq!(triggers("tool-target", &edits[..1]).places, [Object::Plan.at(Field::Cli)]);
    }

    #[test]
    fn a_date_that_is_none_is_another_rule_s() {
        silent("tool-target", &[Edit::text(Object::Plan, Field::Api, "soon")]);
        silent("tool-target", &[Edit::text(Object::Plan, Field::Api, "")]);
    }
}
