//! A hub's gateway whose groups admit no client of a VPC that shares it.

use super::parts::{Need, list, rule_admits};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Gateway, Ix, Model, Placed, Remote, Span, Vpc};
use crate::plan::{Direction, Field};

/// `shared-not-admitted`.
pub(super) static RULE: Rule = Rule {
    code: "shared-not-admitted",
    severity: Severity::Advice,
    summary: "A gateway of a DNS hub admits no client of a VPC that is bound to the hub",
    explanation: "VPCs that are bound to a hub resolve names to the gateways of the hub, and their clients come from \
                  their own addresses. The planning page asks to let the traffic of these VPCs in by the rules of \
                  security groups, and by context-based restrictions of the service. The check is made where all \
                  rules are known.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for topology in model.topologies.iter() {
        // What is bound to no hub shares nothing, and is told of as that.
        let Some(hub) = topology.hub().filter(|&hub| model.vpcs[hub].dns.enable_hub) else { continue };
        for &gateway in &model.vpcs[hub].gateways {
            let gateway = &model.gateways[gateway];
            let out_of_reach: Vec<&str> = topology
                .shared
                .iter()
                .filter(|&&shared| shared != hub && shut_out(model, gateway, shared))
                .map(|&shared| model.vpcs[shared].label.as_str())
                .collect();
            if !out_of_reach.is_empty() {
                out.report(
                    vec![gateway.at(Field::SecurityGroups)],
                    format!("The groups of {} admit no address of {}.", gateway.label, list(&out_of_reach)),
                    "Its name resolves to this gateway there, and clients time out.",
                );
            }
        }
    }
}

/// Whether no rule of a gateway's groups admits an address of a VPC, as far as all of that is
/// known, and some rule admits others.
fn shut_out(model: &Model, gateway: &Gateway, vpc: Ix<Vpc>) -> bool {
    let (Some(need), vpc) = (Need::of(gateway), &model.vpcs[vpc]) else { return false };
    let groups = || gateway.groups.iter().map(|&g| &model.groups[g]);
    if !gateway.origin.is_new() || !vpc.prefixes_known || groups().any(|g| !g.origin.is_new()) {
        return false;
    }
    let nets: Option<Vec<Span>> =
        vpc.prefixes.iter().map(|&p| model.prefixes[p].net.get().map(Span::from)).collect();
    let Some(nets) = nets.filter(|nets| !nets.is_empty()) else { return false };
    let mut admits_some = false;
    for rule in groups().flat_map(|g| &g.rules).map(|&r| &model.rules[r]) {
        if rule.direction != Direction::Inbound || rule_admits(rule, need) == Some(false) {
            continue;
        }
        let from = match rule.remote {
            Remote::Address(address) => Span { first: address, last: address },
            Remote::Net(net) => net.into(),
            Remote::Anywhere | Remote::Group(_) | Remote::Unknown(_) => return false,
        };
        if nets.iter().any(|net| net.overlaps(from)) {
            return false;
        }
        admits_some = true;
    }
    admits_some
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::{Field, Plan};

    /// A hub whose gateway has a group of its own, which admits all that begins with 10.
    fn guarded() -> Plan {
        let edits = [
            add_group("hub", "hub-clients"),
            add_rule("hub-clients", "hub-https", "443", "10.0.0.0/8"),
            attach("hub-cos", "hub-clients"),
        ];
        edited(&with_hub(), &edits)
    }

    #[test]
    fn clients_come_from_their_own_vpc() {
        let finding = triggers_on(
            &guarded(),
            "shared-not-admitted",
            &[Edit::text(rule("hub-https"), Field::Remote, "10.60.0.0/16")],
        );
        assert_eq!(finding.title, "The groups of hub-cos admit no address of prod-vpc.");
    }

    #[test]
    fn what_overlaps_or_is_not_known_admits() {
        for remote in ["10.240.8.7", "", "10.240.0.0/16"] {
            silent_on(
                &guarded(),
                "shared-not-admitted",
                &[Edit::text(rule("hub-https"), Field::Remote, remote)],
            );
        }
        let unknown = [Edit::text(rule("hub-https"), Field::Remote, "10.60.0.0/16"), exists(vpc("prod"))];
        silent_on(&guarded(), "shared-not-admitted", &unknown);
    }
}
