//! Network ACLs and their rules, which stand in an order (API facts §6.1; ibm-vpc 0.36.0 L15711 to L16223).

use ipnet::Ipv4Net;
use serde_json::{Value, json};

use super::{Call, name_or_random, passes, resource_group, unique};
use crate::cloud::fault::Fault;
use crate::cloud::table::table;
use crate::cloud::things::Thing;
use crate::cloud::views;
use crate::cloud::world::{Acl, AclRule, World};

pub(super) fn list(world: &World, call: &Call) -> Vec<Value> {
    let found = world.acls.iter().filter(|acl| passes(world, call, &acl.vpc, &acl.resource_group));
    found.map(|acl| views::acl(world, acl)).collect()
}

fn own<'a>(world: &'a World, call: &Call) -> Result<&'a Acl, Fault> {
    world.by_id(&call.region, &world.acls, &call.ids[0])
}

pub(super) fn get(world: &World, call: &Call) -> Result<Value, Fault> {
    own(world, call).map(|acl| views::acl(world, acl))
}

pub(super) fn get_default(world: &World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?;
    let default = world.acls.iter().find(|acl| acl.vpc == vpc.id && acl.is_default);
    default.map(|acl| views::acl(world, acl)).ok_or_else(|| Fault::missing(Acl::KIND, &vpc.id))
}

/// The id of the ACL that a body names for a subnet of this VPC, or of the VPC's default one.
pub(super) fn for_subnet(world: &World, call: &Call, vpc: &str, place: &str) -> Result<String, Fault> {
    let Some(identity) = (if place.is_empty() { Some(&call.body) } else { call.body.get(place) }) else {
        let default = world.acls.iter().find(|acl| acl.vpc == vpc && acl.is_default);
        return Ok(default.map(|acl| acl.id.clone()).unwrap_or_default());
    };
    let acl = world.identify(&call.region, &world.acls, identity, place)?;
    if acl.vpc != vpc {
        let message = format!("the network ACL {} is in another VPC", acl.name);
        return Err(Fault::field("vpc_resource_separation", place, message));
    }
    Ok(acl.id.clone())
}

pub(super) fn of_subnet(world: &World, call: &Call) -> Result<Value, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?;
    Ok(views::acl(world, world.acl(&subnet.acl)))
}

pub(super) fn replace_of_subnet(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?.clone();
    let acl = for_subnet(world, call, &subnet.vpc, "")?;
    for one in world.subnets.iter_mut().filter(|one| one.id == subnet.id) {
        one.acl.clone_from(&acl);
    }
    Ok(views::acl(world, world.acl(&acl)))
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let vpc = world.identify(&call.region, &world.vpcs, &call.body["vpc"], "vpc")?.id.clone();
    let name = name_or_random(world, &call.body);
    let siblings: Vec<&Acl> = world.acls.iter().filter(|one| one.vpc == vpc).collect();
    unique(siblings.iter().map(|one| one.name.as_str()), &name, "name")?;
    if siblings.len() >= table().limits.network_acls {
        return Err(Fault::new("over_quota", "a VPC has at most 100 network ACLs"));
    }
    let resource_group = resource_group(world, &call.body)?;
    let bodies = match call.body.get("source_network_acl") {
        Some(identity) => {
            let source = world.identify(&call.region, &world.acls, identity, "source_network_acl")?;
            world
                .acl_rules
                .iter()
                .filter(|rule| rule.acl == source.id)
                .map(|rule| rule.body.clone())
                .collect()
        }
        None => call.body.get("rules").and_then(Value::as_array).cloned().unwrap_or_default(),
    };
    let id = world.new_id("r006");
    world.acls.push(Acl { id: id.clone(), vpc, name, resource_group, is_default: false, created: true });
    for (index, body) in bodies.iter().enumerate() {
        add(world, &id, body, &format!("rules[{index}]."), None)?;
    }
    Ok(views::acl(world, world.acl(&id)))
}

pub(super) fn patch(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let acl = own(world, call)?.clone();
    if let Some(name) = call.text("name") {
        let siblings = world.acls.iter().filter(|one| one.vpc == acl.vpc && one.id != acl.id);
        unique(siblings.map(|one| one.name.as_str()), name, "name")?;
        for one in world.acls.iter_mut().filter(|one| one.id == acl.id) {
            name.clone_into(&mut one.name);
        }
    }
    get(world, call)
}

pub(super) fn delete(world: &mut World, call: &Call) -> Result<(), Fault> {
    let acl = own(world, call)?.clone();
    let subnet = world.subnets.iter().find(|one| one.acl == acl.id);
    if acl.is_default || subnet.is_some() {
        let message = format!("the network ACL {} is attached to a subnet or VPC", acl.name);
        return Err(Fault::conflict("acl_in_use", message));
    }
    world.acl_rules.retain(|rule| rule.acl != acl.id);
    world.untag(&acl);
    world.acls.retain(|one| one.id != acl.id);
    Ok(())
}

pub(super) fn list_rules(world: &World, call: &Call) -> Result<Vec<Value>, Fault> {
    let acl = own(world, call)?;
    let shown = world.acl_rules.iter().filter(|rule| rule.acl == acl.id);
    let agrees = |rule: &&AclRule| call.asked("direction").is_none_or(|word| rule.body["direction"] == word);
    Ok(shown.filter(agrees).map(|rule| views::acl_rule(world, rule)).collect())
}

fn own_rule(world: &World, call: &Call) -> Result<AclRule, Fault> {
    let acl = own(world, call)?;
    let found = world.acl_rules.iter().find(|rule| rule.acl == acl.id && rule.id == call.ids[1]);
    found.cloned().ok_or_else(|| Fault::missing("rule", &call.ids[1]))
}

pub(super) fn get_rule(world: &World, call: &Call) -> Result<Value, Fault> {
    own_rule(world, call).map(|rule| views::acl_rule(world, &rule))
}

pub(super) fn delete_rule(world: &mut World, call: &Call) -> Result<(), Fault> {
    let rule = own_rule(world, call)?;
    world.acl_rules.retain(|one| one.id != rule.id);
    Ok(())
}

pub(super) fn create_rule(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let acl = own(world, call)?.id.clone();
    let before = before(world, &acl, call.body.get("before"))?;
    let mut body = call.body.clone();
    body.as_object_mut().and_then(|keys| keys.remove("before"));
    let id = add(world, &acl, &body, "", before.as_deref())?;
    let made = world.acl_rules.iter().find(|rule| rule.id == id).expect("the rule was added above");
    Ok(views::acl_rule(world, made))
}

/// Changes a rule within its protocol, and moves it where `before` is given.
pub(super) fn patch_rule(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let mut rule = own_rule(world, call)?;
    let mut patch = call.body.clone();
    let moved = patch.as_object_mut().and_then(|keys| keys.remove("before"));
    let (Some(keys), Some(patch)) = (rule.body.as_object_mut(), patch.as_object()) else {
        return Err(Fault::new("validation_failure", "a patch is an object"));
    };
    for (key, value) in patch {
        match value {
            Value::Null => keys.remove(key),
            value => keys.insert(key.clone(), value.clone()),
        };
    }
    let shape = table().shapes.get("AclRule").expect("the table has the shape of a rule");
    shape.check(&rule.body, "")?;
    check(world, &rule.acl, &rule.body, "", Some(&rule.id))?;
    let index = world.acl_rules.iter().position(|one| one.id == rule.id).unwrap_or_default();
    world.acl_rules[index] = rule.clone();
    if let Some(moved) = moved {
        let before = before(world, &rule.acl, Some(&moved))?;
        if before.as_deref() == Some(rule.id.as_str()) {
            return Err(Fault::field("bad_field", "before", "a rule does not stand before itself"));
        }
        world.acl_rules.retain(|one| one.id != rule.id);
        insert(world, rule.clone(), before.as_deref());
    }
    Ok(views::acl_rule(world, &rule))
}

/// The id of the rule of this ACL that `before` names; none where it names none.
fn before(world: &World, acl: &str, identity: Option<&Value>) -> Result<Option<String>, Fault> {
    let Some(identity) = identity.filter(|value| !value.is_null()) else {
        return Ok(None);
    };
    let named = |rule: &&AclRule| {
        rule.acl == acl
            && (identity["id"] == rule.id.as_str()
                || identity["href"] == views::acl_rule(world, rule)["href"])
    };
    match world.acl_rules.iter().find(named) {
        Some(rule) => Ok(Some(rule.id.clone())),
        None => Err(Fault::field("not_found", "before", format!("{identity} names no rule of this ACL"))),
    }
}

/// Adds a rule and answers its id.
fn add(
    world: &mut World,
    acl: &str,
    body: &Value,
    place: &str,
    before: Option<&str>,
) -> Result<String, Fault> {
    let count = world.acl_rules.iter().filter(|rule| rule.acl == acl).count();
    if count >= table().limits.network_acl_rules {
        return Err(Fault::new("over_quota", "a network ACL has at most 200 rules"));
    }
    let mut body = body.clone();
    body["name"] = json!(name_or_random(world, &body));
    check(world, acl, &body, place, None)?;
    let id = world.new_id("r006");
    let rule = AclRule { id: id.clone(), acl: acl.to_owned(), body, created: true };
    insert(world, rule, before);
    Ok(id)
}

fn insert(world: &mut World, rule: AclRule, before: Option<&str>) {
    let index = world.acl_rules.iter().position(|one| Some(one.id.as_str()) == before);
    let index = index.unwrap_or(world.acl_rules.len());
    world.acl_rules.insert(index, rule);
}

/// Checks what relates a rule's parts.
fn check(world: &World, acl: &str, body: &Value, place: &str, own: Option<&str>) -> Result<(), Fault> {
    let others = world.acl_rules.iter().filter(|one| one.acl == acl && Some(one.id.as_str()) != own);
    if let Some(name) = body["name"].as_str() {
        unique(others.filter_map(|one| one.body["name"].as_str()), name, &format!("{place}name"))?;
    }
    let fault = |key: &str, message: &str| Err(Fault::field("bad_field", &format!("{place}{key}"), message));
    if body["action"] == "deny" && body["protocol"] == "icmp_tcp_udp" {
        return fault("action", "icmp_tcp_udp cannot be denied");
    }
    for side in ["source", "destination"] {
        let text = body[side].as_str().unwrap_or_default();
        let clean = match text.parse::<Ipv4Net>() {
            Ok(net) => net.addr() == net.network(),
            Err(_) => text.parse::<std::net::Ipv4Addr>().is_ok(),
        };
        if !clean {
            let message = format!("{text} is not an address or a range without host bits");
            return Err(Fault::field("validation_invalid_ipv4_cidr", &format!("{place}{side}"), message));
        }
        let port = |end: &str| body[format!("{side}_port_{end}")].as_i64();
        match (port("min"), port("max")) {
            (Some(min), Some(max)) if min > max => {
                return fault(&format!("{side}_port_min"), "it is above the maximum");
            }
            (Some(_), None) | (None, Some(_)) => {
                let key = format!("{place}{side}_port_min");
                let message = "both ends of a port range are given, or none";
                return Err(Fault::field("validation_required_field", &key, message));
            }
            _ => {}
        }
    }
    if body["code"].is_i64() && !body["type"].is_i64() {
        return Err(Fault::field("validation_required_field", &format!("{place}type"), "code needs a type"));
    }
    Ok(())
}
