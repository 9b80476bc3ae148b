//! A CRN whose account is none.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `crn-account`.
pub(super) static RULE: Rule = Rule {
    code: "crn-account",
    severity: Severity::Error,
    summary: "The account in a target's CRN is missing or not one",
    explanation: "The CRN of an instance and of a Private Path service names the account that owns it, a/ and the \
                  account's id of 32 hexadecimal digits. IBM's samples shorten it, and one of the CLI's pages leaves \
                  it out.",
    source: source::CRN,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Some(crn) = gateway.target.crn() else { continue };
        if !matches!(crn.kind(), CrnKind::Instance | CrnKind::PrivatePath) || crn.has_account() {
            continue;
        }
        let title = match crn.segment(6) {
            "" => format!("The CRN of {} names no account.", gateway.label),
            other => format!("{other:?} in the CRN of {} is no account.", gateway.label),
        };
        out.report(
            vec![gateway.at(Field::Crn)],
            title,
            "An account is written a/ and 32 hexadecimal digits; by another CRN IBM Cloud finds no target.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn pg(account: &str) -> Edit {
        let crn = &with_database().gateways[1].wanted.target.crn;
        Edit::text(gateway("pg"), Field::Crn, crn.replace(ACCOUNT, account))
    }

    #[test]
    fn a_shortened_account_is_none() {
        let finding = triggers_on(&with_database(), "crn-account", &[pg("1234567890")]);
        assert_eq!(finding.title, "\"a/1234567890\" in the CRN of payments-pg is no account.");
        let bare = private_path_crn("us-south").replace(&format!("a/{OTHER_ACCOUNT}"), "");
        let finding = triggers_on(
            &with_private_path(),
            "crn-account",
            &[Edit::text(gateway("card"), Field::Crn, bare)],
        );
        assert_eq!(finding.title, "The CRN of card-network names no account.");
    }

    #[test]
    fn endpoints_have_none_and_other_accounts_are_accounts() {
        silent_on(&with_database(), "crn-account", &[pg(OTHER_ACCOUNT)]);
        silent("crn-account", &[Edit::text(gateway("kms"), Field::Crn, COS)]);
    }
}
