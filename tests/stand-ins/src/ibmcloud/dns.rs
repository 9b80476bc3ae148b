//! The commands about a VPC's DNS and about a gateway's bindings to resources (CLI facts §1.7, §1.8).

use serde_json::{Value, json};

use super::api::{Api, id_of, id_text};
use super::grammar::Parsed;
use crate::cloud::judge::etag;
use crate::strict_json;

pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Option<Result<Value, String>> {
    Some(match parsed.command.words.as_str() {
        "is vpc-update" => update_vpc(api, parsed),
        "is vpc-dns-resolution-binding-create" => bind(api, parsed),
        "is vpc-dns-resolution-bindings" => bindings(api, parsed),
        words if words.starts_with("is endpoint-gateway-resource-binding") => resource(api, parsed),
        _ => return None,
    })
}

/// The servers that `--dns-resolver-manual-servers` gives, itself or in a file.
pub(super) fn manual_servers(api: &Api<'_>, text: &str) -> Result<Value, String> {
    let text = match text.strip_prefix('@') {
        None => text,
        Some(path) => {
            api.world.session.files.get(path).ok_or_else(|| format!("there is no file {path:?}"))?
        }
    };
    strict_json::read(text.as_bytes())
}

fn update_vpc(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let found = api.find_vpc(&parsed.positionals[0])?;
    let mut body = json!({});
    if let Some(name) = parsed.flag("--name") {
        body["name"] = json!(name);
    }
    if let Some(word) = parsed.flag("--dns-enable-hub") {
        body["dns"]["enable_hub"] = json!(word == "true");
    }
    let now = found.pointer("/dns/resolver/type").and_then(Value::as_str);
    if let Some(kind) = parsed.flag("--dns-resolver-type") {
        let resolver = &mut body["dns"]["resolver"];
        resolver["type"] = json!(kind);
        // What goes with the type that it had goes with it.
        match now {
            Some("manual") if kind != "manual" => resolver["manual_servers"] = Value::Null,
            Some("delegated") if kind != "delegated" => resolver["vpc"] = Value::Null,
            _ => {}
        }
    }
    if let Some(text) = parsed.flag("--dns-resolver-manual-servers") {
        body["dns"]["resolver"]["manual_servers"] = manual_servers(api, text)?;
    }
    if let Some(hub) = parsed.flag("--delegate-to-vpc") {
        body["dns"]["resolver"]["vpc"] = hub_identity(api, hub)?;
    }
    let path = format!("/vpcs/{}", id_text(&found));
    if parsed.has("--dns-resolver-manual-servers") {
        api.if_match = Some(etag(&found));
    }
    api.vpc("PATCH", &path, &[], Some(body))
}

/// A hub by its CRN as it is, else by what is found.
fn hub_identity(api: &mut Api<'_>, reference: &str) -> Result<Value, String> {
    if reference.starts_with("crn:") {
        return Ok(json!({ "crn": reference }));
    }
    Ok(id_of(&api.find_vpc(reference)?))
}

fn bind(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = id_text(&api.find_vpc(&parsed.positionals[0])?);
    let mut body = json!({ "vpc": hub_identity(api, parsed.flag("--target-vpc").unwrap_or_default())? });
    if let Some(name) = parsed.flag("--name") {
        body["name"] = json!(name);
    }
    api.vpc("POST", &format!("/vpcs/{vpc}/dns_resolution_bindings"), &[], Some(body))
}

fn bindings(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = id_text(&api.find_vpc(&parsed.positionals[0])?);
    let account = parsed.flag("--account-id").map(|id| ("account_id", id));
    let query: Vec<(&str, &str)> = account.into_iter().collect();
    let path = format!("/vpcs/{vpc}/dns_resolution_bindings");
    api.list(&path, "dns_resolution_bindings", &query).map(Value::Array)
}

fn resource(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let gateway = id_text(&api.find("endpoint_gateways", &parsed.positionals[0], parsed.flag("--vpc"))?);
    let path = format!("/endpoint_gateways/{gateway}/resource_bindings");
    let name = parsed.flag("--name").map(|name| json!({ "name": name }));
    match parsed.command.words.as_str() {
        "is endpoint-gateway-resource-bindings" => {
            api.list(&path, "resource_bindings", &[]).map(Value::Array)
        }
        "is endpoint-gateway-resource-binding-create" => {
            let mut body = name.unwrap_or_else(|| json!({}));
            body["target"] = json!({ "crn": parsed.flag("--target") });
            api.vpc("POST", &path, &[], Some(body))
        }
        words => {
            let found = api.find_under(&path, "resource_bindings", &parsed.positionals[1])?;
            if words == "is endpoint-gateway-resource-binding" {
                return Ok(found);
            }
            let path = format!("{path}/{}", id_text(&found));
            api.vpc("PATCH", &path, &[], Some(name.unwrap_or_else(|| json!({}))))
        }
    }
}
