//! The commands about endpoint gateways.

use serde_json::{Map, Value, json};

use super::api::{Api, id_of, id_text};
use super::exec::{list, with_group};
use super::grammar::Parsed;

pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = parsed.flag("--vpc");
    match parsed.command.words.as_str() {
        "is endpoint-gateways" => {
            let mut all = list(api, parsed, "endpoint_gateways")?;
            for (flag, key) in [
                ("--dns-resolution-binding-mode", "dns_resolution_binding_mode"),
                ("--lifecycle-state", "lifecycle_state"),
            ] {
                let Some(words) = parsed.flag(flag) else {
                    continue;
                };
                if let Some(items) = all.as_array_mut() {
                    items.retain(|item| words.split(',').any(|word| item[key] == word));
                }
            }
            Ok(all)
        }
        "is endpoint-gateway" => {
            let reference = &parsed.positionals[0];
            if vpc.is_none()
                && let Ok(shown) = api.vpc("GET", &format!("/endpoint_gateways/{reference}"), &[], None)
            {
                return Ok(shown);
            }
            api.find("endpoint_gateways", reference, vpc)
        }
        "is endpoint-gateway-create" => create(api, parsed),
        "is endpoint-gateway-update" => {
            let gateway = id_text(&api.find("endpoint_gateways", &parsed.positionals[0], vpc)?);
            let mut body = Map::new();
            for (flag, key) in
                [("--name", "name"), ("--dns-resolution-binding-mode", "dns_resolution_binding_mode")]
            {
                if let Some(value) = parsed.flag(flag) {
                    body.insert(key.to_owned(), json!(value));
                }
            }
            if let Some(word) = parsed.flag("--allow-dns-resolution-binding") {
                body.insert("allow_dns_resolution_binding".to_owned(), json!(word == "true"));
            }
            let path = format!("/endpoint_gateways/{gateway}");
            api.vpc("PATCH", &path, &[], Some(Value::Object(body)))
        }
        "is endpoint-gateway-reserved-ip-bind" => {
            let gateway = api.find("endpoint_gateways", &parsed.positionals[0], vpc)?;
            let rip = parsed.flag("--rip").unwrap_or_default();
            let ip = reserved_ip(api, rip, parsed.flag("--subnet"), vpc)?;
            let path = format!("/endpoint_gateways/{}/ips/{ip}", id_text(&gateway));
            api.vpc("PUT", &path, &[], None)
        }
        other => Err(format!("{other} cannot be carried out")),
    }
}

/// The id of a reserved IP: found by name in a subnet, else taken to be an id.
fn reserved_ip(
    api: &mut Api<'_>,
    reference: &str,
    subnet: Option<&str>,
    vpc: Option<&str>,
) -> Result<String, String> {
    let Some(subnet) = subnet else {
        return Ok(reference.to_owned());
    };
    let subnet = id_text(&api.find("subnets", subnet, vpc)?);
    Ok(id_text(&api.find_ip(&subnet, reference)?))
}

fn create(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = api.find_vpc(parsed.flag("--vpc").unwrap_or_default())?;
    let vpc_id = id_text(&vpc);
    let target = parsed.flag("--target").unwrap_or_default();
    let key = if target.starts_with("crn:") { "crn" } else { "name" };
    let kind = match parsed.flag("--target-type") {
        Some(kind) => kind,
        None if target.contains(":private-path-service-gateway:") => "private_path_service_gateway",
        None if key == "crn" => "provider_cloud_service",
        None => "provider_infrastructure_service",
    };
    let mut body = json!({ "vpc": id_of(&vpc), "target": { "resource_type": kind, key: target } });
    if let Some(name) = parsed.flag("--name") {
        body["name"] = json!(name);
    }
    if let Some(mode) = parsed.flag("--dns-resolution-binding-mode") {
        body["dns_resolution_binding_mode"] = json!(mode);
    }
    if let Some(word) = parsed.flag("--allow-dns-resolution-binding") {
        body["allow_dns_resolution_binding"] = json!(word == "true");
    }
    if let Some(groups) = parsed.flag("--sg") {
        let mut found = Vec::new();
        for reference in groups.split(',') {
            found.push(id_of(&api.find("security_groups", reference, Some(&vpc_id))?));
        }
        body["security_groups"] = Value::Array(found);
    }
    let mut ips = Vec::new();
    if let Some(list) = parsed.flag("--rip") {
        let subnet = parsed.flag("--subnet");
        if subnet.is_some() && list.contains(',') {
            return Err("with --subnet, --rip is one name".to_owned());
        }
        for reference in list.split(',') {
            ips.push(json!({ "id": reserved_ip(api, reference, subnet, Some(&vpc_id))? }));
        }
    }
    for (_, text) in parsed.flags.iter().filter(|(flag, _)| *flag == "--new-reserved-ip") {
        let mut ip: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        // The command resolves a subnet's name; the API takes only its id (CLI facts §1.2).
        if let Some(name) = ip["subnet"]["name"].as_str().map(str::to_owned) {
            ip["subnet"] = id_of(&api.find("subnets", &name, Some(&vpc_id))?);
        }
        ips.push(ip);
    }
    if !ips.is_empty() {
        body["ips"] = Value::Array(ips);
    }
    let body = with_group(api, parsed, body)?;
    api.vpc("POST", "/endpoint_gateways", &[], Some(body))
}
