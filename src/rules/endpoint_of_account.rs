//! An endpoint that is shared by all accounts, with an account in its CRN.

use super::parts::to_cloud;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `endpoint-of-account`.
pub(super) static RULE: Rule = Rule {
    code: "endpoint-of-account",
    severity: Severity::Warning,
    summary: "The CRN of an endpoint names an account or an instance",
    explanation: "The CRN of a service endpoint has neither account nor instance: both segments are empty, and \
                  what belongs to one instance is told apart by its host. None of the CRNs that IBM's pages \
                  and module show for an endpoint has them, and the list of targets is searched by the whole \
                  CRN.",
    source: source::CRN,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        if crn.kind() != CrnKind::Endpoint || (crn.segment(6).is_empty() && crn.segment(7).is_empty()) {
            continue;
        }
        let (before, after) = (&crn.as_str()[..crn.start(6)], &crn.as_str()[crn.start(8)..]);
        let fix = Edit::text(gateway.object(), Field::Crn, format!("{before}::{after}"));
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!("The CRN of {} is an endpoint's, and names an account or an instance.", gateway.label),
            "No endpoint that IBM shows has them; IBM Cloud may not find the service.",
            Some(Fix::choice("Leave account and instance empty", fix)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn kms(scope: &str) -> Edit {
        let host = "private.us-south.kms.cloud.ibm.com";
        let crn = format!("crn:v1:bluemix:public:kms:us-south:{scope}:endpoint:{host}");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn an_endpoint_belongs_to_nobody() {
        for scope in [format!("a/{ACCOUNT}:"), format!("a/{ACCOUNT}:4b1e")] {
            let finding = triggers("endpoint-of-account", &[kms(&scope)]);
            assert_eq!(finding.fix.unwrap().edit, kms(":"));
        }
    }

    #[test]
    fn an_instance_has_both() {
        silent_on(
            &with_database(),
            "endpoint-of-account",
            &[Edit::text(gateway("pg"), Field::Port, "31526")],
        );
    }
}
