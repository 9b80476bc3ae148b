//! An empty field that must not be.

use super::parts::Names;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Expected, Model};
use crate::plan::{Field, Object, Place};

/// `value-missing`.
pub(super) static RULE: Rule = Rule {
    code: "value-missing",
    severity: Severity::Error,
    summary: "A field that must say something is empty",
    explanation: "Some things have to be said before anything can be made: a name for what is new, the VPC and the \
                  target of a gateway, the zone and range of a subnet. IBM Cloud refuses a request without them.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut names = None;
    for unparsed in model.unparsed.iter().filter(|u| u.expected == Expected::Something) {
        let names = names.get_or_insert_with(|| Names::of(model));
        let place = &unparsed.place;
        let owner = names.owner(&place.object);
        let title = match place.field {
            Some(Field::Tags) => format!("A user tag of {owner} is empty."),
            Some(Field::AccessTags) => format!("An access tag of {owner} is empty."),
            Some(Field::Addresses) => format!("An entry of the taken addresses of {owner} is empty."),
            field => format!("The {} of {owner} is not filled in.", field.map_or("value", Field::label)),
        };
        let (detail, fix) = match take_out(place) {
            Some(fix) => ("An empty entry says nothing and is refused.", Some(fix)),
            None => ("The request is refused without it.", names.choice(place)),
        };
        out.report_with(vec![place.clone()], title, detail, fix);
    }
}

/// An empty entry of a list can go.
fn take_out(place: &Place) -> Option<Fix> {
    let edit = match (&place.object, place.field?) {
        (Object::Gateway(gateway), field @ (Field::Tags | Field::AccessTags)) => {
            Edit::Tag { gateway: gateway.clone(), field, tag: String::new(), on: false }
        }
        (taken @ Object::Taken(..), Field::Addresses) => Edit::Remove(taken.clone()),
        _ => return None,
    };
    Some(Fix::choice("Take the empty entry out", edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Choice;
    use crate::plan::Key;

    #[test]
    fn each_field_is_named_with_its_owner() {
        for (edit, expected) in [
            (Edit::text(subnet("vpe-1"), Field::Name, ""), "The name of vpe-1 is not filled in."),
            (
                Edit::text(address("kms", 0), Field::Address, ""),
                "The address of payments-kms in us-south-1 is not filled in.",
            ),
            (Edit::text(gateway("kms"), Field::Crn, ""), "The CRN of payments-kms is not filled in."),
            (
                Edit::text(address("kms", 1), Field::Zone, ""),
                "The zone of payments-kms, address 2 is not filled in.",
            ),
            (add_taken("vpe-1", "", "x"), "An entry of the taken addresses of vpe-1 is empty."),
        ] {
            assert_eq!(triggers("value-missing", &[edit]).title, expected);
        }
    }

    #[test]
    fn the_only_vpc_and_the_zone_s_subnet_are_offered() {
        let finding = triggers("value-missing", &[Edit::choose(gateway("kms"), Choice::Vpc(Key::none()))]);
        assert_eq!(finding.fix.unwrap().title, "Put it into prod-vpc");
        let no_subnet = Edit::choose(address("kms", 2), Choice::Subnet(Key::none()));
        assert_eq!(triggers("value-missing", &[no_subnet]).fix.unwrap().title, "Take it from vpe-3");
    }

    #[test]
    fn what_may_be_empty_is_not_told_of() {
        silent("value-missing", &[Edit::text(rule("https"), Field::Name, "")]);
    }
}
