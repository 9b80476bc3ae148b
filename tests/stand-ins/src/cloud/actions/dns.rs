//! A VPC's DNS: whether it is a hub, who resolves its names, to which hub it is bound
//! (API facts §3.5; ibm-vpc 0.36.0 L26141, L105666, L106403).

use serde_json::Value;

use super::{Call, name_or_random, unique};
use crate::cloud::fault::Fault;
use crate::cloud::policies::vpc_may_bind;
use crate::cloud::sharing;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{DnsBinding, Resolver, Vpc, World};

fn fault<T>(place: &str, message: &str) -> Result<T, Fault> {
    Err(Fault::field("bad_field", &format!("dns.{place}"), message))
}

/// The resolver that the body of a new VPC asks for.
pub(super) fn of_a_new_vpc(call: &Call) -> Result<Resolver, Fault> {
    match call.body.pointer("/dns/resolver/manual_servers") {
        None => Ok(Resolver::System),
        Some(servers) => manual(call, servers),
    }
}

fn manual(call: &Call, servers: &Value) -> Result<Resolver, Fault> {
    let servers = servers.as_array().cloned().unwrap_or_default();
    let zones: Vec<&str> =
        servers.iter().filter_map(|one| one.pointer("/zone_affinity/name")?.as_str()).collect();
    if servers.is_empty() {
        return fault("resolver.manual_servers", "there is no server");
    }
    if !zones.is_empty() {
        let wanted = (1..=3).map(|number| format!("{}-{number}", call.region));
        let each = wanted.clone().all(|zone| zones.iter().filter(|one| **one == zone).count() == 1);
        if zones.len() != servers.len() || servers.len() != 3 || !each {
            return fault("resolver.manual_servers", "with zone_affinity there is one server for each zone");
        }
    }
    Ok(Resolver::Manual(servers))
}

/// The VPC as the body of a patch wants it.
pub(super) fn patched(world: &World, call: &Call, mut vpc: Vpc) -> Result<Vpc, Fault> {
    let Some(dns) = call.body.get("dns") else {
        return Ok(vpc);
    };
    if let Some(hub) = dns["enable_hub"].as_bool().filter(|hub| *hub != vpc.enable_hub) {
        if views::dns_binding_count(world, &vpc) > 0 {
            return fault("enable_hub", "the VPC has DNS resolution bindings");
        }
        let other = world.gateways.iter().find(|one| one.vpc == vpc.id && one.mode != "primary");
        if let Some(other) = other.filter(|_| hub) {
            return fault("enable_hub", &format!("the endpoint gateway {} is not primary", other.name));
        }
        vpc.enable_hub = hub;
    }
    let Some(resolver) = dns.get("resolver") else {
        return Ok(vpc);
    };
    let now = vpc.resolver.kind();
    let wanted = resolver["type"].as_str().unwrap_or(now);
    let (servers, hub) = (resolver.get("manual_servers"), resolver.get("vpc"));
    let given = |value: Option<&Value>| value.is_some_and(|value| !value.is_null());
    if given(servers) != (wanted == "manual") && (given(servers) || now != "manual") {
        return fault("resolver.manual_servers", "they are given with the type manual, and only with it");
    }
    if now == "manual" && wanted != "manual" && servers != Some(&Value::Null) {
        return fault("resolver.manual_servers", "they are taken away by null");
    }
    if now == "delegated" && wanted != "delegated" && hub != Some(&Value::Null) {
        return fault("resolver.vpc", "it is taken away by null");
    }
    if given(hub) != (wanted == "delegated") && (given(hub) || now != "delegated") {
        return fault("resolver.vpc", "it is given with the type delegated, and only with it");
    }
    match (wanted, servers, hub) {
        ("manual", Some(servers), _) if !servers.is_null() => vpc.resolver = manual(call, servers)?,
        ("delegated", _, Some(hub)) if !hub.is_null() => {
            if vpc.enable_hub {
                return fault("resolver.type", "a hub resolves its own names");
            }
            let found = anywhere(world, &call.region, hub, "dns.resolver.vpc")?;
            if sharing::hub_of(world, &vpc.id) != Some(found.id.as_str()) {
                return fault("resolver.vpc", "the VPC has no DNS resolution binding to it");
            }
            if !found.custom_resolver {
                return fault("resolver.vpc", "that VPC has no custom resolver of DNS Services");
            }
            vpc.resolver = Resolver::Delegated(found.id.clone());
        }
        ("system", _, _) => vpc.resolver = Resolver::System,
        _ => {}
    }
    Ok(vpc)
}

/// The VPC of the region that an identity names, in whatever account it is when it names it by CRN.
fn anywhere<'a>(world: &'a World, region: &str, identity: &Value, place: &str) -> Result<&'a Vpc, Fault> {
    let crn = identity["crn"].as_str();
    let found = world.vpcs.iter().find(|one| one.region == region && crn == Some(&one.crn(world)));
    found.map_or_else(|| world.identify(region, &world.vpcs, identity, place), Ok)
}

pub(super) fn list(world: &mut World, call: &Call) -> Result<Vec<Value>, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?.id.clone();
    let agrees = |view: &Value, key: &str, pointer: &str| {
        call.asked(key).is_none_or(|asked| view.pointer(pointer).and_then(Value::as_str) == Some(asked))
    };
    let found = world
        .dns_bindings
        .iter()
        .filter(|one| one.vpc == vpc || one.hub == vpc)
        .map(|one| views::dns_binding(world, one, &vpc))
        .filter(|view| agrees(view, "name", "/name") && agrees(view, "vpc.name", "/vpc/name"))
        .filter(|view| agrees(view, "vpc.crn", "/vpc/crn"))
        .filter(|view| agrees(view, "account_id", "/vpc/remote/account/id"))
        .collect();
    seen(world, |one| one.vpc == vpc || one.hub == vpc);
    Ok(found)
}

fn seen(world: &mut World, which: impl Fn(&DnsBinding) -> bool) {
    for one in world.dns_bindings.iter_mut().filter(|one| which(one)) {
        one.waits = one.waits.saturating_sub(1);
    }
}

fn own(world: &World, call: &Call) -> Result<DnsBinding, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    let found = world.dns_bindings.iter().find(|one| one.vpc == vpc.id && one.id == call.ids[1]);
    found.cloned().ok_or_else(|| Fault::missing("DNS resolution binding", &call.ids[1]))
}

pub(super) fn get(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let binding = own(world, call)?;
    seen(world, |one| one.id == binding.id);
    Ok(views::dns_binding(world, &binding, &binding.vpc))
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?.clone();
    let hub = anywhere(world, &call.region, &call.body["vpc"], "vpc")?.clone();
    let fault = |message: &str| Err(Fault::field("bad_field", "vpc", message));
    if vpc.id == hub.id {
        return fault("a VPC cannot be bound to itself");
    }
    if vpc.enable_hub || sharing::hub_of(world, &vpc.id).is_some() {
        return fault("the VPC is a hub or has a DNS resolution binding already");
    }
    if !hub.enable_hub {
        return fault("the other VPC is not a hub");
    }
    if hub.account != vpc.account && !vpc_may_bind(world, &hub.account, &hub.id, &vpc.id) {
        let message = "no policy of the hub's account allows this";
        return Err(Fault::field("not_authorized", "vpc", message).with_status(403));
    }
    sharing::may_join(world, &vpc.id, &hub.id)?;
    let name = name_or_random(world, &call.body);
    let siblings = world.dns_bindings.iter().filter(|one| one.vpc == vpc.id || one.hub == hub.id);
    unique(siblings.map(|one| one.name.as_str()), &name, "name")?;
    let id = world.new_id("r006");
    let waits = world.settings.pending_reads;
    let binding = DnsBinding { id, vpc: vpc.id, hub: hub.id, name, waits };
    world.dns_bindings.push(binding.clone());
    Ok(views::dns_binding(world, &binding, &binding.vpc))
}

pub(super) fn patch(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let binding = own(world, call)?;
    if let Some(name) = call.text("name") {
        let siblings = world.dns_bindings.iter().filter(|one| one.hub == binding.hub && one.id != binding.id);
        unique(siblings.map(|one| one.name.as_str()), name, "name")?;
        for one in world.dns_bindings.iter_mut().filter(|one| one.id == binding.id) {
            name.clone_into(&mut one.name);
        }
    }
    get(world, call)
}

pub(super) fn delete(world: &mut World, call: &Call) -> Result<(), Fault> {
    let binding = own(world, call)?;
    if let Resolver::Delegated(_) = world.vpc(&binding.vpc).resolver {
        let message = "the VPC's resolver is delegated to the hub";
        return Err(Fault::conflict("conflict", message));
    }
    world.dns_bindings.retain(|one| one.id != binding.id);
    Ok(())
}
