//! A region that a service does not list for VPE.

use super::parts::to_cloud;
use super::{Findings, Rule, Severity};
use crate::catalog::{Offered, source};
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `region-not-listed`.
pub(super) static RULE: Rule = Rule {
    code: "region-not-listed",
    severity: Severity::Advice,
    summary: "A service does not list its region for VPE, or not from the VPC's region",
    explanation: "Some services list the regions in which they support VPE. Another region may work, as IBM's own \
                  Terraform module assumes for Key Protect; the lists are older than some regions are. What ibmcloud \
                  is endpoint-gateway-targets prints for the VPC's region decides.",
    source: source::SERVICES,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, _) in to_cloud(model) {
        let [service] = &gateway.services[..] else { continue };
        if service.lists("").is_none() {
            continue;
        }
        let Some(place) = gateway.place.get() else { continue };
        let listed = service.listed.has(place.code);
        let vpc = gateway.vpc.and_then(|v| model.vpcs[v].region.get());
        let title = match vpc {
            _ if !listed => format!("{} does not list {place} for VPE.", service.name),
            Some(vpc) if service.offered == Offered::Listed && !service.listed.has(vpc.code) => {
                format!("{} does not list {vpc}, where {} is, for VPE.", service.name, gateway.label)
            }
            _ => continue,
        };
        out.report(
            vec![gateway.at(Field::Crn)],
            title,
            "It may be offered all the same: ibmcloud is endpoint-gateway-targets lists what is.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn kms(region: &str) -> Edit {
        let crn = format!("crn:v1:bluemix:public:kms:{region}:::endpoint:private.{region}.kms.cloud.ibm.com");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn key_protect_lists_six_regions() {
        let finding = triggers("region-not-listed", &[kms("eu-es")]);
        assert_eq!(finding.title, "Key Protect does not list eu-es for VPE.");
        let elsewhere = [Edit::text(vpc("prod"), Field::Region, "eu-es")];
        let found = codes(&edited(&clean(), &elsewhere));
        assert!(found.contains(&"region-not-listed"), "{found:?}");
    }

    #[test]
    fn another_listed_region_and_services_without_a_list_are_left_alone() {
        silent("region-not-listed", &[kms("au-syd")]);
        silent("region-not-listed", &[kms("nowhere")]);
        silent(
            "region-not-listed",
            &[Edit::text(gateway("kms"), Field::Crn, COS.replace("us-south", "eu-es"))],
        );
    }
}
