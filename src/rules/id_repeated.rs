//! Two objects with one id.

use super::parts::list;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Id, Model, Placed};
use crate::plan::{Field, Place};
use std::collections::HashMap;

/// `id-repeated`.
pub(super) static RULE: Rule = Rule {
    code: "id-repeated",
    severity: Severity::Warning,
    summary: "Two existing objects of a kind have the same id",
    explanation: "An id is that of one object. Where two of the plan have the same one, the exports refer to one \
                  object as if it were two, and what the plan says of them may differ. One of the ids is a slip, or \
                  the object was pasted twice.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen = Seen::new();
    for x in model.vpcs.iter() {
        one(&mut seen, "VPC", x, x.origin.id(), &x.label, out);
    }
    for x in model.prefixes.iter() {
        one(&mut seen, "address prefix", x, x.origin.id(), &x.label, out);
    }
    for x in model.subnets.iter() {
        one(&mut seen, "subnet", x, x.origin.id(), &x.label, out);
    }
    for x in model.reserved_ips.iter() {
        one(&mut seen, "reserved IP", x, x.id.value(), &x.label, out);
    }
    for x in model.groups.iter() {
        one(&mut seen, "security group", x, x.origin.id(), &x.label, out);
    }
    for x in model.gateways.iter() {
        one(&mut seen, "gateway", x, x.origin.id(), &x.label, out);
    }
    for x in model.policies.iter() {
        one(&mut seen, "authorization policy", x, x.origin.id(), &x.label, out);
    }
}

/// The first object of a kind with an id: where it is and what a reader calls it.
type Seen<'m> = HashMap<(&'static str, &'m Id), (Place, &'m str)>;

fn one<'m>(
    seen: &mut Seen<'m>,
    kind: &'static str,
    of: &dyn Placed,
    id: Option<&'m Id>,
    label: &'m str,
    out: &mut Findings,
) {
    let Some(id) = id else { return };
    let place = of.at(Field::Id);
    let Some((first, name)) = seen.get(&(kind, id)) else {
        seen.insert((kind, id), (place, label));
        return;
    };
    out.report(
        vec![first.clone(), place],
        format!("{} have the id {id}.", list(&[*name, label])),
        format!("An id is that of one {kind}: one of the two is a slip, or the same {kind} twice."),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Edit;

    fn id(k: &str, text: &str) -> [Edit; 2] {
        [exists(subnet(k)), Edit::text(subnet(k), Field::Id, text)]
    }

    #[test]
    fn an_id_is_that_of_one_subnet() {
        let edits = [&id("vpe-1", "0717-1")[..], &id("vpe-2", "0717-1")].concat();
        let finding =
            relates(&clean(), "id-repeated", &edits, &id("vpe-1", "0717-2"), &id("vpe-2", "0717-2"));
        assert_eq!(finding.title, "vpe-1 and vpe-2 have the id 0717-1.");
    }

    #[test]
    fn other_kinds_and_ids_that_are_not_known_are_left_alone() {
        let group = [exists(group("clients")), Edit::text(group("clients"), Field::Id, "0717-1")];
        silent("id-repeated", &[&id("vpe-1", "0717-1")[..], &group].concat());
        silent("id-repeated", &[&id("vpe-1", "")[..], &id("vpe-2", "")].concat());
    }
}
