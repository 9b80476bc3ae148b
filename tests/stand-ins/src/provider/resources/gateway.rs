//! `ibm_is_virtual_endpoint_gateway` (Terraform facts §1.1).

use serde_json::{Value as Json, json};

use super::{Body, Failed, Resource, id_of, polls, set_tags, told, told_tags};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct Gateway;

impl Resource for Gateway {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let target = get(wanted, "target").items().first().and_then(Value::object);
        let target = target.map(|target| {
            ["name", "crn", "resource_type"]
                .iter()
                .fold(Body::default(), |body, key| body.take(target, key, key))
                .done()
        });
        let mut body = Body::default()
            .take(wanted, "name", "name")
            .identity(wanted, "vpc", "vpc")
            .identity(wanted, "resource_group", "resource_group")
            .put("target", target.unwrap_or_default());
        if let Some(mode) = mode(wanted) {
            body = body.put("dns_resolution_binding_mode", json!(mode));
        }
        let groups: Vec<Json> = groups(wanted).iter().map(|id| json!({ "id": id })).collect();
        if !groups.is_empty() {
            body = body.put("security_groups", json!(groups));
        }
        let ips: Vec<Json> =
            get(wanted, "ips").items().iter().filter_map(Value::object).map(inline).collect();
        if !ips.is_empty() {
            body = body.put("ips", json!(ips));
        }
        let made = api.vpc("POST", "/endpoint_gateways", Some(body.done()))?;
        let id = id_of(&made);
        settle(api, &id, polls(wanted, "create", 30)).map_err(|why| Failed { id: Some(id.clone()), why })?;
        set_tags(api, made["crn"].as_str().unwrap_or_default(), &Object::new(), wanted);
        Ok(id)
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let Some(gateway) = api.find(&path(state))? else { return Ok(None) };
        let mut read = told(
            &gateway,
            &[
                "id",
                "name",
                "crn",
                "created_at",
                "health_state",
                "lifecycle_state",
                "lifecycle_reasons",
                "resource_type",
                "service_endpoints",
                "dns_resolution_binding_mode",
                "vpc=vpc/id",
                "resource_group=resource_group/id",
            ],
        );
        let shares = gateway["dns_resolution_binding_mode"] != "disabled";
        read.insert("allow_dns_resolution_binding".to_owned(), shares.into());
        let target = told(&gateway["target"], &["name", "crn", "resource_type"]);
        read.insert("target".to_owned(), Value::List(vec![Value::Object(target)]));
        let ips = gateway["ips"].as_array().into_iter().flatten().map(|ip| {
            let mut told = told(ip, &["id", "name", "address", "resource_type"]);
            let subnet =
                ip["href"].as_str().and_then(|href| href.split("/subnets/").nth(1)?.split('/').next());
            told.insert("subnet".to_owned(), subnet.map_or(Value::Null, Value::from));
            Value::Object(told)
        });
        read.insert("ips".to_owned(), Value::List(ips.collect()));
        let groups = gateway["security_groups"].as_array().into_iter().flatten();
        let groups = groups.map(|group| Value::from(&group["id"])).collect();
        read.insert("security_groups".to_owned(), Value::List(groups));
        told_tags(api, gateway["crn"].as_str().unwrap_or_default(), &mut read)?;
        Ok(Some(read))
    }

    /// A patch is always sent first; groups are added before others are taken (Terraform facts §2.6).
    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        let mut body = Body::default().take(wanted, "name", "name");
        let changed = ["dns_resolution_binding_mode", "allow_dns_resolution_binding"]
            .iter()
            .any(|key| get(prior, key) != get(wanted, key));
        if changed && let Some(mode) = changed_mode(prior, wanted) {
            body = body.put("dns_resolution_binding_mode", json!(mode));
        }
        api.vpc("PATCH", &path(prior), Some(body.done()))?;
        let (id, polls) = (text(prior, "id"), polls(wanted, "update", 30));
        let (before, after) = (groups(prior), groups(wanted));
        for group in after.iter().filter(|one| !before.contains(one)) {
            api.vpc("PUT", &format!("/security_groups/{group}/targets/{id}"), None)?;
            settle(api, id, polls)?;
        }
        for group in before.iter().filter(|one| !after.contains(one)) {
            api.vpc("DELETE", &format!("/security_groups/{group}/targets/{id}"), None)?;
            settle(api, id, polls)?;
        }
        set_tags(api, text(prior, "crn"), prior, wanted);
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        let (path, polls) = (path(state), polls(state, "delete", 30));
        api.delete(&path, polls)?;
        api.wait_gone(&path, polls)
    }
}

fn path(state: &Object) -> String {
    format!("/endpoint_gateways/{}", text(state, "id"))
}

/// Waits until a gateway is stable or failed, which both count as done. When the time is over, one
/// that its service has not admitted yet is let through.
fn settle(api: &Api, id: &str, polls: u32) -> Result<(), Refused> {
    let done = |gateway: &Json| ["stable", "failed"].iter().any(|state| gateway["lifecycle_state"] == *state);
    match api.wait(&format!("/endpoint_gateways/{id}"), polls, done) {
        Ok(_) => Ok(()),
        Err((_, seen)) if pending(&seen) => Ok(()),
        Err((why, _)) => Err(why),
    }
}

fn pending(gateway: &Json) -> bool {
    gateway["target"]["resource_type"] == "private_path_service_gateway"
        && gateway["lifecycle_reasons"]
            .as_array()
            .is_some_and(|reasons| reasons.iter().any(|reason| reason["code"] == "access_pending"))
}

/// The mode as it is said, in its own words or in those of the older argument.
fn mode(wanted: &Object) -> Option<&str> {
    match (get(wanted, "dns_resolution_binding_mode"), get(wanted, "allow_dns_resolution_binding")) {
        (Value::Text(mode), _) => Some(mode),
        (_, Value::Bool(flag)) => Some(of_flag(*flag)),
        _ => None,
    }
}

/// Of the two arguments, the one that changed.
fn changed_mode<'a>(prior: &Object, wanted: &'a Object) -> Option<&'a str> {
    let flag = get(wanted, "allow_dns_resolution_binding");
    match flag {
        Value::Bool(now) if flag != get(prior, "allow_dns_resolution_binding") => Some(of_flag(*now)),
        _ => get(wanted, "dns_resolution_binding_mode").text(),
    }
}

fn of_flag(flag: bool) -> &'static str {
    if flag { "primary" } else { "disabled" }
}

fn groups(object: &Object) -> Vec<&str> {
    get(object, "security_groups").items().iter().filter_map(Value::text).collect()
}

/// An address of the block `ips`. A subnet is sent even where there is none, and `auto_delete` never
/// (Terraform facts §2.2, §2.12).
fn inline(ip: &Object) -> Json {
    Body::default()
        .take(ip, "id", "id")
        .take(ip, "name", "name")
        .put("subnet", json!({ "id": text(ip, "subnet") }))
        .done()
}
