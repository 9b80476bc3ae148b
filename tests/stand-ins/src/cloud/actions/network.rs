//! VPCs, address prefixes and subnets.

use ipnet::Ipv4Net;
use serde_json::Value;

use super::{Call, name_or_random, passes, resource_group, unique};
use crate::cloud::fault::Fault;
use crate::cloud::newborn::{add_default_acl, add_default_group, add_default_prefixes, add_provider_ips};
use crate::cloud::table::table;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{Prefix, Subnet, Vpc, World};

pub(super) fn list_vpcs(world: &World, call: &Call) -> Vec<Value> {
    world
        .vpcs
        .iter()
        .filter(|vpc| passes(world, call, &vpc.id, &vpc.resource_group))
        .filter(|_| call.asked("classic_access") != Some("true"))
        .map(|vpc| views::vpc(world, vpc))
        .collect()
}

pub(super) fn get_vpc(world: &World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    Ok(views::vpc(world, vpc))
}

pub(super) fn create_vpc(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let name = name_or_random(world, &call.body);
    let here = world.vpcs.iter().filter(|vpc| vpc.seen(world, &call.region));
    unique(here.map(|vpc| vpc.name.as_str()), &name, "name")?;
    let resource_group = resource_group(world, &call.body)?;
    let resolver = super::dns::of_a_new_vpc(call)?;
    let default_prefixes = call.text("address_prefix_management") != Some("manual");
    let id = world.new_id("r006");
    let account = world.account.clone();
    world.vpcs.push(Vpc {
        account,
        id: id.clone(),
        name,
        region: call.region.clone(),
        resource_group,
        enable_hub: call.body.pointer("/dns/enable_hub") == Some(&Value::Bool(true)),
        resolver,
        custom_resolver: false,
        default_prefixes,
        created: true,
    });
    add_default_group(world, &id);
    add_default_acl(world, &id);
    if default_prefixes && let Some(region) = table().region(&call.region) {
        add_default_prefixes(world, &id, &region.name, &region.prefixes);
    }
    Ok(views::vpc(world, world.vpc(&id)))
}

pub(super) fn list_prefixes(world: &World, call: &Call) -> Result<Vec<Value>, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    Ok(world
        .prefixes
        .iter()
        .filter(|prefix| prefix.vpc == vpc.id)
        .map(|prefix| views::prefix(world, prefix))
        .collect())
}

pub(super) fn own_prefix<'a>(world: &'a World, call: &Call) -> Result<&'a Prefix, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    world
        .prefixes
        .iter()
        .find(|prefix| prefix.vpc == vpc.id && prefix.id == call.ids[1])
        .ok_or_else(|| Fault::missing(Prefix::KIND, &call.ids[1]))
}

pub(super) fn get_prefix(world: &World, call: &Call) -> Result<Value, Fault> {
    own_prefix(world, call).map(|prefix| views::prefix(world, prefix))
}

pub(super) fn create_prefix(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?.id.clone();
    let cidr = range(call, "cidr")?;
    let zone = zone(world, call)?.ok_or_else(|| Fault::field("invalid_zone", "zone", "no zone"))?;
    let name = name_or_random(world, &call.body);
    let siblings: Vec<&Prefix> = world.prefixes.iter().filter(|one| one.vpc == vpc).collect();
    unique(siblings.iter().map(|one| one.name.as_str()), &name, "name")?;
    if let Some(other) = siblings.iter().find(|one| meet(&one.cidr, &cidr)) {
        let message = format!("{cidr} overlaps the prefix {} {}", other.name, other.cidr);
        return Err(Fault::field("address_prefix_conflict", "cidr", message));
    }
    if let Some(held) = table().provider_ranges.iter().find(|one| meet(one, &cidr)) {
        let message = format!("{cidr} overlaps {held}, which the provider uses");
        return Err(Fault::field("network_conflict", "cidr", message));
    }
    if siblings.len() >= table().limits.address_prefixes {
        return Err(Fault::new("over_quota", "a VPC has at most 25 address prefixes"));
    }
    let is_default = call.flag("is_default") == Some(true);
    if is_default && siblings.iter().any(|one| one.is_default && one.zone == zone) {
        let message = format!("{zone} already has a default address prefix");
        return Err(Fault::field("bad_field", "is_default", message));
    }
    let id = world.new_id("r006");
    let prefix = Prefix { id, vpc, name, zone, cidr, is_default, created: true };
    let view = views::prefix(world, &prefix);
    world.prefixes.push(prefix);
    Ok(view)
}

pub(super) fn list_subnets(world: &World, call: &Call) -> Vec<Value> {
    world
        .subnets
        .iter()
        .filter(|subnet| passes(world, call, &subnet.vpc, &subnet.resource_group))
        .filter(|subnet| call.asked("zone.name").is_none_or(|zone| zone == subnet.zone))
        .map(|subnet| views::subnet(world, subnet))
        .collect()
}

pub(super) fn get_subnet(world: &World, call: &Call) -> Result<Value, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?;
    Ok(views::subnet(world, subnet))
}

pub(super) fn create_subnet(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let region = &call.region;
    let vpc = world.identify(region, &world.vpcs, &call.body["vpc"], "vpc")?.id.clone();
    if call.body.get("ipv4_cidr_block").is_none() {
        let message = "the stand-in makes subnets by their range only";
        return Err(Fault::field("bad_field", "total_ipv4_address_count", message));
    }
    let cidr = range(call, "ipv4_cidr_block")?;
    let asked_zone = zone(world, call)?;
    let name = name_or_random(world, &call.body);
    let siblings: Vec<&Subnet> = world.subnets.iter().filter(|one| one.vpc == vpc).collect();
    unique(siblings.iter().map(|one| one.name.as_str()), &name, "name")?;
    if siblings.len() >= table().limits.subnets {
        return Err(Fault::new("over_quota", "a VPC has at most 100 subnets"));
    }
    if let Some(other) = siblings.iter().find(|one| meet(&one.cidr, &cidr)) {
        let message = format!("{cidr} overlaps the subnet {} {}", other.name, other.cidr);
        return Err(Fault::field("subnet_conflict", "ipv4_cidr_block", message));
    }
    let prefix =
        world.prefixes.iter().find(|prefix| prefix.vpc == vpc && prefix.cidr.contains(&cidr)).ok_or_else(
            || {
                let message = format!("{cidr} lies in no address prefix of the VPC");
                Fault::field("not_in_address_prefix", "ipv4_cidr_block", message)
            },
        )?;
    if let Some(asked) = asked_zone
        && asked != prefix.zone
    {
        let message = format!("{cidr} lies in a prefix of {}, not of {asked}", prefix.zone);
        return Err(Fault::field("zone_inconsistency", "zone", message));
    }
    let zone = prefix.zone.clone();
    let resource_group = resource_group(world, &call.body)?;
    let id = world.new_id("0717");
    let acl = super::acls::for_subnet(world, call, &vpc, "network_acl")?;
    world.subnets.push(Subnet { id: id.clone(), vpc, name, zone, cidr, resource_group, acl, created: true });
    add_provider_ips(world, &id, cidr);
    Ok(views::subnet(world, world.subnet(&id)))
}

/// A range of the body, from /9 to /29 and without host bits (API facts §6.2).
fn range(call: &Call, key: &str) -> Result<Ipv4Net, Fault> {
    let text = call.text(key).unwrap_or_default();
    let fault = |why: &str| Fault::field("validation_invalid_ipv4_cidr", key, format!("{text} {why}"));
    let net: Ipv4Net = text.parse().map_err(|_| fault("is not an IPv4 range"))?;
    if net.addr() != net.network() {
        return Err(fault("has host bits"));
    }
    if !(9..=29).contains(&net.prefix_len()) {
        return Err(fault("is not from /9 to /29"));
    }
    Ok(net)
}

/// The zone that a body names by name or href; it must be one of the region.
fn zone(world: &World, call: &Call) -> Result<Option<String>, Fault> {
    let Some(identity) = call.body.get("zone") else {
        return Ok(None);
    };
    let found = (1..=3).map(|number| format!("{}-{number}", call.region)).find(|name| {
        let href = world.url(&call.region, &format!("/regions/{}/zones/{name}", call.region));
        identity["name"] == name.as_str() || identity["href"] == href.as_str()
    });
    match found {
        Some(name) => Ok(Some(name)),
        None => {
            let message = format!("{identity} is no zone of {}", call.region);
            Err(Fault::field("invalid_zone", "zone", message))
        }
    }
}

fn meet(one: &Ipv4Net, other: &Ipv4Net) -> bool {
    one.contains(other) || other.contains(one)
}
