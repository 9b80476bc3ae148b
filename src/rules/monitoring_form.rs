//! Monitoring by a CRN that its region does not take.

use super::parts::to_cloud;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{SERVICES, source};
use crate::edit::Edit;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `monitoring-form`.
pub(super) static RULE: Rule = Rule {
    code: "monitoring-form",
    severity: Severity::Error,
    summary: "Monitoring is reached by an endpoint where the region takes an instance, or the reverse",
    explanation: "Monitoring has an endpoint in each region but two exceptions: in us-south a gateway to the \
                  endpoint fails to be created and the instance is the target, in ca-mon the instance is refused and \
                  the endpoint is the target. IBM's Terraform module checks the same.",
    source: source::MONITORING_ISSUE,
    check,
};

/// The name of the service in CRNs.
const MONITORING: &str = "sysdig-monitor";

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        let Some(region) = gateway.place.get() else { continue };
        if gateway.services.first().is_none_or(|s| s.crn_name != MONITORING) {
            continue;
        }
        let (has, takes, fix) = match (crn.kind(), region.code) {
            (CrnKind::Endpoint, "us-south") => ("the endpoint", "an instance", None),
            (CrnKind::Instance, "ca-mon") => {
                let mut rows = SERVICES.iter().filter(|s| s.crn_name == crn.service());
                let endpoint = rows.find_map(|s| s.endpoint_crn(region.code));
                let fix = endpoint.map(|crn| {
                    Fix::choice("Use the endpoint in ca-mon", Edit::text(gateway.object(), Field::Crn, crn))
                });
                ("an instance", "the endpoint", fix)
            }
            _ => continue,
        };
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("{} reaches {has} of Monitoring in {region}.", gateway.label),
            format!("There the target is {takes}; the gateway is not created."),
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn endpoint(region: &str) -> Edit {
        let crn = format!(
            "crn:v1:bluemix:public:sysdig-monitor:{region}:::endpoint:private.{region}.monitoring.cloud.ibm.com"
        );
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    fn instance(region: &str) -> Edit {
        let crn = format!("crn:v1:bluemix:public:sysdig-monitor:{region}:a/{ACCOUNT}:4b1e::");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn two_regions_take_one_form_each() {
        let finding = triggers("monitoring-form", &[endpoint("us-south")]);
        assert_eq!(finding.title, "payments-kms reaches the endpoint of Monitoring in us-south.");
        let finding = triggers("monitoring-form", &[instance("ca-mon")]);
        assert_eq!(finding.fix.unwrap().edit, endpoint("ca-mon"));
    }

    #[test]
    fn others_take_both() {
        for edit in [endpoint("eu-de"), instance("eu-de"), endpoint("ca-mon"), instance("us-south")] {
            silent("monitoring-form", &[edit]);
        }
    }
}
