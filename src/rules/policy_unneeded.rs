//! An authorization policy that no gateway of the plan needs.

use super::parts::{miss, of_one_account};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed, Policy};
use crate::plan::Field;

/// `policy-unneeded`.
pub(super) static RULE: Rule = Rule {
    code: "policy-unneeded",
    severity: Severity::Advice,
    summary: "No gateway of the plan needs an authorization policy",
    explanation: "A policy opens a service of its account to gateways of another. Those that reach a shared endpoint, an \
                  instance of their own account or a Private Path service need none: an endpoint is in no account, and \
                  the provider of a Private Path service permits each request. What nobody needs is better not opened.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    // What an existing gateway reaches need not be known.
    if model.gateways.iter().any(|g| !g.origin.is_new() && g.target.written().is_empty()) {
        return;
    }
    for policy in model.policies.iter().filter(|p| p.origin.is_new()) {
        if is_needed(model, policy) || of_one_account(policy) || miss(model, policy).is_some() {
            continue;
        }
        out.report_with(
            vec![policy.at(Field::Service)],
            format!("No gateway of the plan needs the policy {}.", policy.label),
            "It opens a service to another account, and nothing here uses that.",
            Some(Fix::choice("Remove the policy", Edit::Remove(policy.object()))),
        );
    }
}

/// Whether a gateway reaches what the policy lets it, in another account as far as the
/// plan says. Whether Object Storage needs one is uncertain.
fn is_needed(model: &Model, policy: &Policy) -> bool {
    let own = model.account.value();
    model.gateways.iter().any(|gateway| {
        let of_storage = |crn: &crate::model::Crn| {
            crn.service() == super::policy_object_storage::SERVICE
                && policy.service.value().is_none_or(|s| s.as_str() == crn.service())
        };
        gateway.target.crn().is_some_and(of_storage)
            || gateway.owned().is_some_and(|crn| {
                policy.unfit(own, crn).is_empty() && (own.is_none() || crn.account().as_ref() != own)
            })
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn a_policy_for_a_shared_endpoint_opens_for_nothing() {
        let finding =
            triggers_on(&with_policy(), "policy-unneeded", &[add_policy("keys", OTHER_ACCOUNT, "kms")]);
        assert_eq!(finding.fix.unwrap().edit, Edit::Remove(policy("keys")));
    }

    #[test]
    fn its_gateway_may_go_or_be_in_the_own_account() {
        triggers_on(&with_policy(), "policy-unneeded", &[Edit::Remove(gateway("iks"))]);
        let own = cluster_crn("c1a2b3").replace(OTHER_ACCOUNT, ACCOUNT);
        triggers_on(&with_policy(), "policy-unneeded", &[Edit::text(gateway("iks"), Field::Crn, own)]);
    }

    #[test]
    fn what_exists_may_be_there_for_others() {
        let edits = [add_policy("keys", OTHER_ACCOUNT, "kms"), exists(policy("keys"))];
        silent_on(&with_policy(), "policy-unneeded", &edits);
        silent_on(&with_policy(), "policy-unneeded", &[exists(gateway("iks"))]);
    }
}
