//! Addresses that are not private ones.

use super::parts::{Prefixes, with_net};
use super::{Findings, Rule, Severity};
use crate::catalog::{CIDR_MIN, FORBIDDEN, RFC_1918, source};
use crate::model::{Model, Placed, Span};
use crate::plan::Field;
use ipnet::Ipv4Net;

/// `outside-rfc-1918`.
pub(super) static RULE: Rule = Rule {
    code: "outside-rfc-1918",
    severity: Severity::Advice,
    summary: "An address prefix or subnet has other addresses than the private ones of RFC 1918",
    explanation: "A VPC can have any range but a few. Outside 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16 the addresses \
                  may be somebody's on the internet: what is there is not reached from the subnet, and the subnet may \
                  not reach the internet without a route that delegates to the VPC.",
    source: source::REGIONS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for prefix in model.prefixes.iter().filter(|p| p.origin.is_new()) {
        if let Some(net) = prefix.net.get().filter(|&net| is_public(net)) {
            one(prefix, &prefix.label, net, out);
        }
    }
    let mut prefixes = None;
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        let Some(net) = subnet.net.get().filter(|&net| is_public(net)) else { continue };
        // The subnets of a new prefix go with it; a subnet in none is told of as that.
        let prefixes = prefixes.get_or_insert_with(|| Prefixes::of(model));
        let told = match prefixes.holding(subnet.vpc, net) {
            Some(prefix) => prefix.origin.is_new(),
            None => prefixes.complete(subnet.vpc),
        };
        if !told {
            one(subnet, &subnet.label, net, out);
        }
    }
}

/// Whether a range is neither private nor wrong in itself.
fn is_public(net: Ipv4Net) -> bool {
    net.prefix_len() >= CIDR_MIN
        && !RFC_1918.iter().any(|private| private.contains(&net))
        && !FORBIDDEN.iter().any(|&(range, _)| Span::from(range).overlaps(net.into()))
}

fn one(of: &dyn Placed, label: &str, net: Ipv4Net, out: &mut Findings) {
    out.report(
        vec![of.at(Field::Cidr)],
        format!("{} is not private by RFC 1918.", with_net(label, net)),
        "Its addresses may be in use on the internet, and are not reached there from this VPC.",
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn a_public_prefix_is_told_of_once_for_its_subnets() {
        let edits = [
            add_prefix("prod", "odd", "us-south-1", "172.32.0.0/18"),
            add_subnet("prod", "odd-1", "us-south-1", "172.32.0.0/24"),
        ];
        let finding = triggers("outside-rfc-1918", &edits);
        assert_eq!(finding.title, "odd (172.32.0.0/18) is not private by RFC 1918.");
    }

    #[test]
    fn a_subnet_is_told_of_where_the_prefix_exists_or_is_not_known() {
        let odd = || add_subnet("dr", "odd", "us-south-1", "52.0.0.0/24");
        triggers_on(&two_vpcs(), "outside-rfc-1918", &[odd()]);
        let known = [
            add_prefix("dr", "known", "us-south-1", "52.0.0.0/18"),
            exists(prefix("known")),
            add_prefix("dr", "own", "us-south-1", "10.40.0.0/18"),
            exists(prefix("own")),
        ];
        triggers_on(&edited(&two_vpcs(), &known), "outside-rfc-1918", &[odd()]);
    }

    #[test]
    fn private_ranges_and_forbidden_ones_are_not_told_of() {
        for range in ["172.16.0.0/18", "192.168.0.0/24", "169.254.0.0/20"] {
            silent("outside-rfc-1918", &[add_prefix("prod", "p", "us-south-1", range)]);
        }
    }
}
