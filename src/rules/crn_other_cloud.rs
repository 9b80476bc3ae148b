//! A CRN that is not of the public IBM Cloud.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `crn-other-cloud`.
pub(super) static RULE: Rule = Rule {
    code: "crn-other-cloud",
    severity: Severity::Warning,
    summary: "A target's CRN is of another cloud than customers use",
    explanation: "The CRNs of customers begin crn:v1:bluemix:public. Other words in these places are of IBM's own \
                  test clouds, or of dedicated and local ones, or they are slips.",
    source: source::CRN,
    check,
};

/// What the CRNs of customers begin with.
const PUBLIC: &str = "crn:v1:bluemix:public";

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Some(crn) = gateway.target.crn() else { continue };
        let (start, rest) = crn.as_str().split_at(crn.start(4));
        let start = start.trim_end_matches(':');
        if start == PUBLIC {
            continue;
        }
        let edit = Edit::text(gateway.object(), Field::Crn, format!("{PUBLIC}:{rest}"));
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("The CRN of {} begins {start}.", gateway.label),
            format!("Those of customers begin {PUBLIC}; by another one IBM Cloud may find no target."),
            Some(Fix::choice(format!("Begin it {PUBLIC}"), edit)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn kms(start: &str) -> Edit {
        let crn = format!("{start}:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn a_test_cloud_is_none_of_customers() {
        let finding = triggers("crn-other-cloud", &[kms("crn:v1:staging:public")]);
        assert_eq!(finding.title, "The CRN of payments-kms begins crn:v1:staging:public.");
        assert_eq!(finding.fix.unwrap().edit, kms(PUBLIC));
        triggers("crn-other-cloud", &[kms("crn:v2:bluemix:public")]);
        triggers("crn-other-cloud", &[kms("crn:v1:bluemix:dedicated")]);
    }

    #[test]
    fn that_of_customers_is_left_alone() {
        silent("crn-other-cloud", &[kms(PUBLIC)]);
        silent("crn-other-cloud", &[kms("crn:v1:Staging:public")]);
    }
}
