//! A subnet of three addresses.

use super::{Findings, Rule, Severity};
use crate::catalog::{CIDR_MAX, HELD_FIRST, HELD_LAST, source};
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `subnet-small`.
pub(super) static RULE: Rule = Rule {
    code: "subnet-small",
    severity: Severity::Advice,
    summary: "A new subnet is a /29, the smallest there is",
    explanation: "IBM Cloud holds five addresses of each subnet, so that a /29 has three to use. A subnet's range cannot \
                  be changed later: for a fourth gateway it has to be another subnet.",
    source: source::NETWORKING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let small = |len: u8| len == CIDR_MAX;
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        let Some(net) = subnet.net.get().filter(|n| small(n.prefix_len())) else { continue };
        let all = 1u32 << (32 - net.prefix_len());
        out.report(
            vec![subnet.at(Field::Cidr)],
            format!("{} has {} addresses to use.", subnet.label, all - HELD_FIRST - HELD_LAST),
            format!("IBM Cloud holds five of a /{CIDR_MAX}, and a subnet's range cannot be changed later."),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn a_29_has_three_addresses() {
        let finding = triggers("subnet-small", &[add_subnet("prod", "tiny", "us-south-1", "10.240.9.0/29")]);
        assert_eq!(finding.title, "tiny has 3 addresses to use.");
    }

    #[test]
    fn a_28_and_what_exists_are_left_alone() {
        silent("subnet-small", &[add_subnet("prod", "small", "us-south-1", "10.240.9.0/28")]);
        let tiny = add_subnet("prod", "tiny", "us-south-1", "10.240.9.0/29");
        silent("subnet-small", &[tiny, exists(subnet("tiny"))]);
    }
}
