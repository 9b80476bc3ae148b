//! A VPC bound to a hub twice.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};

/// `dns-binding-second`.
pub(super) static RULE: Rule = Rule {
    code: "dns-binding-second",
    severity: Severity::Error,
    summary: "A VPC has several DNS resolution bindings",
    explanation: "A VPC takes part in one DNS topology. It has at most one DNS resolution binding, to one hub.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter() {
        let [first, more @ ..] = &vpc.dns_bindings[..] else { continue };
        let first = &model.dns_bindings[*first];
        for binding in more.iter().map(|&b| &model.dns_bindings[b]) {
            let removed = [binding, first].into_iter().find(|b| b.origin.is_new());
            out.report_with(
                vec![first.place(), binding.place()],
                format!(
                    "{} has the DNS resolution bindings {} and {}.",
                    vpc.label, first.label, binding.label
                ),
                "A VPC is bound to one hub; IBM Cloud refuses the second binding.",
                removed.map(|b| Fix::choice(format!("Remove {}", b.label), Edit::Remove(b.object()))),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_vpc_is_bound_once() {
        let finding = relates(
            &with_hub(),
            "dns-binding-second",
            &[bind_vpc("prod", "second", "hub")],
            &[Edit::Remove(dns_binding("to-hub"))],
            &[Edit::Remove(dns_binding("second"))],
        );
        assert_eq!(finding.title, "prod-vpc has the DNS resolution bindings to-hub and second.");
    }

    #[test]
    fn a_hub_has_many() {
        let edits = [add_vpc("third", "us-south"), bind_vpc("third", "third-to-hub", "hub")];
        silent_on(&with_hub(), "dns-binding-second", &edits);
    }
}
