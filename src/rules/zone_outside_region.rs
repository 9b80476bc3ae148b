//! A zone of another region than the VPC's.

use super::parts::{Prefixes, are, foreign, list, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Region, Zone, source};
use crate::edit::Edit;
use crate::model::{Address, Ix, Model, Placed, Prefix, Said, Subnet, Vpc};
use crate::plan::{Field, Object, Place};

/// `zone-outside-region`.
pub(super) static RULE: Rule = Rule {
    code: "zone-outside-region",
    severity: Severity::Error,
    summary: "A zone is not one of the VPC's region",
    explanation: "A VPC belongs to one region, and its address prefixes, subnets and addresses to the three zones of \
                  that region. IBM Cloud refuses a zone of another region.",
    source: source::REGIONS,
    check,
};

/// Something in a zone of another region.
struct Stray<'m> {
    label: String,
    zone: Zone,
    place: Place,
    subnet: Option<&'m Subnet>,
}

fn check(model: &Model, out: &mut Findings) {
    let mut prefixes = None;
    for (ix, vpc) in model.vpcs.enumerate() {
        let Some(region) = vpc.region.get() else { continue };
        let strays = strays(model, vpc);
        let Some(first) = strays.first() else { continue };
        let labels: Vec<&str> = strays.iter().map(|s| s.label.as_str()).collect();
        let title = if let [stray] = &strays[..] {
            format!("{} is in {}, and {} is in {region}.", stray.label, stray.zone, vpc.label)
        } else {
            let (many, elsewhere) =
                (are(strays.len()), strays.iter().any(|s| s.zone.region != first.zone.region));
            let of = if elsewhere { "other regions".to_owned() } else { first.zone.region.to_string() };
            format!("{} {many} in zones of {of}, and {} is in {region}.", list(&labels), vpc.label)
        };
        let mut places = vec![vpc.at(Field::Region)];
        places.extend(strays.iter().map(|s| s.place.clone()));
        let prefixes = prefixes.get_or_insert_with(|| Prefixes::of(model));
        let fix = fix(model, prefixes, (ix, vpc), &strays);
        out.report_with(
            places,
            sentence(title),
            "A VPC has the zones of its region; another is refused.",
            fix,
        );
    }
}

/// What of a VPC is in a zone of another region, in plan order. An address that
/// only follows its subnet is not told of again.
fn strays<'m>(model: &'m Model, vpc: &'m Vpc) -> Vec<Stray<'m>> {
    let mut strays = Vec::new();
    let stray = |zone: &Said<Zone>| zone.get().filter(|_| foreign(zone, &vpc.region));
    let own = vpc.prefixes.iter().map(|&p| &model.prefixes[p]).filter(|p: &&Prefix| p.key.is_some());
    for prefix in own {
        if let Some(zone) = stray(&prefix.zone) {
            let place = prefix.at(Field::Zone);
            strays.push(Stray { label: prefix.label.clone(), zone, place, subnet: None });
        }
    }
    for subnet in vpc.subnets.iter().map(|&s| &model.subnets[s]) {
        if let Some(zone) = stray(&subnet.zone) {
            let place = subnet.at(Field::Zone);
            strays.push(Stray { label: subnet.label.clone(), zone, place, subnet: Some(subnet) });
        }
    }
    for gateway in vpc.gateways.iter().map(|&g| &model.gateways[g]) {
        for address in gateway.addresses.iter().map(|&a| &model.addresses[a]) {
            let follows = |a: &Address| a.subnet.is_some_and(|s| model.subnets[s].zone == a.zone);
            if let Some(zone) = stray(&address.zone).filter(|_| !follows(address)) {
                let subnet = address.subnet.map(|s| &model.subnets[s]);
                let label = format!("an address of {}", gateway.label);
                strays.push(Stray { label, zone, place: address.at(Field::Zone), subnet });
            }
        }
    }
    strays
}

/// One stray is moved; where all of a VPC is in one other region, the VPC is.
fn fix(
    model: &Model,
    prefixes: &Prefixes<'_>,
    (ix, vpc): (Ix<Vpc>, &Vpc),
    strays: &[Stray<'_>],
) -> Option<Fix> {
    let region = vpc.region.get()?;
    if let [stray] = strays {
        let zone = zone_for(prefixes, ix, region, stray);
        let edit = Edit::text(stray.place.object.clone(), Field::Zone, zone.to_string());
        return Some(Fix::choice(format!("Move it to {zone}"), edit));
    }
    let there = strays[0].zone.region;
    let strangers = |s: &Stray<'_>| s.zone.region == there;
    let at_home =
        vpc.subnets.iter().any(|&s| model.subnets[s].zone.get().is_some_and(|z| z.region == region));
    if at_home || !strays.iter().all(strangers) {
        return None;
    }
    let edit = Edit::text(Object::Vpc(vpc.key.clone()), Field::Region, there.code);
    Some(Fix::choice(format!("Put {} into {there}", vpc.label), edit))
}

/// The zone of the region where a stray most likely belongs: that of its subnet or
/// of the prefix it lies in, else the one of the same number.
fn zone_for(prefixes: &Prefixes<'_>, vpc: Ix<Vpc>, region: &'static Region, stray: &Stray<'_>) -> Zone {
    let subnet = stray.subnet.and_then(|s| s.zone.get());
    let prefix = stray.subnet.and_then(|s| s.net.get()).and_then(|net| prefixes.holding(vpc, net));
    [subnet, prefix.and_then(|p| p.zone.get())]
        .into_iter()
        .flatten()
        .find(|z| z.region == region)
        .unwrap_or(Zone { region, number: stray.zone.number })
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn zone(object: Object, name: &str) -> Edit {
        Edit::text(object, Field::Zone, name)
    }

    fn region(k: &str, code: &str) -> Edit {
        Edit::text(vpc(k), Field::Region, code)
    }

    #[test]
    fn a_subnet_of_another_region_is_moved() {
        let finding = relates(
            &two_vpcs(),
            "zone-outside-region",
            &[zone(subnet("dr-1"), "eu-de-1")],
            &[region("dr", "eu-de")],
            &[zone(subnet("dr-1"), "us-south-1")],
        );
        assert_eq!(finding.title, "dr-1 is in eu-de-1, and dr is in us-south.");
        assert_eq!(finding.fix.unwrap().title, "Move it to us-south-1");
    }

    #[test]
    fn a_vpc_whose_region_was_mistaken_is_one_finding() {
        let finding = triggers("zone-outside-region", &[region("prod", "eu-de")]);
        assert_eq!(
            finding.title,
            "vpe-1, vpe-2 and vpe-3 are in zones of us-south, and prod-vpc is in eu-de."
        );
        assert_eq!(finding.fix.unwrap().title, "Put prod-vpc into us-south");
    }

    #[test]
    fn prefixes_and_addresses_are_looked_at_too() {
        triggers("zone-outside-region", &[add_prefix("prod", "more", "eu-de-2", "10.9.0.0/20")]);
        let finding = triggers("zone-outside-region", &[zone(address("kms", 1), "eu-de-3")]);
        assert_eq!(finding.title, "An address of payments-kms is in eu-de-3, and prod-vpc is in us-south.");
        assert_eq!(finding.fix.unwrap().title, "Move it to us-south-2");
    }

    #[test]
    fn a_zone_that_is_none_is_another_rule_s() {
        silent("zone-outside-region", &[zone(subnet("vpe-1"), "us-south-9")]);
    }
}
