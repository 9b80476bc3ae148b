//! Addresses that IBM Cloud keeps for itself or that mean something else.

use super::parts::{Prefixes, with_net};
use super::{Findings, Rule, Severity};
use crate::catalog::{CIDR_MIN, FORBIDDEN, source};
use crate::model::{Model, Placed, Span};
use crate::plan::Field;
use ipnet::Ipv4Net;

/// `range-forbidden`.
pub(super) static RULE: Rule = Rule {
    code: "range-forbidden",
    severity: Severity::Error,
    summary: "An address prefix or subnet has addresses that no VPC can have",
    explanation: "IBM Cloud keeps 161.26.0.0/16 for its own services and 166.8.0.0/14 for service endpoints; \
                  127.0.0.0/8, 169.254.0.0/16 and 224.0.0.0/4 have a meaning of their own everywhere. An address prefix \
                  that overlaps one of them is refused, and so is every subnet, which lies in a prefix.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for prefix in model.prefixes.iter().filter(|p| p.origin.is_new()) {
        if let Some(net) = prefix.net.get() {
            one(prefix, &prefix.label, net, out);
        }
    }
    let mut prefixes = None;
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        let Some(net) = subnet.net.get().filter(|net| forbidden(*net).is_some()) else { continue };
        // Where the prefixes are known, the subnet's is wrong or it lies in none.
        if !prefixes.get_or_insert_with(|| Prefixes::of(model)).complete(subnet.vpc) {
            one(subnet, &subnet.label, net, out);
        }
    }
}

fn forbidden(net: Ipv4Net) -> Option<(Ipv4Net, &'static str)> {
    // A block of that size is told of by its size.
    if net.prefix_len() < CIDR_MIN {
        return None;
    }
    FORBIDDEN.into_iter().find(|(range, _)| Span::from(*range).overlaps(net.into()))
}

fn one(of: &dyn Placed, label: &str, net: Ipv4Net, out: &mut Findings) {
    let Some((range, what)) = forbidden(net) else { return };
    out.report(
        vec![of.at(Field::Cidr)],
        format!("{} overlaps {range}, which is for {what}.", with_net(label, net)),
        "No VPC can have these addresses; IBM Cloud refuses them.",
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn a_prefix_in_ibm_s_own_range_is_found() {
        let finding =
            triggers("range-forbidden", &[add_prefix("prod", "odd", "us-south-1", "161.26.128.0/20")]);
        assert_eq!(
            finding.title,
            "odd (161.26.128.0/20) overlaps 161.26.0.0/16, which is for IBM services such as DNS and time."
        );
    }

    #[test]
    fn a_subnet_is_told_of_where_the_prefixes_are_not_known() {
        let base = two_vpcs();
        let odd = |of| add_subnet(of, "odd", "us-south-1", "169.254.8.0/24");
        triggers_on(&base, "range-forbidden", &[odd("dr")]);
        silent_on(&base, "range-forbidden", &[odd("prod")]);
    }

    #[test]
    fn a_range_beside_it_is_free() {
        silent("range-forbidden", &[add_prefix("prod", "near", "us-south-1", "161.27.0.0/20")]);
    }
}
