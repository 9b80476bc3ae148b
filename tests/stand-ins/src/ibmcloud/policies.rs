//! The commands about authorization policies (CLI facts §2.8).

use serde_json::{Value, json};

use super::api::Api;
use super::grammar::Parsed;

pub(super) fn run(api: &mut Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    let first = parsed.positionals.first().map(String::as_str).unwrap_or_default();
    match parsed.command.words.as_str() {
        "iam authorization-policy-create" => {
            let body = match parsed.flag("--file") {
                Some(path) => from_file(api, path)?,
                None => from_flags(api, parsed)?,
            };
            api.iam("POST", "/v1/policies", &[], Some(body))
        }
        "iam authorization-policies" => {
            let account = api.world.account.clone();
            let query = [("account_id", account.as_str()), ("type", "authorization")];
            Ok(api.iam("GET", "/v1/policies", &query, None)?["policies"].clone())
        }
        "iam authorization-policy" => {
            let version = parsed.flag("--api-version").unwrap_or("v1");
            api.iam("GET", &format!("/{version}/policies/{first}"), &[], None)
        }
        "iam authorization-policy-delete" => {
            api.iam("DELETE", &format!("/v1/policies/{first}"), &[], None)?;
            Ok(json!([]))
        }
        other => Err(format!("{other} cannot be carried out")),
    }
}

/// The body that stands in a file, a plain path without `@`.
fn from_file(api: &Api<'_>, path: &str) -> Result<Value, String> {
    let text = api.world.session.files.get(path).ok_or_else(|| format!("there is no file {path:?}"))?;
    crate::strict_json::read(text.as_bytes()).map_err(|why| format!("{path} is not JSON: {why}"))
}

fn from_flags(api: &Api<'_>, parsed: &Parsed) -> Result<Value, String> {
    for flag in ["--source-service-instance-name", "--target-service-instance-name"] {
        if let Some(name) = parsed.flag(flag) {
            return Err(format!("no service instance is called {name:?}"));
        }
    }
    let [source, target, roles] = &parsed.positionals[..] else {
        return Err("three arguments are expected".to_owned());
    };
    let account = api.world.account.as_str();
    let mut subject = vec![
        ("accountId", parsed.flag("--source-service-account").unwrap_or(account)),
        ("serviceName", source.as_str()),
    ];
    let mut resource = vec![("accountId", account), ("serviceName", target.as_str())];
    for (flag, side, key) in [
        ("--source-service-instance-id", &mut subject, "serviceInstance"),
        ("--target-service-instance-id", &mut resource, "serviceInstance"),
    ] {
        side.extend(parsed.flag(flag).map(|value| (key, value)));
    }
    for (end, key) in [
        ("resource-group-id", "resourceGroupId"),
        ("resource-type", "resourceType"),
        ("resource", "resource"),
    ] {
        subject.extend(parsed.flag(&format!("--source-{end}")).map(|value| (key, value)));
        resource.extend(parsed.flag(&format!("--target-{end}")).map(|value| (key, value)));
    }
    let attributes = |side: Vec<(&str, &str)>| -> Value {
        side.into_iter().map(|(name, value)| json!({ "name": name, "value": value })).collect()
    };
    let roles: Vec<Value> = roles
        .split(',')
        .map(|role| match role {
            "Viewer" | "Operator" | "Editor" | "Administrator" => {
                json!({ "role_id": format!("crn:v1:bluemix:public:iam::::role:{role}") })
            }
            other => json!({ "role_id": format!("crn:v1:bluemix:public:{target}::::serviceRole:{other}") }),
        })
        .collect();
    Ok(json!({
        "type": "authorization",
        "subjects": [{ "attributes": attributes(subject) }],
        "roles": roles,
        "resources": [{ "attributes": attributes(resource) }],
    }))
}
