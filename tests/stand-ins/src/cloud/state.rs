//! What was created or changed, told with names instead of ids.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::losses;
use super::policies::Policy;
use super::things::Thing;
use super::world::{AclRule, Gateway, Ip, Owner, Resolver, Rule, Tags, Vpc, World};

/// The canonical description; its form is shown in the crate's documentation.
pub(crate) fn state(world: &World) -> Value {
    let mut vpcs: Vec<&Vpc> = world.vpcs.iter().collect();
    vpcs.sort_by_key(|vpc| (&vpc.region, &vpc.name));
    let told: Vec<Value> = vpcs.into_iter().filter_map(|vpc| tell_vpc(world, vpc)).collect();
    let mut state = json!({ "vpcs": told });
    let was =
        |policy: &&Policy| world.seed.iter().any(|seed| seed.policies.iter().any(|p| p.id == policy.id));
    let mut told: Vec<Value> = world.policies.iter().filter(|p| !was(p)).map(Policy::told).collect();
    if !told.is_empty() {
        told.sort_by_key(Value::to_string);
        state["policies"] = Value::Array(told);
    }
    if let Some(seed) = &world.seed {
        for (key, list) in
            [("removed", losses::removed(seed, world)), ("changed", losses::changed(seed, world))]
        {
            if !list.is_empty() {
                state[key] = json!(list);
            }
        }
    }
    state
}

fn tell_vpc(world: &World, vpc: &Vpc) -> Option<Value> {
    let mut told = Map::new();
    told.insert("name".to_owned(), json!(vpc.name));
    told.insert("region".to_owned(), json!(vpc.region));
    if vpc.account != world.accounts[0].id {
        told.insert("account".to_owned(), json!(vpc.account));
    }
    told.insert("origin".to_owned(), origin(vpc.created));
    let own = told.len();
    if vpc.created {
        let group = &world.resource_group(&vpc.resource_group).name;
        told.insert("resource_group".to_owned(), json!(group));
        told.insert("default_address_prefixes".to_owned(), json!(vpc.default_prefixes));
    }
    put_dns(world, &mut told, vpc);
    put_tags(world, &mut told, &vpc.crn(world));
    put(&mut told, "address_prefixes", prefixes(world, vpc));
    put(&mut told, "subnets", subnets(world, vpc));
    put(&mut told, "security_groups", groups(world, vpc));
    put(&mut told, "network_acls", acls(world, vpc));
    put(&mut told, "endpoint_gateways", gateways(world, vpc));
    put(&mut told, "reserved_ips", unbound(world, vpc));
    (vpc.created || told.len() > own).then_some(Value::Object(told))
}

fn put(told: &mut Map<String, Value>, key: &str, mut list: Vec<Value>) {
    if !list.is_empty() {
        list.sort_by_key(|value| (value["name"].to_string(), value.to_string()));
        told.insert(key.to_owned(), Value::Array(list));
    }
}

fn put_tags(world: &World, told: &mut Map<String, Value>, crn: &str) {
    let none = Tags::default();
    let before = world.seed.as_ref().and_then(|seed| seed.tags.get(crn)).unwrap_or(&none);
    let now = world.tags.get(crn).unwrap_or(&none);
    let user: Vec<&String> = now.user.difference(&before.user).collect();
    let access: Vec<&String> = now.access.difference(&before.access).collect();
    if !(user.is_empty() && access.is_empty()) {
        told.insert("tags".to_owned(), json!({ "user": user, "access": access }));
    }
}

/// What is not as it is by itself in a new VPC, or not as the seed had it.
fn put_dns(world: &World, told: &mut Map<String, Value>, vpc: &Vpc) {
    let seed = world.seed.as_ref();
    let before = seed.and_then(|seed| seed.vpcs.iter().find(|one| one.id == vpc.id));
    if before.map_or(vpc.enable_hub, |old| old.enable_hub != vpc.enable_hub) {
        told.insert("enable_hub".to_owned(), json!(vpc.enable_hub));
    }
    if before.map_or(Resolver::System != vpc.resolver, |old| old.resolver != vpc.resolver) {
        let mut resolver = json!({ "type": vpc.resolver.kind() });
        match &vpc.resolver {
            Resolver::System => {}
            Resolver::Manual(servers) => resolver["manual_servers"] = json!(servers),
            Resolver::Delegated(hub) => resolver["vpc"] = json!(world.vpc(hub).name),
        }
        told.insert("resolver".to_owned(), resolver);
    }
    let known = |id: &str| seed.is_some_and(|seed| seed.dns_bindings.iter().any(|one| one.id == id));
    let bindings = world.dns_bindings.iter().filter(|one| one.vpc == vpc.id && !known(&one.id));
    let bindings = bindings.map(|one| json!({ "name": one.name, "vpc": world.vpc(&one.hub).name }));
    put(told, "dns_resolution_bindings", bindings.collect());
}

fn origin(created: bool) -> Value {
    json!(if created { "new" } else { "existing" })
}

fn prefixes(world: &World, vpc: &Vpc) -> Vec<Value> {
    world
        .prefixes
        .iter()
        .filter(|prefix| prefix.vpc == vpc.id && prefix.created)
        .map(|prefix| {
            json!({ "name": prefix.name, "zone": prefix.zone, "cidr": prefix.cidr,
                "is_default": prefix.is_default })
        })
        .collect()
}

fn subnets(world: &World, vpc: &Vpc) -> Vec<Value> {
    world
        .subnets
        .iter()
        .filter(|subnet| subnet.vpc == vpc.id && subnet.created)
        .map(|subnet| {
            let mut told = Map::new();
            told.insert("name".to_owned(), json!(subnet.name));
            told.insert("zone".to_owned(), json!(subnet.zone));
            told.insert("cidr".to_owned(), json!(subnet.cidr));
            let group = &world.resource_group(&subnet.resource_group).name;
            told.insert("resource_group".to_owned(), json!(group));
            let acl = world.acl(&subnet.acl);
            if !acl.is_default {
                told.insert("network_acl".to_owned(), json!(acl.name));
            }
            put_tags(world, &mut told, &subnet.crn(world));
            Value::Object(told)
        })
        .collect()
}

/// New ACLs with their rules in order; of an existing one the new rules, each with the name of the one
/// that it stands before.
fn acls(world: &World, vpc: &Vpc) -> Vec<Value> {
    let mut all = Vec::new();
    for acl in world.acls.iter().filter(|acl| acl.vpc == vpc.id) {
        let own: Vec<&AclRule> = world.acl_rules.iter().filter(|rule| rule.acl == acl.id).collect();
        let mut rules = Vec::new();
        for (index, rule) in own.iter().enumerate().filter(|(_, rule)| rule.created) {
            let mut told = rule.body.clone();
            told.as_object_mut().and_then(|keys| keys.remove("ip_version"));
            if let Some(next) = own.get(index + 1).filter(|_| !acl.created) {
                told["before"] = next.body["name"].clone();
            }
            rules.push(told);
        }
        let mut told = Map::new();
        told.insert("name".to_owned(), json!(if acl.is_default { "default of the VPC" } else { &acl.name }));
        told.insert("origin".to_owned(), origin(acl.created));
        let own = told.len();
        if acl.created {
            let group = &world.resource_group(&acl.resource_group).name;
            told.insert("resource_group".to_owned(), json!(group));
        }
        if !rules.is_empty() {
            told.insert("rules".to_owned(), Value::Array(rules));
        }
        put_tags(world, &mut told, &acl.crn(world));
        if acl.created || told.len() > own {
            all.push(Value::Object(told));
        }
    }
    all
}

fn groups(world: &World, vpc: &Vpc) -> Vec<Value> {
    world
        .groups
        .iter()
        .filter(|group| group.vpc == vpc.id)
        .filter_map(|group| {
            let rules: Vec<Value> = world
                .rules
                .iter()
                .filter(|rule| rule.group == group.id && rule.created)
                .map(|rule| tell_rule(world, rule))
                .collect();
            let mut told = Map::new();
            told.insert("name".to_owned(), json!(group.name));
            told.insert("origin".to_owned(), origin(group.created));
            let own = told.len();
            if group.created {
                let name = &world.resource_group(&group.resource_group).name;
                told.insert("resource_group".to_owned(), json!(name));
            }
            put(&mut told, "rules", rules);
            put_tags(world, &mut told, &group.crn(world));
            (group.created || told.len() > own).then_some(Value::Object(told))
        })
        .collect()
}

/// A rule as it was asked for; a group it names is told by its name.
fn tell_rule(world: &World, rule: &Rule) -> Value {
    let mut told = rule.body.clone();
    if let Some(map) = told.as_object_mut() {
        map.remove("ip_version");
    }
    if let Some(id) = told["remote"]["id"].as_str() {
        told["remote"] = json!({ "security_group": world.group(id).name });
    }
    told
}

fn gateways(world: &World, vpc: &Vpc) -> Vec<Value> {
    world
        .gateways
        .iter()
        .filter(|gateway| gateway.vpc == vpc.id)
        .filter_map(|gateway| tell_gateway(world, gateway))
        .collect()
}

fn tell_gateway(world: &World, gateway: &Gateway) -> Option<Value> {
    let mut told = Map::new();
    told.insert("name".to_owned(), json!(gateway.name));
    told.insert("origin".to_owned(), origin(gateway.created));
    let own = told.len();
    let before = losses::gateway_before(world, &gateway.id);
    if before.is_none_or(|old| old.name != gateway.name || old.mode != gateway.mode) {
        told.insert("target".to_owned(), gateway.target.clone());
        told.insert("dns_resolution_binding_mode".to_owned(), json!(gateway.mode));
        let group = &world.resource_group(&gateway.resource_group).name;
        told.insert("resource_group".to_owned(), json!(group));
    }
    let mut names: Vec<&str> = gateway
        .groups
        .iter()
        .filter(|id| before.is_none_or(|old| !old.groups.contains(id)))
        .map(|id| world.group(id))
        .map(|group| if group.is_default { "default of the VPC" } else { group.name() })
        .collect();
    names.sort_unstable();
    if gateway.created || !names.is_empty() {
        told.insert("security_groups".to_owned(), json!(names));
    }
    let ips: BTreeMap<&str, Value> = world
        .ips_of(&gateway.id)
        .filter(|ip| gateway.created || !losses::untouched(world, ip))
        .map(|ip| (world.subnet(&ip.subnet).zone.as_str(), tell_ip(world, ip)))
        .collect();
    if gateway.created || !ips.is_empty() {
        told.insert("ips".to_owned(), json!(ips));
    }
    let seed = world.seed.as_ref();
    let known = |id: &str| seed.is_some_and(|seed| seed.resource_bindings.iter().any(|one| one.id == id));
    let bindings = world.resource_bindings.iter().filter(|one| one.gateway == gateway.id && !known(&one.id));
    let bindings = bindings.map(|one| json!({ "name": one.name, "crn": one.crn }));
    put(&mut told, "resource_bindings", bindings.collect());
    if gateway.leaving.is_some() {
        told.insert("deleting".to_owned(), json!(true));
    }
    put_tags(world, &mut told, &gateway.crn(world));
    (gateway.created || told.len() > own).then_some(Value::Object(told))
}

fn tell_ip(world: &World, ip: &Ip) -> Value {
    let address = if ip.chosen { json!("chosen by IBM Cloud") } else { json!(ip.address) };
    json!({
        "name": ip.name,
        "origin": origin(ip.created),
        "subnet": world.subnet(&ip.subnet).name,
        "address": address,
        "auto_delete": ip.auto_delete,
    })
}

/// Reserved IPs that were made or changed and belong to no gateway.
fn unbound(world: &World, vpc: &Vpc) -> Vec<Value> {
    world
        .ips
        .iter()
        .filter(|ip| world.subnet(&ip.subnet).vpc == vpc.id)
        .filter(|ip| !matches!(ip.owner, Owner::Gateway(_) | Owner::Provider))
        .filter(|ip| !losses::untouched(world, ip))
        .map(|ip| tell_ip(world, ip))
        .collect()
}
