//! The commands of the VPC plug-in, but for those of gateways.

use serde_json::{Map, Value, json};

use super::api::{Api, id_of, id_text};
use super::grammar::Parsed;

pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = parsed.flag("--vpc");
    let at = |index: usize| parsed.positionals[index].as_str();
    match parsed.command.words.as_str() {
        "is vpcs" => list(api, parsed, "vpcs"),
        "is subnets" => list(api, parsed, "subnets"),
        "is security-groups" => list(api, parsed, "security_groups"),
        "is vpc" => {
            let found = api.find_vpc(at(0))?;
            api.vpc("GET", &format!("/vpcs/{}", id_text(&found)), &[], None)
        }
        "is vpc-default-security-group" => {
            let found = api.find_vpc(at(0))?;
            api.find("security_groups", &id_text(&found["default_security_group"]), None)
        }
        "is vpc-create" => create_vpc(api, parsed),
        "is vpc-address-prefixes" => {
            let found = id_text(&api.find_vpc(at(0))?);
            let path = format!("/vpcs/{found}/address_prefixes");
            api.list(&path, "address_prefixes", &[]).map(Value::Array)
        }
        "is vpc-address-prefix-create" => {
            let found = id_text(&api.find_vpc(at(1))?);
            let mut body = json!({ "name": at(0), "zone": { "name": at(2) }, "cidr": at(3) });
            if let Some(word) = parsed.flag("--default") {
                body["is_default"] = json!(word == "true");
            }
            api.vpc("POST", &format!("/vpcs/{found}/address_prefixes"), &[], Some(body))
        }
        "is subnet" => api.find("subnets", at(0), vpc),
        "is subnet-create" => create_subnet(api, parsed),
        "is subnet-reserved-ips" => {
            let subnet = id_text(&api.find("subnets", at(0), vpc)?);
            let path = format!("/subnets/{subnet}/reserved_ips");
            let mut all = api.list(&path, "reserved_ips", &[])?;
            if let Some(target) = parsed.flag("--target") {
                all.retain(|ip| ip["target"]["id"] == target || ip["target"]["name"] == target);
            }
            Ok(Value::Array(all))
        }
        "is subnet-reserved-ip" => {
            let subnet = id_text(&api.find("subnets", at(0), vpc)?);
            api.find_ip(&subnet, at(1))
        }
        "is subnet-reserved-ip-create" => create_ip(api, parsed),
        "is subnet-reserved-ip-update" => {
            let subnet = id_text(&api.find("subnets", at(0), vpc)?);
            let ip = id_text(&api.find_ip(&subnet, at(1))?);
            let path = format!("/subnets/{subnet}/reserved_ips/{ip}");
            api.vpc("PATCH", &path, &[], Some(ip_body(parsed)))
        }
        "is security-group-create" => {
            let found = api.find_vpc(at(1))?;
            let body = json!({ "name": at(0), "vpc": id_of(&found) });
            let body = with_group(api, parsed, body)?;
            api.vpc("POST", "/security_groups", &[], Some(body))
        }
        "is security-group-rule-add" => add_rule(api, parsed),
        "is security-group-rules" => {
            let group = id_text(&api.find("security_groups", at(0), vpc)?);
            let path = format!("/security_groups/{group}/rules");
            Ok(api.vpc("GET", &path, &[], None)?["rules"].clone())
        }
        "is security-group" => api.find("security_groups", at(0), vpc),
        "is security-group-rule" => {
            let group = id_text(&api.find("security_groups", at(0), vpc)?);
            api.find_under(&format!("/security_groups/{group}/rules"), "rules", at(1))
        }
        "is security-group-targets" => {
            let group = id_text(&api.find("security_groups", at(0), vpc)?);
            let path = format!("/security_groups/{group}/targets");
            api.list(&path, "targets", &[]).map(Value::Array)
        }
        "is vpc-address-prefix" => {
            let found = id_text(&api.find_vpc(at(0))?);
            api.find_under(&format!("/vpcs/{found}/address_prefixes"), "address_prefixes", at(1))
        }
        "is subnet-update" => {
            let found = id_text(&api.find("subnets", at(0), vpc)?);
            let mut body = name_body(parsed);
            if let Some(acl) = parsed.flag("--acl") {
                body["network_acl"] = id_of(&api.find("network_acls", acl, vpc)?);
            }
            api.vpc("PATCH", &format!("/subnets/{found}"), &[], Some(body))
        }
        "is security-group-target-add" => {
            let group = id_text(&api.find("security_groups", at(0), vpc)?);
            let gateway = id_text(&api.find("endpoint_gateways", at(1), vpc)?);
            let path = format!("/security_groups/{group}/targets/{gateway}");
            api.vpc("PUT", &path, &[], None)
        }
        other => Err(format!("{other} cannot be carried out")),
    }
}

/// A list command: one VPC or zone where flags say so, and silently only the targeted resource
/// group where one is targeted and no flag says otherwise (CLI facts §4.6).
pub(super) fn list(api: &mut Api<'_>, parsed: &Parsed, collection: &str) -> Result<Value, String> {
    let mut all = api.list(&format!("/{collection}"), collection, &[])?;
    let asked = api.group_flag(parsed.flag("--resource-group-id"), parsed.flag("--resource-group-name"))?;
    let group = match asked {
        Some(id) => Some(id),
        None if parsed.has("--all-resource-groups") => None,
        None => api.world.session.resource_group.clone(),
    };
    if let Some(id) = group {
        all.retain(|item| item["resource_group"]["id"] == id.as_str());
    }
    if let Some(vpc) = parsed.flag("--vpc") {
        let vpc = api.find_vpc(vpc)?;
        all.retain(|item| item["vpc"]["id"] == vpc["id"]);
    }
    if let Some(zone) = parsed.flag("--zone") {
        all.retain(|item| item["zone"]["name"] == zone);
    }
    if parsed.flag("--classic-access") == Some("true") {
        all.clear();
    }
    Ok(Value::Array(all))
}

/// Adds the resource group that the flags name, or the targeted one.
pub(super) fn with_group(api: &Api<'_>, parsed: &Parsed, mut body: Value) -> Result<Value, String> {
    let asked = api.group_flag(parsed.flag("--resource-group-id"), parsed.flag("--resource-group-name"))?;
    if let Some(id) = asked.or_else(|| api.world.session.resource_group.clone()) {
        body["resource_group"] = json!({ "id": id });
    }
    Ok(body)
}

fn create_vpc(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let mut body = json!({ "name": parsed.positionals[0] });
    if let Some(word) = parsed.flag("--address-prefix-management") {
        body["address_prefix_management"] = json!(word);
    }
    if let Some(word) = parsed.flag("--dns-enable-hub") {
        body["dns"]["enable_hub"] = json!(word == "true");
    }
    if let Some(kind) = parsed.flag("--dns-resolver-type") {
        body["dns"]["resolver"]["type"] = json!(kind);
    }
    if let Some(text) = parsed.flag("--dns-resolver-manual-servers") {
        body["dns"]["resolver"]["manual_servers"] = super::dns::manual_servers(api, text)?;
    }
    let body = with_group(api, parsed, body)?;
    api.vpc("POST", "/vpcs", &[], Some(body))
}

fn create_subnet(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = api.find_vpc(&parsed.positionals[1])?;
    let mut body = json!({ "name": parsed.positionals[0], "vpc": id_of(&vpc) });
    if let Some(cidr) = parsed.flag("--ipv4-cidr-block") {
        body["ipv4_cidr_block"] = json!(cidr);
    }
    if let Some(count) = number(parsed, "--ipv4-address-count")? {
        body["total_ipv4_address_count"] = count;
    }
    if let Some(zone) = parsed.flag("--zone") {
        body["zone"] = json!({ "name": zone });
    }
    if let Some(acl) = parsed.flag("--acl") {
        body["network_acl"] = id_of(&api.find("network_acls", acl, Some(&id_text(&vpc)))?);
    }
    let body = with_group(api, parsed, body)?;
    api.vpc("POST", "/subnets", &[], Some(body))
}

fn ip_body(parsed: &Parsed) -> Value {
    let mut body = Map::new();
    for (flag, key) in [("--name", "name"), ("--address", "address")] {
        if let Some(value) = parsed.flag(flag) {
            body.insert(key.to_owned(), json!(value));
        }
    }
    if let Some(word) = parsed.flag("--auto-delete") {
        body.insert("auto_delete".to_owned(), json!(word == "true"));
    }
    Value::Object(body)
}

fn name_body(parsed: &Parsed) -> Value {
    parsed.flag("--name").map_or_else(|| json!({}), |name| json!({ "name": name }))
}

fn create_ip(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = parsed.flag("--vpc");
    let subnet = id_text(&api.find("subnets", &parsed.positionals[0], vpc)?);
    let mut body = ip_body(parsed);
    if let Some(target) = parsed.flag("--target") {
        if parsed.flag("--trt") == Some("virtual_network_interface") {
            return Err("there is no virtual network interface here".to_owned());
        }
        body["target"] = id_of(&api.find("endpoint_gateways", target, vpc)?);
    }
    let path = format!("/subnets/{subnet}/reserved_ips");
    api.vpc("POST", &path, &[], Some(body))
}

fn add_rule(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = parsed.flag("--vpc");
    let group = id_text(&api.find("security_groups", &parsed.positionals[0], vpc)?);
    let mut body = json!({ "direction": parsed.positionals[1], "protocol": parsed.positionals[2] });
    for (flag, key) in [
        ("--port-min", "port_min"),
        ("--port-max", "port_max"),
        ("--icmp-type", "type"),
        ("--icmp-code", "code"),
    ] {
        if let Some(value) = number(parsed, flag)? {
            body[key] = value;
        }
    }
    if let Some(name) = parsed.flag("--name") {
        body["name"] = json!(name);
    }
    for (flag, key) in [("--local", "local"), ("--remote", "remote")] {
        if let Some(text) = parsed.flag(flag) {
            body[key] = if text.contains('/') {
                json!({ "cidr_block": text })
            } else if text.parse::<std::net::Ipv4Addr>().is_ok() {
                json!({ "address": text })
            } else {
                id_of(&api.find("security_groups", text, vpc)?)
            };
        }
    }
    let path = format!("/security_groups/{group}/rules");
    api.vpc("POST", &path, &[], Some(body))
}

pub(super) fn number(parsed: &Parsed, flag: &str) -> Result<Option<Value>, String> {
    match parsed.flag(flag).map(str::parse::<u32>) {
        None => Ok(None),
        Some(Ok(number)) => Ok(Some(json!(number))),
        Some(Err(_)) => Err(format!("{flag} is too large")),
    }
}
