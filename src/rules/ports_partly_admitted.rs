//! Groups that admit some ports of a service and not all.

use super::parts::{Need, admitted_ports};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Group, Model, Placed};
use crate::plan::{Field, Place};

/// `ports-partly-admitted`.
pub(super) static RULE: Rule = Rule {
    code: "ports-partly-admitted",
    severity: Severity::Advice,
    summary: "The security groups of a gateway admit some of the ports of its service, and not all",
    explanation: "Some services listen on a range of ports, such as Event Streams on 443 to 9093, and clients \
                  use several of them. Which of them your clients need is not in the plan. A port that no rule \
                  admits times out.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new() && !g.groups.is_empty()) {
        let Some(need) = Need::of(gateway).filter(|need| need.is_range()) else { continue };
        let groups: Vec<&Group> = gateway.groups.iter().map(|&g| &model.groups[g]).collect();
        let Some(admitted) = admitted_ports(model, &groups, need) else { continue };
        // That none is admitted another rule tells.
        if admitted == 0 || admitted == need.count() {
            continue;
        }
        let mut places: Vec<Place> = groups.iter().map(|g| g.place()).collect();
        places.push(gateway.at(Field::SecurityGroups));
        out.report(
            places,
            format!(
                "The groups of {} admit {admitted} of the {} ports of {need}.",
                gateway.label,
                need.count()
            ),
            "The others time out, where clients use them.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn brokers() -> crate::plan::Plan {
        let edits = [
            Edit::text(gateway("pg"), Field::Port, "443-9093"),
            Edit::text(rule("postgres"), Field::PortMin, "443"),
            Edit::text(rule("postgres"), Field::PortMax, "9093"),
        ];
        edited(&with_database(), &edits)
    }

    #[test]
    fn all_ports_of_a_range_are_admitted_or_it_is_said() {
        let edits = [Edit::text(rule("postgres"), Field::PortMax, "443")];
        let finding = triggers_on(&brokers(), "ports-partly-admitted", &edits);
        assert_eq!(finding.title, "The groups of payments-pg admit 1 of the 8651 ports of TCP 443 to 9093.");
    }

    #[test]
    fn several_rules_add_up() {
        let edits = [
            Edit::text(rule("postgres"), Field::PortMax, "1000"),
            add_rule("databases", "rest", "1001", "10.240.0.0/16"),
            Edit::text(rule("rest"), Field::PortMax, "9093"),
        ];
        silent_on(&brokers(), "ports-partly-admitted", &edits);
    }
}
