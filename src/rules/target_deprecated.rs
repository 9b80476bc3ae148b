//! An endpoint that IBM has deprecated.

use super::parts::to_cloud;
use super::{Findings, Rule, Severity};
use crate::catalog::{Site, site, source};
use crate::model::{Model, Placed, Said};
use crate::plan::Field;

/// `target-deprecated`.
pub(super) static RULE: Rule = Rule {
    code: "target-deprecated",
    severity: Severity::Warning,
    summary: "A target is one of Object Storage's deprecated endpoints",
    explanation: "IBM has deprecated the endpoints of seven single data centers of Object Storage: mel01, mex01, \
                  tor01, osl01, hkg02, seo01 and mil01. A sample of IBM's for Terraform still uses one of them. \
                  Buckets move to a region before the endpoint goes.",
    source: source::COS_ENDPOINTS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, _) in to_cloud(model) {
        let Said::Text(place) = &gateway.place else { continue };
        if site(place) == Some(Site::Deprecated) {
            out.report(
                vec![gateway.at(Field::Crn)],
                format!("{} reaches {place}, which is deprecated.", gateway.label),
                "It is a single data center, whose endpoint will go.",
            );
        }
    }
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
    fn milan_is_deprecated() {
        let finding = triggers_on(&two_gateways(), "target-deprecated", &[cos("mil01")]);
        assert_eq!(finding.title, "payments-cos reaches mil01, which is deprecated.");
    }

    #[test]
    fn other_places_are_not() {
        silent_on(&two_gateways(), "target-deprecated", &[cos("ams03")]);
        silent_on(&two_gateways(), "target-deprecated", &[cos("eu-gb")]);
    }
}
