//! A binding to what is no hub.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Crn, DnsBinding, Hub, Ix, Model, Placed, Said, Vpc};
use crate::plan::Field;

/// `dns-hub-not-one`.
pub(super) static RULE: Rule = Rule {
    code: "dns-hub-not-one",
    severity: Severity::Error,
    summary: "A DNS resolution binding leads to what is no DNS hub",
    explanation: "A VPC is bound to another one that is a DNS hub. The hub has to be made one first: with a new VPC, \
                  or by changing an existing one. In another account it is named by its CRN, whose resource type is \
                  vpc.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for binding in model.dns_bindings.iter() {
        match &binding.hub {
            Hub::Vpc(hub) if *hub == binding.vpc => {
                let label = &model.vpcs[*hub].label;
                let title = format!("{} binds {label} to itself.", binding.label);
                out.report(
                    vec![binding.at(Field::Hub)],
                    title,
                    "A VPC is bound to another one, which is a hub.",
                );
            }
            Hub::Vpc(hub) => no_hub(model, *hub, binding, out),
            Hub::Crn(Said::Value(crn)) if !names_a_vpc(crn) => out.report(
                vec![binding.at(Field::HubCrn)],
                format!("The CRN of the hub of {} is that of no VPC.", binding.label),
                "IBM Cloud finds no hub by it and refuses the binding.",
            ),
            Hub::Crn(_) | Hub::Nothing => {}
        }
    }
}

fn names_a_vpc(crn: &Crn) -> bool {
    crn.service() == "is" && crn.segment(8) == "vpc" && !crn.segment(9).is_empty()
}

/// Of an existing VPC the plan need not say that it is one.
fn no_hub(model: &Model, ix: Ix<Vpc>, binding: &DnsBinding, out: &mut Findings) {
    let hub = &model.vpcs[ix];
    if hub.dns.enable_hub || !hub.origin.is_new() {
        return;
    }
    let enable = Edit::choose(hub.object(), Choice::EnableHub(true));
    let mut places = vec![hub.at(Field::EnableHub), binding.at(Field::Hub)];
    // The binding belongs to its own VPC.
    if binding.vpc < ix {
        places.reverse();
    }
    out.report_with(
        places,
        format!("{} binds a VPC to {}, which is no DNS hub.", binding.label, hub.label),
        "IBM Cloud refuses the binding.",
        Some(Fix::choice(format!("Make {} a DNS hub", hub.label), enable)),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn the_other_vpc_is_a_hub() {
        let finding = relates(
            &with_hub(),
            "dns-hub-not-one",
            &[Edit::choose(vpc("hub"), Choice::EnableHub(false))],
            &[Edit::choose(vpc("hub"), Choice::EnableHub(true))],
            &[Edit::Remove(dns_binding("to-hub"))],
        );
        assert_eq!(finding.title, "to-hub binds a VPC to hub, which is no DNS hub.");
    }

    #[test]
    fn by_crn_it_is_a_vpc() {
        let edits = [
            Edit::choose(dns_binding("to-hub"), Choice::Hub(crate::plan::Key::none())),
            Edit::text(dns_binding("to-hub"), Field::HubCrn, COS),
        ];
        let finding = triggers_on(&with_hub(), "dns-hub-not-one", &edits);
        assert_eq!(finding.title, "The CRN of the hub of to-hub is that of no VPC.");
        let itself = Edit::choose(dns_binding("to-hub"), Choice::Hub(key("prod")));
        triggers_on(&with_hub(), "dns-hub-not-one", &[itself]);
    }

    #[test]
    fn of_an_existing_vpc_it_is_not_known() {
        let edits = [exists(vpc("hub")), Edit::choose(vpc("hub"), Choice::EnableHub(false))];
        silent_on(&with_hub(), "dns-hub-not-one", &edits);
    }
}
