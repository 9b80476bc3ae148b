//! A subnet that no address prefix holds.

use super::parts::{FreeBlocks, Prefixes, foreign, prefix_place, with_net};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{CIDR_MAX, CIDR_MIN, FORBIDDEN, source};
use crate::edit::{Edit, New};
use crate::model::{Model, Placed, Span, Subnet};
use crate::plan::{AddressPrefix, Field, Key, Place, Resource};

/// `subnet-outside-prefix`.
pub(super) static RULE: Rule = Rule {
    code: "subnet-outside-prefix",
    severity: Severity::Error,
    summary: "A subnet lies in none of its VPC's address prefixes",
    explanation: "A subnet takes its addresses from one of the address prefixes of its VPC. A new VPC has a default \
                  prefix in each zone unless it is made without; others have to be added. Of a VPC that exists, the \
                  check is made only where the plan knows its prefixes.",
    source: source::REGIONS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let prefixes = Prefixes::of(model);
    let mut blocks = FreeBlocks::of(model);
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        let Some(net) = subnet.net.get() else { continue };
        let vpc = &model.vpcs[subnet.vpc];
        // Where the size or the zone is wrong, that is told instead.
        if net.prefix_len() < CIDR_MIN
            || foreign(&subnet.zone, &vpc.region)
            || prefixes.holding(subnet.vpc, net).is_some()
            || !prefixes.complete(subnet.vpc)
        {
            continue;
        }
        let mut places: Vec<Place> = vpc
            .prefixes
            .iter()
            .map(|&p| &model.prefixes[p])
            .filter(|p| p.zone.value().is_some() && p.zone == subnet.zone)
            .map(|p| prefix_place(p, Field::Cidr))
            .collect();
        places.push(subnet.at(Field::Cidr));
        out.report_with(
            places,
            format!("{} lies in no address prefix of {}.", with_net(&subnet.label, net), vpc.label),
            "A subnet has addresses of one of its VPC's prefixes; IBM Cloud refuses others.",
            blocks.fix(subnet).or_else(|| with_prefix(model, subnet)),
        );
    }
}

/// A prefix for the subnet, where its zone has none with room.
fn with_prefix(model: &Model, subnet: &Subnet) -> Option<Fix> {
    let (net, zone) = (subnet.net.get()?, subnet.zone.get()?);
    let clear = |other: ipnet::Ipv4Net| !Span::from(other).overlaps(net.into());
    let vpc = &model.vpcs[subnet.vpc];
    let fits = net.prefix_len() <= CIDR_MAX
        && FORBIDDEN.iter().all(|&(range, _)| clear(range))
        && vpc.prefixes.iter().filter_map(|&p| model.prefixes[p].net.get()).all(clear);
    if !fits {
        return None;
    }
    let taken = |key: &str| model.prefixes.iter().any(|p| p.key.as_ref().is_some_and(|k| k.as_str() == key));
    let key = Key::make(subnet.key.as_str(), "prefix", taken);
    let wanted = AddressPrefix { name: key.to_string(), zone: zone.to_string(), cidr: net.to_string() };
    let prefix = Resource { key, wanted, ..Resource::default() };
    let edit = Edit::Add(New::Prefix(vpc.key.clone(), prefix));
    Some(Fix::choice(format!("Add the address prefix {net} to {zone}"), edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_subnet_is_moved_into_its_zone_s_prefix() {
        let finding = relates(
            &clean(),
            "subnet-outside-prefix",
            &[add_subnet("prod", "app", "us-south-2", "10.9.0.0/24")],
            &[add_prefix("prod", "nine", "us-south-2", "10.9.0.0/18")],
            &[Edit::text(subnet("app"), Field::Cidr, "10.240.66.0/24")],
        );
        assert_eq!(finding.title, "app (10.9.0.0/24) lies in no address prefix of prod-vpc.");
        assert_eq!(finding.fix.unwrap().title, "Use 10.240.64.0/24, which no subnet of the plan uses");
    }

    #[test]
    fn a_prefix_is_added_where_the_zone_has_none() {
        let edits = [add_vpc("dr", "eu-de"), add_subnet("dr", "dr-1", "eu-de-1", "10.9.0.0/24")];
        let finding = triggers("subnet-outside-prefix", &edits);
        assert_eq!(finding.fix.unwrap().title, "Add the address prefix 10.9.0.0/24 to eu-de-1");
    }

    #[test]
    fn unknown_prefixes_are_not_none() {
        let more = add_subnet("dr", "more", "us-south-1", "10.41.0.0/26");
        silent_on(&two_vpcs(), "subnet-outside-prefix", std::slice::from_ref(&more));
        let known = add_prefix("dr", "known", "us-south-1", "10.40.0.0/18");
        let edits = [known, exists(prefix("known")), more];
        triggers_on(&two_vpcs(), "subnet-outside-prefix", &edits);
    }
}
