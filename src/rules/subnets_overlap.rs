//! Two subnets with the same addresses.

use super::parts::{FreeBlocks, list, overlaps, with_net};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed, Span, Subnet};
use crate::plan::Field;
use ipnet::Ipv4Net;

/// `subnets-overlap`.
pub(super) static RULE: Rule = Rule {
    code: "subnets-overlap",
    severity: Severity::Error,
    summary: "Two subnets of a VPC overlap",
    explanation: "Each address of a VPC is in one subnet at most. IBM Cloud refuses a subnet whose range has an address \
                  in common with another one of the VPC.",
    source: source::NETWORKING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut blocks = FreeBlocks::of(model);
    for vpc in model.vpcs.iter() {
        let subnets = vpc.subnets.iter().map(|&s| &model.subnets[s]);
        let known: Vec<(&Subnet, Ipv4Net)> = subnets.filter_map(|s| Some((s, s.net.get()?))).collect();
        let ranges: Vec<Span> = known.iter().map(|&(_, net)| net.into()).collect();
        for (later, earlier) in overlaps(&ranges) {
            let label = |i: usize| with_net(&known[i].0.label, known[i].1);
            let mut places: Vec<_> = earlier.iter().map(|&e| known[e].0.at(Field::Cidr)).collect();
            places.push(known[later].0.at(Field::Cidr));
            let others: Vec<String> = earlier.iter().map(|&e| label(e)).collect();
            // What exists stays where it is.
            let moved = match earlier[..] {
                _ if known[later].0.origin.is_new() => Some(later),
                [only] if known[only].0.origin.is_new() => Some(only),
                _ => None,
            };
            out.report_with(
                places,
                format!("{} overlaps {}.", label(later), list(&others)),
                format!("An address of {} is in one subnet; IBM Cloud refuses the second.", vpc.label),
                moved.and_then(|s| blocks.fix(known[s].0)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Edit;

    #[test]
    fn the_later_subnet_is_moved_to_a_free_block() {
        let finding = relates(
            &clean(),
            "subnets-overlap",
            &[
                add_subnet("prod", "app", "us-south-1", "10.240.16.0/24"),
                add_subnet("prod", "web", "us-south-1", "10.240.16.128/25"),
            ],
            &[Edit::Remove(subnet("app"))],
            &[Edit::text(subnet("web"), Field::Cidr, "10.240.17.0/25")],
        );
        assert_eq!(finding.title, "web (10.240.16.128/25) overlaps app (10.240.16.0/24).");
        assert_eq!(finding.places, [subnet("app").at(Field::Cidr), subnet("web").at(Field::Cidr)]);
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.0.0/25, which no subnet of the plan uses");
    }

    #[test]
    fn an_existing_subnet_is_never_moved() {
        let app = add_subnet("prod", "app", "us-south-1", "10.240.16.0/24");
        let old = add_subnet("prod", "old", "us-south-1", "10.240.16.0/24");
        let finding = triggers("subnets-overlap", &[app, old, exists(subnet("old"))]);
        assert_eq!(finding.fix.unwrap().edit, Edit::text(subnet("app"), Field::Cidr, "10.240.0.0/24"));
    }

    #[test]
    fn subnets_of_two_vpcs_may_be_alike() {
        let same = Edit::text(subnet("dr-1"), Field::Cidr, "10.240.8.0/26");
        silent_on(&two_vpcs(), "subnets-overlap", &[same]);
    }
}
