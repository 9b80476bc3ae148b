//! An endpoint that the catalogue does not have.

use super::endpoint_public::meant;
use super::parts::to_cloud;
use super::{Findings, Rule, Severity};
use crate::catalog::{SERVICES, Shape, source};
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `endpoint-not-listed`.
pub(super) static RULE: Rule = Rule {
    code: "endpoint-not-listed",
    severity: Severity::Advice,
    summary: "The host in a target's CRN is none that the service is known to have",
    explanation: "The catalogue has the endpoints that IBM's pages and its Terraform module name. Another one may be \
                  new, or of a plan that those do not describe, such as a dedicated one; it may also be a slip. What \
                  ibmcloud is endpoint-gateway-targets prints decides.",
    source: source::MODULE,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model).filter(|(_, crn)| crn.kind() == CrnKind::Endpoint) {
        let host = crn.segment(9);
        let mut named = SERVICES.iter().filter(|s| s.crn_name == crn.service());
        let Some(service) = named.next() else { continue };
        let known = |s: &crate::catalog::Service| {
            s.shape == Shape::Open || s.host().is_some_and(|h| h.read(host).is_some())
        };
        if known(service) || named.any(known) || meant(gateway, host).is_some() {
            continue;
        }
        out.report(
            vec![gateway.at(Field::Crn)],
            format!("{host} is no endpoint of {} that is known.", service.name),
            format!("ibmcloud is endpoint-gateway-targets lists those that {} can reach.", gateway.label),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn endpoint(service: &str, host: &str) -> Edit {
        let crn = format!("crn:v1:bluemix:public:{service}:us-south:::endpoint:{host}");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn a_host_that_nobody_names_may_be_a_slip() {
        let finding =
            triggers("endpoint-not-listed", &[endpoint("kms", "private.us-south.kms.cloud.ibm.org")]);
        assert_eq!(
            finding.title,
            "private.us-south.kms.cloud.ibm.org is no endpoint of Key Protect that is known."
        );
        triggers(
            "endpoint-not-listed",
            &[endpoint("container-registry", "vpe.us-south.container-registry.cloud.ibm.com")],
        );
        triggers(
            "endpoint-not-listed",
            &[endpoint("secrets-manager", "private.us-south.secrets-manager.cloud.ibm.com")],
        );
    }

    #[test]
    fn what_is_known_or_left_open_is_left_alone() {
        silent(
            "endpoint-not-listed",
            &[endpoint("event-notifications", "private.us-south.event-notifications.cloud.ibm.com")],
        );
        silent(
            "endpoint-not-listed",
            &[endpoint("hs-crypto", "1.ep11.private.us-south.hs-crypto.appdomain.cloud")],
        );
        silent("endpoint-not-listed", &[endpoint("unheard-of", "x.cloud.ibm.com")]);
    }
}
