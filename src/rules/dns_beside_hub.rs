//! A gateway of its own beside that of the hub.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Gateway, Model, Placed};
use crate::plan::{DnsMode, Field};

/// `dns-beside-hub`.
pub(super) static RULE: Rule = Rule {
    code: "dns-beside-hub",
    severity: Severity::Advice,
    summary: "A gateway resolves in its VPC only, and the hub has a primary one for the service",
    explanation: "With the mode Disabled, the hub does not know a gateway: where the hub's resolver answers, the names \
                  of the service resolve to the gateway of the hub, and this one is reached by its addresses only. \
                  That may be meant; mostly one gateway is enough.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let of_own = |(_, g): &(_, &Gateway)| g.dns == DnsMode::Disabled && g.resource_bindings.is_empty();
    for (ix, gateway) in model.gateways.enumerate().filter(of_own) {
        let (Some(vpc), Some(target)) = (gateway.vpc, gateway.target.text()) else { continue };
        let Some(hub) = model.hub_of(vpc).map(|hub| &model.vpcs[hub]) else { continue };
        let answers = |g: &Gateway| g.dns == DnsMode::Primary && g.target.text() == Some(target);
        let same = hub.gateways.iter().copied().find(|&g| answers(&model.gateways[g]));
        let Some(at) = same.filter(|_| !model.vpcs[vpc].dns.enable_hub) else { continue };
        let other = &model.gateways[at];
        let mut places = vec![other.at(Field::Dns), gateway.at(Field::Dns)];
        if ix < at {
            places.reverse();
        }
        out.report(
            places,
            format!(
                "{} answers in its own VPC at most, beside {} of the hub {}.",
                gateway.label, other.label, hub.label
            ),
            "Where the hub's resolver answers, the service's names resolve to the gateway of the hub.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit, New};
    use crate::plan::DnsMode;

    #[test]
    fn the_hub_answers() {
        let finding = relates(
            &with_hub(),
            "dns-beside-hub",
            &[
                Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS))),
                Edit::choose(gateway("cos"), Choice::Dns(DnsMode::Disabled)),
            ],
            &[Edit::Remove(gateway("hub-cos"))],
            &[Edit::Remove(gateway("cos"))],
        );
        assert_eq!(
            finding.title,
            "payments-cos answers in its own VPC at most, beside hub-cos of the hub hub."
        );
    }

    #[test]
    fn without_a_hub_it_may_be_meant() {
        silent("dns-beside-hub", &[Edit::choose(gateway("kms"), Choice::Dns(DnsMode::Disabled))]);
    }
}
