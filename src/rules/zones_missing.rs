//! A gateway with an address in some zones only.

use super::parts::{Filler, list};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Zone, source};
use crate::edit::Edit;
use crate::model::{Form, Gateway, Model, Placed};
use crate::plan::{Field, Place};

/// `zones-missing`.
pub(super) static RULE: Rule = Rule {
    code: "zones-missing",
    severity: Severity::Advice,
    summary: "A gateway has an address in one or two of the three zones",
    explanation: "A gateway answers in each zone by the address that it has there, and traffic of a zone without one \
                  goes to another zone. With an address in each zone the service stays within reach when a zone fails.",
    source: source::PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut filler = Filler::of(model);
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Some(region) = gateway.vpc.and_then(|v| model.vpcs[v].region.get()) else { continue };
        let addresses = || gateway.addresses.iter().map(|&a| &model.addresses[a]);
        let mut count = [0usize; 3];
        let mut unclear = false;
        for address in addresses().filter(|a| a.form != Form::None) {
            match address.zone.get().filter(|z| z.region == region) {
                Some(zone) => count[usize::from(zone.number - 1)] += 1,
                None => unclear = true,
            }
        }
        // An entry whose zone is wrong, or which is one too many in its zone, may be
        // meant for the missing one.
        if unclear || count.iter().any(|&n| n > 1) || count == [0; 3] {
            continue;
        }
        let missing: Vec<Zone> =
            region.zones().into_iter().filter(|z| count[usize::from(z.number - 1)] == 0).collect();
        if missing.is_empty() {
            continue;
        }
        let mut places: Vec<Place> = addresses()
            .filter(|a| a.form == Form::None && a.zone.get().is_some_and(|z| missing.contains(&z)))
            .map(|a| a.at(Field::How))
            .collect();
        if places.is_empty() {
            places.push(gateway.place());
        }
        out.report_with(
            places,
            format!("{} has no address in {}.", gateway.label, list(&missing)),
            "Best practice is one in each zone, so that the service stays within reach when a zone fails.",
            fix(&mut filler, gateway, &missing),
        );
    }
}

/// An address in each missing zone that has a subnet.
fn fix(filler: &mut Filler<'_>, gateway: &Gateway, missing: &[Zone]) -> Option<Fix> {
    let (edits, zones) = filler.fill(gateway, missing);
    let title = format!("Let IBM Cloud choose an address in {}", list(&zones));
    (!edits.is_empty()).then(|| Fix::choice(title.clone(), Edit::All { label: title, edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Choice;
    use crate::plan::How;

    #[test]
    fn the_zones_without_are_named_and_filled() {
        let finding = triggers("zones-missing", &[2, 1].map(|i| Edit::Remove(address("kms", i))));
        assert_eq!(finding.title, "payments-kms has no address in us-south-2 and us-south-3.");
        let title = "Let IBM Cloud choose an address in us-south-2 and us-south-3";
        assert_eq!(finding.fix.unwrap().title, title);
    }

    #[test]
    fn an_entry_without_an_address_is_where_it_is_told() {
        let finding = triggers("zones-missing", &[Edit::choose(address("kms", 2), Choice::How(How::None))]);
        assert_eq!(finding.places, [address("kms", 2).at(Field::How)]);
    }

    #[test]
    fn a_mistaken_zone_is_told_as_that() {
        for zone in ["us-south-1", "eu-de-1", "", "x"] {
            silent("zones-missing", &[Edit::text(address("kms", 2), Field::Zone, zone)]);
        }
        silent("zones-missing", &[exists(gateway("kms")), Edit::Remove(address("kms", 2))]);
    }
}
