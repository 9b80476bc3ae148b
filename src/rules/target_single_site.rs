//! A target in one data center.

use super::parts::to_cloud;
use super::{Findings, Rule, Severity};
use crate::catalog::{Site, site, source};
use crate::model::{Model, Placed, Said};
use crate::plan::Field;

/// `target-single-site`.
pub(super) static RULE: Rule = Rule {
    code: "target-single-site",
    severity: Severity::Warning,
    summary: "A target is in a single data center",
    explanation: "VPE supports targets in multizone regions only, by IBM's planning page; a sample of IBM's for \
                  Terraform uses a single data center all the same. The safe side is an endpoint of a region, or a \
                  cross-region one of Object Storage.",
    source: source::PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, _) in to_cloud(model) {
        let Said::Text(place) = &gateway.place else { continue };
        if site(place) == Some(Site::Single) || site(place).is_none() && is_data_center(place) {
            out.report(
                vec![gateway.at(Field::Crn)],
                format!("{} reaches {place}, which is a single data center.", gateway.label),
                "Targets are supported in multizone regions only.",
            );
        }
    }
}

/// Whether a code has the form of a data center's: `dal10`.
pub(super) fn is_data_center(place: &str) -> bool {
    let b = place.as_bytes();
    b.len() == 5 && b[..3].iter().all(u8::is_ascii_lowercase) && b[3..].iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn cos(place: &str) -> Edit {
        Edit::text(gateway("cos"), Field::Crn, COS.replace("us-south", place))
    }

    #[test]
    fn a_single_data_center_is_no_multizone_region() {
        let finding = triggers_on(&two_gateways(), "target-single-site", &[cos("ams03")]);
        assert_eq!(finding.title, "payments-cos reaches ams03, which is a single data center.");
        let there = with_database().gateways[1].wanted.target.crn.replace("us-south", "che01");
        triggers_on(&with_database(), "target-single-site", &[Edit::text(gateway("pg"), Field::Crn, there)]);
    }

    #[test]
    fn regions_and_cross_region_endpoints_are_left_alone() {
        silent_on(&two_gateways(), "target-single-site", &[cos("eu-de")]);
        silent_on(&two_gateways(), "target-single-site", &[cos("eu")]);
    }
}
