//! Object Storage across accounts, of which the sources do not agree.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed, ServiceName};
use crate::plan::Field;

/// The service's name in CRNs.
pub(super) const SERVICE: &str = "cloud-object-storage";

/// `policy-object-storage`.
pub(super) static RULE: Rule = Rule {
    code: "policy-object-storage",
    severity: Severity::Advice,
    summary: "Whether a gateway to Object Storage needs an authorization policy is uncertain",
    explanation: "IBM's page on cross-account gateways takes Object Storage as its case. But the target of such a gateway \
                  is an endpoint that is shared by all accounts and whose CRN names none, and the CRN of an instance is \
                  refused as a target (terraform-provider-ibm issue 2995). Access to the buckets of another account is \
                  granted there, by IAM and by the settings of the buckets. The policy does no harm.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let is_storage = |crn: &&crate::model::Crn| crn.service() == SERVICE && crn.kind() == CrnKind::Endpoint;
    let Some(gateway) = model.gateways.iter().find(|g| g.target.crn().filter(is_storage).is_some()) else {
        return;
    };
    let of_storage = |s: Option<&ServiceName>| s.is_some_and(|s| s.as_str() == SERVICE);
    for policy in model.policies.iter().filter(|p| p.origin.is_new() && of_storage(p.service.value())) {
        out.report(
            vec![gateway.at(Field::Crn), policy.at(Field::Service)],
            format!("Whether {} needs the policy {} is uncertain.", gateway.label, policy.label),
            "IBM's page names Object Storage as the case, and its endpoint is one of all accounts, whose CRN names none.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Edit, New};
    use crate::plan::{Field, Object};

    #[test]
    fn a_policy_for_object_storage_may_be_for_nothing() {
        let base = edited(&two_gateways(), &[Edit::text(Object::Plan, Field::Account, ACCOUNT)]);
        let storage = add_policy("cos", OTHER_ACCOUNT, "cloud-object-storage");
        let finding = relates(
            &base,
            "policy-object-storage",
            &[storage],
            &[Edit::Remove(policy("cos"))],
            &[exists(policy("cos"))],
        );
        assert_eq!(finding.places.len(), 2);
    }

    #[test]
    fn another_service_is_not_told_of() {
        let cos = Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS)));
        silent_on(&with_policy(), "policy-object-storage", &[cos]);
    }
}
