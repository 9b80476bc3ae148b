//! Something to be taken over that the plan has no id of.

use super::parts::not_adopted;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Lack, Model};

/// `adopt-without-id`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-without-id",
    severity: Severity::Warning,
    summary: "Terraform is to take something over, and the plan does not have its ID",
    explanation: "Terraform imports what exists by the ID that IBM Cloud gave it; a name does not do. Without the ID its files \
                  refer to the thing as to any other that exists, and change nothing of it.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    not_adopted(model, Lack::Id, out);
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn a_name_is_not_enough() {
        let edits = [Edit::text(vpc("prod"), Field::Id, "")];
        let finding = triggers_on(&adopted(), "adopt-without-id", &edits);
        assert_eq!(finding.title, "Terraform cannot take over VPC prod-vpc: the plan does not have its ID.");
    }

    #[test]
    fn a_rule_and_a_reserved_ip_need_theirs_too() {
        for object in [rule("https"), reserved_ip("kms-1")] {
            triggers_on(&adopted(), "adopt-without-id", &[Edit::text(object, Field::Id, "")]);
        }
    }

    #[test]
    fn what_has_neither_name_nor_id_is_told_as_that() {
        let edits =
            [Edit::text(group("clients"), Field::Id, ""), Edit::text(group("clients"), Field::Name, "")];
        silent_on(&adopted(), "adopt-without-id", &edits);
        silent_on(&adopted(), "adopt-without-id", &[refer_to(vpc("prod"))]);
    }
}
