//! In what an existing gateway differs from what is wanted of it, as far as it was read.

use super::{Address, Form, Gateway, Group, Ix, Model, Origin, ResourceGroup};
use crate::plan::{DnsMode, Field, Object, Observed, Place, Seen, SeenAddress};

/// One difference of an existing gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field that says what is wanted.
    pub place: Place,
    /// What differs.
    pub what: Differs,
}

/// What an existing gateway has otherwise than wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Differs {
    /// It has this name.
    Name(String),
    /// It reaches this.
    Target(String),
    /// It is in this resource group.
    ResourceGroup(Seen),
    /// It has this DNS mode.
    Dns(DnsMode),
    /// It lacks this security group.
    Attach(Ix<Group>),
    /// It has this security group, too.
    Detach(Seen),
    /// It has this address in a zone for which another is wanted, or none.
    Unbind(SeenAddress, Option<Ix<Address>>),
    /// It lacks these user or access tags.
    Tags(Vec<String>),
}

impl Differs {
    /// Whether it can be changed while the gateway stays: all but the target and the resource group
    /// (the API's description of a gateway's patch, read 21 Nov 2026).
    pub fn in_place(&self) -> bool {
        !matches!(self, Self::Target(_) | Self::ResourceGroup(_))
    }
}

/// Finds the differences of all gateways.
pub(super) fn build(model: &mut Model) {
    for ix in model.gateways.indexes() {
        let gateway = &model.gateways[ix];
        let (Some(observed), false) = (&gateway.observed, gateway.origin.is_new()) else { continue };
        let mut found = Vec::new();
        let settled = compare(model, gateway, observed, &mut found);
        let gateway = model.gateways.get_mut(ix);
        gateway.differences = found;
        gateway.settled = settled;
    }
}

/// Compares, and answers the addresses for which nothing is to be made.
fn compare(
    model: &Model,
    gateway: &Gateway,
    observed: &Observed,
    found: &mut Vec<Difference>,
) -> Vec<Ix<Address>> {
    let object = Object::Gateway(gateway.key.clone());
    let mut add = |field, what| found.push(Difference { place: object.clone().at(field), what });
    let name = gateway.name.to_string();
    if !observed.name.is_empty() && !name.is_empty() && name != observed.name {
        add(Field::Name, Differs::Name(observed.name.clone()));
    }
    let target = gateway.target.written();
    if !observed.target.is_empty() && !target.is_empty() && target != observed.target {
        add(gateway.target.field().0, Differs::Target(observed.target.clone()));
    }
    if let (Some(group), Some(wanted)) = (&observed.resource_group, &gateway.resource_group) {
        let is = match wanted {
            ResourceGroup::Id(id) => group.is(id, ""),
            ResourceGroup::Name(name) => group.is("", name),
        };
        if is == Some(false) {
            add(Field::ResourceGroup, Differs::ResourceGroup(group.clone()));
        }
    }
    if let Some(mode) = observed.dns.filter(|mode| *mode != gateway.dns) {
        add(Field::Dns, Differs::Dns(mode));
    }
    // No groups wanted of what exists is no word about them.
    if let (Some(seen), false) = (&observed.security_groups, gateway.groups.is_empty()) {
        for what in groups(model, gateway, seen) {
            add(Field::SecurityGroups, what);
        }
    }
    let user: Vec<String> = gateway.tags.iter().map(ToString::to_string).collect();
    let access: Vec<String> = gateway.access_tags.iter().map(ToString::to_string).collect();
    for (field, wanted, seen) in
        [(Field::Tags, user, &observed.tags), (Field::AccessTags, access, &observed.access_tags)]
    {
        let Some(seen) = seen else { continue };
        // IBM Cloud keeps tags in small letters.
        let missing = |tag: &String| !seen.iter().any(|one| one.eq_ignore_ascii_case(tag));
        let missing: Vec<String> = wanted.into_iter().filter(missing).collect();
        if !missing.is_empty() {
            add(field, Differs::Tags(missing));
        }
    }
    addresses(model, gateway, observed, found)
}

/// What is to be attached, and what to be detached. Where a group and what was read have neither id
/// nor name in common, the two may be the same, and neither is told.
fn groups(model: &Model, gateway: &Gateway, seen: &[Seen]) -> Vec<Differs> {
    let is = |ix: Ix<Group>, one: &Seen| {
        let group = &model.groups[ix];
        let id = group.origin.id().map_or("", super::Id::as_str);
        if group.origin.is_new() { Some(false) } else { one.is(id, &group.name.to_string()) }
    };
    let lacks = |ix: &Ix<Group>| seen.iter().all(|one| is(*ix, one) == Some(false));
    let attach = gateway.groups.iter().copied().filter(lacks).map(Differs::Attach);
    let unwanted = |one: &&Seen| gateway.groups.iter().all(|&ix| is(ix, one) == Some(false));
    let detach = seen.iter().filter(unwanted).cloned().map(Differs::Detach);
    attach.chain(detach).collect()
}

fn addresses(
    model: &Model,
    gateway: &Gateway,
    observed: &Observed,
    found: &mut Vec<Difference>,
) -> Vec<Ix<Address>> {
    let mut settled = Vec::new();
    for seen in observed.addresses.iter().flatten().filter(|seen| !seen.zone.is_empty()) {
        let in_zone = |ix: &&Ix<Address>| model.addresses[**ix].zone.to_string() == seen.zone;
        let entry = gateway.addresses.iter().find(in_zone).copied();
        let wanted = entry.filter(|&ix| model.addresses[ix].form != Form::None);
        let same = wanted.is_some_and(|ix| is_same(model, &model.addresses[ix], seen));
        if !same {
            let place = match entry {
                Some(ix) => {
                    Object::Address(gateway.key.clone(), model.addresses[ix].position).at(Field::Zone)
                }
                None => Object::Gateway(gateway.key.clone()).at(Field::Addresses),
            };
            found.push(Difference { place, what: Differs::Unbind(seen.clone(), wanted) });
        }
        if let Some(ix) = wanted.filter(|_| same || !gateway.change) {
            settled.push(ix);
        }
    }
    settled
}

fn is_same(model: &Model, wanted: &Address, seen: &SeenAddress) -> bool {
    match &wanted.form {
        Form::None => false,
        Form::Chosen => true,
        Form::Given(address) => address.to_string() == seen.address,
        Form::Existing(ip) => ip.is_none_or(|ip| {
            let ip = &model.reserved_ips[ip];
            let own = Seen { id: seen.id.clone(), name: seen.name.clone() };
            let known = own.is(&ip.id.to_string(), &ip.name.to_string());
            known.unwrap_or_else(|| ip.address.is_empty() || ip.address.to_string() == seen.address)
        }),
    }
}

impl Gateway {
    /// The differences that the exports remove in place, because the plan says so.
    pub fn changes(&self) -> impl Iterator<Item = &Difference> {
        // What is found by its name alone is found by the one that it has.
        let by_name = matches!(&self.origin, Origin::Existing(id) if id.is_empty());
        self.differences.iter().filter(move |one| {
            self.change && one.what.in_place() && !(by_name && matches!(one.what, Differs::Name(_)))
        })
    }
}
