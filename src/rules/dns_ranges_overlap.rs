//! VPCs that share DNS and have the same addresses.

use super::parts::with_net;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed, Prefix, Span};
use crate::plan::{Field, Object, Place};

/// `dns-ranges-overlap`.
pub(super) static RULE: Rule = Rule {
    code: "dns-ranges-overlap",
    severity: Severity::Advice,
    summary: "A DNS hub and a VPC bound to it have address prefixes that overlap",
    explanation: "Names of the hub's gateways resolve to addresses of the hub, which the VPC has to be able to \
                  reach. IBM Cloud neither makes nor checks that connection. An address that both VPCs have \
                  stays in the one that asks.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for topology in model.topologies.iter() {
        let Some(hub) = topology.hub() else { continue };
        for &shared in &topology.shared {
            // A VPC that is bound to itself is told of as that.
            let of = |vpc| model.vpcs[vpc].prefixes.iter().map(|&p| &model.prefixes[p]);
            let clash = of(hub).filter(|_| hub != shared).find_map(|a| {
                let net = a.net.get()?;
                let b =
                    of(shared).find(|b| b.net.get().is_some_and(|n| Span::from(n).overlaps(net.into())))?;
                Some((a, b, net))
            });
            let Some((a, b, net)) = clash else { continue };
            let (hub, shared) = (&model.vpcs[hub].label, &model.vpcs[shared].label);
            let mut places = vec![place(a), place(b)];
            if b.vpc < a.vpc {
                places.reverse();
            }
            out.report(
                places,
                format!(
                    "{} of {hub} overlaps a prefix of {shared}, which is bound to it.",
                    with_net(&a.label, net)
                ),
                "What the hub's gateways answer there cannot be reached from that VPC.",
            );
        }
    }
}

/// The prefix, or the VPC whose default one it is.
fn place(prefix: &Prefix) -> Place {
    match &prefix.key {
        Some(_) => prefix.at(Field::Cidr),
        None => Object::Vpc(prefix.vpc_key.clone()).at(Field::PrefixManagement),
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    #[test]
    fn a_shared_address_is_reached_at_home() {
        let finding = relates(
            &with_hub(),
            "dns-ranges-overlap",
            &[add_prefix("hub", "hub-1", "us-south-1", "10.240.0.0/20")],
            &[crate::edit::Edit::Remove(prefix("hub-1"))],
            &[crate::edit::Edit::Remove(dns_binding("to-hub"))],
        );
        assert!(
            finding.title.ends_with("overlaps a prefix of prod-vpc, which is bound to it."),
            "{}",
            finding.title
        );
        silent_on(
            &with_hub(),
            "dns-ranges-overlap",
            &[add_prefix("hub", "hub-1", "us-south-1", "10.60.0.0/20")],
        );
    }
}
