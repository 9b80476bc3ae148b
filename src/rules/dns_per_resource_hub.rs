//! Single resources resolved beside a hub that does not have the service.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Gateway, Model, Placed};
use crate::plan::{DnsMode, Field};

/// `dns-per-resource-hub`.
pub(super) static RULE: Rule = Rule {
    code: "dns-per-resource-hub",
    severity: Severity::Error,
    summary: "A gateway resolves single resources, and its hub has no primary gateway for the service",
    explanation: "In a VPC that is bound to a DNS hub, a gateway with the mode Per resource binding answers for its \
                  resources, and the hub for all others of the service. The hub must hold a primary gateway for the \
                  same target first, and keep it as long.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.dns == DnsMode::PerResourceBinding) {
        let (Some(vpc), Some(target)) = (gateway.vpc, gateway.target.text()) else { continue };
        let Some(hub) = model.hub_of(vpc) else { continue };
        // An existing hub may have a gateway that the plan does not know, and a hub that
        // is not primary throughout is told as such.
        let serves = |g: &Gateway| g.target.text() == Some(target);
        let gateways = &model.vpcs[hub].gateways;
        if !model.vpcs[hub].origin.is_new() || gateways.iter().any(|&g| serves(&model.gateways[g])) {
            continue;
        }
        if super::parts::without_bindings(gateway).is_some() || model.vpcs[vpc].dns.enable_hub {
            continue;
        }
        let hub = &model.vpcs[hub];
        out.report(
            vec![hub.place(), gateway.at(Field::Dns)],
            format!("The hub {} has no gateway for the service of {}.", hub.label, gateway.label),
            "Without a primary gateway there for the same target, IBM Cloud refuses this DNS mode.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::DnsMode;

    #[test]
    fn the_hub_has_the_service_too() {
        let finding = relates(
            &with_local_access(),
            "dns-per-resource-hub",
            &[Edit::Remove(gateway("hub-cos"))],
            &[exists(vpc("hub"))],
            &[Edit::choose(gateway("cos"), Choice::Dns(DnsMode::Disabled))],
        );
        assert_eq!(finding.title, "The hub hub has no gateway for the service of payments-cos.");
    }

    #[test]
    fn a_hub_that_has_it_is_right() {
        silent_on(&with_local_access(), "dns-per-resource-hub", &[]);
    }
}
