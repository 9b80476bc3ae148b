//! Something to be taken over of which the plan says too little.

use super::parts::not_adopted;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Lack, Model};

/// `adopt-incomplete`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-incomplete",
    severity: Severity::Warning,
    summary: "Terraform is to take something over of which the plan says too little",
    explanation: "The block of a thing must say what the provider requires: a name, which it takes in its older and narrower \
                  form only, the zone of a subnet, the target of a gateway. What it does not say would be another thing, \
                  and Terraform would replace the one that exists. So its files only refer to it.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    not_adopted(model, Lack::Said, out);
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn a_gateway_needs_its_target_and_its_name() {
        for (field, what) in [(Field::Crn, "CRN"), (Field::Name, "name")] {
            let edits = [Edit::text(gateway("kms"), field, "")];
            let finding = triggers_on(&adopted(), "adopt-incomplete", &edits);
            let why = format!(": the plan does not have its {what}.");
            assert!(finding.title.ends_with(&why), "{}", finding.title);
        }
    }

    #[test]
    fn a_name_of_the_newer_form_is_not_taken() {
        let edits = [Edit::text(vpc("prod"), Field::Name, "1-prod")];
        let finding = triggers_on(&adopted(), "adopt-incomplete", &edits);
        assert!(finding.title.contains("VPC 1-prod: its provider takes no name"), "{}", finding.title);
    }

    #[test]
    fn what_can_be_left_out_may_be_unknown() {
        for object in [group("clients"), rule("https"), reserved_ip("kms-1")] {
            silent_on(&adopted(), "adopt-incomplete", &[Edit::text(object, Field::Name, "")]);
        }
        silent_on(&adopted(), "adopt-incomplete", &[Edit::text(subnet("vpe-1"), Field::Cidr, "")]);
    }
}
