//! A name as long as names get.

use super::{Findings, Rule, Severity};
use crate::catalog::{NAME_MAX, source};
use crate::model::{Model, Name, Origin, Placed, Said};
use crate::plan::Field;

/// `name-at-limit`.
pub(super) static RULE: Rule = Rule {
    code: "name-at-limit",
    severity: Severity::Advice,
    summary: "A new name has 63 characters, the most there can be",
    explanation: "A name of 63 characters is taken. Names that are made of it, such as those of a gateway's reserved \
                  IPs, are cut, and whatever is added to it later does not fit.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    model.vpcs.iter().for_each(|x| one(x, &x.origin, &x.name, out));
    model.prefixes.iter().for_each(|x| one(x, &x.origin, &x.name, out));
    model.subnets.iter().for_each(|x| one(x, &x.origin, &x.name, out));
    model.groups.iter().for_each(|x| one(x, &x.origin, &x.name, out));
    model.rules.iter().for_each(|x| one(x, &x.origin, &x.name, out));
    model.gateways.iter().for_each(|x| one(x, &x.origin, &x.name, out));
}

fn one(of: &dyn Placed, origin: &Origin, name: &Said<Name>, out: &mut Findings) {
    if let Some(name) = name.value().filter(|n| n.as_str().len() == NAME_MAX && origin.is_new()) {
        out.report(
            vec![of.at(Field::Name)],
            format!("The name {name} has {NAME_MAX} characters, the most there can be."),
            "Names that are made of it are cut.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::{Field, Object};

    fn name(object: Object, length: usize) -> Edit {
        Edit::text(object, Field::Name, "n".repeat(length))
    }

    #[test]
    fn sixty_three_characters_are_the_most() {
        triggers("name-at-limit", &[name(gateway("kms"), 63)]);
        triggers("name-at-limit", &[name(subnet("vpe-1"), 63)]);
        silent("name-at-limit", &[name(gateway("kms"), 62)]);
    }

    #[test]
    fn what_exists_is_called_as_it_is() {
        silent("name-at-limit", &[name(subnet("vpe-1"), 63), exists(subnet("vpe-1"))]);
    }
}
