//! Resources bound to a gateway that answers for its whole service.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{DnsMode, Field};

/// `resource-binding-primary`.
pub(super) static RULE: Rule = Rule {
    code: "resource-binding-primary",
    severity: Severity::Error,
    summary: "Resources are bound to a primary gateway",
    explanation: "A primary gateway answers for all of its service, so that there is nothing left to bind. Resource \
                  bindings go with the modes Disabled and Per resource binding.",
    source: source::RESOURCE_BINDINGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.dns == DnsMode::Primary) {
        let Some(&first) = gateway.resource_bindings.first() else { continue };
        let in_hub = gateway.vpc.is_some_and(|vpc| model.vpcs[vpc].dns.enable_hub);
        let disabled = Edit::choose(gateway.object(), Choice::Dns(DnsMode::Disabled));
        out.report_with(
            vec![gateway.at(Field::Dns), model.resource_bindings[first].place()],
            format!("{} is primary and has resource bindings.", gateway.label),
            "IBM Cloud refuses resource bindings of a primary gateway.",
            (!in_hub).then(|| Fix::choice("Use Disabled", disabled)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn primary() -> Edit {
        Edit::choose(gateway("cos"), Choice::Dns(DnsMode::Primary))
    }

    #[test]
    fn a_primary_gateway_binds_none() {
        let finding = relates(
            &with_bucket(),
            "resource-binding-primary",
            &[primary()],
            &[Edit::choose(gateway("cos"), Choice::Dns(DnsMode::Disabled))],
            &[Edit::Remove(resource_binding("logs"))],
        );
        assert_eq!(finding.title, "payments-cos is primary and has resource bindings.");
    }

    #[test]
    fn without_bindings_primary_is_right() {
        silent_on(&two_gateways(), "resource-binding-primary", &[primary()]);
    }
}
