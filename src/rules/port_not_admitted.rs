//! Security groups that let no client through to the service's port.

use super::parts::{Admitter, Need, admits, list};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Group, Model, Placed};
use crate::plan::{Direction, Field, Place};

/// `port-not-admitted`.
pub(super) static RULE: Rule = Rule {
    code: "port-not-admitted",
    severity: Severity::Warning,
    summary: "No security group of a gateway admits the port that its service listens on",
    explanation: "A security group lets through what one of its rules admits, and nothing else. A gateway whose groups \
                  admit other ports than its service's is created, and every client times out. The check is made where \
                  all rules are known, for groups that are new; where a port is not known, the transport counts.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut admitter = None;
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new() && !g.groups.is_empty()) {
        let Some(need) = Need::of(gateway) else { continue };
        let groups: Vec<&Group> = gateway.groups.iter().map(|&g| &model.groups[g]).collect();
        if groups.iter().any(|g| admits(model, g, need) != Some(false)) {
            continue;
        }
        // Of groups that admit nothing at all another rule tells.
        let rules = || groups.iter().flat_map(|g| &g.rules).map(|&r| &model.rules[r]);
        if !rules().any(|r| r.direction == Direction::Inbound) {
            continue;
        }
        let labels: Vec<&str> = groups.iter().map(|g| g.label.as_str()).collect();
        let title = match &labels[..] {
            [one] => format!("{one} does not admit {need}."),
            all => format!("None of {} admits {need}.", list(all)),
        };
        let mut sorted = gateway.groups.clone();
        sorted.sort_unstable();
        let mut places: Vec<Place> = sorted.iter().map(|&g| model.groups[g].place()).collect();
        places.push(gateway.at(Field::SecurityGroups));
        let fix = admitter.get_or_insert_with(|| Admitter::of(model)).fix(gateway.groups[0], need);
        let detail = format!("{} would be created, and its clients would time out.", gateway.label);
        out.report_with(places, title, detail, fix);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::Protocol;

    #[test]
    fn a_database_s_port_is_admitted_from_where_other_ports_are() {
        let port = |text| Edit::text(gateway("pg"), Field::Port, text);
        let finding = relates(
            &with_database(),
            "port-not-admitted",
            &[port("32001")],
            &[Edit::text(rule("postgres"), Field::PortMax, "32001")],
            &[port("31525")],
        );
        assert_eq!(finding.title, "databases does not admit TCP 32001.");
        assert_eq!(finding.places, [group("databases").place(), gateway("pg").at(Field::SecurityGroups)]);
        assert_eq!(finding.fix.unwrap().title, "Add inbound TCP 32001 from 10.240.0.0/16");
    }

    #[test]
    fn udp_is_not_tcp() {
        let udp = Edit::choose(rule("https"), Choice::Protocol(Protocol::Udp));
        triggers("port-not-admitted", &[udp]);
        silent("port-not-admitted", &[Edit::choose(rule("https"), Choice::Protocol(Protocol::IcmpTcpUdp))]);
    }

    #[test]
    fn any_of_several_groups_is_enough() {
        let other =
            [add_group("prod", "ssh"), add_rule("ssh", "ssh", "22", "10.240.0.0/16"), attach("kms", "ssh")];
        silent("port-not-admitted", &other);
        let finding = triggers("port-not-admitted", &[&other[..], &[detach("kms", "clients")]].concat());
        assert_eq!(finding.title, "ssh does not admit TCP 443.");
    }

    #[test]
    fn what_is_not_known_may_admit_it() {
        let closed = Edit::text(rule("https"), Field::PortMax, "");
        silent("port-not-admitted", &[closed]);
        let ports = [
            Edit::text(rule("https"), Field::PortMin, "22"),
            Edit::text(rule("https"), Field::PortMax, "22"),
            exists(group("clients")),
        ];
        silent("port-not-admitted", &ports);
        silent_on(&with_database(), "port-not-admitted", &[Edit::text(gateway("pg"), Field::Port, "")]);
    }

    #[test]
    fn without_a_port_the_transport_counts() {
        let edits = [
            Edit::text(gateway("pg"), Field::Port, ""),
            Edit::choose(rule("postgres"), Choice::Protocol(Protocol::Udp)),
        ];
        let finding = triggers_on(&with_database(), "port-not-admitted", &edits);
        assert_eq!((finding.title.as_str(), finding.fix), ("databases does not admit TCP.", None));
    }
}
