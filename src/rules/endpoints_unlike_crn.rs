//! Service endpoints that are not those of the target.

use super::parts::{list, to_cloud};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `endpoints-unlike-crn`.
pub(super) static RULE: Rule = Rule {
    code: "endpoints-unlike-crn",
    severity: Severity::Advice,
    summary: "The service endpoints that the plan gives are not those of the target",
    explanation: "The names that a gateway answers follow from its target. The plan gives others, which may be left \
                  from a target that it had before: they are compared with those of other gateways in place of the \
                  right ones.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        if gateway.said_endpoints.is_empty() || crn.kind() != CrnKind::Endpoint {
            continue;
        }
        let host = crn.segment(9).to_ascii_lowercase();
        let names: Vec<&str> =
            gateway.said_endpoints.iter().filter_map(|e| e.value()).map(|e| e.as_str()).collect();
        let covers = |name: &str| match name.strip_prefix("*.") {
            Some(below) => host.ends_with(below),
            None => name == host,
        };
        if names.is_empty() || names.len() < gateway.said_endpoints.len() || names.iter().any(|n| covers(n)) {
            continue;
        }
        let remove = |name: &&str| Edit::Tag {
            gateway: gateway.key.clone(),
            field: Field::Endpoints,
            tag: (*name).to_owned(),
            on: false,
        };
        let label = format!("remove the service endpoints of {}", gateway.label);
        out.report_with(
            vec![gateway.at(Field::Crn), gateway.at(Field::Endpoints)],
            format!("{} reaches {host}, and is said to answer {}.", gateway.label, list(&names)),
            "Without names of its own in the plan, those that follow from the CRN count.",
            Some(Fix::choice(
                "Use those of the CRN",
                Edit::All { label, edits: names.iter().map(remove).collect() },
            )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn answers(name: &str) -> Edit {
        Edit::Tag { gateway: key("kms"), field: Field::Endpoints, tag: name.into(), on: true }
    }

    #[test]
    fn names_of_another_target_are_left_over() {
        let finding = triggers("endpoints-unlike-crn", &[answers("icr.io")]);
        assert_eq!(
            finding.title,
            "payments-kms reaches private.us-south.kms.cloud.ibm.com, and is said to answer icr.io."
        );
        assert!(finding.fix.is_some());
    }

    #[test]
    fn those_of_the_target_and_of_instances_are_left_alone() {
        silent("endpoints-unlike-crn", &[answers("private.us-south.kms.cloud.ibm.com")]);
        silent("endpoints-unlike-crn", &[answers("*.kms.cloud.ibm.com")]);
        let pg = Edit::Tag {
            gateway: key("pg"),
            field: Field::Endpoints,
            tag: "x.private.databases.appdomain.cloud".into(),
            on: true,
        };
        silent_on(&with_database(), "endpoints-unlike-crn", &[pg]);
    }
}
