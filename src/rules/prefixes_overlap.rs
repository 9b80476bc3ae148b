//! Two address prefixes with the same addresses.

use super::parts::{list, overlaps, prefix_place, with_net};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed, Prefix, Span};
use crate::plan::Field;
use ipnet::Ipv4Net;

/// `prefixes-overlap`.
pub(super) static RULE: Rule = Rule {
    code: "prefixes-overlap",
    severity: Severity::Error,
    summary: "Two address prefixes of a VPC overlap",
    explanation: "An address prefix gives addresses of the VPC to one zone, and no address to two of them. A new VPC \
                  has a default prefix in each zone unless it is made without; a further one has to lie beside these.",
    source: source::REGIONS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter() {
        let prefixes = vpc.prefixes.iter().map(|&p| &model.prefixes[p]);
        let known: Vec<(&Prefix, Ipv4Net)> = prefixes.filter_map(|p| Some((p, p.net.get()?))).collect();
        let ranges: Vec<Span> = known.iter().map(|&(_, net)| net.into()).collect();
        for (later, earlier) in overlaps(&ranges) {
            let place = |i: usize| prefix_place(known[i].0, Field::Cidr);
            let label = |i: usize| with_net(&known[i].0.label, known[i].1);
            let mut places: Vec<_> = earlier.iter().map(|&e| place(e)).collect();
            places.dedup();
            places.push(place(later));
            let others: Vec<String> = earlier.iter().map(|&e| label(e)).collect();
            out.report_with(
                places,
                format!("{} overlaps {}.", label(later), list(&others)),
                format!("An address of {} belongs to one prefix; IBM Cloud refuses the second.", vpc.label),
                match earlier[..] {
                    [only] => fix(known[later].0, known[only].0),
                    _ => None,
                },
            );
        }
    }
}

/// A prefix inside another one of its zone adds nothing.
fn fix(later: &Prefix, other: &Prefix) -> Option<Fix> {
    let (inner, outer) = (later.net.get()?, other.net.get()?);
    if !later.origin.is_new() || later.key.is_none() || later.zone != other.zone || !outer.contains(&inner) {
        return None;
    }
    Some(Fix::choice(
        format!("Remove {}, which {outer} holds already", later.label),
        Edit::Remove(later.object()),
    ))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn cidr(k: &str, text: &str) -> Edit {
        Edit::text(prefix(k), Field::Cidr, text)
    }

    #[test]
    fn two_prefixes_of_a_vpc_clash() {
        let finding = relates(
            &clean(),
            "prefixes-overlap",
            &[
                add_prefix("prod", "a", "us-south-1", "10.9.0.0/20"),
                add_prefix("prod", "b", "us-south-2", "10.9.8.0/22"),
            ],
            &[cidr("a", "10.8.0.0/20")],
            &[Edit::Remove(prefix("b"))],
        );
        assert_eq!(finding.title, "b (10.9.8.0/22) overlaps a (10.9.0.0/20).");
        assert_eq!(finding.fix, None);
    }

    #[test]
    fn one_that_the_default_prefix_holds_is_removed() {
        let finding =
            triggers("prefixes-overlap", &[add_prefix("prod", "more", "us-south-2", "10.240.64.0/20")]);
        assert_eq!(finding.title, "more (10.240.64.0/20) overlaps the default prefix 10.240.64.0/18.");
        assert_eq!(finding.places[0], vpc("prod").at(Field::PrefixManagement));
        assert_eq!(finding.fix.unwrap().title, "Remove more, which 10.240.64.0/18 holds already");
    }

    #[test]
    fn another_vpc_may_have_the_same() {
        let edits = [add_vpc("dr", "us-south"), add_prefix("dr", "same", "us-south-1", "10.240.0.0/18")];
        silent("prefixes-overlap", &edits);
    }
}
