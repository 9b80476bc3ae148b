//! Reserved IPs: listing, reserving, and the checks that a gateway's addresses share.

use std::net::Ipv4Addr;

use serde_json::Value;

use super::{Call, staying, unique};
use crate::cloud::fault::Fault;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{Ip, Owner, World};

pub(super) fn list(world: &mut World, call: &Call) -> Result<Vec<Value>, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?.id.clone();
    let agrees = |view: &Value, key: &str| {
        let pointer = format!("/target/{key}");
        call.asked(&format!("target.{key}"))
            .is_none_or(|asked| view.pointer(&pointer).and_then(Value::as_str) == Some(asked))
    };
    let found: Vec<Value> = world
        .ips
        .iter()
        .filter(|ip| ip.subnet == subnet)
        .map(|ip| views::reserved_ip(world, ip))
        .filter(|view| ["id", "crn", "name", "resource_type"].iter().all(|key| agrees(view, key)))
        .collect();
    shown(world, |ip| ip.subnet == subnet);
    Ok(found)
}

pub(super) fn get(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let ip = own(world, call)?;
    let view = views::reserved_ip(world, ip);
    let id = ip.id.clone();
    shown(world, |ip| ip.id == id);
    Ok(view)
}

/// Counts one read of each address that was shown.
pub(super) fn shown(world: &mut World, which: impl Fn(&Ip) -> bool) {
    // Most reads show nothing that is waited for, and copy no list then.
    if !world.ips.iter().any(|ip| ip.waits > 0 && which(ip)) {
        return;
    }
    for ip in world.ips.iter_mut().filter(|ip| which(ip)) {
        ip.waits = ip.waits.saturating_sub(1);
    }
}

pub(super) fn own<'a>(world: &'a World, call: &Call) -> Result<&'a Ip, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?;
    world
        .ips
        .iter()
        .find(|ip| ip.subnet == subnet.id && ip.id == call.ids[1])
        .ok_or_else(|| Fault::missing(Ip::KIND, &call.ids[1]))
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?.id.clone();
    let owner = match call.body.get("target") {
        None => Owner::Nobody,
        Some(identity) => {
            let gateway = world.identify(&call.region, &world.gateways, identity, "target")?;
            staying(gateway)?;
            let (id, vpc) = (gateway.id.clone(), gateway.vpc.clone());
            fits_gateway(world, &id, &vpc, &subnet, "target")?;
            Owner::Gateway(id)
        }
    };
    if owner == Owner::Nobody && call.flag("auto_delete") == Some(true) {
        return Err(unbound_auto_delete("auto_delete"));
    }
    let ip = prepare(world, &subnet, &call.body, owner, "")?;
    world.ips.push(ip.clone());
    Ok(views::reserved_ip(world, &ip))
}

pub(super) fn unbound_auto_delete(place: &str) -> Fault {
    let message = "auto_delete must be false while the address is unbound";
    Fault::field("bad_field", place, message)
}

/// Checks that an address of this subnet may be bound to the gateway: same VPC, zone still free.
///
/// # Errors
/// The service's fault.
pub(super) fn fits_gateway(
    world: &World,
    gateway: &str,
    vpc: &str,
    subnet: &str,
    place: &str,
) -> Result<(), Fault> {
    let subnet = world.subnet(subnet);
    if subnet.vpc != vpc {
        let message = format!("the subnet {} is in another VPC", subnet.name);
        return Err(Fault::field("vpc_resource_separation", place, message));
    }
    let taken = world.ips_of(gateway).any(|ip| world.subnet(&ip.subnet).zone == subnet.zone);
    if taken {
        let message = "Only 1 Reserved IP per Endpoint Gateway per zone supported.";
        return Err(Fault::field("bad_field", place, message));
    }
    Ok(())
}

/// Builds a new reserved IP from its prototype, without adding it.
///
/// # Errors
/// The service's fault, at `place` (empty or ending in a dot).
pub(super) fn prepare(
    world: &mut World,
    subnet: &str,
    prototype: &Value,
    owner: Owner,
    place: &str,
) -> Result<Ip, Fault> {
    let name = super::name_or_random(world, prototype);
    check_name(world, subnet, &name, None, &format!("{place}name"))?;
    let asked = prototype.get("address").and_then(Value::as_str);
    let address = match asked {
        Some(text) => check_address(world, subnet, text, &format!("{place}address"))?,
        None => next_free(world, subnet)?,
    };
    let id = world.new_id("0717");
    Ok(Ip {
        id,
        subnet: subnet.to_owned(),
        name,
        address,
        auto_delete: prototype["auto_delete"] == Value::Bool(true),
        owner,
        chosen: asked.is_none(),
        created: true,
        waits: world.settings.pending_reads,
    })
}

pub(super) fn check_name(
    world: &World,
    subnet: &str,
    name: &str,
    but: Option<&str>,
    place: &str,
) -> Result<(), Fault> {
    if name.starts_with("ibm-") {
        let message = "names that begin with ibm- are the provider's";
        return Err(Fault::field("validation_invalid_name", place, message));
    }
    let siblings = world.ips.iter().filter(|ip| ip.subnet == subnet && Some(ip.id.as_str()) != but);
    unique(siblings.map(|ip| ip.name.as_str()), name, place)
}

fn check_address(world: &World, subnet: &str, text: &str, place: &str) -> Result<Ipv4Addr, Fault> {
    let address: Ipv4Addr = text.parse().map_err(|_| {
        let message = format!("{text} is not an IPv4 address");
        Fault::field("validation_invalid_ipv4_address", place, message)
    })?;
    let subnet = world.subnet(subnet);
    if !subnet.cidr.contains(&address) {
        let message = format!("{address} is not in {} {}", subnet.name, subnet.cidr);
        return Err(Fault::field("bad_field", place, message));
    }
    match world.ips.iter().find(|ip| ip.subnet == subnet.id && ip.address == address) {
        None => Ok(address),
        Some(ip) if ip.owner == Owner::Provider => {
            let message = format!("{address} is held by the provider ({})", ip.name);
            Err(Fault::field("reserved_ip_owned_by_provider", place, message))
        }
        Some(ip) => {
            let message = format!("{address} is already reserved by {}", ip.name);
            Err(Fault::field("address_is_already_reserved", place, message))
        }
    }
}

fn next_free(world: &World, subnet: &str) -> Result<Ipv4Addr, Fault> {
    let subnet = world.subnet(subnet);
    let taken =
        |address: &Ipv4Addr| world.ips.iter().any(|ip| ip.subnet == subnet.id && ip.address == *address);
    subnet
        .cidr
        .hosts()
        .find(|address| !taken(address))
        .ok_or_else(|| Fault::new("subnet_out_of_ip_addresses", "no address is free"))
}
