//! An authorization policy for one instance.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `policy-one-instance`.
pub(super) static RULE: Rule = Rule {
    code: "policy-one-instance",
    severity: Severity::Advice,
    summary: "An authorization policy is for one instance, which IBM does not show for gateways",
    explanation: "IAM lets a policy be narrowed to one instance, and the narrower one opens less. IBM's page on \
                  cross-account gateways has it for all instances of the service and shows no other. Where the gateway \
                  is refused although the policy is there, this is the first thing to try.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let narrow = |p: &&crate::model::Policy| p.origin.is_new() && p.instance.value().is_some();
    for policy in model.policies.iter().filter(narrow) {
        let all = Edit::text(policy.object(), Field::Instance, "");
        out.report_with(
            vec![policy.at(Field::Instance)],
            format!("The policy {} is for one instance.", policy.label),
            "It opens less that way; IBM shows such policies for all instances only.",
            Some(Fix::choice("Let it be for all instances", all)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn all_instances_is_what_is_shown() {
        let narrow = Edit::text(policy("clusters"), Field::Instance, "c1a2b3");
        let finding = triggers_on(&with_policy(), "policy-one-instance", std::slice::from_ref(&narrow));
        assert_eq!(finding.fix.unwrap().title, "Let it be for all instances");
        silent_on(&with_policy(), "policy-one-instance", &[narrow, exists(policy("clusters"))]);
    }
}
