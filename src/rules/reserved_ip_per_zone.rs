//! Two addresses of one gateway in one zone.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{Zone, source};
use crate::edit::Edit;
use crate::model::{Address, Form, Model, Placed};
use crate::plan::Field;

/// `reserved-ip-per-zone`.
pub(super) static RULE: Rule = Rule {
    code: "reserved-ip-per-zone",
    severity: Severity::Error,
    summary: "A gateway has two addresses in one zone",
    explanation: "A gateway takes one reserved IP in each zone, so three at most. IBM Cloud refuses a second one in a \
                  zone, whichever subnet of the zone it comes from.",
    source: source::ONE_PER_ZONE,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        // A region has three zones; of zones of other regions another rule tells.
        let mut first: [Option<(Zone, &Address)>; 3] = [None; 3];
        for address in gateway.addresses.iter().map(|&a| &model.addresses[a]) {
            let Some(zone) = address.zone.get().filter(|_| address.form != Form::None) else { continue };
            let slot = &mut first[usize::from(zone.number - 1)];
            match slot {
                None => *slot = Some((zone, address)),
                Some((there, other)) if *there == zone => out.report_with(
                    vec![other.at(Field::Zone), address.at(Field::Zone)],
                    format!("{} has two addresses in {zone}.", gateway.label),
                    "A gateway takes one reserved IP in each zone; IBM Cloud refuses the second.",
                    Some(Fix::choice("Remove the second", Edit::Remove(address.object()))),
                ),
                Some(_) => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, New};
    use crate::plan::How;

    fn second() -> Edit {
        Edit::Add(New::Address(key("kms"), chosen("us-south-3", "vpe-3")))
    }

    #[test]
    fn the_second_address_in_a_zone_is_refused() {
        let finding = relates(
            &clean(),
            "reserved-ip-per-zone",
            &[second()],
            &[Edit::Remove(address("kms", 2))],
            &[Edit::Remove(address("kms", 3))],
        );
        assert_eq!(finding.title, "payments-kms has two addresses in us-south-3.");
        assert_eq!(finding.places, [address("kms", 2).at(Field::Zone), address("kms", 3).at(Field::Zone)]);
    }

    #[test]
    fn another_subnet_of_the_zone_is_no_way_out() {
        let edits = [
            add_subnet("prod", "more", "us-south-3", "10.240.137.0/26"),
            Edit::Add(New::Address(key("kms"), chosen("us-south-3", "more"))),
        ];
        triggers("reserved-ip-per-zone", &edits);
    }

    #[test]
    fn an_entry_without_an_address_is_none() {
        let none = Edit::choose(address("kms", 3), Choice::How(How::None));
        silent("reserved-ip-per-zone", &[second(), none]);
    }
}
