//! Two gateways that answer for one service among VPCs that share DNS.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Endpoint, Gateway, Ix, Model, Placed, Said, Topology};
use crate::plan::{DnsMode, Field};
use std::collections::HashMap;

/// `dns-primary-twice`.
pub(super) static RULE: Rule = Rule {
    code: "dns-primary-twice",
    severity: Severity::Error,
    summary: "Two VPCs that share DNS each have a primary gateway for one service",
    explanation: "A primary gateway answers for its service in every VPC of its topology: the hub and all VPCs that \
                  are bound to it. A second one for the same target, or for names that overlap, would answer \
                  otherwise. One of the two has to go, or to resolve in its own VPC only.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(Ix<Topology>, &str), &Gateway> = HashMap::new();
    for (gateway, topology) in primary(model) {
        let Some(target) = gateway.target.text() else { continue };
        let first = *seen.entry((topology, target)).or_insert(gateway);
        // Two of one VPC are told as such.
        if first.vpc != gateway.vpc {
            report(model, first, gateway, "one service", out);
        }
    }
    overlapping(model, out);
}

/// The primary gateways of VPCs that share DNS.
fn primary(model: &Model) -> impl Iterator<Item = (&Gateway, Ix<Topology>)> {
    let primary = model.gateways.iter().filter(|g| g.dns == DnsMode::Primary);
    primary.filter_map(|g| Some((g, model.vpcs[g.vpc?].topology?)))
}

/// A gateway with its topology and the names that it answers.
type Answering<'m> = (&'m Gateway, Ix<Topology>, Vec<Said<Endpoint>>);

/// Gateways to different targets that answer one name. A name is looked for among the names and
/// wildcards of all, so that the work grows with their number.
fn overlapping(model: &Model, out: &mut Findings) {
    let of: Vec<Answering<'_>> = primary(model).map(|(g, topology)| (g, topology, g.endpoints())).collect();
    let mut names: HashMap<(Ix<Topology>, &str), usize> = HashMap::new();
    let mut wildcards: HashMap<(Ix<Topology>, &str), usize> = HashMap::new();
    for (i, (_, topology, endpoints)) in of.iter().enumerate() {
        for endpoint in endpoints.iter().filter_map(Said::value) {
            match endpoint.wildcard() {
                Some(below) => wildcards.entry((*topology, below)).or_insert(i),
                None => names.entry((*topology, endpoint.as_str())).or_insert(i),
            };
        }
    }
    let clash = |i: usize, j: usize| {
        let ((a, ..), (b, ..)) = (&of[i], &of[j]);
        a.vpc != b.vpc && a.target.text() != b.target.text()
    };
    let mut pairs: Vec<(usize, usize, &Endpoint)> = Vec::new();
    for (i, (_, topology, endpoints)) in of.iter().enumerate() {
        for endpoint in endpoints.iter().filter_map(Said::value) {
            let name = endpoint.wildcard().unwrap_or(endpoint.as_str());
            let above = name.match_indices('.').map(|(at, _)| &name[at + 1..]);
            let wide = [name].into_iter().chain(above).find_map(|n| wildcards.get(&(*topology, n)));
            let others = [names.get(&(*topology, name)), wide].into_iter().flatten();
            pairs.extend(others.filter(|&&j| clash(i, j)).map(|&j| (i.min(j), i.max(j), endpoint)));
        }
    }
    pairs.sort_by_key(|&(first, second, _)| (first, second));
    pairs.dedup_by_key(|&mut (first, second, _)| (first, second));
    for (first, second, endpoint) in pairs {
        report(model, of[first].0, of[second].0, endpoint.as_str(), out);
    }
}

fn report(model: &Model, first: &Gateway, second: &Gateway, what: &str, out: &mut Findings) {
    let in_hub = |g: &&Gateway| g.vpc.is_some_and(|vpc| model.vpcs[vpc].dns.enable_hub);
    let removed = [second, first].into_iter().find(|g| g.origin.is_new() && !in_hub(g));
    let remove = |g: &Gateway| Fix::choice(format!("Remove {}", g.label), Edit::Remove(g.object()));
    out.report_with(
        vec![first.at(Field::Dns), second.at(Field::Dns)],
        format!("{} and {} are primary for {what}, and their VPCs share DNS.", first.label, second.label),
        "One of them answers for all these VPCs; IBM Cloud refuses the second.",
        removed.map(remove),
    );
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
    fn names_are_compared_as_targets_are() {
        let names = |k: &str, name: &str| Edit::Tag {
            gateway: key(k),
            field: Field::Endpoints,
            tag: name.to_owned(),
            on: true,
        };
        let crn = format!("crn:v1:bluemix:public:secrets-manager:us-south:a/{ACCOUNT}:4b1e::");
        let edits = [
            Edit::Add(New::Gateway(gateway_to("sm", "payments-sm", &crn))),
            names("sm", "a.example.com"),
            names("hub-cos", "*.example.com"),
        ];
        let codes = codes(&edited(&with_hub(), &edits));
        assert_eq!(codes.iter().filter(|c| **c == "dns-primary-twice").count(), 1, "{codes:?}");
        let other = [edits[0].clone(), edits[1].clone(), names("hub-cos", "*.example.org")];
        silent_on(&with_hub(), "dns-primary-twice", &other);
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
