//! A target in a region that does not exist.

use super::parts::to_cloud;
use super::target_single_site::is_data_center;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Shape, site, source, zone};
use crate::edit::Edit;
use crate::model::{CrnKind, Model, Placed, Said};
use crate::plan::Field;

/// `target-region-unknown`.
pub(super) static RULE: Rule = Rule {
    code: "target-region-unknown",
    severity: Severity::Warning,
    summary: "The region in a target's CRN is none that IBM Cloud has",
    explanation: "A target is in one of the 13 regions that have VPC, or is global; Object Storage also has cross- \
                  region endpoints. Another code is a slip, or a region that is newer or older than the list of this \
                  program. A zone, such as us-south-1, is no region.",
    source: source::REGIONS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        let Said::Text(place) = &gateway.place else { continue };
        let mut place = place.as_str();
        // An instance is somewhere, and what is global has an endpoint.
        if crn.kind() == CrnKind::Instance
            && place.is_empty()
            && gateway.services.iter().any(|s| s.shape == Shape::Instance)
        {
            place = if crn.location().is_empty() { "no location" } else { crn.location() };
        }
        let target = matches!(crn.kind(), CrnKind::Endpoint | CrnKind::Instance);
        if !target || place.is_empty() || is_data_center(place) {
            continue;
        }
        let sited = gateway.services.iter().any(|s| s.host().is_some_and(|h| h.knows(place)));
        if site(place).is_some() && sited {
            continue;
        }
        let fix = zone(place).map(|zone| {
            let text = crn.as_str().replace(place, zone.region.code);
            Fix::choice(format!("Use {}", zone.region), Edit::text(gateway.object(), Field::Crn, text))
        });
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("{} reaches {} in {place}, which is no region.", gateway.label, crn.service()),
            "IBM Cloud finds no target there and refuses the gateway, unless the region is newer than this program.",
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn pg(place: &str) -> Edit {
        let crn = &with_database().gateways[1].wanted.target.crn;
        Edit::text(gateway("pg"), Field::Crn, crn.replace("us-south", place))
    }

    #[test]
    fn a_slip_and_a_zone_are_no_regions() {
        let finding = triggers_on(&with_database(), "target-region-unknown", &[pg("us-sotuh")]);
        assert_eq!(
            finding.title,
            "payments-pg reaches databases-for-postgresql in us-sotuh, which is no region."
        );
        let finding = triggers_on(&with_database(), "target-region-unknown", &[pg("us-south-1")]);
        assert_eq!(finding.fix.unwrap().edit, pg("us-south"));
        triggers_on(&with_database(), "target-region-unknown", &[pg("global")]);
        triggers_on(&with_database(), "target-region-unknown", &[pg("")]);
        let kms = "crn:v1:bluemix:public:kms:us-sotuh:::endpoint:private.us-sotuh.kms.cloud.ibm.com";
        triggers("target-region-unknown", &[Edit::text(gateway("kms"), Field::Crn, kms)]);
        // A cross-region place is Object Storage's only.
        triggers(
            "target-region-unknown",
            &[Edit::text(gateway("kms"), Field::Crn, kms.replace("us-sotuh", "us"))],
        );
    }

    #[test]
    fn places_that_exist_are_left_alone() {
        silent_on(&with_database(), "target-region-unknown", &[pg("eu-es")]);
        silent_on(
            &two_gateways(),
            "target-region-unknown",
            &[Edit::text(gateway("cos"), Field::Crn, COS.replace("us-south", "eu"))],
        );
    }
}
