//! A service instance of another account that nothing in the plan lets a gateway reach.

use super::parts::{is_missed, other_accounts};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Edit, New};
use crate::model::{Crn, Model, Placed};
use crate::plan::{Field, Key, Object, Origin, Policy, Resource};

/// `other-account`.
pub(super) static RULE: Rule = Rule {
    code: "other-account",
    severity: Severity::Advice,
    summary: "A gateway reaches an instance of another account, and no policy of the plan lets it",
    explanation: "The account that owns a service instance has to let gateways of another account reach it, by an \
                  authorization policy that is made there before the gateway. Without it the gateway is refused, with a \
                  message that the service is not found. A plan can have the policy made, in a run of its own with that \
                  account's credentials, or say that it exists. Such a gateway is made by CLI, API or Terraform; the \
                  console does not offer services of other accounts.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in other_accounts(model) {
        if model.policies_for(crn).next().is_some() || is_missed(model, gateway) {
            continue;
        }
        let Some(other) = crn.account() else { continue };
        out.report_with(
            vec![Object::Plan.at(Field::Account), gateway.at(Field::Crn)],
            format!("The service of {} belongs to the account {other}.", gateway.label),
            "An authorization policy of that account has to be there before the gateway; else the service is not found.",
            Some(Fix::choice(format!("Add an authorization policy of account {other}"), policy(model, crn))),
        );
    }
}

/// The policy that lets the plan's gateways reach all instances of a service, as IBM's
/// page has it.
fn policy(model: &Model, crn: &Crn) -> Edit {
    let taken = |text: &str| model.policies.iter().any(|p| p.key.as_str() == text);
    let wanted = Policy {
        target_account: crn.account().map(|account| account.to_string()).unwrap_or_default(),
        service: crn.service().to_owned(),
        ..Policy::default()
    };
    let key = Key::make(crn.service(), "policy", taken);
    Edit::Add(New::Policy(Resource { key, origin: Origin::default(), wanted }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::{Field, Object};

    fn account(text: &str) -> Edit {
        Edit::text(Object::Plan, Field::Account, text)
    }

    #[test]
    fn another_account_has_to_permit_it() {
        let base = edited(&with_cluster(), &[account(OTHER_ACCOUNT)]);
        let own = base.gateways[1].wanted.target.crn.replace(OTHER_ACCOUNT, ACCOUNT);
        let finding = relates(
            &base,
            "other-account",
            &[account(ACCOUNT)],
            &[account(OTHER_ACCOUNT)],
            &[Edit::text(gateway("iks"), Field::Crn, own)],
        );
        assert_eq!(
            finding.title,
            format!("The service of payments-iks belongs to the account {OTHER_ACCOUNT}.")
        );
        let fix = finding.fix.unwrap();
        assert_eq!(fix.title, format!("Add an authorization policy of account {OTHER_ACCOUNT}"));
    }

    #[test]
    fn an_account_that_is_not_known_is_no_other_one() {
        silent_on(&with_cluster(), "other-account", &[account("")]);
        silent("other-account", &[account(OTHER_ACCOUNT)]);
    }

    #[test]
    fn a_policy_lets_it_whether_it_is_new_or_exists() {
        silent_on(&with_policy(), "other-account", &[]);
        silent_on(&with_policy(), "other-account", &[exists(policy("clusters"))]);
        triggers_on(&with_policy(), "other-account", &[Edit::Remove(policy("clusters"))]);
    }
}
