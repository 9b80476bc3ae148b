//! A service instance of another account.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed, Said, Target};
use crate::plan::{Field, Object};

/// `other-account`.
pub(super) static RULE: Rule = Rule {
    code: "other-account",
    severity: Severity::Advice,
    summary: "A gateway reaches an instance of another account",
    explanation: "The account that owns a service instance has to let gateways of another account reach it, by an \
                  authorization policy that is made there before the gateway. Without it the gateway is refused, with a \
                  message that the service is not found.",
    source: source::CREATING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let Some(own) = model.account.value() else { return };
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Target::Cloud(Said::Value(crn)) = &gateway.target else { continue };
        let Some(other) = crn.account().filter(|a| a != own && crn.kind() == CrnKind::Instance) else {
            continue;
        };
        out.report(
            vec![Object::Plan.at(Field::Account), gateway.at(Field::Crn)],
            format!("The service of {} belongs to the account {other}.", gateway.label),
            "An authorization policy of that account has to be there before the gateway; else the service is not found.",
        );
    }
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
        let own = with_database().gateways[1].wanted.target.crn.replace(ACCOUNT, OTHER_ACCOUNT);
        let finding = relates(
            &with_database(),
            "other-account",
            &[account(OTHER_ACCOUNT)],
            &[account(ACCOUNT)],
            &[Edit::text(gateway("pg"), Field::Crn, own)],
        );
        assert_eq!(finding.title, format!("The service of payments-pg belongs to the account {ACCOUNT}."));
    }

    #[test]
    fn an_account_that_is_not_known_is_no_other_one() {
        silent_on(&with_database(), "other-account", &[account("")]);
        silent("other-account", &[account(OTHER_ACCOUNT)]);
    }
}
