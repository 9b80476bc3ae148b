//! Single resources bound where the service has none to bind.

use super::parts::without_bindings;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{DnsMode, Field};

/// `dns-per-resource`.
pub(super) static RULE: Rule = Rule {
    code: "dns-per-resource",
    severity: Severity::Error,
    summary: "Names are to resolve per resource, and the service binds no single resources",
    explanation: "In the mode per resource binding, DNS answers in this VPC for single resources only, such as the \
                  buckets that are bound to the gateway. The service has to support that; today Object Storage does, \
                  and not for its configuration endpoint.",
    source: source::DNS_SHARING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.dns == DnsMode::PerResourceBinding) {
        let Some(service) = without_bindings(gateway) else { continue };
        let primary = Edit::choose(gateway.object(), Choice::Dns(DnsMode::Primary));
        out.report_with(
            vec![gateway.at(Field::Dns)],
            format!("{} is to resolve single resources, and {service} has none to bind.", gateway.label),
            "IBM Cloud refuses this DNS mode for the service.",
            Some(Fix::choice("Use Primary", primary)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn mode(k: &str) -> Edit {
        Edit::choose(gateway(k), Choice::Dns(DnsMode::PerResourceBinding))
    }

    #[test]
    fn key_protect_has_no_resources_to_bind() {
        let finding = triggers("dns-per-resource", &[mode("kms")]);
        assert_eq!(
            finding.title,
            "payments-kms is to resolve single resources, and Key Protect has none to bind."
        );
        triggers_on(&with_private_path(), "dns-per-resource", &[mode("card")]);
    }

    #[test]
    fn object_storage_has_but_not_for_its_configuration() {
        silent_on(&two_gateways(), "dns-per-resource", &[mode("cos")]);
        let configuration = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:config.direct.cloud-object-storage.cloud.ibm.com";
        let edits = [mode("cos"), Edit::text(gateway("cos"), Field::Crn, configuration)];
        triggers_on(&two_gateways(), "dns-per-resource", &edits);
    }

    #[test]
    fn a_service_that_the_catalogue_does_not_have_is_left_alone() {
        let other = Edit::text(gateway("kms"), Field::Crn, "crn:v1:bluemix:public:unheard-of:global::::");
        silent("dns-per-resource", &[mode("kms"), other]);
    }
}
