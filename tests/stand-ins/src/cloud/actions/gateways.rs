//! Endpoint gateways and the addresses bound to them.

use serde_json::Value;

use super::addresses::{fits_gateway, prepare, shown};
use super::{Call, name_or_random, passes, resource_group, staying, unique, unlocked};
use crate::cloud::fault::Fault;
use crate::cloud::sharing;
use crate::cloud::table::table;
use crate::cloud::target;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{Gateway, Ip, Owner, Vpc, World};

pub(super) fn list(world: &mut World, call: &Call) -> Vec<Value> {
    let one_of = |key: &str, value: &Value| {
        call.asked(key).is_none_or(|asked| asked.split(',').any(|word| value == word))
    };
    let found: Vec<Value> = world
        .gateways
        .iter()
        .rev()
        .filter(|gateway| passes(world, call, &gateway.vpc, &gateway.resource_group))
        .filter(|gateway| call.asked("name").is_none_or(|name| name == gateway.name))
        .map(|gateway| views::gateway(world, gateway))
        .filter(|view| one_of("lifecycle_state", &view["lifecycle_state"]))
        .filter(|view| one_of("dns_resolution_binding_mode", &view["dns_resolution_binding_mode"]))
        .collect();
    for view in &found {
        seen(world, view["id"].as_str().unwrap_or_default());
    }
    found
}

pub(super) fn get(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?;
    let view = views::gateway(world, gateway);
    seen(world, &call.ids[0]);
    Ok(view)
}

/// Counts one read of a gateway and of the addresses it shows.
fn seen(world: &mut World, gateway: &str) {
    let waits = |one: &Gateway| one.id == gateway && (one.waits > 0 || one.leaving.is_some());
    if let Some(index) = world.gateways.iter().position(waits) {
        let one = &mut world.gateways[index];
        one.waits = one.waits.saturating_sub(1);
        one.leaving = one.leaving.map(|left| left.saturating_sub(1));
    }
    shown(world, |ip| matches!(&ip.owner, Owner::Gateway(id) if id == gateway));
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.identify(&call.region, &world.vpcs, &call.body["vpc"], "vpc")?.clone();
    let wanted = &call.body["target"];
    let name = name_or_random(world, &call.body);
    let siblings: Vec<&Gateway> = world.gateways.iter().filter(|one| one.vpc == vpc.id).collect();
    unique(siblings.iter().map(|one| one.name.as_str()), &name, "name")?;
    target::check(world, &call.region, wanted)?;
    let names = target::endpoints(wanted);
    if let Some(other) = siblings.iter().find(|one| target::overlap(&target::endpoints(&one.target), &names))
    {
        let message = format!("endpoint gateway already exists for this service: {}", other.name);
        return Err(Fault::field("bad_field", "target", message));
    }
    let mode = call.text("dns_resolution_binding_mode").unwrap_or("primary");
    sharing::mode_fits(world, &vpc, wanted, mode, None)?;
    let groups = groups(world, call, &vpc)?;
    unlocked(world, &vpc.id)?;
    let resource_group = resource_group(world, &call.body)?;
    let id = world.new_id("r006");
    ips(world, call, &id, &vpc)?;
    let mut gateway = Gateway {
        id,
        vpc: vpc.id,
        name,
        target: wanted.clone(),
        mode: mode.to_owned(),
        resource_group,
        groups,
        created: true,
        waits: world.settings.pending_reads,
        leaving: None,
        end: None,
    };
    if let Some(fate) = world.fates.get(&gateway.name) {
        gateway.meet(*fate);
    }
    world.gateways.push(gateway.clone());
    Ok(views::gateway(world, &gateway))
}

fn groups(world: &World, call: &Call, vpc: &Vpc) -> Result<Vec<String>, Fault> {
    let Some(list) = call.body.get("security_groups").and_then(Value::as_array) else {
        let default = world.groups.iter().find(|group| group.vpc == vpc.id && group.is_default);
        return Ok(default.map(|group| group.id.clone()).into_iter().collect());
    };
    // Whether an empty list is taken is not documented, so nothing may rely on it (API facts §1).
    if list.is_empty() {
        let message = "an empty list of security groups";
        return Err(Fault::field("bad_field", "security_groups", message));
    }
    if list.len() > table().limits.security_groups_per_target {
        let message = "a gateway has at most 5 security groups";
        return Err(Fault::field("security_group_sgs_per_interface_exceeded", "security_groups", message));
    }
    let mut ids: Vec<String> = Vec::new();
    for (index, identity) in list.iter().enumerate() {
        let place = format!("security_groups[{index}]");
        let group = world.identify(&call.region, &world.groups, identity, &place)?;
        if group.vpc != vpc.id {
            let message = format!("the group {} is in another VPC", group.name);
            return Err(Fault::field("security_group_not_in_vpc", &place, message));
        }
        if ids.contains(&group.id) {
            let message = format!("the group {} is named twice", group.name);
            return Err(Fault::field("duplicate_error", &place, message));
        }
        ids.push(group.id.clone());
    }
    Ok(ids)
}

/// Makes and binds the addresses of a create call.
fn ips(world: &mut World, call: &Call, gateway: &str, vpc: &Vpc) -> Result<(), Fault> {
    let list = call.body.get("ips").and_then(Value::as_array);
    let list: Vec<Value> = list.into_iter().flatten().cloned().collect();
    for (index, item) in list.iter().enumerate() {
        let place = format!("ips[{index}]");
        if let Some(identity) = item.get("subnet") {
            let subnet = format!("{place}.subnet");
            let id = world.identify(&call.region, &world.subnets, identity, &subnet)?.id.clone();
            fits_gateway(world, gateway, &vpc.id, &id, &subnet)?;
            let owner = Owner::Gateway(gateway.to_owned());
            let ip = prepare(world, &id, item, owner, &format!("{place}."))?;
            world.ips.push(ip);
        } else {
            let ip = world
                .identify(&call.region, &world.ips, item, &place)
                .map_err(|fault| Fault {
                    message: format!("Reserved IP not found: {}", fault.message),
                    ..fault
                })?
                .clone();
            free_to_bind(&ip, &place)?;
            fits_gateway(world, gateway, &vpc.id, &ip.subnet, &place)?;
            for one in world.ips.iter_mut().filter(|one| one.id == ip.id) {
                one.owner = Owner::Gateway(gateway.to_owned());
            }
        }
    }
    Ok(())
}

fn free_to_bind(ip: &Ip, place: &str) -> Result<(), Fault> {
    match ip.owner {
        Owner::Nobody => Ok(()),
        Owner::Provider => Err(Fault::field(
            "reserved_ip_owned_by_provider",
            place,
            "the provider's addresses cannot be bound",
        )),
        Owner::Gateway(_) | Owner::Other(_) => Err(Fault::field(
            "reserved_ip_in_use",
            place,
            format!("the reserved IP {} is bound already", ip.name),
        )),
    }
}

pub(super) fn list_ips(world: &mut World, call: &Call) -> Result<Vec<Value>, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?.id.clone();
    let found = world.ips_of(&gateway).map(|ip| views::reserved_ip(world, ip)).collect();
    shown(world, |ip| ip.owner == Owner::Gateway(gateway.clone()));
    Ok(found)
}

pub(super) fn get_ip(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?;
    let ip = world
        .ips_of(&gateway.id)
        .find(|ip| ip.id == call.ids[1])
        .ok_or_else(|| Fault::missing(Ip::KIND, &call.ids[1]))?;
    let (view, id) = (views::reserved_ip(world, ip), ip.id.clone());
    shown(world, |ip| ip.id == id);
    Ok(view)
}

pub(super) fn bind(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?.clone();
    staying(&gateway)?;
    let ip = world.by_id(&call.region, &world.ips, &call.ids[1])?.clone();
    free_to_bind(&ip, "id")?;
    fits_gateway(world, &gateway.id, &gateway.vpc, &ip.subnet, "id")?;
    let bound = world.ips.iter_mut().find(|one| one.id == ip.id).expect("the address was found above");
    bound.owner = Owner::Gateway(gateway.id);
    let bound = bound.clone();
    Ok(views::reserved_ip(world, &bound))
}
