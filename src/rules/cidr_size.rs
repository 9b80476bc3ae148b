//! A block that is too large or too small.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{CIDR_MAX, CIDR_MIN, source};
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;
use ipnet::Ipv4Net;

/// `cidr-size`.
pub(super) static RULE: Rule = Rule {
    code: "cidr-size",
    severity: Severity::Error,
    summary: "A subnet or address prefix is larger than a /9 or smaller than a /29",
    explanation: "IBM Cloud takes subnets and address prefixes from a /9 to a /29. It holds five addresses of each \
                  subnet, so that a /29 has three to use, and a /30 would have none.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for prefix in model.prefixes.iter().filter(|p| p.origin.is_new()) {
        if let Some(net) = prefix.net.get() {
            one(prefix, "address prefix", &prefix.label, net, out);
        }
    }
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        if let Some(net) = subnet.net.get() {
            one(subnet, "subnet", &subnet.label, net, out);
        }
    }
}

fn one(of: &dyn Placed, kind: &str, label: &str, net: Ipv4Net, out: &mut Findings) {
    let len = net.prefix_len();
    let title = match len {
        0..CIDR_MIN => format!("The {kind} {label} is a /{len}, and the largest is a /{CIDR_MIN}."),
        CIDR_MIN..=CIDR_MAX => return,
        _ => format!("The {kind} {label} is a /{len}, and the smallest is a /{CIDR_MAX}."),
    };
    // A /28 rather than a /29, which is hardly of use.
    let wider = Ipv4Net::new(net.addr(), CIDR_MAX - 1).ok().filter(|_| len > CIDR_MAX).map(|n| n.trunc());
    let fix =
        wider.map(|n| Fix::choice(format!("Use {n}"), Edit::text(of.object(), Field::Cidr, n.to_string())));
    out.report_with(vec![of.at(Field::Cidr)], title, "IBM Cloud refuses a block of another size.", fix);
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_block_that_is_too_small_is_widened() {
        let edit = add_subnet("prod", "tiny", "us-south-1", "10.240.9.20/30");
        let finding = triggers("cidr-size", &[edit]);
        assert_eq!(finding.title, "The subnet tiny is a /30, and the smallest is a /29.");
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.9.16/28");
    }

    #[test]
    fn a_block_that_is_too_large_is_found() {
        let finding = triggers("cidr-size", &[add_prefix("prod", "all", "us-south-1", "32.0.0.0/3")]);
        assert_eq!(finding.title, "The address prefix all is a /3, and the largest is a /9.");
        triggers("cidr-size", &[add_subnet("prod", "all", "us-south-1", "32.0.0.0/3")]);
    }

    #[test]
    fn sizes_between_and_what_exists_are_left_alone() {
        let base = edited(&clean(), &[add_subnet("prod", "small", "us-south-1", "10.240.9.16/29")]);
        silent_on(&base, "cidr-size", &[]);
        silent_on(
            &base,
            "cidr-size",
            &[exists(subnet("small")), Edit::text(subnet("small"), Field::Cidr, "")],
        );
    }
}
