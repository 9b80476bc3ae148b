//! One resource bound twice where one binding answers for it.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{CrnKind, Ix, Model, Placed, ResourceBinding, Topology, Vpc};
use crate::plan::Field;
use std::collections::HashMap;

/// Where a name resolves to one address.
#[derive(PartialEq, Eq, Hash)]
enum Scope {
    Vpc(Ix<Vpc>),
    Topology(Ix<Topology>),
}

/// `resource-bound-twice`.
pub(super) static RULE: Rule = Rule {
    code: "resource-bound-twice",
    severity: Severity::Error,
    summary: "One bucket is bound twice where VPCs share DNS",
    explanation: "The name of a bucket resolves to one gateway in a VPC, and in all VPCs that share DNS with it. IBM \
                  Cloud refuses a second binding for the same name there.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(Scope, &str, &str), &ResourceBinding> = HashMap::new();
    for binding in model.resource_bindings.iter() {
        let gateway = &model.gateways[binding.gateway];
        let Some(bucket) = binding.target.value().filter(|crn| crn.kind() == CrnKind::Bucket) else {
            continue;
        };
        let (Some(vpc), Some(target)) = (gateway.vpc, gateway.target.text()) else { continue };
        let scope = model.vpcs[vpc].topology.map_or(Scope::Vpc(vpc), Scope::Topology);
        let first = *seen.entry((scope, target, bucket.segment(9))).or_insert(binding);
        if first.key == binding.key {
            continue;
        }
        let removed = [binding, first].into_iter().find(|b| b.origin.is_new());
        let remove =
            |b: &ResourceBinding| Fix::choice(format!("Remove {}", b.label), Edit::Remove(b.object()));
        out.report_with(
            vec![first.at(Field::Target), binding.at(Field::Target)],
            format!("{} and {} bind one bucket, {}.", first.label, binding.label, bucket.segment(9)),
            "Its name would resolve to two gateways; IBM Cloud refuses the second binding.",
            removed.map(remove),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_name_resolves_to_one_gateway() {
        let finding = relates(
            &with_local_access(),
            "resource-bound-twice",
            &[bind_bucket("cos", "again", "logs")],
            &[Edit::text(resource_binding("logs"), Field::Target, bucket("other"))],
            &[Edit::text(resource_binding("again"), Field::Target, bucket("other"))],
        );
        assert_eq!(finding.title, "logs and again bind one bucket, logs.");
    }

    #[test]
    fn each_bucket_once_is_right() {
        silent_on(&with_local_access(), "resource-bound-twice", &[bind_bucket("cos", "more", "more")]);
    }
}
