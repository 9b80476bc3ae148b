//! The commands about network ACLs (CLI facts §2.6).

use serde_json::{Map, Value, json};

use super::api::{Api, id_of, id_text};
use super::exec::{list, number, with_group};
use super::grammar::Parsed;
use crate::strict_json;

pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Option<Result<Value, String>> {
    Some(match parsed.command.words.as_str() {
        "is network-acls" => list(api, parsed, "network_acls"),
        "is network-acl" => api.find("network_acls", &parsed.positionals[0], parsed.flag("--vpc")),
        "is network-acl-create" => create(api, parsed),
        "is network-acl-rules" => rules(api, parsed),
        "is network-acl-rule-add" => add_rule(api, parsed),
        _ => return None,
    })
}

fn create(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let vpc = api.find_vpc(&parsed.positionals[1])?;
    let mut body = json!({ "name": parsed.positionals[0], "vpc": id_of(&vpc) });
    if let Some(text) = parsed.flag("--rules") {
        let text = match text.strip_prefix('@') {
            None => text,
            Some(path) => {
                api.world.session.files.get(path).ok_or_else(|| format!("there is no file {path:?}"))?
            }
        };
        body["rules"] = strict_json::read(text.as_bytes())?;
    }
    if let Some(source) = parsed.flag("--source-acl") {
        let vpc = parsed.flag("--source-acl-vpc");
        body["source_network_acl"] = id_of(&api.find("network_acls", source, vpc)?);
    }
    let body = with_group(api, parsed, body)?;
    api.vpc("POST", "/network_acls", &[], Some(body))
}

fn rules(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let acl = id_text(&api.find("network_acls", &parsed.positionals[0], parsed.flag("--vpc"))?);
    api.list(&format!("/network_acls/{acl}/rules"), "rules", &[]).map(Value::Array)
}

fn add_rule(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let acl = id_text(&api.find("network_acls", &parsed.positionals[0], parsed.flag("--vpc"))?);
    let path = format!("/network_acls/{acl}/rules");
    let mut body = Map::new();
    for (index, key) in ["action", "direction", "protocol", "source", "destination"].iter().enumerate() {
        body.insert((*key).to_owned(), json!(parsed.positionals[index + 1]));
    }
    if let Some(name) = parsed.flag("--name") {
        body.insert("name".to_owned(), json!(name));
    }
    for (flag, key) in [
        ("--icmp-type", "type"),
        ("--icmp-code", "code"),
        ("--source-port-min", "source_port_min"),
        ("--source-port-max", "source_port_max"),
        ("--destination-port-min", "destination_port_min"),
        ("--destination-port-max", "destination_port_max"),
    ] {
        if let Some(value) = number(parsed, flag)? {
            body.insert(key.to_owned(), value);
        }
    }
    if let Some(rule) = parsed.flag("--before-rule") {
        let all = api.list(&path, "rules", &[])?;
        body.insert("before".to_owned(), id_of(&Api::pick(all, rule, "rule")?));
    }
    api.vpc("POST", &path, &[], Some(Value::Object(body)))
}
