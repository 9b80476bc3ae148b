//! Building the model: the parts in their order, and what all parts need.

use super::{
    Acl, Aims, Dangling, Expected, Gateway, Group, Id, Ix, Model, Name, Origin, ReservedIp, Said, Subnet,
    Unparsed, Vpc, adopt, differences, dns, gateways, ip_names, network, occupancy, policies,
};
use crate::plan::{self, Field, Key, Object, On, OriginKind, Plan};
use std::collections::HashMap;

/// Where objects with keys are in the model.
#[derive(Default)]
pub(super) struct Keys<'p> {
    pub(super) vpcs: HashMap<&'p str, Ix<Vpc>>,
    pub(super) subnets: HashMap<&'p str, Ix<Subnet>>,
    pub(super) reserved_ips: HashMap<&'p str, Ix<ReservedIp>>,
    pub(super) acls: HashMap<&'p str, Ix<Acl>>,
    pub(super) groups: HashMap<&'p str, Ix<Group>>,
}

/// The model under construction.
#[derive(Default)]
pub(super) struct Builder<'p> {
    pub(super) model: Model,
    pub(super) keys: Keys<'p>,
}

pub(super) fn model(plan: &Plan) -> Model {
    let mut b = Builder::default();
    b.model.name.clone_from(&plan.name);
    b.model.targets = Aims::of(&plan.targets);
    b.model.account =
        b.parse(&Object::Plan, Field::Account, &plan.account, Expected::Account, super::AccountId::new);
    b.parse(&Object::Plan, Field::Api, &plan.targets.api, Expected::Date, date);
    network::build(&mut b, plan);
    dns::build(&mut b, plan);
    gateways::build(&mut b, plan);
    policies::build(&mut b, plan);
    occupancy::build(&mut b.model);
    ip_names::build(&mut b.model);
    adopt::build(&mut b.model);
    differences::build(&mut b.model);
    b.model
}

/// `YYYY-MM-DD` with a month and a day that exist.
pub(super) fn date(text: &str) -> Option<()> {
    let ok = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(i, b)| if i == 4 || i == 7 { b == b'-' } else { b.is_ascii_digit() });
    // Days are not counted by month: the API is to refuse 31 February.
    let number = |from: usize, to| text.get(from..to).and_then(|t| t.parse::<u8>().ok());
    let real = ok && matches!((number(5, 7)?, number(8, 10)?), (1..=12, 1..=31));
    real.then_some(())
}

impl<'p> Builder<'p> {
    /// Reads a text that may be empty; notes one that means nothing.
    pub(super) fn parse<T>(
        &mut self,
        object: &Object,
        field: Field,
        text: &str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Said<T> {
        if text.is_empty() {
            return Said::default();
        }
        if let Some(value) = read(text) {
            return Said::Value(value);
        }
        self.unparsed(object, field, text, expected);
        Said::Text(text.to_owned())
    }

    /// Reads a text that must not be empty.
    pub(super) fn require<T>(
        &mut self,
        object: &Object,
        field: Field,
        text: &str,
        expected: Expected,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Said<T> {
        self.need(true, object, field, text);
        self.parse(object, field, text, expected, read)
    }

    /// Notes a text that is empty where it is `needed`.
    pub(super) fn need(&mut self, needed: bool, object: &Object, field: Field, text: &str) {
        if needed && text.is_empty() {
            self.unparsed(object, field, "", Expected::Something);
        }
    }

    pub(super) fn unparsed(&mut self, object: &Object, field: Field, text: &str, expected: Expected) {
        let place = object.clone().at(field);
        self.model.unparsed.push(Unparsed { place, text: text.to_owned(), expected });
    }

    /// Notes a reference of which nothing was `found`. No reference is no fault here.
    pub(super) fn follow<T>(
        &mut self,
        object: &Object,
        field: Field,
        key: &Key,
        kind: &'static str,
        found: Option<Ix<T>>,
    ) -> Option<Ix<T>> {
        if found.is_none() && !key.is_none() {
            self.model.dangling.push(Dangling { place: object.clone().at(field), key: key.clone(), kind });
        }
        found
    }

    /// Reads origin and name of an object. A new one needs a name, unless
    /// `nameless`; an existing one an id or a name.
    pub(super) fn identity(
        &mut self,
        object: &Object,
        origin: &plan::Origin,
        name: &str,
        nameless: bool,
    ) -> (Origin, Said<Name>) {
        if origin.kind == OriginKind::New {
            self.need(!nameless, object, Field::Name, name);
            return (Origin::New, self.parse(object, Field::Name, name, Expected::NewName, Name::new));
        }
        let id = self.parse(object, Field::Id, &origin.id, Expected::Id, Id::new);
        let parsed = self.parse(object, Field::Name, name, Expected::ExistingName, Name::existing);
        if origin.id.is_empty() && name.is_empty() && !nameless {
            self.unparsed(object, Field::Name, "", Expected::IdOrName);
        }
        let origin = match origin.on {
            On::ReferTo => Origin::Existing(id),
            On::Adopt => Origin::Adopted(id),
        };
        (origin, parsed)
    }
}

/// The first text that says something.
pub(super) fn label(name: &str, id: &str, key: &Key) -> String {
    [name, id, key.as_str()].into_iter().find(|t| !t.is_empty()).unwrap_or_default().to_owned()
}

impl Gateway {
    pub(super) fn label_of(gateway: &plan::Resource<plan::Gateway>) -> String {
        label(&gateway.wanted.name, &gateway.origin.id, &gateway.key)
    }
}
