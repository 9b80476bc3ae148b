//! A hub that is bound to a hub.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `dns-hub-shared`.
pub(super) static RULE: Rule = Rule {
    code: "dns-hub-shared",
    severity: Severity::Error,
    summary: "A DNS hub is bound to another hub",
    explanation: "A VPC is a DNS hub, or it is bound to one. IBM Cloud binds no hub to a hub, and makes no VPC a hub \
                  that is bound.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter().filter(|vpc| vpc.dns.enable_hub) {
        let Some(&first) = vpc.dns_bindings.first() else { continue };
        let binding = &model.dns_bindings[first];
        let remove = Fix::choice(format!("Remove {}", binding.label), Edit::Remove(binding.object()));
        out.report_with(
            vec![vpc.at(Field::EnableHub), binding.place()],
            format!("{} is a DNS hub, and {} binds it to one.", vpc.label, binding.label),
            "IBM Cloud refuses the binding of a hub.",
            binding.origin.is_new().then_some(remove),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Choice;

    #[test]
    fn a_hub_is_bound_to_none() {
        let finding = relates(
            &with_hub(),
            "dns-hub-shared",
            &[Edit::choose(vpc("prod"), Choice::EnableHub(true))],
            &[Edit::choose(vpc("prod"), Choice::EnableHub(false))],
            &[Edit::Remove(dns_binding("to-hub"))],
        );
        assert_eq!(finding.title, "prod-vpc is a DNS hub, and to-hub binds it to one.");
    }

    #[test]
    fn a_hub_without_a_binding_is_right() {
        silent_on(&with_hub(), "dns-hub-shared", &[]);
    }
}
