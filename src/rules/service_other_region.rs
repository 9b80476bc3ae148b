//! A service that is reached from its own region only.

use super::parts::to_cloud;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Offered, source};
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `service-other-region`.
pub(super) static RULE: Rule = Rule {
    code: "service-other-region",
    severity: Severity::Error,
    summary: "A service can be reached from its own region only, and the VPC is in another",
    explanation: "Most services can be reached from several regions. Container Registry's page says that a gateway \
                  can be made to the registry of the VPC's own region only; images of other regions are pulled over \
                  the public names.",
    source: source::REGISTRY,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        let ([service], Some(vpc)) = (&gateway.services[..], gateway.vpc) else { continue };
        if service.offered != Offered::SameRegion {
            continue;
        }
        let (Some(own), Some(other)) = (model.vpcs[vpc].region.get(), gateway.place.get()) else {
            continue;
        };
        // Where host and location differ another rule tells.
        let one_place = [other.code, "global"].contains(&crn.location());
        if own == other || !one_place {
            continue;
        }
        let fix = service.endpoint_crn(own.code).map(|crn| {
            let edit = Edit::text(gateway.object(), Field::Crn, crn);
            Fix::choice(format!("Use {} of {own}", service.name), edit)
        });
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("{} is in {own}, and reaches {} of {other}.", gateway.label, service.name),
            format!("From {own} a gateway can be made to that of {own} only."),
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn registry(location: &str, host: &str) -> Edit {
        let crn = format!("crn:v1:bluemix:public:container-registry:{location}:::endpoint:{host}");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn a_registry_is_reached_from_its_own_region() {
        let finding = triggers("service-other-region", &[registry("eu-de", "de.icr.io")]);
        assert_eq!(finding.title, "payments-kms is in us-south, and reaches Container Registry of eu-de.");
        let fix = finding.fix.unwrap();
        assert_eq!(fix.title, "Use Container Registry of us-south");
        assert_eq!(fix.edit, registry("us-south", "us.icr.io"));
        triggers("service-other-region", &[registry("us-east", "icr.io")]);
    }

    #[test]
    fn others_are_reached_from_elsewhere() {
        silent("service-other-region", &[registry("us-south", "us.icr.io")]);
        let kms = "crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com";
        silent("service-other-region", &[Edit::text(gateway("kms"), Field::Crn, kms)]);
        silent("service-other-region", &[registry("us-south", "de.icr.io")]);
    }
}
