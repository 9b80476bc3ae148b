//! Addresses that classic infrastructure uses.

use super::parts::{Prefixes, with_net};
use super::{Findings, Rule, Severity};
use crate::catalog::{CIDR_MIN, CLASSIC, source};
use crate::model::{Model, Placed, Span};
use crate::plan::Field;
use ipnet::Ipv4Net;

/// `classic-range`.
pub(super) static RULE: Rule = Rule {
    code: "classic-range",
    severity: Severity::Advice,
    summary: "An address prefix or subnet has addresses that classic infrastructure uses",
    explanation: "A VPC that is joined to classic infrastructure, by Transit Gateway or by classic access, must not \
                  use the ranges 10.0.0.0/14, 10.200.0.0/14, 10.198.0.0/15 and 10.254.0.0/16, which are in use \
                  there. A VPC by itself may have them; the default prefixes of in-che lie in one.",
    source: source::CLASSIC,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for prefix in model.prefixes.iter().filter(|p| p.origin.is_new() && p.key.is_some()) {
        if let Some((net, range)) = prefix.net.get().and_then(classic) {
            one(prefix, &prefix.label, net, range, out);
        }
    }
    let mut prefixes = None;
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        let Some((net, range)) = subnet.net.get().and_then(classic) else { continue };
        // The subnets of a new prefix go with it; a subnet in none is told of as that.
        let prefixes = prefixes.get_or_insert_with(|| Prefixes::of(model));
        let told = match prefixes.holding(subnet.vpc, net) {
            Some(prefix) => prefix.origin.is_new(),
            None => prefixes.complete(subnet.vpc),
        };
        if !told {
            one(subnet, &subnet.label, net, range, out);
        }
    }
}

/// A range with that of classic infrastructure which it overlaps.
fn classic(net: Ipv4Net) -> Option<(Ipv4Net, Ipv4Net)> {
    let range = CLASSIC.into_iter().find(|&range| Span::from(range).overlaps(net.into()))?;
    (net.prefix_len() >= CIDR_MIN).then_some((net, range))
}

fn one(of: &dyn Placed, label: &str, net: Ipv4Net, range: Ipv4Net, out: &mut Findings) {
    out.report(
        vec![of.at(Field::Cidr)],
        format!("{} has addresses of {range}.", with_net(label, net)),
        "Classic infrastructure uses them: a VPC that is to be joined to it needs others.",
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn a_prefix_in_a_classic_range_cannot_be_joined() {
        let finding = triggers("classic-range", &[add_prefix("prod", "p", "us-south-1", "10.2.0.0/18")]);
        assert_eq!(finding.title, "p (10.2.0.0/18) has addresses of 10.0.0.0/14.");
        triggers_on(
            &two_vpcs(),
            "classic-range",
            &[Edit::text(subnet("dr-1"), Field::Cidr, "10.199.0.0/26")],
        );
    }

    #[test]
    fn a_subnet_of_such_a_prefix_and_default_prefixes_are_left_alone() {
        silent("classic-range", &[add_prefix("prod", "p", "us-south-1", "10.4.0.0/18")]);
        let chennai = [add_existing_vpc("x", "in-che"), Edit::text(vpc("prod"), Field::Region, "in-che")];
        silent("classic-range", &chennai);
    }
}
