//! Security groups, their rules and their targets.

use ipnet::Ipv4Net;
use serde_json::{Value, json};

use super::{Call, name_or_random, passes, resource_group, staying, unique};
use crate::cloud::fault::Fault;
use crate::cloud::table::table;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{Gateway, Group, Rule, World};

pub(super) fn list(world: &World, call: &Call) -> Vec<Value> {
    world
        .groups
        .iter()
        .filter(|group| passes(world, call, &group.vpc, &group.resource_group))
        .map(|group| views::group(world, group))
        .collect()
}

pub(super) fn get(world: &World, call: &Call) -> Result<Value, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?;
    Ok(views::group(world, group))
}

pub(super) fn get_default(world: &World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    let default = world.groups.iter().find(|group| group.vpc == vpc.id && group.is_default);
    default.map(|group| views::group(world, group)).ok_or_else(|| Fault::missing(Group::KIND, &vpc.id))
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.identify(&call.region, &world.vpcs, &call.body["vpc"], "vpc")?.id.clone();
    let name = name_or_random(world, &call.body);
    let siblings: Vec<&Group> = world.groups.iter().filter(|one| one.vpc == vpc).collect();
    unique(siblings.iter().map(|one| one.name.as_str()), &name, "name")?;
    if siblings.len() >= table().limits.security_groups {
        return Err(Fault::new("security_group_limit_exceeded", "a VPC has at most 100 groups"));
    }
    let resource_group = resource_group(world, &call.body)?;
    let id = world.new_id("r006");
    let group = Group { id: id.clone(), vpc, name, resource_group, is_default: false, created: true };
    let mut rules: Vec<Rule> = Vec::new();
    let given = call.body.get("rules").and_then(Value::as_array);
    for (index, body) in given.into_iter().flatten().enumerate() {
        let place = format!("rules[{index}].");
        let names = rules.iter().filter_map(|rule| rule.body["name"].as_str());
        if let Some(name) = body["name"].as_str() {
            unique(names, name, &format!("{place}name"))?;
        }
        let body = rule_body(world, &call.region, &group.vpc, body, &place)?;
        rules.push(Rule { id: world.new_id("r006"), group: id.clone(), body, created: true });
    }
    world.groups.push(group);
    world.rules.extend(rules);
    Ok(views::group(world, world.group(&id)))
}

pub(super) fn list_rules(world: &World, call: &Call) -> Result<Value, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?;
    let rules: Vec<Value> = world
        .rules
        .iter()
        .filter(|rule| rule.group == group.id)
        .map(|rule| views::rule(world, rule))
        .collect();
    Ok(json!({ "rules": rules }))
}

pub(super) fn create_rule(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?.clone();
    let siblings = || world.rules.iter().filter(|rule| rule.group == group.id);
    if let Some(name) = call.text("name") {
        let names = siblings().filter_map(|rule| rule.body["name"].as_str());
        unique(names, name, "name")?;
    }
    if siblings().count() >= table().limits.rules {
        return Err(Fault::new("over_quota", "a security group has at most 250 rules"));
    }
    let body = rule_body(world, &call.region, &group.vpc, &call.body, "")?;
    let id = world.new_id("r006");
    let rule = Rule { id, group: group.id, body, created: true };
    let view = views::rule(world, &rule);
    world.rules.push(rule);
    Ok(view)
}

pub(super) fn own_rule<'a>(world: &'a World, call: &Call) -> Result<&'a Rule, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?;
    world
        .rules
        .iter()
        .find(|rule| rule.group == group.id && rule.id == call.ids[1])
        .ok_or_else(|| Fault::missing("rule", &call.ids[1]))
}

pub(super) fn get_rule(world: &World, call: &Call) -> Result<Value, Fault> {
    own_rule(world, call).map(|rule| views::rule(world, rule))
}

/// Checks what relates a rule's parts, and keeps a group it names by its id.
pub(super) fn rule_body(
    world: &World,
    region: &str,
    vpc: &str,
    body: &Value,
    place: &str,
) -> Result<Value, Fault> {
    let mut body = body.clone();
    let number = |key: &str| body.get(key).and_then(Value::as_i64);
    match (number("port_min"), number("port_max")) {
        (Some(min), Some(max)) if min > max => {
            let message = "port_min is above port_max";
            return Err(Fault::field("bad_field", &format!("{place}port_min"), message));
        }
        (Some(_), None) => {
            return Err(one_without_other(place, "port_max", "port_min"));
        }
        (None, Some(_)) => {
            return Err(one_without_other(place, "port_min", "port_max"));
        }
        _ => {}
    }
    if number("code").is_some() && number("type").is_none() {
        return Err(one_without_other(place, "type", "code"));
    }
    for side in ["local", "remote"] {
        let Some(cidr) = body[side]["cidr_block"].as_str() else {
            continue;
        };
        let clean = cidr.parse::<Ipv4Net>().is_ok_and(|net| net.addr() == net.network());
        if !clean {
            let place = format!("{place}{side}.cidr_block");
            let message = format!("{cidr} has host bits");
            return Err(Fault::field("validation_invalid_ipv4_cidr", &place, message));
        }
    }
    let remote = &body["remote"];
    if ["id", "crn", "href"].iter().any(|key| remote.get(key).is_some()) {
        let named = world.identify(region, &world.groups, remote, &format!("{place}remote"))?;
        if named.vpc != vpc {
            let message = format!("the group {} is in another VPC", named.name);
            return Err(Fault::field("security_group_not_in_vpc", "remote", message));
        }
        body["remote"] = json!({ "id": named.id });
    }
    Ok(body)
}

fn one_without_other(place: &str, missing: &str, given: &str) -> Fault {
    Fault::field(
        "validation_required_field",
        &format!("{place}{missing}"),
        format!("{missing} is required beside {given}"),
    )
}

pub(super) fn list_targets(world: &World, call: &Call) -> Result<Vec<Value>, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?;
    Ok(world
        .gateways
        .iter()
        .filter(|one| one.groups.contains(&group.id))
        .map(|one| views::gateway_reference(world, one))
        .collect())
}

pub(super) fn own_target<'a>(world: &'a World, call: &Call) -> Result<&'a Gateway, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?;
    world
        .gateways
        .iter()
        .find(|one| one.id == call.ids[1] && one.groups.contains(&group.id))
        .ok_or_else(|| Fault::missing("target of the security group", &call.ids[1]))
}

pub(super) fn get_target(world: &World, call: &Call) -> Result<Value, Fault> {
    own_target(world, call).map(|one| views::gateway_reference(world, one))
}

pub(super) fn add_target(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?.clone();
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[1])?.clone();
    staying(&gateway)?;
    if group.vpc != gateway.vpc {
        let message = format!("{} and {} are in different VPCs", group.name, gateway.name);
        return Err(Fault::new("security_group_not_in_vpc", message));
    }
    let already = gateway.groups.contains(&group.id);
    if !already && gateway.groups.len() >= table().limits.security_groups_per_target {
        let message = "a gateway has at most 5 security groups";
        return Err(Fault::new("security_group_sgs_per_interface_exceeded", message));
    }
    for one in world.gateways.iter_mut().filter(|one| one.id == gateway.id && !already) {
        one.groups.push(group.id.clone());
    }
    Ok(views::gateway_reference(world, &gateway))
}
