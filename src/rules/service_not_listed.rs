//! A service that the catalogue does not have.

use super::parts::to_cloud;
use super::{Findings, Rule, Severity};
use crate::catalog::{SERVICES, source};
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `service-not-listed`.
pub(super) static RULE: Rule = Rule {
    code: "service-not-listed",
    severity: Severity::Advice,
    summary: "The service in a target's CRN is none that is known to support VPE",
    explanation: "The catalogue has the services that IBM's pages and its Terraform module name. That list is not \
                  complete: several services that support VPE are missing from IBM's own. The name may also be a \
                  slip. What ibmcloud is endpoint-gateway-targets prints decides.",
    source: source::SERVICES,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        let service = crn.service();
        let target = matches!(crn.kind(), CrnKind::Endpoint | CrnKind::Instance | CrnKind::Service);
        if !gateway.services.is_empty() || !target || SERVICES.iter().any(|s| s.crn_name == service) {
            continue;
        }
        out.report(
            vec![gateway.at(Field::Crn)],
            format!("{service}, which {} reaches, is no service that is known here.", gateway.label),
            "Its ports and names are not checked. ibmcloud is endpoint-gateway-targets lists what can be reached.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn crn(text: &str) -> Edit {
        Edit::text(gateway("kms"), Field::Crn, text)
    }

    #[test]
    fn a_service_that_nobody_names_may_be_a_slip() {
        let endpoint =
            "crn:v1:bluemix:public:key-protect:us-south:::endpoint:private.us-south.kms.cloud.ibm.com";
        let finding = triggers("service-not-listed", &[crn(endpoint)]);
        assert_eq!(
            finding.title,
            "key-protect, which payments-kms reaches, is no service that is known here."
        );
        triggers(
            "service-not-listed",
            &[crn(&format!("crn:v1:bluemix:public:new:us-south:a/{ACCOUNT}:1::"))],
        );
    }

    #[test]
    fn those_of_the_catalogue_and_no_targets_are_left_alone() {
        silent("service-not-listed", &[crn("crn:v1:bluemix:public:dns-svcs:global::::")]);
        silent(
            "service-not-listed",
            &[crn(&format!("crn:v1:bluemix:public:new:us-south:a/{ACCOUNT}::vpc:1"))],
        );
    }
}
