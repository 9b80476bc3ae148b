//! Differences of existing gateways in words, and the edit that takes what is there into the plan.

use crate::catalog::{self, Changing};
use crate::edit::{Choice, Edit};
use crate::model::{Difference, Differs, Gateway, Model, Placed};
use crate::plan::{DnsMode, Field, Key, Object};

/// What becomes of a difference.
pub(in crate::rules) fn changing(what: &Differs) -> Changing {
    match what {
        Differs::Name(_) => catalog::NAME,
        Differs::Target(_) => catalog::TARGET,
        Differs::ResourceGroup(_) => catalog::RESOURCE_GROUP,
        Differs::Dns(_) => catalog::DNS,
        Differs::Attach(_) | Differs::Detach(_) => catalog::GROUPS,
        Differs::Unbind(..) => catalog::ADDRESSES,
        Differs::Tags(_) => catalog::TAGS,
    }
}

/// The difference as a sentence.
pub(in crate::rules) fn sentence(model: &Model, gateway: &Gateway, one: &Difference) -> String {
    let label = &gateway.label;
    match &one.what {
        Differs::Name(is) => format!("Gateway {label} is called {is}."),
        Differs::Target(is) => format!("Gateway {label} reaches {is}."),
        Differs::ResourceGroup(is) => format!("Gateway {label} is in resource group {}.", is.label()),
        Differs::Dns(is) => {
            format!("The DNS mode of gateway {label} is {}, not {}.", mode(*is), mode(gateway.dns))
        }
        &Differs::Attach(group) => {
            format!("Security group {} is not attached to gateway {label}.", model.groups[group].label)
        }
        Differs::Detach(is) => {
            format!("Security group {} is attached to gateway {label}, and not in the plan.", is.label())
        }
        Differs::Unbind(is, wanted) => {
            let address = if is.address.is_empty() { &is.name } else { &is.address };
            let than = if wanted.is_some() { "the plan wants another" } else { "the plan wants none" };
            format!("Gateway {label} has address {address} in {}, and {than}.", is.zone)
        }
        Differs::Tags(tags) => format!("Gateway {label} does not have the tag {}.", super::list(tags)),
    }
}

fn mode(mode: DnsMode) -> &'static str {
    match mode {
        DnsMode::Primary => "primary",
        DnsMode::Disabled => "disabled",
        DnsMode::PerResourceBinding => "per_resource_binding",
    }
}

/// Makes the plan say what is there; `None` where it has no words for that.
pub(in crate::rules) fn keep(model: &Model, gateway: &Gateway, one: &Difference) -> Option<Edit> {
    let object = gateway.object();
    let text = |field, text: &str| Some(Edit::text(gateway.object(), field, text));
    let attach = |group: &Key, on| Edit::Attach { gateway: gateway.key.clone(), group: group.clone(), on };
    match &one.what {
        Differs::Name(is) => text(Field::Name, is),
        Differs::Target(is) => text(gateway.target.field().0, is),
        Differs::ResourceGroup(is) => text(Field::ResourceGroup, is.label()),
        Differs::Dns(is) => Some(Edit::choose(object, Choice::Dns(*is))),
        &Differs::Attach(group) => Some(attach(&model.groups[group].key, false)),
        Differs::Detach(is) => {
            let known = model.vpcs[gateway.vpc?].groups.iter().map(|&ix| &model.groups[ix]);
            let same = |group: &&crate::model::Group| {
                let id = group.origin.id().map_or("", crate::model::Id::as_str);
                !group.origin.is_new() && is.is(id, &group.name.to_string()) == Some(true)
            };
            known.filter(same).map(|group| attach(&group.key, true)).next()
        }
        Differs::Unbind(is, wanted) => {
            let (address, false) = (&model.addresses[(*wanted)?], is.address.is_empty()) else { return None };
            let entry = Object::Address(gateway.key.clone(), address.position);
            Some(Edit::All {
                label: format!("keep {} of {}", is.address, gateway.label),
                edits: vec![
                    Edit::choose(entry.clone(), Choice::How(crate::plan::How::Given)),
                    Edit::text(entry, Field::Address, &is.address),
                ],
            })
        }
        Differs::Tags(tags) => {
            let field = one.place.field?;
            let off =
                |tag: &String| Edit::Tag { gateway: gateway.key.clone(), field, tag: tag.clone(), on: false };
            Some(Edit::All {
                label: format!("keep the tags of {}", gateway.label),
                edits: tags.iter().map(off).collect(),
            })
        }
    }
}

/// All differences with their gateways, in plan order.
pub(in crate::rules) fn differences(model: &Model) -> impl Iterator<Item = (&Gateway, &Difference)> {
    model.gateways.iter().flat_map(|gateway| gateway.differences.iter().map(move |one| (gateway, one)))
}
