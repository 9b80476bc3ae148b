//! The objects as the VPC API shows them (API facts §2).

use serde_json::{Value, json};

use super::things::Thing;
use super::world::{
    Acl, AclRule, DnsBinding, Gateway, Group, Ip, Owner, Prefix, Resolver, ResourceBinding, Rule, Subnet,
    Vpc, World,
};

const BORN: &str = "2026-11-22T10:00:00.000Z";

fn reference<T: Thing>(world: &World, thing: &T) -> Value {
    json!({ "id": thing.id(), "name": thing.name(), "crn": thing.crn(world), "href": thing.href(world) })
}

fn vpc_reference(world: &World, id: &str) -> Value {
    let mut value = reference(world, world.vpc(id));
    value["resource_type"] = json!("vpc");
    value
}

/// A gateway as the target of an address or a group.
pub(crate) fn gateway_reference(world: &World, gateway: &Gateway) -> Value {
    let mut value = reference(world, gateway);
    value["resource_type"] = json!("endpoint_gateway");
    value
}

/// The entry of `resource_group` in other objects.
pub(crate) fn resource_group(world: &World, id: &str) -> Value {
    let group = world.resource_group(id);
    json!({
        "id": group.id,
        "name": group.name,
        "href": format!("https://resource-controller.cloud.ibm.com/v2/resource_groups/{id}"),
    })
}

fn zone(world: &World, region: &str, name: &str) -> Value {
    json!({ "name": name, "href": world.url(region, &format!("/regions/{region}/zones/{name}")) })
}

pub(crate) fn vpc(world: &World, vpc: &Vpc) -> Value {
    let default = world
        .groups
        .iter()
        .find(|group| group.vpc == vpc.id && group.is_default)
        .map(|group| reference(world, group));
    let mut value = reference(world, vpc);
    value["resource_type"] = json!("vpc");
    value["status"] = json!("available");
    value["health_state"] = json!("ok");
    value["health_reasons"] = json!([]);
    value["classic_access"] = json!(false);
    value["created_at"] = json!(BORN);
    value["resource_group"] = resource_group(world, &vpc.resource_group);
    value["default_security_group"] = json!(default);
    let default = world.acls.iter().find(|acl| acl.vpc == vpc.id && acl.is_default);
    value["default_network_acl"] = json!(default.map(|acl| reference(world, acl)));
    value["dns"] = json!({
        "enable_hub": vpc.enable_hub,
        "resolution_binding_count": dns_binding_count(world, vpc),
        "resolver": resolver(world, vpc),
    });
    value
}

/// How many DNS resolution bindings a VPC has, as the one that is bound or as the hub.
pub(crate) fn dns_binding_count(world: &World, vpc: &Vpc) -> usize {
    world.dns_bindings.iter().filter(|one| one.vpc == vpc.id || one.hub == vpc.id).count()
}

fn resolver(world: &World, vpc: &Vpc) -> Value {
    let addresses = |list: [&str; 2]| json!(list.map(|address| json!({ "address": address })));
    let mut value = json!({ "type": vpc.resolver.kind() });
    match &vpc.resolver {
        Resolver::Manual(servers) => {
            value["manual_servers"] = json!(servers);
            value["servers"] = json!(servers);
        }
        Resolver::Delegated(hub) => {
            value["vpc"] = vpc_reference(world, hub);
            value["servers"] = addresses(["10.0.0.5", "10.0.0.6"]);
        }
        Resolver::System => {
            let gateways = world.gateways.iter().any(|one| one.vpc == vpc.id);
            value["configuration"] = json!(match (vpc.custom_resolver, gateways) {
                (true, _) => "custom_resolver",
                (false, true) => "private_resolver",
                (false, false) => "default",
            });
            value["servers"] = addresses(["161.26.0.10", "161.26.0.11"]);
        }
    }
    value
}

/// A binding as one of its two VPCs sees it: the other one is its `vpc`.
pub(crate) fn dns_binding(world: &World, binding: &DnsBinding, seen_by: &str) -> Value {
    let other = if seen_by == binding.vpc { &binding.hub } else { &binding.vpc };
    let vpc = world.vpc(&binding.vpc);
    let mut reference = vpc_reference(world, other);
    if world.vpc(other).account != world.account {
        reference["remote"] =
            json!({ "account": { "id": world.vpc(other).account, "resource_type": "account" } });
    }
    let gateways: Vec<Value> = world
        .gateways
        .iter()
        .filter(|one| one.vpc == binding.vpc && one.mode != "disabled")
        .map(|one| gateway_reference(world, one))
        .collect();
    json!({
        "id": binding.id, "name": binding.name, "created_at": BORN,
        "href": format!("{}/dns_resolution_bindings/{}", vpc.href(world), binding.id),
        "resource_type": "vpc_dns_resolution_binding", "health_state": "ok", "health_reasons": [],
        "lifecycle_state": if binding.waits > 0 { "pending" } else { "stable" },
        "endpoint_gateways": gateways, "vpc": reference,
    })
}

pub(crate) fn resource_binding(world: &World, binding: &ResourceBinding) -> Value {
    let gateway = world.gateways.iter().find(|one| one.id == binding.gateway);
    let href = gateway.map(|one| one.href(world)).unwrap_or_default();
    json!({
        "id": binding.id, "name": binding.name, "created_at": BORN,
        "href": format!("{href}/resource_bindings/{}", binding.id),
        "resource_type": "endpoint_gateway_resource_binding", "type": "weak",
        "lifecycle_state": "stable", "lifecycle_reasons": [],
        "service_endpoint": binding.endpoint, "target": { "crn": binding.crn },
    })
}

pub(crate) fn prefix(world: &World, prefix: &Prefix) -> Value {
    let region = world.region_of(&prefix.vpc);
    let has_subnets =
        world.subnets.iter().any(|subnet| subnet.vpc == prefix.vpc && prefix.cidr.contains(&subnet.cidr));
    json!({
        "id": prefix.id, "name": prefix.name, "href": prefix.href(world), "created_at": BORN,
        "cidr": prefix.cidr, "zone": zone(world, region, &prefix.zone),
        "is_default": prefix.is_default, "has_subnets": has_subnets,
    })
}

pub(crate) fn subnet(world: &World, subnet: &Subnet) -> Value {
    let region = world.region_of(&subnet.vpc);
    let total = 1_u64 << (32 - subnet.cidr.prefix_len());
    let held = world.ips.iter().filter(|ip| ip.subnet == subnet.id).count() as u64;
    let mut value = reference(world, subnet);
    value["resource_type"] = json!("subnet");
    value["status"] = json!("available");
    value["created_at"] = json!(BORN);
    value["ip_version"] = json!("ipv4");
    value["ipv4_cidr_block"] = json!(subnet.cidr);
    value["total_ipv4_address_count"] = json!(total);
    value["available_ipv4_address_count"] = json!(total.saturating_sub(held));
    value["zone"] = zone(world, region, &subnet.zone);
    value["vpc"] = vpc_reference(world, &subnet.vpc);
    value["resource_group"] = resource_group(world, &subnet.resource_group);
    value["network_acl"] = reference(world, world.acl(&subnet.acl));
    value
}

pub(crate) fn acl(world: &World, acl: &Acl) -> Value {
    let rules = world.acl_rules.iter().filter(|rule| rule.acl == acl.id);
    let rules: Vec<Value> = rules.map(|rule| acl_rule(world, rule)).collect();
    let subnets = world.subnets.iter().filter(|subnet| subnet.acl == acl.id);
    let subnets: Vec<Value> = subnets.map(|subnet| reference(world, subnet)).collect();
    let mut value = reference(world, acl);
    value["created_at"] = json!(BORN);
    value["resource_group"] = resource_group(world, &acl.resource_group);
    value["vpc"] = vpc_reference(world, &acl.vpc);
    value["rules"] = json!(rules);
    value["subnets"] = json!(subnets);
    value
}

/// A rule, with the one that it stands before.
pub(crate) fn acl_rule(world: &World, rule: &AclRule) -> Value {
    let href = |rule: &AclRule| format!("{}/rules/{}", world.acl(&rule.acl).href(world), rule.id);
    let mut value = rule.body.clone();
    value["id"] = json!(rule.id);
    value["href"] = json!(href(rule));
    value["created_at"] = json!(BORN);
    value["ip_version"] = json!("ipv4");
    let own = world.acl_rules.iter().filter(|one| one.acl == rule.acl);
    if let Some(next) = own.skip_while(|one| one.id != rule.id).nth(1) {
        value["before"] = json!({ "id": next.id, "name": next.body["name"], "href": href(next) });
    }
    value
}

fn shown_address(ip: &Ip) -> String {
    if ip.waits > 0 { "0.0.0.0".to_owned() } else { ip.address.to_string() }
}

pub(crate) fn reserved_ip(world: &World, ip: &Ip) -> Value {
    let mut value = json!({
        "id": ip.id, "name": ip.name, "href": ip.href(world), "created_at": BORN,
        "address": shown_address(ip), "auto_delete": ip.auto_delete,
        "lifecycle_state": if ip.waits > 0 { "pending" } else { "stable" },
        "owner": if ip.owner == Owner::Provider { "provider" } else { "user" },
        "resource_type": "subnet_reserved_ip",
    });
    match &ip.owner {
        Owner::Provider | Owner::Nobody => {}
        Owner::Other(target) => value["target"] = target.clone(),
        Owner::Gateway(id) => {
            let gateway = world
                .gateways
                .iter()
                .find(|gateway| &gateway.id == id)
                .expect("an address is bound to a gateway by its id");
            value["target"] = gateway_reference(world, gateway);
        }
    }
    value
}

pub(crate) fn rule(world: &World, rule: &Rule) -> Value {
    let group = world.group(&rule.group);
    let mut value = rule.body.clone();
    value["id"] = json!(rule.id);
    value["href"] = json!(format!("{}/rules/{}", group.href(world), rule.id));
    value["resource_type"] = json!("security_group_rule");
    for (key, usual) in [("ip_version", "ipv4"), ("name", "")] {
        if value.get(key).is_none() {
            value[key] = json!(if usual.is_empty() { rule.id.as_str() } else { usual });
        }
    }
    for key in ["local", "remote"] {
        if value.get(key).is_none() {
            value[key] = json!({ "cidr_block": "0.0.0.0/0" });
        }
    }
    let named = value["remote"]
        .get("id")
        .and_then(Value::as_str)
        .and_then(|id| world.groups.iter().find(|group| group.id == id));
    if let Some(named) = named {
        value["remote"] = reference(world, named);
    }
    value
}

pub(crate) fn group(world: &World, group: &Group) -> Value {
    let rules: Vec<Value> =
        world.rules.iter().filter(|one| one.group == group.id).map(|one| rule(world, one)).collect();
    let targets: Vec<Value> = world
        .gateways
        .iter()
        .filter(|gateway| gateway.groups.contains(&group.id))
        .map(|gateway| gateway_reference(world, gateway))
        .collect();
    let mut value = reference(world, group);
    value["created_at"] = json!(BORN);
    value["resource_group"] = resource_group(world, &group.resource_group);
    value["vpc"] = vpc_reference(world, &group.vpc);
    value["rules"] = json!(rules);
    value["targets"] = json!(targets);
    value
}

pub(crate) fn gateway(world: &World, gateway: &Gateway) -> Value {
    let ips: Vec<Value> = world
        .ips_of(&gateway.id)
        .map(|ip| {
            json!({ "id": ip.id, "name": ip.name, "address": shown_address(ip), "href": ip.href(world),
                "resource_type": "subnet_reserved_ip" })
        })
        .collect();
    let groups: Vec<Value> = gateway.groups.iter().map(|id| reference(world, world.group(id))).collect();
    let (state, reason) = gateway.lifecycle(&world.settings);
    let mut value = reference(world, gateway);
    value["resource_type"] = json!("endpoint_gateway");
    value["created_at"] = json!(BORN);
    value["dns_resolution_binding_mode"] = json!(gateway.mode);
    value["health_state"] = json!("ok");
    value["lifecycle_state"] = json!(state);
    let reasons = reason.map(|code| json!({ "code": code, "message": code.replace('_', " ") }));
    value["lifecycle_reasons"] = json!(reasons.as_slice());
    value["ips"] = json!(ips);
    value["security_groups"] = json!(groups);
    value["service_endpoints"] = json!(super::target::endpoints(&gateway.target));
    value["target"] = gateway.target.clone();
    value["vpc"] = vpc_reference(world, &gateway.vpc);
    value["resource_group"] = resource_group(world, &gateway.resource_group);
    value
}
