//! A network ACL that lets no client through to a service.

use super::parts::{Need, Traffic, filtering, let_through, passes, subnet_of};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};
use crate::plan::{Field, Place};

/// `acl-denies-service`.
pub(super) static RULE: Rule = Rule {
    code: "acl-denies-service",
    severity: Severity::Warning,
    summary: "The network ACL of a gateway's subnet denies the port that its service listens on",
    explanation: "The network ACL of each subnet in which a gateway has an address filters what comes in to it. The first \
                  rule that fits decides, and what no rule fits is denied. A gateway behind an ACL that denies its \
                  service's port is created, and clients of other subnets time out. The check is made where all rules \
                  are known, for ACLs that are new; where a port is not known, the transport counts.",
    source: source::ACLS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        let Some(need) = Need::of(gateway) else { continue };
        let mut told = Vec::new();
        for &ix in &gateway.addresses {
            let address = &model.addresses[ix];
            let Some(subnet) = subnet_of(model, address).map(|s| &model.subnets[s]) else { continue };
            let Some(acl_ix) = filtering(model, subnet) else { continue };
            let acl = &model.acls[acl_ix];
            let Some(traffic) = Traffic::to(model, address, need) else { continue };
            let denied = passes(model, acl, traffic).is_some_and(|passed| passed.is_empty());
            if !denied || told.contains(&acl_ix) {
                continue;
            }
            told.push(acl_ix);
            let places: Vec<Place> = vec![acl.place(), address.at(Field::Subnet)];
            out.report_with(
                places,
                format!("{} lets no {need} in to {} at {}.", acl.label, gateway.label, subnet.label),
                "The gateway would be created, and its clients in other subnets would time out.",
                let_through(model, gateway, address, acl, need),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Action, Direction};

    #[test]
    fn the_port_is_let_in() {
        let port = |text: &str| {
            [Field::DestinationPortMin, Field::DestinationPortMax]
                .map(|f| Edit::text(acl_rule("https-in"), f, text))
        };
        let finding = relates(
            &with_acl(),
            "acl-denies-service",
            &port("8443"),
            &port("443"),
            &[attach_acl("vpe-1", ""), Edit::Remove(acl("acl"))],
        );
        assert_eq!(finding.title, "vpe-acl lets no TCP 443 in to payments-kms at vpe-1.");
        assert_eq!(finding.places, [acl("acl").place(), address("kms", 0).at(Field::Subnet)]);
        assert_eq!(finding.fix.unwrap().title, "Let TCP 443 in from 10.240.0.0/16 and its answers out");
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let deny = add_acl_rule("acl", "no", Action::Deny, Direction::Inbound, "");
        silent_on(&with_acl(), "acl-denies-service", std::slice::from_ref(&deny));
        let first = Edit::Move { rule: key("no"), to: 0 };
        let codes = codes(&edited(&with_acl(), &[deny, first]));
        assert!(codes.contains(&"acl-denies-service"), "{codes:?}");
    }

    #[test]
    fn an_acl_without_rules_denies_everything() {
        let edits = [Edit::Remove(acl_rule("https-in")), Edit::Remove(acl_rule("https-out"))];
        triggers_on(&with_acl(), "acl-denies-service", &edits);
        let known = [&edits[..], &[exists(acl("acl"))]].concat();
        silent_on(&with_acl(), "acl-denies-service", &known);
        let udp = Edit::choose(acl_rule("https-in"), Choice::Protocol(crate::plan::Protocol::Udp));
        triggers_on(&with_acl(), "acl-denies-service", &[udp, Edit::Remove(acl_rule("https-out"))]);
    }
}
