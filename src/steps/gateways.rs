//! Gateways, with their addresses, bindings and tags; what belongs to an existing one.

use super::build::{Builder, id_or_name, known};
use super::changes::changes;
use super::{Address, Adopt, ForGateway, From, Gateway, Kind, Known, Ref, Step, TagKind, Tags};
use crate::model::{self, Form, Ix, Model, Origin, Placed, ReservedIp, Target};
use crate::plan::{Field, TargetKind, address_segment};
use std::rc::Rc;

pub(super) fn build(b: &mut Builder<'_>) {
    let model = b.model;
    // Those of hubs first: others may need them.
    let is_hub = |gateway: &&model::Gateway| gateway.vpc.is_some_and(|vpc| model.vpcs[vpc].dns.enable_hub);
    let rest = model.gateways.iter().filter(|gateway| !is_hub(gateway));
    for gateway in model.gateways.iter().filter(is_hub).chain(rest) {
        let Some(vpc) = gateway.vpc.filter(|&vpc| b.in_run(vpc)) else { continue };
        if matches!(gateway.origin, Origin::Existing(_)) {
            existing(b, gateway, vpc);
        } else {
            whole(b, gateway, vpc);
        }
    }
}

/// A gateway that is new or taken over, with all that belongs to it.
fn whole(b: &mut Builder<'_>, gateway: &model::Gateway, vpc: Ix<model::Vpc>) {
    let adopted = !gateway.origin.is_new();
    // An address that is not there yet is given to the gateway by every tool.
    b.adopting = adopted && gateway.addresses.iter().all(|&a| is_there(b.model, a));
    let after = b.after(gateway, vpc);
    let vpc = b.vpc(vpc);
    let thing = self::thing(b, gateway, &vpc);
    b.adopting = false;
    let mut planned = Vec::new();
    b.make(&gateway.origin, |b| {
        let resource_group =
            b.resource_group(gateway.resource_group.as_ref(), gateway.at(Field::ResourceGroup));
        let groups = groups(b, gateway);
        planned = addresses(b, gateway, adopted);
        Some(Step::Gateway(Rc::new(Gateway {
            thing: thing.clone(),
            vpc: vpc.clone(),
            target_kind: match gateway.target {
                Target::Cloud(_) => TargetKind::ProviderCloudService,
                Target::PrivatePath(_) => TargetKind::PrivatePathServiceGateway,
                Target::Infrastructure(_) => TargetKind::ProviderInfrastructureService,
            },
            target: gateway.target.written(),
            addresses: planned.iter().map(|p| p.address.clone()).collect(),
            groups,
            dns: gateway.dns,
            resource_group,
            after,
        })))
    });
    changes(b, gateway, &thing, &vpc);
    bind(b, &thing, &vpc, planned);
    b.resource_bindings(gateway, &thing, &vpc);
    let user = gateway.tags.iter().map(ToString::to_string).collect();
    let access = gateway.access_tags.iter().map(ToString::to_string).collect();
    for (kind, tags) in [(TagKind::User, user), (TagKind::Access, access)] {
        let tags: Vec<String> = tags;
        if !tags.is_empty() {
            let tags = Tags { gateway: thing.clone(), vpc: vpc.clone(), kind, tags };
            b.make(&gateway.origin, |_| Some(Step::Tags(tags)));
        }
    }
}

/// Whether nothing is to be made of an address of a gateway that is taken over.
fn is_there(model: &Model, address: Ix<model::Address>) -> bool {
    match model.addresses[address].form {
        Form::None => true,
        Form::Existing(Some(ip)) => !model.reserved_ips[ip].id.is_empty(),
        Form::Chosen | Form::Given(_) | Form::Existing(None) => false,
    }
}

/// A gateway that exists: new are only its addresses and resource bindings.
fn existing(b: &mut Builder<'_>, gateway: &model::Gateway, vpc: Ix<model::Vpc>) {
    let there = |b: &model::ResourceBinding| matches!(b.origin, Origin::Existing(_));
    let bound = gateway.resource_bindings.iter().all(|&a| there(&b.model.resource_bindings[a]));
    let nothing =
        |&a: &Ix<model::Address>| b.model.addresses[a].form == Form::None || gateway.settled.contains(&a);
    if bound && gateway.addresses.iter().all(nothing) && gateway.changes().next().is_none() {
        return;
    }
    let vpc = b.vpc(vpc);
    let thing = self::thing(b, gateway, &vpc);
    let planned = addresses(b, gateway, false);
    changes(b, gateway, &thing, &vpc);
    bind(b, &thing, &vpc, planned);
    b.resource_bindings(gateway, &thing, &vpc);
}

fn thing(b: &mut Builder<'_>, gateway: &model::Gateway, vpc: &Ref) -> Ref {
    let (mut name, known) = (gateway.name.to_string(), known(&gateway.origin));
    // What is found by its name alone is found by the one that it has.
    if let (Known::Name, Some(observed)) = (&known.0, &gateway.observed)
        && !observed.name.is_empty()
    {
        name.clone_from(&observed.name);
    }
    let within = (!gateway.origin.is_new()).then(|| vpc.clone());
    b.object(Kind::Gateway, &gateway.key, name, known, within, gateway.object())
}

/// An address of a gateway, with what its reserved IP is where Terraform takes
/// that over.
struct Planned {
    address: Rc<Address>,
    adopted: Option<Adopted>,
}

struct Adopted {
    id: String,
    /// The address as if it were reserved now.
    reserved: Rc<Address>,
}

fn bind(b: &mut Builder<'_>, gateway: &Ref, vpc: &Ref, planned: Vec<Planned>) {
    let step = |address: Rc<Address>| ForGateway { gateway: gateway.clone(), vpc: vpc.clone(), address };
    let adopt = |step: Step, id: &str| Step::Adopt(Adopt { step: Box::new(step), id: id.to_owned() });
    for Planned { address, adopted } in planned {
        let binding = Step::Binding(step(address.clone()));
        // Where either is taken over and both are there, they are bound, too.
        let bound = gateway.id().is_some() && (gateway.adopted || adopted.is_some());
        match adopted {
            Some(Adopted { id, reserved }) => b.run.steps.push(adopt(Step::ReservedIp(step(reserved)), &id)),
            None if address.existing().is_none() => b.run.steps.push(Step::ReservedIp(step(address.clone()))),
            None => {}
        }
        b.run.steps.push(match address.existing().and_then(|ip| ip.id()) {
            Some(id) if bound => adopt(binding, id),
            Some(_) | None => binding,
        });
    }
}

fn groups(b: &mut Builder<'_>, gateway: &model::Gateway) -> Vec<Ref> {
    let mut groups = Vec::with_capacity(gateway.groups.len());
    for &ix in &gateway.groups {
        let group = &b.model.groups[ix];
        if b.in_run(group.vpc) {
            groups.push(b.group(ix));
        } else {
            let what = format!(
                "Security group {} is in another region than gateway {} and is not attached to it.",
                group.label, gateway.label
            );
            b.leave_out(gateway.at(Field::SecurityGroups), what);
        }
    }
    groups
}

fn addresses(b: &mut Builder<'_>, gateway: &model::Gateway, adopted: bool) -> Vec<Planned> {
    let model = b.model;
    let mut planned: Vec<Planned> = Vec::with_capacity(gateway.addresses.len());
    let zones: Vec<String> = gateway.addresses.iter().map(|&a| model.addresses[a].zone.to_string()).collect();
    let zone_texts: Vec<&str> = zones.iter().map(String::as_str).collect();
    for (i, &ix) in gateway.addresses.iter().enumerate() {
        let address = &model.addresses[ix];
        let zone = &zones[i];
        let (subnet, given) = match &address.form {
            Form::None => continue,
            _ if !adopted && gateway.settled.contains(&ix) => continue,
            Form::Chosen => (address.subnet, None),
            Form::Given(text) => (address.subnet, Some(text.to_string())),
            Form::Existing(ip) => (ip.map(|ip| model.reserved_ips[ip].subnet), None),
        };
        let Some(subnet) = subnet.filter(|&s| b.in_run(model.subnets[s].vpc)) else {
            leave_out(b, gateway, address, zone);
            continue;
        };
        let ip = match address.form {
            Form::Existing(ip) => ip,
            Form::None | Form::Chosen | Form::Given(_) => None,
        };
        let taken_over = ip.map(|ip| &model.reserved_ips[ip]).filter(|ip| ip.adopted);
        b.adopting = adopted && is_there(model, ix);
        let subnet = b.subnet(subnet);
        let from = match ip {
            Some(ip) => From::Existing(reserved_ip(b, ip, &subnet)),
            None => From::New {
                name: ip_name(gateway, address, zone),
                address: given,
                auto_delete: gateway.auto_release,
            },
        };
        b.adopting = false;
        let slot = address_segment(&zone_texts, i);
        let address = Address { slot, subnet, from, object: address.object() };
        let adopted = taken_over.map(|ip| Adopted {
            id: ip.id.to_string(),
            reserved: Rc::new(Address {
                from: From::New {
                    name: ip.name.to_string(),
                    address: Some(ip.address.to_string()).filter(|text| !text.is_empty()),
                    auto_delete: false,
                },
                ..address.clone()
            }),
        });
        planned.push(Planned { address: Rc::new(address), adopted });
    }
    planned
}

fn leave_out(b: &mut Builder<'_>, gateway: &model::Gateway, address: &model::Address, zone: &str) {
    let field = if matches!(address.form, Form::Existing(_)) { Field::ReservedIp } else { Field::Subnet };
    let what = match field {
        Field::ReservedIp => "has no reserved IP of the region",
        _ => "has no subnet of the region",
    };
    let what = format!("The address of gateway {} in zone {zone} {what} and is not exported.", gateway.label);
    b.leave_out(address.at(field), what);
}

/// The name of a new reserved IP; where it could not be worked out, its parts as
/// they are written.
fn ip_name(gateway: &model::Gateway, address: &model::Address, zone: &str) -> String {
    if let Some(name) = &address.ip_name {
        return name.to_string();
    }
    let prefix = match gateway.ip_prefix.as_str() {
        "" => gateway.name.to_string(),
        prefix => prefix.to_owned(),
    };
    format!("{prefix}-{zone}")
}

fn reserved_ip(b: &mut Builder<'_>, ix: Ix<ReservedIp>, subnet: &Ref) -> Ref {
    let ip = &b.model.reserved_ips[ix];
    let known = (id_or_name(&ip.id), ip.adopted);
    b.object(Kind::ReservedIp, &ip.key, ip.name.to_string(), known, Some(subnet.clone()), ip.object())
}
