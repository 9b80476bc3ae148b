//! A resource binding of what cannot be bound.

use super::parts::without_bindings;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::{DnsMode, Field};

/// `resource-binding-target`.
pub(super) static RULE: Rule = Rule {
    code: "resource-binding-target",
    severity: Severity::Error,
    summary: "A resource binding names nothing that its gateway can bind",
    explanation: "A resource binding names a bucket of Object Storage by its CRN, with the resource type bucket. Its \
                  gateway must be one for Object Storage, and not for the configuration endpoint, which has no \
                  bindings.",
    source: source::RESOURCE_BINDINGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for binding in model.resource_bindings.iter() {
        let gateway = &model.gateways[binding.gateway];
        let label = &binding.label;
        if let Some(service) = without_bindings(gateway) {
            // The mode is told where it is at fault, too.
            if gateway.dns != DnsMode::PerResourceBinding {
                out.report(
                    vec![gateway.target_place(), binding.place()],
                    format!(
                        "{label} is to be bound to {}, and {service} has nothing to bind.",
                        gateway.label
                    ),
                    "IBM Cloud refuses resource bindings of this service.",
                );
            }
            continue;
        }
        let Some(crn) = binding.target.value() else { continue };
        let what = if crn.kind() != CrnKind::Bucket || crn.segment(9).is_empty() {
            "is that of no bucket"
        } else if gateway.target.crn().is_some_and(|target| target.service() != crn.service()) {
            "is of another service than the gateway"
        } else {
            continue;
        };
        out.report(
            vec![binding.at(Field::Target)],
            format!("The CRN of {label} {what}."),
            "A gateway binds buckets of its own service; IBM Cloud refuses anything else.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn target(text: &str) -> Edit {
        Edit::text(resource_binding("logs"), Field::Target, text)
    }

    #[test]
    fn what_is_bound_is_a_bucket_of_the_service() {
        let finding = triggers_on(&with_bucket(), "resource-binding-target", &[target(COS)]);
        assert_eq!(finding.title, "The CRN of logs is that of no bucket.");
        let other = bucket("logs").replace("cloud-object-storage", "other-storage");
        let finding = triggers_on(&with_bucket(), "resource-binding-target", &[target(&other)]);
        assert_eq!(finding.title, "The CRN of logs is of another service than the gateway.");
    }

    #[test]
    fn the_configuration_endpoint_has_none() {
        let crn = COS.replace(
            "s3.direct.us-south.cloud-object-storage.appdomain.cloud",
            "config.direct.cloud-object-storage.cloud.ibm.com",
        );
        let finding = relates(
            &with_bucket(),
            "resource-binding-target",
            &[Edit::text(gateway("cos"), Field::Crn, crn)],
            &[Edit::text(gateway("cos"), Field::Crn, COS)],
            &[Edit::Remove(resource_binding("logs"))],
        );
        assert_eq!(
            finding.title,
            "logs is to be bound to payments-cos, and the configuration endpoint has nothing to bind."
        );
    }

    #[test]
    fn a_bucket_is_right() {
        silent_on(&with_bucket(), "resource-binding-target", &[target(&bucket("other"))]);
    }
}
