//! Two authorization policies that say the same.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed, Policy};
use crate::plan::Field;
use std::collections::HashMap;

/// `policy-repeated`.
pub(super) static RULE: Rule = Rule {
    code: "policy-repeated",
    severity: Severity::Error,
    summary: "Two authorization policies say the same",
    explanation: "IBM Cloud takes an authorization policy once: a second one with the same accounts, service and instance \
                  is refused as a conflict (policy_conflict_error). One policy lets all gateways of the source account \
                  in, so that several of them need no more.",
    source: source::POLICY_API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<[&str; 4], &Policy> = HashMap::new();
    for policy in model.policies.iter() {
        let Some(says) = says(policy) else { continue };
        let Some(&first) = seen.get(&says) else {
            seen.insert(says, policy);
            continue;
        };
        // That which exists stays.
        let Some(extra) = [policy, first].into_iter().find(|p| p.origin.is_new()) else { continue };
        out.report_with(
            vec![first.at(Field::Service), policy.at(Field::Service)],
            format!("Two policies let the same gateways reach {}.", policy.label),
            "IBM Cloud takes a policy once, and refuses the second as a conflict.",
            Some(Fix::choice("Remove the one that is not needed", Edit::Remove(extra.object()))),
        );
    }
}

/// Source, target, service and instance, where all that must be is said.
fn says(policy: &Policy) -> Option<[&str; 4]> {
    let instance = if policy.instance.is_empty() { "" } else { policy.instance.value()?.as_str() };
    let (source, target) = (policy.source.value()?.as_str(), policy.target.value()?.as_str());
    Some([source, target, policy.service.value()?.as_str(), instance])
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn a_policy_is_made_once() {
        let second = add_policy("second", OTHER_ACCOUNT, "containers-kubernetes");
        let finding = relates(
            &with_policy(),
            "policy-repeated",
            &[second],
            &[Edit::Remove(policy("clusters"))],
            &[Edit::Remove(policy("second"))],
        );
        assert_eq!(finding.fix.unwrap().edit, Edit::Remove(policy("second")));
    }

    #[test]
    fn what_exists_stays() {
        let edits = [add_policy("second", OTHER_ACCOUNT, "containers-kubernetes"), exists(policy("second"))];
        let finding = triggers_on(&with_policy(), "policy-repeated", &edits);
        assert_eq!(finding.fix.unwrap().edit, Edit::Remove(policy("clusters")));
    }

    #[test]
    fn one_for_a_single_instance_is_another_one() {
        let narrow = Edit::text(policy("second"), Field::Instance, "c1a2b3");
        let edits = [add_policy("second", OTHER_ACCOUNT, "containers-kubernetes"), narrow];
        silent_on(&with_policy(), "policy-repeated", &edits);
    }
}
