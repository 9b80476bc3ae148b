//! A subnet whose zone is not that of its address prefix.

use super::parts::{Prefixes, foreign, prefix_place};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `zone-of-prefix`.
pub(super) static RULE: Rule = Rule {
    code: "zone-of-prefix",
    severity: Severity::Error,
    summary: "A subnet's addresses belong to another zone than it is said to be in",
    explanation: "An address prefix belongs to one zone, and a subnet is in the zone of the prefix that its range lies \
                  in. IBM Cloud refuses a subnet that names another zone.",
    source: source::REGIONS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let prefixes = Prefixes::of(model);
    for subnet in model.subnets.iter().filter(|s| s.origin.is_new()) {
        let (Some(net), Some(zone)) = (subnet.net.get(), subnet.zone.get()) else { continue };
        let Some(prefix) = prefixes.holding(subnet.vpc, net) else { continue };
        let Some(actual) = prefix.zone.get().filter(|&z| z != zone) else { continue };
        // A zone of another region is told of as that.
        let region = &model.vpcs[subnet.vpc].region;
        if foreign(&subnet.zone, region) || foreign(&prefix.zone, region) {
            continue;
        }
        let range = prefix.net.to_string();
        out.report_with(
            vec![prefix_place(prefix, Field::Zone), subnet.at(Field::Zone)],
            format!("{} is said to be in {zone}, and its addresses belong to {actual}.", subnet.label),
            format!(
                "A subnet is in the zone of its address prefix, here {range}; IBM Cloud refuses another."
            ),
            Some(Fix::choice(
                format!("Move {} to {actual}", subnet.label),
                Edit::text(subnet.object(), Field::Zone, actual.to_string()),
            )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn zone(object: crate::plan::Object, name: &str) -> Edit {
        Edit::text(object, Field::Zone, name)
    }

    #[test]
    fn the_prefix_decides() {
        let edits = [
            add_prefix("prod", "nine", "us-south-2", "10.9.0.0/18"),
            add_subnet("prod", "app", "us-south-1", "10.9.4.0/24"),
        ];
        let finding = relates(
            &clean(),
            "zone-of-prefix",
            &edits,
            &[zone(prefix("nine"), "us-south-1")],
            &[zone(subnet("app"), "us-south-2")],
        );
        assert_eq!(finding.title, "app is said to be in us-south-1, and its addresses belong to us-south-2.");
        assert_eq!(finding.places, [prefix("nine").at(Field::Zone), subnet("app").at(Field::Zone)]);
    }

    #[test]
    fn the_addresses_in_the_subnet_are_not_told_of_as_well() {
        let finding = triggers("zone-of-prefix", &[zone(subnet("vpe-1"), "us-south-2")]);
        assert_eq!(finding.places[0], vpc("prod").at(Field::PrefixManagement));
    }

    #[test]
    fn a_subnet_that_exists_is_where_it_is() {
        silent("zone-of-prefix", &[exists(subnet("vpe-1")), zone(subnet("vpe-1"), "us-south-2")]);
    }
}
