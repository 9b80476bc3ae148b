//! Something to be taken over inside what is new or not known by its id.

use super::parts::not_adopted;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Lack, Model};

/// `adopt-within`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-within",
    severity: Severity::Warning,
    summary: "Terraform is to take something over inside of what is new or not known by its ID",
    explanation: "An address prefix is imported with the ID of its VPC, a rule with that of its security group, a reserved IP \
                  with those of its subnet and its gateway. What exists cannot be in a VPC that is made only now: \
                  Terraform would replace it to move it there. So its files only refer to it.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    not_adopted(model, Lack::Within, out);
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, OriginKind};

    #[test]
    fn a_rule_is_imported_with_its_group() {
        let base = edited(&adopted(), &[refer_to(group("clients"))]);
        let unknown = [Edit::text(group("clients"), Field::Id, "")];
        let known = [Edit::text(group("clients"), Field::Id, "r006-g")];
        let alone = [refer_to(rule("https"))];
        let finding = relates(&base, "adopt-within", &unknown, &known, &alone);
        assert_eq!(
            finding.title,
            "Terraform cannot take over rule https of vpe-clients: it is imported with the ID of security group \
             vpe-clients, which the plan does not have."
        );
    }

    #[test]
    fn a_reserved_ip_is_imported_with_its_subnet() {
        let base = edited(&adopted(), &[refer_to(subnet("vpe-1"))]);
        let finding = triggers_on(&base, "adopt-within", &[Edit::text(subnet("vpe-1"), Field::Id, "")]);
        assert!(finding.title.contains("the ID of subnet vpe-1"), "{}", finding.title);
    }

    #[test]
    fn what_exists_is_not_in_a_new_vpc() {
        let edits = [Edit::choose(vpc("prod"), Choice::Origin(OriginKind::New))];
        let found = findings(&edited(&adopted(), &edits));
        assert!(
            found.iter().all(|f| f.rule.code == "adopt-within"),
            "{:?}",
            codes(&edited(&adopted(), &edits))
        );
        // Three subnets, the group, the gateway.
        assert_eq!(found.len(), 5);
    }

    #[test]
    fn a_vpc_that_is_found_by_its_name_will_do_for_most() {
        let edits = [refer_to(vpc("prod")), Edit::text(vpc("prod"), Field::Id, "")];
        silent_on(&adopted(), "adopt-within", &edits);
    }
}
