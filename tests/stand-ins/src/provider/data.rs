//! The data sources (Terraform facts §1.14): each finds one thing or fails.

use serde_json::Value as Json;

use super::api::{Api, Refused};
use super::resources::tell;
use super::value::{Object, Value, get, text};

/// What the data source of that name reads, without what its configuration says already.
///
/// # Errors
/// That nothing is found, or why the service refuses.
pub(super) fn read(kind: &str, api: &Api, config: &Object) -> Result<Object, Refused> {
    match kind {
        "ibm_resource_group" => resource_group(api, config),
        "ibm_is_vpc" => {
            let vpcs = api.list("/vpcs", "vpcs", &[])?;
            tell::vpc(api, pick("VPC", &vpcs, config)?)
        }
        "ibm_is_subnet" => subnet(api, config),
        "ibm_is_security_group" => security_group(api, config),
        "ibm_is_subnet_reserved_ips" => reserved_ips(api, config),
        "ibm_is_virtual_endpoint_gateway_ips" => gateway_ips(api, config),
        other => Err(Refused::own(format!("the stand-in does not read {other}"))),
    }
}

/// The first that has the id or the name.
fn pick<'a>(kind: &str, things: &'a [Json], config: &Object) -> Result<&'a Json, Refused> {
    let (key, asked) = match text(config, "identifier") {
        "" => ("name", text(config, "name")),
        id => ("id", id),
    };
    things
        .iter()
        .find(|thing| thing[key] == asked)
        .ok_or_else(|| Refused::own(format!("No {kind} found with {key} {asked}")))
}

fn resource_group(api: &Api, config: &Object) -> Result<Object, Refused> {
    let (name, id) = (text(config, "name"), text(config, "id"));
    let query = match (get(config, "is_default"), name) {
        (Value::Bool(true), _) => vec![("default", "true")],
        (_, "") => Vec::new(),
        (_, name) => vec![("name", name)],
    };
    let found = api.send("GET", "/resource-manager/v2/resource_groups", &query, None)?;
    let group = found["resources"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|group| id.is_empty() || group["id"] == id)
        .ok_or_else(|| Refused::own(format!("Given resource group is not found: {name}{id}")))?;
    let mut state = tell::keys(group, &["id", "name", "crn", "state", "account_id"]);
    state.insert("is_default".to_owned(), (&group["default"]).into());
    Ok(state)
}

/// By a name only together with the VPC it is the name in, if one is given; else whichever comes first.
fn subnet(api: &Api, config: &Object) -> Result<Object, Refused> {
    let vpc = text(config, "vpc");
    let filter = [("vpc.id", vpc)];
    let subnets = api.list("/subnets", "subnets", if vpc.is_empty() { &[] } else { &filter })?;
    let subnet = pick("subnet", &subnets, config)?;
    let mut state = tell::subnet(api, subnet)?;
    state.insert("vpc_name".to_owned(), (&subnet["vpc"]["name"]).into());
    // Here it is a list of objects, unlike in the resource.
    state.insert("routing_table".to_owned(), Value::List(Vec::new()));
    Ok(state)
}

fn security_group(api: &Api, config: &Object) -> Result<Object, Refused> {
    let groups = api.list("/security_groups", "security_groups", &[])?;
    let asked = |key: &str, value: &Json| text(config, key).is_empty() || *value == text(config, key);
    let groups: Vec<Json> = groups
        .into_iter()
        .filter(|group| asked("vpc", &group["vpc"]["id"]) && asked("vpc_name", &group["vpc"]["name"]))
        .filter(|group| asked("resource_group", &group["resource_group"]["id"]))
        .collect();
    let group = pick("security group", &groups, config)?;
    let mut state = tell::group(api, group)?;
    state.insert("vpc_name".to_owned(), (&group["vpc"]["name"]).into());
    let rules = group["rules"].as_array().into_iter().flatten().map(|rule| {
        let mut told = tell::rule(rule);
        // Here it is a list of objects, unlike in the resource.
        let local = tell::keys(&rule["local"], &["address", "cidr_block"]);
        told.insert("local".to_owned(), Value::List(vec![Value::Object(local)]));
        Value::Object(told)
    });
    state.insert("rules".to_owned(), Value::List(rules.collect()));
    Ok(state)
}

fn reserved_ips(api: &Api, config: &Object) -> Result<Object, Refused> {
    let subnet = text(config, "subnet");
    let ips = api.list(&format!("/subnets/{subnet}/reserved_ips"), "reserved_ips", &[])?;
    let mut state = Object::new();
    state.insert("id".to_owned(), subnet.into());
    state.insert(
        "total_count".to_owned(),
        Value::Number(i64::try_from(ips.len()).expect("addresses are few")),
    );
    let ips = ips.iter().map(|ip| {
        let mut told = tell::reserved_ip(ip);
        let target = ip
            .get("target")
            .map(|target| Value::Object(tell::keys(target, &["id", "name", "crn", "href", "resource_type"])));
        told.insert("target_reference".to_owned(), Value::List(target.into_iter().collect()));
        Value::Object(told)
    });
    state.insert("reserved_ips".to_owned(), Value::List(ips.collect()));
    Ok(state)
}

fn gateway_ips(api: &Api, config: &Object) -> Result<Object, Refused> {
    let gateway = text(config, "gateway");
    let ips = api.list(&format!("/endpoint_gateways/{gateway}/ips"), "ips", &[])?;
    let ips = ips.iter().map(|ip| {
        let keys = ["reserved_ip=id", "name", "address", "auto_delete", "created_at", "resource_type"];
        let mut told = tell::keys(ip, &keys);
        let target = tell::keys(&ip["target"], &["id", "name", "resource_type"]);
        told.insert("target".to_owned(), Value::List(vec![Value::Object(target)]));
        Value::Object(told)
    });
    let mut state = Object::new();
    state.insert("id".to_owned(), gateway.into());
    state.insert("ips".to_owned(), Value::List(ips.collect()));
    Ok(state)
}
