//! An authorization policy of an account for itself.

use super::parts::{of_one_account, other_accounts};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed, ServiceName};
use crate::plan::Field;

/// `policy-same-account`.
pub(super) static RULE: Rule = Rule {
    code: "policy-same-account",
    severity: Severity::Warning,
    summary: "An authorization policy has one account on both sides",
    explanation: "A gateway reaches the services of its own account without a policy. One that names the same account as \
                  source and target lets nobody in: the source account is that of the gateways, the target account is \
                  the one in the CRN of what they reach, and the policy is made there.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for policy in model.policies.iter().filter(|p| of_one_account(p)) {
        let service = policy.service.value().map(ServiceName::as_str);
        let meant = other_accounts(model).find(|(_, crn)| Some(crn.service()) == service);
        let fix = meant.and_then(|(_, crn)| {
            let account = crn.account()?;
            if policy.target.value().is_some_and(|t| t.as_str() == account.as_str()) {
                let edit = Edit::text(policy.object(), Field::SourceAccount, "");
                return Some(Fix::choice("Let the plan's account in", edit));
            }
            let edit = Edit::text(policy.object(), Field::TargetAccount, account.as_str());
            Some(Fix::choice(format!("Set the target account to {account}"), edit))
        });
        out.report_with(
            vec![policy.at(Field::SourceAccount), policy.at(Field::TargetAccount)],
            format!("The policy {} lets the account into itself.", policy.label),
            "A gateway needs no policy for services of its own account, and one for another account has that on its other side.",
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn the_target_account_is_the_other_one() {
        let own = Edit::text(policy("clusters"), Field::TargetAccount, ACCOUNT);
        let finding = triggers_on(&with_policy(), "policy-same-account", &[own]);
        let fix = finding.fix.unwrap();
        assert_eq!(fix.title, format!("Set the target account to {OTHER_ACCOUNT}"));
    }

    #[test]
    fn where_the_target_is_right_the_source_is_not() {
        let source = Edit::text(policy("clusters"), Field::SourceAccount, OTHER_ACCOUNT);
        let finding = triggers_on(&with_policy(), "policy-same-account", &[source]);
        assert_eq!(finding.fix.unwrap().title, "Let the plan's account in");
    }

    #[test]
    fn an_account_that_is_not_known_is_not_the_same() {
        let edits = [
            Edit::text(crate::plan::Object::Plan, Field::Account, ""),
            Edit::text(policy("clusters"), Field::TargetAccount, ""),
        ];
        silent_on(&with_policy(), "policy-same-account", &edits);
    }
}
