//! Two gateways that answer for one service among VPCs that share DNS.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Gateway, Ix, Model, Placed, Topology};
use crate::plan::{DnsMode, Field};
use std::collections::HashMap;

/// `dns-primary-twice`.
pub(super) static RULE: Rule = Rule {
    code: "dns-primary-twice",
    severity: Severity::Error,
    summary: "Two VPCs that share DNS each have a primary gateway for one service",
    explanation: "A primary gateway answers for its service in every VPC of its topology: the hub and all VPCs that \
                  are bound to it. A second one for the same target would answer otherwise. One of the two has to \
                  go, or to resolve in its own VPC only.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(Ix<Topology>, &str), &Gateway> = HashMap::new();
    for gateway in model.gateways.iter().filter(|g| g.dns == DnsMode::Primary) {
        let (Some(vpc), Some(target)) = (gateway.vpc, gateway.target.text()) else { continue };
        let Some(topology) = model.vpcs[vpc].topology else { continue };
        let first = *seen.entry((topology, target)).or_insert(gateway);
        // Two of one VPC are told as such.
        if first.vpc == gateway.vpc {
            continue;
        }
        let in_hub = |g: &&Gateway| g.vpc.is_some_and(|vpc| model.vpcs[vpc].dns.enable_hub);
        let removed = [gateway, first].into_iter().find(|g| g.origin.is_new() && !in_hub(g));
        let remove = |g: &Gateway| Fix::choice(format!("Remove {}", g.label), Edit::Remove(g.object()));
        out.report_with(
            vec![first.at(Field::Dns), gateway.at(Field::Dns)],
            format!(
                "{} and {} are primary for one service, and their VPCs share DNS.",
                first.label, gateway.label
            ),
            "One of them answers for all these VPCs; IBM Cloud refuses the second.",
            removed.map(remove),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, New};

    #[test]
    fn one_answers_for_all() {
        let finding = relates(
            &with_hub(),
            "dns-primary-twice",
            &[Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS)))],
            &[Edit::Remove(gateway("hub-cos"))],
            &[Edit::Remove(gateway("cos"))],
        );
        assert_eq!(finding.places, [gateway("hub-cos").at(Field::Dns), gateway("cos").at(Field::Dns)]);
        assert_eq!(finding.fix.unwrap().title, "Remove payments-cos");
    }

    #[test]
    fn vpcs_that_do_not_share_dns_are_their_own() {
        let edits = [
            Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS))),
            Edit::Remove(dns_binding("to-hub")),
        ];
        silent_on(&with_hub(), "dns-primary-twice", &edits);
        let own = Edit::choose(gateway("cos"), Choice::Dns(DnsMode::Disabled));
        silent_on(&with_hub(), "dns-primary-twice", &[edits[0].clone(), own]);
    }
}
