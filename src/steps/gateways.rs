//! Gateways, with their addresses, bindings and tags.

use super::build::{Builder, id_or_name};
use super::{Address, ForGateway, From, Gateway, Kind, Known, Ref, Step, TagKind, Tags};
use crate::model::{self, Form, Ix, Placed, ReservedIp, Target};
use crate::plan::{Field, TargetKind, address_segment};
use std::rc::Rc;

pub(super) fn build(b: &mut Builder<'_>) {
    let model = b.model;
    for gateway in model.gateways.iter() {
        let Some(vpc) = gateway.vpc.filter(|&vpc| b.in_run(vpc)) else { continue };
        if gateway.origin.is_new() {
            new(b, gateway, vpc);
        } else {
            existing(b, gateway, vpc);
        }
    }
}

fn new(b: &mut Builder<'_>, gateway: &model::Gateway, vpc: Ix<model::Vpc>) {
    let vpc = b.vpc(vpc);
    let resource_group = b.resource_group(gateway.resource_group.as_ref(), gateway.at(Field::ResourceGroup));
    let groups = groups(b, gateway);
    let addresses = addresses(b, gateway);
    let thing =
        b.object(Kind::Gateway, &gateway.key, gateway.name.to_string(), Known::Made, None, gateway.object());
    b.run.steps.push(Step::Gateway(Rc::new(Gateway {
        thing: thing.clone(),
        vpc: vpc.clone(),
        target_kind: match gateway.target {
            Target::Cloud(_) => TargetKind::ProviderCloudService,
            Target::PrivatePath(_) => TargetKind::PrivatePathServiceGateway,
            Target::Infrastructure(_) => TargetKind::ProviderInfrastructureService,
        },
        target: gateway.target.written(),
        addresses: addresses.clone(),
        groups,
        dns: gateway.dns,
        resource_group,
    })));
    bind(b, &thing, &vpc, addresses);
    let user = gateway.tags.iter().map(ToString::to_string).collect();
    let access = gateway.access_tags.iter().map(ToString::to_string).collect();
    for (kind, tags) in [(TagKind::User, user), (TagKind::Access, access)] {
        let tags: Vec<String> = tags;
        if !tags.is_empty() {
            b.run.steps.push(Step::Tags(Tags { gateway: thing.clone(), vpc: vpc.clone(), kind, tags }));
        }
    }
}

/// A gateway that exists: new are only its addresses.
fn existing(b: &mut Builder<'_>, gateway: &model::Gateway, vpc: Ix<model::Vpc>) {
    if gateway.addresses.iter().all(|&a| b.model.addresses[a].form == Form::None) {
        return;
    }
    let vpc = b.vpc(vpc);
    let model::Origin::Existing(id) = &gateway.origin else { return };
    let thing = b.object(
        Kind::Gateway,
        &gateway.key,
        gateway.name.to_string(),
        id_or_name(id),
        Some(vpc.clone()),
        gateway.object(),
    );
    let addresses = addresses(b, gateway);
    bind(b, &thing, &vpc, addresses);
}

fn bind(b: &mut Builder<'_>, gateway: &Ref, vpc: &Ref, addresses: Vec<Rc<Address>>) {
    for address in addresses {
        let new = address.existing().is_none();
        let step = ForGateway { gateway: gateway.clone(), vpc: vpc.clone(), address };
        if new {
            b.run.steps.push(Step::ReservedIp(step.clone()));
        }
        b.run.steps.push(Step::Binding(step));
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

fn addresses(b: &mut Builder<'_>, gateway: &model::Gateway) -> Vec<Rc<Address>> {
    let model = b.model;
    let mut addresses: Vec<Rc<Address>> = Vec::with_capacity(gateway.addresses.len());
    let zones: Vec<String> = gateway.addresses.iter().map(|&a| model.addresses[a].zone.to_string()).collect();
    let zone_texts: Vec<&str> = zones.iter().map(String::as_str).collect();
    for (i, &ix) in gateway.addresses.iter().enumerate() {
        let address = &model.addresses[ix];
        let zone = &zones[i];
        let (subnet, given) = match &address.form {
            Form::None => continue,
            Form::Chosen => (address.subnet, None),
            Form::Given(text) => (address.subnet, Some(text.to_string())),
            Form::Existing(ip) => (ip.map(|ip| model.reserved_ips[ip].subnet), None),
        };
        let Some(subnet) = subnet.filter(|&s| b.in_run(model.subnets[s].vpc)) else {
            leave_out(b, gateway, address, zone);
            continue;
        };
        let subnet = b.subnet(subnet);
        let from = match address.form {
            Form::Existing(Some(ip)) => From::Existing(reserved_ip(b, ip, &subnet)),
            Form::None | Form::Chosen | Form::Given(_) | Form::Existing(None) => From::New {
                name: ip_name(gateway, address, zone),
                address: given,
                auto_delete: gateway.auto_release,
            },
        };
        let slot = address_segment(&zone_texts, i);
        addresses.push(Rc::new(Address { slot, subnet, from, object: address.object() }));
    }
    addresses
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
    let known = id_or_name(&ip.id);
    b.object(Kind::ReservedIp, &ip.key, ip.name.to_string(), known, Some(subnet.clone()), ip.object())
}
