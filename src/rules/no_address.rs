//! A gateway without any address.

use super::parts::{Filler, list};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Form, Gateway, Model, Placed};
use crate::plan::{Field, Place};

/// `no-address`.
pub(super) static RULE: Rule = Rule {
    code: "no-address",
    severity: Severity::Advice,
    summary: "A gateway has no address yet",
    explanation: "Clients reach a service through the addresses of its gateway, one in each zone. A gateway can be made \
                  without and get them later; until then nothing goes through it.",
    source: source::PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut filler = Filler::of(model);
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let addresses = || gateway.addresses.iter().map(|&a| &model.addresses[a]);
        if addresses().any(|a| a.form != Form::None) {
            continue;
        }
        let mut places: Vec<Place> = addresses().map(|a| a.at(Field::How)).collect();
        if places.is_empty() {
            places.push(gateway.place());
        }
        out.report_with(
            places,
            format!("{} has no address yet.", gateway.label),
            "It would be created, and no client would reach it.",
            fix(model, &mut filler, gateway),
        );
    }
}

/// An address in every zone that has a subnet.
fn fix(model: &Model, filler: &mut Filler<'_>, gateway: &Gateway) -> Option<Fix> {
    let region = model.vpcs[gateway.vpc?].region.get()?;
    let (edits, zones) = filler.fill(gateway, &region.zones());
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
    fn a_gateway_without_entries_gets_one_in_each_zone() {
        let edits = [2, 1, 0].map(|i| Edit::Remove(address("kms", i)));
        let finding = triggers("no-address", &edits);
        assert_eq!(finding.title, "payments-kms has no address yet.");
        assert_eq!(
            finding.fix.unwrap().title,
            "Let IBM Cloud choose an address in us-south-1, us-south-2 and us-south-3"
        );
    }

    #[test]
    fn entries_without_an_address_are_filled() {
        let none = [0, 1, 2].map(|i| Edit::choose(address("kms", i), Choice::How(How::None)));
        assert_eq!(triggers("no-address", &none).places.len(), 3);
    }

    #[test]
    fn an_existing_gateway_may_have_addresses_that_are_not_known() {
        let mut edits = [2, 1, 0].map(|i| Edit::Remove(address("kms", i))).to_vec();
        edits.push(exists(gateway("kms")));
        silent("no-address", &edits);
    }
}
