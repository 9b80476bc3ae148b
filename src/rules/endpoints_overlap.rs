//! Two gateways that answer the same name.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{CrnKind, Endpoint, Gateway, Ix, Model, Placed, Said, Target, Vpc};
use crate::plan::{Field, Place};
use std::collections::HashMap;

/// `endpoints-overlap`.
pub(super) static RULE: Rule = Rule {
    code: "endpoints-overlap",
    severity: Severity::Error,
    summary: "Two gateways of a VPC answer the same service endpoint",
    explanation: "DNS in a VPC resolves a name to one gateway. The service endpoints of a VPC's gateways must not \
                  overlap, whatever their targets are, and a wildcard overlaps every name below it: a gateway to a \
                  registry answers *.icr.io, so that a second registry is refused, and so is one to the resource \
                  manager beside one to the resource controller. Compared are the names that the plan gives, or that \
                  the catalogue and the CRN tell.",
    source: source::API,
    check,
};

/// The first gateway of a VPC that answers a name, or all names below one.
type Answered<'n> = HashMap<(Ix<Vpc>, &'n str), &'n Gateway>;

fn check(model: &Model, out: &mut Findings) {
    // Names that follow from an instance have its id in them: they are nobody else's unless the
    // plan says so of another.
    let said = model.gateways.iter().any(|g| !g.said_endpoints.is_empty());
    let own = |g: &&Gateway| g.target.crn().is_some_and(|c| c.kind() == CrnKind::Instance);
    let compared = model.gateways.iter().filter(|g| said || !own(g));
    let of: Vec<(&Gateway, Vec<Said<Endpoint>>)> = compared.map(|g| (g, g.endpoints())).collect();
    let wild = of.iter().flat_map(|(_, e)| e).filter_map(Said::value).any(|e| e.wildcard().is_some());
    let mut names = Answered::with_capacity(of.len());
    // The names below which a gateway answers all, and those above a name that is answered; most
    // plans have no wildcard and need neither.
    let mut wildcards = Answered::new();
    let mut above = Answered::new();
    for (gateway, endpoints) in &of {
        let Some(vpc) = gateway.vpc else { continue };
        let mut told: Vec<&Gateway> = Vec::new();
        for endpoint in endpoints.iter().filter_map(Said::value) {
            let name = endpoint.as_str();
            let wide = if wild { answered(vpc, endpoint, &names, &wildcards, &above) } else { None };
            let first = *names.entry((vpc, name)).or_insert(gateway);
            let other = if first.key == gateway.key { wide.unwrap_or(gateway) } else { first };
            // Of one target of both another rule tells, and what exists has been taken.
            let same = other.key == gateway.key || told.iter().any(|t| t.key == other.key);
            if same
                || other.target.text() == gateway.target.text()
                || !(other.origin.is_new() || gateway.origin.is_new())
            {
                continue;
            }
            told.push(other);
            report(model, vpc, (other, gateway), endpoint, out);
        }
        if !wild {
            continue;
        }
        for endpoint in endpoints.iter().filter_map(Said::value) {
            if let Some(below) = endpoint.wildcard() {
                wildcards.entry((vpc, below)).or_insert(gateway);
            }
            for parent in parents(endpoint.as_str()) {
                above.entry((vpc, parent)).or_insert(gateway);
            }
        }
    }
}

/// The gateway whose wildcard covers a name, or that answers one that this wildcard covers.
fn answered<'n>(
    vpc: Ix<Vpc>,
    endpoint: &Endpoint,
    names: &Answered<'n>,
    wildcards: &Answered<'n>,
    above: &Answered<'n>,
) -> Option<&'n Gateway> {
    let name = endpoint.as_str();
    if let Some(other) = wildcards.get(&(vpc, name)) {
        return Some(other);
    }
    if let Some(other) = parents(name).find_map(|p| wildcards.get(&(vpc, p))) {
        return Some(other);
    }
    let below = endpoint.wildcard()?;
    above.get(&(vpc, below)).or_else(|| names.get(&(vpc, below))).copied()
}

/// What stands behind each dot of a name.
fn parents(name: &str) -> impl Iterator<Item = &str> {
    name.match_indices('.').map(|(i, _)| &name[i + 1..])
}

fn report(
    model: &Model,
    vpc: Ix<Vpc>,
    (first, second): (&Gateway, &Gateway),
    endpoint: &Endpoint,
    out: &mut Findings,
) {
    // What exists stays.
    let removed = [second, first].into_iter().find(|g| g.origin.is_new());
    out.report_with(
        vec![place(first), place(second)],
        format!("{} and {} both answer {endpoint} in {}.", first.label, second.label, model.vpcs[vpc].label),
        "The service endpoints of a VPC's gateways must not overlap; IBM Cloud refuses the second.",
        removed.map(|g| Fix::choice(format!("Remove {}", g.label), Edit::Remove(g.object()))),
    );
}

/// Where the names come from.
fn place(gateway: &Gateway) -> Place {
    gateway.at(match gateway.target {
        Target::Cloud(_) | Target::PrivatePath(_) => Field::Crn,
        Target::Infrastructure(_) => Field::TargetName,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    const REGISTRY: &str = "crn:v1:bluemix:public:container-registry:us-south:::endpoint:us.icr.io";

    fn crn(k: &str, text: &str) -> Edit {
        Edit::text(gateway(k), Field::Crn, text)
    }

    fn answers(k: &str, name: &str) -> Edit {
        Edit::Tag { gateway: key(k), field: Field::Endpoints, tag: name.into(), on: true }
    }

    fn forgets(k: &str, name: &str) -> Edit {
        Edit::Tag { gateway: key(k), field: Field::Endpoints, tag: name.into(), on: false }
    }

    /// Two gateways to instances, whose names the plan may give.
    fn instances() -> crate::plan::Plan {
        let instance = |n| format!("crn:v1:bluemix:public:secrets-manager:us-south:a/{ACCOUNT}:{n}::");
        edited(&two_gateways(), &[crn("kms", &instance(1)), crn("cos", &instance(2))])
    }

    #[test]
    fn a_registry_s_wildcard_covers_names_of_others() {
        let finding = relates(
            &instances(),
            "endpoints-overlap",
            &[crn("kms", REGISTRY), answers("cos", "private.icr.io")],
            &[Edit::Remove(gateway("kms"))],
            &[forgets("cos", "private.icr.io")],
        );
        assert_eq!(finding.title, "payments-kms and payments-cos both answer private.icr.io in prod-vpc.");
        assert_eq!(finding.places, [gateway("kms").at(Field::Crn), gateway("cos").at(Field::Crn)]);
        assert_eq!(finding.fix.unwrap().title, "Remove payments-cos");
        // Whichever comes first.
        let edits = [crn("cos", REGISTRY), answers("kms", "private.icr.io")];
        triggers_on(&instances(), "endpoints-overlap", &edits);
    }

    #[test]
    fn a_wildcard_and_the_name_above_it_are_one_zone() {
        for (first, second) in [("icr.io", "*.icr.io"), ("*.icr.io", "icr.io"), ("*.icr.io", "*.icr.io")] {
            triggers_on(&instances(), "endpoints-overlap", &[answers("kms", first), answers("cos", second)]);
        }
        let edits = [answers("kms", "de.icr.io"), answers("cos", "us.icr.io")];
        silent_on(&instances(), "endpoints-overlap", &edits);
    }

    #[test]
    fn the_resource_manager_is_served_by_the_controller_s_gateway() {
        let of = |service: &str| {
            format!("crn:v1:bluemix:public:{service}:global:::endpoint:private.{service}.cloud.ibm.com")
        };
        let edits = [crn("kms", &of("resource-controller")), crn("cos", &of("resource-manager"))];
        let found = codes(&edited(&two_gateways(), &edits));
        assert!(found.contains(&"endpoints-overlap"), "{found:?}");
    }

    #[test]
    fn one_target_and_what_exists_are_told_by_others() {
        silent_on(
            &two_gateways(),
            "endpoints-overlap",
            &[crn("cos", &clean().gateways[0].wanted.target.crn)],
        );
        let existing = [
            exists(gateway("kms")),
            exists(gateway("cos")),
            answers("kms", "icr.io"),
            answers("cos", "icr.io"),
        ];
        silent_on(&two_gateways(), "endpoints-overlap", &existing);
    }
}
