//! What the plan wants and the tool versions that it aims at do not have.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{API_KNOWN_TO, Ability, PER_RESOURCE, RESOURCE_BINDINGS, RULE_NAMES, dotted, source};
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{CliVersion, DEFAULT_API_VERSION, DnsMode, Field, Object, Place, ProviderVersion};

/// `tool-target`.
pub(super) static RULE: Rule = Rule {
    code: "tool-target",
    severity: Severity::Advice,
    summary: "Something wanted does not exist at the tool version that the plan aims at",
    explanation: "Flags, fields and arguments differ by version. The exports are written for the versions in the \
                  plan's settings: what these have under another name is spelt so, and what they do not have is left \
                  out of that tool's files, with a comment. The DNS mode per_resource_binding and resource bindings \
                  came with the CLI's plug-in 16.0.0 and the Terraform provider 1.87.0.",
    source: source::DNS_MIGRATION,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.dns == DnsMode::PerResourceBinding) {
        let then = format!("The files are written without gateway {} and what is for it.", gateway.label);
        lacking(model, &PER_RESOURCE, vec![gateway.at(Field::Dns)], &then, out);
    }
    for binding in model.resource_bindings.iter() {
        let gateway = &model.gateways[binding.gateway];
        if gateway.dns == DnsMode::PerResourceBinding {
            continue;
        }
        let then = format!("The files are written without binding {} of {}.", binding.label, gateway.label);
        lacking(model, &RESOURCE_BINDINGS, vec![binding.object().place()], &then, out);
    }
    let named = model.rules.iter().filter(|rule| !rule.name.is_empty());
    let named: Vec<Place> = named.map(|rule| rule.at(Field::Name)).collect();
    let then = "IBM Cloud gives the rules other names there.";
    lacking(model, &RULE_NAMES, named, then, out);
    if let Some(api) = model.targets.date().filter(|&date| date > API_KNOWN_TO) {
        out.report_with(
            vec![Object::Plan.at(Field::Api)],
            format!("Version {api} of the API is later than {API_KNOWN_TO}, the last that is known here."),
            "The API's answers can have another form at a later date than the one that the exports were written from.",
            Some(Fix::choice(
                format!("Aim at {DEFAULT_API_VERSION}"),
                Edit::text(Object::Plan, Field::Api, DEFAULT_API_VERSION),
            )),
        );
    }
}

/// Reports what is wanted at places and that the CLI's plug-in, the provider or both do not have.
fn lacking(model: &Model, ability: &Ability, wanted: Vec<Place>, then: &str, out: &mut Findings) {
    let targets = &model.targets;
    let (mut tools, mut places, mut edits) = (Vec::new(), Vec::new(), Vec::new());
    let plug_in = targets.plug_in;
    if !plug_in.have(ability.plug_in) {
        tools.push(format!("the CLI's plug-in before {}", dotted(plug_in.before)));
        places.push(Object::Plan.at(Field::Cli));
        edits.push(Edit::choose(Object::Plan, Choice::Cli(CliVersion::default())));
    }
    let provider = targets.provider;
    if !provider.have(ability.provider) {
        tools.push(format!("the Terraform provider before {}", dotted(provider.before)));
        places.push(Object::Plan.at(Field::Provider));
        edits.push(Edit::choose(Object::Plan, Choice::Provider(ProviderVersion::default())));
    }
    if edits.is_empty() || wanted.is_empty() {
        return;
    }
    // The plan's own places come first in it.
    places.extend(wanted);
    let label = "aim at newer tool versions".to_owned();
    let verb = if tools.len() == 1 { "does" } else { "do" };
    let title = format!("{} {verb} not know {}.", super::parts::list(&tools), ability.what);
    out.report_with(
        places,
        super::parts::sentence(title),
        then.to_owned(),
        Some(Fix::choice("Aim at the usual versions", Edit::All { label, edits })),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn old() -> [Edit; 2] {
        [
            Edit::choose(Object::Plan, Choice::Cli(CliVersion::Before16)),
            Edit::choose(Object::Plan, Choice::Provider(ProviderVersion::Before1_87)),
        ]
    }

    #[test]
    fn an_older_tool_alone_is_nothing_to_tell_and_neither_is_a_newer_one() {
        silent("tool-target", &old()[..1]);
        silent_on(&with_local_access(), "tool-target", &[Edit::text(Object::Plan, Field::Api, "2025-01-01")]);
    }

    #[test]
    fn a_mode_that_came_later_names_the_tools_and_the_gateway() {
        let plan = edited(&with_local_access(), &old());
        let all = findings(&plan);
        let finding = all.iter().find(|f| f.title.contains("DNS mode")).unwrap();
        assert_eq!(finding.places[..2], [Object::Plan.at(Field::Cli), Object::Plan.at(Field::Provider)]);
        assert_eq!(finding.places[2].field, Some(Field::Dns));
        assert_eq!(
            finding.title,
            "The CLI's plug-in before 16.0.0 and the Terraform provider before 1.87.0 do not know the DNS mode per_resource_binding."
        );
    }

    #[test]
    fn bindings_came_later_too() {
        let [cli, _] = old();
        let finding = triggers_on(&with_bucket(), "tool-target", &[cli]);
        assert_eq!(finding.title, "The CLI's plug-in before 16.0.0 does not know resource bindings.");
    }

    #[test]
    fn rules_of_the_older_provider_have_no_names() {
        let [_, provider] = old();
        let finding = triggers("tool-target", &[provider]);
        assert_eq!(finding.places[0], Object::Plan.at(Field::Provider));
        assert!(finding.places[1..].iter().all(|place| place.field == Some(Field::Name)));
        assert_eq!(finding.title, "The Terraform provider before 1.87.0 does not know names of rules.");
    }

    #[test]
    fn a_date_later_than_the_known_ones_is_told() {
        let later = |date| [Edit::text(Object::Plan, Field::Api, date)];
        assert_eq!(triggers("tool-target", &later("2026-10-08")).places, [Object::Plan.at(Field::Api)]);
        for date in ["2026-10-07", "soon", "", "2026-99-99"] {
            silent("tool-target", &later(date));
        }
    }
}
