//! One thing that Terraform would take over twice.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Id, Model, Origin, Placed};
use crate::plan::{Field, Place};
use std::collections::HashMap;

/// `adopt-twice`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-twice",
    severity: Severity::Warning,
    summary: "Two parts of the plan have the ID of one thing, which Terraform is to take over",
    explanation: "Terraform would import one thing under two addresses, or refer to it beside. Each of them then holds it \
                  to its own words, and an apply changes it to and fro, or replaces it. One ID belongs to one part of the \
                  plan.",
    source: source::PROVIDER,
    check,
};

/// The things of one kind that have an id, in plan order.
struct Kind<'m> {
    name: &'static str,
    seen: HashMap<&'m str, (&'m str, bool, Place)>,
}

impl<'m> Kind<'m> {
    fn new(name: &'static str) -> Self {
        Self { name, seen: HashMap::new() }
    }

    fn origin(&mut self, item: &impl Placed, label: &'m str, origin: &'m Origin, out: &mut Findings) {
        self.id(item, label, origin.id(), matches!(origin, Origin::Adopted(_)), out);
    }

    fn id(
        &mut self,
        item: &impl Placed,
        label: &'m str,
        id: Option<&'m Id>,
        adopted: bool,
        out: &mut Findings,
    ) {
        let Some(id) = id else { return };
        let place = item.at(Field::Id);
        let Some((first, first_adopted, first_place)) = self.seen.get(id.as_str()) else {
            self.seen.insert(id.as_str(), (label, adopted, place));
            return;
        };
        if adopted || *first_adopted {
            out.report(
                vec![first_place.clone(), place],
                format!(
                    "There are two of the same ID, {id}: {} {first} and {} {label}.",
                    self.name, self.name
                ),
                "Terraform would take over one thing as two.",
            );
        }
    }
}

fn check(model: &Model, out: &mut Findings) {
    let mut vpcs = Kind::new("VPC");
    for x in model.vpcs.iter() {
        vpcs.origin(x, &x.label, &x.origin, out);
    }
    let mut prefixes = Kind::new("address prefix");
    for x in model.prefixes.iter() {
        prefixes.origin(x, &x.label, &x.origin, out);
    }
    let mut subnets = Kind::new("subnet");
    for x in model.subnets.iter() {
        subnets.origin(x, &x.label, &x.origin, out);
    }
    let mut ips = Kind::new("reserved IP");
    for x in model.reserved_ips.iter() {
        ips.id(x, &x.label, x.id.value(), x.adopted, out);
    }
    let mut groups = Kind::new("security group");
    for x in model.groups.iter() {
        groups.origin(x, &x.label, &x.origin, out);
    }
    let mut rules = Kind::new("rule");
    for x in model.rules.iter() {
        rules.origin(x, x.name.value().map_or(x.key.as_str(), |name| name.as_str()), &x.origin, out);
    }
    let mut gateways = Kind::new("gateway");
    for x in model.gateways.iter() {
        gateways.origin(x, &x.label, &x.origin, out);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Edit;

    #[test]
    fn one_id_is_one_thing() {
        let same = [Edit::text(subnet("vpe-2"), Field::Id, "id-vpe-1")];
        let other = [Edit::text(subnet("vpe-2"), Field::Id, "id-vpe-2")];
        let first = [Edit::text(subnet("vpe-1"), Field::Id, "id-other")];
        let finding = relates(&adopted(), "adopt-twice", &same, &first, &other);
        assert_eq!(finding.title, "There are two of the same ID, id-vpe-1: subnet vpe-1 and subnet vpe-2.");
    }

    #[test]
    fn one_of_two_is_enough_and_other_kinds_are_other_things() {
        let one = [refer_to(subnet("vpe-1")), Edit::text(subnet("vpe-2"), Field::Id, "id-vpe-1")];
        triggers_on(&adopted(), "adopt-twice", &one);
        let both = [refer_to(subnet("vpe-1")), refer_to(subnet("vpe-2")), one[1].clone()];
        silent_on(&adopted(), "adopt-twice", &both);
        silent_on(&adopted(), "adopt-twice", &[Edit::text(group("clients"), Field::Id, "id-kms")]);
    }
}
