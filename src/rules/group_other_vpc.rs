//! A security group of another VPC.

use super::parts::{list, rule_of, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Gateway, Group, Ix, Model, Placed, Remote, Vpc};
use crate::plan::Field;

/// `group-other-vpc`.
pub(super) static RULE: Rule = Rule {
    code: "group-other-vpc",
    severity: Severity::Error,
    summary: "A gateway or a rule refers to a security group of another VPC",
    explanation: "A security group belongs to one VPC. It is attached to things of that VPC only, and only rules of \
                  groups of that VPC can name it as the other side.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for rule in model.rules.iter() {
        let Remote::Group(remote) = rule.remote else { continue };
        let (own, other) = (model.groups[rule.group].vpc, &model.groups[remote]);
        if other.vpc == own {
            continue;
        }
        let mut places = vec![rule.at(Field::RemoteGroup), other.place()];
        if remote < rule.group {
            places.reverse();
        }
        out.report(
            places,
            sentence(format!(
                "{} admits {}, a group of {}.",
                rule_of(model, rule),
                other.label,
                model.vpcs[other.vpc].label
            )),
            format!(
                "Rules name groups of their own VPC, {}; IBM Cloud refuses others.",
                model.vpcs[own].label
            ),
        );
    }
    for gateway in model.gateways.iter() {
        let Some(own) = gateway.vpc else { continue };
        let mut strange: Vec<Ix<Group>> =
            gateway.groups.iter().copied().filter(|&g| is_strange(model, gateway, own, g)).collect();
        strange.sort_unstable();
        if strange.is_empty() {
            continue;
        }
        let mut places: Vec<_> = strange.iter().map(|&g| model.groups[g].place()).collect();
        places.push(gateway.at(Field::SecurityGroups));
        let labels: Vec<&str> = strange.iter().map(|&g| model.groups[g].label.as_str()).collect();
        let kind = if strange.len() == 1 { "is a group" } else { "are groups" };
        let other = &model.vpcs[model.groups[strange[0]].vpc].label;
        let own_label = &model.vpcs[own].label;
        out.report_with(
            places,
            format!("{} {kind} of {other}, and {} is in {own_label}.", list(&labels), gateway.label),
            "A gateway has groups of its own VPC; IBM Cloud refuses others.",
            fix(model, gateway, own, &strange),
        );
    }
}

/// Whether a group is of another VPC, and not simply of that where the gateway's
/// subnets are, too: then the gateway's VPC is what is wrong, and told.
fn is_strange(model: &Model, gateway: &Gateway, own: Ix<Vpc>, group: Ix<Group>) -> bool {
    let there = model.groups[group].vpc;
    let mut subnets = gateway.addresses.iter().filter_map(|&a| model.addresses[a].subnet);
    there != own && !subnets.any(|s| model.subnets[s].vpc == there)
}

/// Detaches them, and attaches the VPC's first group where none would be left.
fn fix(model: &Model, gateway: &Gateway, own: Ix<Vpc>, strange: &[Ix<Group>]) -> Option<Fix> {
    let attach = |group: Ix<Group>, on| Edit::Attach {
        gateway: gateway.key.clone(),
        group: model.groups[group].key.clone(),
        on,
    };
    let mut edits: Vec<Edit> = strange.iter().map(|&g| attach(g, false)).collect();
    let labels: Vec<&str> = strange.iter().map(|&g| model.groups[g].label.as_str()).collect();
    let mut title = format!("Detach {}", list(&labels));
    if strange.len() == gateway.groups.len() {
        let first = *model.vpcs[own].groups.first()?;
        edits.push(attach(first, true));
        title = format!("{title} and attach {}", model.groups[first].label);
    }
    Some(Fix::choice(title.clone(), Edit::All { label: title, edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Choice;

    #[test]
    fn a_gateway_has_groups_of_its_vpc() {
        let finding = relates(
            &two_vpcs(),
            "group-other-vpc",
            &[attach("kms", "dr-clients")],
            &[
                Edit::Remove(group("dr-clients")),
                add_group("prod", "dr-clients"),
                add_rule("dr-clients", "https-2", "443", "10.240.0.0/16"),
            ],
            &[detach("kms", "dr-clients")],
        );
        assert_eq!(finding.title, "dr-clients is a group of dr, and payments-kms is in prod-vpc.");
        assert_eq!(finding.places, [group("dr-clients").place(), gateway("kms").at(Field::SecurityGroups)]);
        assert_eq!(finding.fix.unwrap().title, "Detach dr-clients");
    }

    #[test]
    fn a_gateway_is_not_left_without_a_group() {
        let edits = [attach("kms", "dr-clients"), detach("kms", "clients")];
        let finding = triggers_on(&two_vpcs(), "group-other-vpc", &edits);
        assert_eq!(finding.fix.unwrap().title, "Detach dr-clients and attach vpe-clients");
    }

    #[test]
    fn a_rule_names_groups_of_its_vpc() {
        let remote = |k| Edit::choose(rule("https"), Choice::RemoteGroup(key(k)));
        let base = [add_group("prod", "apps"), Edit::text(rule("https"), Field::Remote, "")];
        let finding = relates(
            &edited(&two_vpcs(), &base),
            "group-other-vpc",
            &[remote("dr-clients")],
            &[Edit::Remove(group("dr-clients")), add_group("prod", "dr-clients")],
            &[remote("apps")],
        );
        assert_eq!(finding.title, "Rule https of vpe-clients admits dr-clients, a group of dr.");
    }
}
