//! A gateway without a security group of its own.

use super::parts::{Need, admits};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Gateway, Model, Placed};
use crate::plan::{Field, Object};
use std::collections::HashSet;

/// `default-group`.
pub(super) static RULE: Rule = Rule {
    code: "default-group",
    severity: Severity::Advice,
    summary: "A gateway has no security group, and gets the VPC's default one",
    explanation: "Where no security group is named, IBM Cloud attaches the default group of the VPC. What it admits is \
                  said outside the plan and may change with it; a group of one's own says who reaches the service.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    // A group that the plan does not have is told of as that.
    let referring: HashSet<&str> = model
        .dangling
        .iter()
        .filter_map(|d| match (&d.place.object, d.place.field) {
            (Object::Gateway(key), Some(Field::SecurityGroups)) => Some(key.as_str()),
            _ => None,
        })
        .collect();
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new() && g.groups.is_empty()) {
        if referring.contains(gateway.key.as_str()) {
            continue;
        }
        out.report_with(
            vec![gateway.at(Field::SecurityGroups)],
            format!("{} has no security group.", gateway.label),
            "IBM Cloud attaches the default group of the VPC, and the plan does not know what that admits.",
            fix(model, gateway),
        );
    }
}

/// The VPC's first group that does not keep the service's clients out.
fn fix(model: &Model, gateway: &Gateway) -> Option<Fix> {
    let need = Need::of(gateway);
    let mut groups = model.vpcs[gateway.vpc?].groups.iter().map(|&g| &model.groups[g]);
    let group = groups.find(|g| need.is_none_or(|need| admits(model, g, need) != Some(false)))?;
    let edit = Edit::Attach { gateway: gateway.key.clone(), group: group.key.clone(), on: true };
    Some(Fix::choice(format!("Attach {}", group.label), edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn a_group_that_admits_the_service_is_offered() {
        let finding = triggers_on(&with_database(), "default-group", &[detach("pg", "databases")]);
        assert_eq!(finding.title, "payments-pg has no security group.");
        assert_eq!(finding.fix.unwrap().title, "Attach databases");
        assert_eq!(
            triggers("default-group", &[detach("kms", "clients")]).fix.unwrap().title,
            "Attach vpe-clients"
        );
    }

    #[test]
    fn a_reference_to_nothing_and_an_existing_gateway_are_left_alone() {
        silent("default-group", &[detach("kms", "clients"), attach("kms", "gone")]);
        silent("default-group", &[detach("kms", "clients"), exists(gateway("kms"))]);
    }
}
