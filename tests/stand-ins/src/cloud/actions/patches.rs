//! Merge patches: the few keys of each thing that can change (API facts §3.2, §3.3; ibm-vpc 0.36.0).

use serde_json::Value;

use super::groups::{own_rule, rule_body};
use super::{Call, staying, unique};
use crate::cloud::fault::Fault;
use crate::cloud::sharing;
use crate::cloud::table::table;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{Owner, World};

pub(super) fn vpc(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?.clone();
    let siblings = world.vpcs.iter().filter(|one| one.seen(world, &call.region));
    renamed(call, &vpc.id, siblings)?;
    let mut changed = super::dns::patched(world, call, vpc)?;
    set_name(&mut changed.name, call);
    let id = changed.id.clone();
    *found(&mut world.vpcs, &id) = changed;
    Ok(views::vpc(world, world.vpc(&id)))
}

pub(super) fn prefix(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let prefix = super::network::own_prefix(world, call)?.clone();
    let siblings = || world.prefixes.iter().filter(|one| one.vpc == prefix.vpc && one.id != prefix.id);
    renamed(call, &prefix.id, siblings())?;
    let is_default = call.flag("is_default").unwrap_or(prefix.is_default);
    if is_default && siblings().any(|one| one.is_default && one.zone == prefix.zone) {
        let message = format!("{} already has a default address prefix", prefix.zone);
        return Err(Fault::field("bad_field", "is_default", message));
    }
    let one = found(&mut world.prefixes, &prefix.id);
    set_name(&mut one.name, call);
    one.is_default = is_default;
    let changed = one.clone();
    Ok(views::prefix(world, &changed))
}

pub(super) fn subnet(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?.clone();
    let siblings = world.subnets.iter().filter(|one| one.vpc == subnet.vpc);
    renamed(call, &subnet.id, siblings)?;
    let acl = match call.body.get("network_acl") {
        Some(_) => super::acls::for_subnet(world, call, &subnet.vpc, "network_acl")?,
        None => subnet.acl.clone(),
    };
    let one = found(&mut world.subnets, &subnet.id);
    set_name(&mut one.name, call);
    one.acl = acl;
    Ok(views::subnet(world, world.subnet(&subnet.id)))
}

pub(super) fn reserved_ip(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let ip = super::addresses::own(world, call)?.clone();
    if ip.owner == Owner::Provider {
        let message = "the provider's addresses cannot be changed";
        return Err(Fault::new("reserved_ip_owned_by_provider", message));
    }
    if let Some(name) = call.text("name") {
        super::addresses::check_name(world, &ip.subnet, name, Some(&ip.id), "name")?;
    }
    if call.flag("auto_delete") == Some(true) && ip.owner == Owner::Nobody {
        return Err(super::addresses::unbound_auto_delete("auto_delete"));
    }
    let one = found(&mut world.ips, &ip.id);
    set_name(&mut one.name, call);
    if let Some(flag) = call.flag("auto_delete") {
        one.auto_delete = flag;
    }
    let changed = one.clone();
    Ok(views::reserved_ip(world, &changed))
}

pub(super) fn group(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?.clone();
    renamed(call, &group.id, world.groups.iter().filter(|one| one.vpc == group.vpc))?;
    let one = found(&mut world.groups, &group.id);
    set_name(&mut one.name, call);
    Ok(views::group(world, world.group(&group.id)))
}

/// Changes a rule within its protocol; `null` takes a key away (ibm-vpc 0.36.0 L94971, L19292).
pub(super) fn rule(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let rule = own_rule(world, call)?.clone();
    let group = world.group(&rule.group).clone();
    if let Some(name) = call.text("name") {
        let others = world.rules.iter().filter(|one| one.group == group.id && one.id != rule.id);
        unique(others.filter_map(|one| one.body["name"].as_str()), name, "name")?;
    }
    let mut body = rule.body.clone();
    let (Some(keys), Some(patch)) = (body.as_object_mut(), call.body.as_object()) else {
        return Err(Fault::new("validation_failure", "a patch is an object"));
    };
    for (key, value) in patch {
        match value {
            Value::Null => keys.remove(key),
            value => keys.insert(key.clone(), value.clone()),
        };
    }
    let shape = table().shapes.get("Rule").expect("the table has the shape of a rule");
    shape.check(&body, "")?;
    let body = rule_body(world, &call.region, &group.vpc, &body, "")?;
    let one = world.rules.iter_mut().find(|one| one.id == rule.id).expect("the rule was found above");
    one.body = body;
    let changed = one.clone();
    Ok(views::rule(world, &changed))
}

pub(super) fn gateway(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?.clone();
    staying(&gateway)?;
    renamed(call, &gateway.id, world.gateways.iter().filter(|one| one.vpc == gateway.vpc))?;
    if let Some(mode) = call.text("dns_resolution_binding_mode") {
        let vpc = world.vpc(&gateway.vpc);
        sharing::mode_fits(world, vpc, &gateway.target, mode, Some(&gateway.id))?;
    }
    let one = found(&mut world.gateways, &gateway.id);
    set_name(&mut one.name, call);
    if let Some(mode) = call.text("dns_resolution_binding_mode") {
        mode.clone_into(&mut one.mode);
    }
    let changed = one.clone();
    Ok(views::gateway(world, &changed))
}

/// Refuses a new name that another of the same scope has.
fn renamed<'a, T: Thing + 'a>(
    call: &Call,
    id: &str,
    scope: impl Iterator<Item = &'a T>,
) -> Result<(), Fault> {
    let Some(name) = call.text("name") else {
        return Ok(());
    };
    unique(scope.filter(|one| one.id() != id).map(Thing::name), name, "name")
}

fn set_name(name: &mut String, call: &Call) {
    if let Some(new) = call.text("name") {
        new.clone_into(name);
    }
}

fn found<'a, T: Thing>(things: &'a mut [T], id: &str) -> &'a mut T {
    things.iter_mut().find(|one| one.id() == id).expect("it was found by this id before")
}
