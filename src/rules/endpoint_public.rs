//! An endpoint that is not for gateways.

use super::parts::to_cloud;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{REGIONS, Service, source};
use crate::edit::Edit;
use crate::model::{CrnKind, Gateway, Model, Placed};
use crate::plan::Field;

/// `endpoint-public`.
pub(super) static RULE: Rule = Rule {
    code: "endpoint-public",
    severity: Severity::Error,
    summary: "The host in a target's CRN is a service's public endpoint, or one for classic infrastructure",
    explanation: "A gateway reaches the private endpoint that a service has for VPE. Public endpoints are not \
                  eligible, and the private ones of Object Storage for classic infrastructure have another host than \
                  the direct ones for VPC.",
    source: source::FAQ,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        let host = crn.segment(9);
        let Some((service, right, region)) = meant(gateway, host) else { continue };
        if crn.kind() != CrnKind::Endpoint {
            continue;
        }
        let fix = service
            .endpoint_crn(region)
            .map(|crn| Fix::safe(format!("Use {right}"), Edit::text(gateway.object(), Field::Crn, crn)));
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("{host} is not the endpoint of {} for gateways.", service.name),
            format!("{} reaches it by {right}; IBM Cloud refuses others.", gateway.label),
            fix,
        );
    }
}

/// The service that another host of it means, with its host for gateways and the region.
pub(super) fn meant(gateway: &Gateway, host: &str) -> Option<(&'static Service, String, &'static str)> {
    let unread = |s: &&&'static Service| s.host().is_some_and(|h| h.read(host).is_none());
    for service in gateway.services.iter().filter(unread) {
        for region in &REGIONS {
            let Some(right) = service.host().and_then(|h| h.in_region(region.code)) else { continue };
            let forms = [
                right.replacen("private.", "", 1),
                right.replacen(".private", "", 1),
                right.replacen(".direct.", ".", 1),
                right.replacen(".direct.", ".private.", 1),
            ];
            if forms.iter().any(|f| f == host) {
                return Some((service, right, region.code));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::super::FixKind;
    use super::super::testing::*;
    use super::*;

    fn crn(k: &str, text: &str) -> Edit {
        Edit::text(gateway(k), Field::Crn, text)
    }

    #[test]
    fn a_public_endpoint_gives_way_to_the_private_one() {
        let public = "crn:v1:bluemix:public:kms:us-south:::endpoint:us-south.kms.cloud.ibm.com";
        let finding = triggers("endpoint-public", &[crn("kms", public)]);
        assert_eq!(
            finding.title,
            "us-south.kms.cloud.ibm.com is not the endpoint of Key Protect for gateways."
        );
        let fix = finding.fix.unwrap();
        assert_eq!((fix.kind, fix.edit), (FixKind::Safe, crn("kms", &clean().gateways[0].wanted.target.crn)));
    }

    #[test]
    fn object_storage_has_three() {
        for other in ["s3.private.", "s3."] {
            let edit = crn("cos", &COS.replace("s3.direct.", other));
            assert!(triggers_on(&two_gateways(), "endpoint-public", &[edit]).fix.is_some());
        }
    }

    #[test]
    fn private_and_unknown_hosts_are_left_alone() {
        silent("endpoint-public", &[crn("kms", COS)]);
        silent(
            "endpoint-public",
            &[crn("kms", "crn:v1:bluemix:public:kms:us-south:::endpoint:x.kms.cloud.ibm.com")],
        );
    }
}
