//! An authorization policy that is close to what a gateway needs.

use super::parts::{fitting, miss, of_one_account, says};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed, Policy};
use crate::plan::Field;

/// `policy-unfit`.
pub(super) static RULE: Rule = Rule {
    code: "policy-unfit",
    severity: Severity::Warning,
    summary: "An authorization policy does not let in the gateway that it seems to be for",
    explanation: "A policy lets the endpoint gateways of its source account reach one service, or one instance of it, in \
                  its target account, and nothing else. Where one of these is another than the gateway's, the policy is \
                  made, the gateway is refused, and the message is that the service is not found.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let Some(own) = model.account.value() else { return };
    for policy in model.policies.iter().filter(|p| !of_one_account(p)) {
        let Some(miss) = miss(model, policy) else { continue };
        let mut places = vec![miss.gateway.at(Field::Crn)];
        places.extend(miss.parts.iter().map(|&part| policy.at(Policy::field(part))));
        let edits = miss
            .parts
            .iter()
            .map(|&part| Edit::text(policy.object(), Policy::field(part), fitting(own, miss.crn, part)));
        let mut edits: Vec<Edit> = edits.collect();
        let (title, fix) = match miss.parts[..] {
            [part] => {
                let fits = fitting(own, miss.crn, part);
                let what = Policy::field(part).label();
                let title = format!(
                    "The policy {} is not for {}: its {what} is {}, and the gateway needs {fits}.",
                    policy.label,
                    miss.gateway.label,
                    says(policy, part)
                );
                (title, Fix::choice(format!("Set the {what} to {fits}"), edits.remove(0)))
            }
            _ => {
                let title = format!(
                    "The policy {} is not for {}: its accounts are in each other's place.",
                    policy.label, miss.gateway.label
                );
                let label = "swap the accounts of a policy".to_owned();
                (title, Fix::choice("Swap the two accounts", Edit::All { label, edits }))
            }
        };
        out.report_with(
            places,
            title,
            "The gateway is refused without one that fits; the message is that the service is not found.",
            Some(fix),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn set(field: Field, text: &str) -> Edit {
        Edit::text(policy("clusters"), field, text)
    }

    #[test]
    fn each_part_of_a_policy_is_held_against_the_gateway() {
        for (field, text, title) in [
            (Field::TargetAccount, "00000000000000000000000000000001", "Set the target account to "),
            (Field::Service, "containers-kubernets", "Set the target service to containers-kubernetes"),
            (Field::SourceAccount, "00000000000000000000000000000001", "Set the source account to "),
        ] {
            let finding = triggers_on(&with_policy(), "policy-unfit", &[set(field, text)]);
            assert!(finding.fix.unwrap().title.starts_with(title), "{title}");
        }
    }

    #[test]
    fn another_instance_is_another_one() {
        let base = edited(&with_policy(), &[set(Field::Instance, "c1a2b3")]);
        let finding = relates(
            &base,
            "policy-unfit",
            &[set(Field::Instance, "d4")],
            &[Edit::text(gateway("iks"), Field::Crn, cluster_crn("d4"))],
            &[set(Field::Instance, "c1a2b3")],
        );
        assert!(finding.title.ends_with("its target instance is d4, and the gateway needs c1a2b3."));
    }

    #[test]
    fn accounts_in_each_other_s_place_are_swapped() {
        let edits = [set(Field::SourceAccount, OTHER_ACCOUNT), set(Field::TargetAccount, ACCOUNT)];
        let finding = triggers_on(&with_policy(), "policy-unfit", &edits);
        assert_eq!(finding.fix.unwrap().title, "Swap the two accounts");
    }

    #[test]
    fn one_for_something_else_is_left_alone() {
        let edits = [
            set(Field::Service, "messagehub"),
            set(Field::TargetAccount, "00000000000000000000000000000001"),
        ];
        silent_on(&with_policy(), "policy-unfit", &edits);
        silent_on(&with_policy(), "policy-unfit", &[set(Field::Service, "Not A Service")]);
    }
}
