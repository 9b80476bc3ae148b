//! `ibm_is_security_group_rule` (Terraform facts §1.9). Its id is `GROUP.RULE`, with a dot.

use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde_json::{Value as Json, json};

use super::{Body, Failed, Resource, id_of, parts, plain, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct Rule;

impl Resource for Rule {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let group = text(wanted, "group");
        let body = numbers(wanted, sides(wanted, Body::default()))
            .take(wanted, "direction", "direction")
            .take(wanted, "ip_version", "ip_version")
            .take(wanted, "name", "name")
            .put("protocol", json!(protocol(wanted)))
            .done();
        let made = api.vpc("POST", &format!("/security_groups/{group}/rules"), Some(body))?;
        Ok(format!("{group}.{}", id_of(&made)))
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (group, id) = parts(state, '.')?;
        let Some(rule) = api.find(&path(state)?)? else { return Ok(None) };
        let mut read = tell(&rule);
        // Ports are refreshed only where a block of the old form is in the state.
        let old = ["tcp", "udp"].into_iter().find(|block| !get(state, block).is_unsaid());
        let ports =
            ["port_min", "port_max"].map(|key| (key.to_owned(), read.remove(key).unwrap_or_default()));
        match old {
            Some(block) => {
                read.insert(block.to_owned(), Value::List(vec![Value::Object(ports.into_iter().collect())]));
            }
            None => {
                for key in ["tcp", "udp", "icmp"] {
                    read.insert(key.to_owned(), Value::List(Vec::new()));
                }
            }
        }
        read.insert("group".to_owned(), group.into());
        read.insert("id".to_owned(), Value::Text(format!("{group}.{id}")));
        if let Some(found) = api.find(&format!("/security_groups/{group}"))? {
            read.insert("related_crn".to_owned(), (&found["crn"]).into());
        }
        Ok(Some(read))
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        let differing: Object = wanted
            .iter()
            .filter(|(key, value)| get(prior, key) != *value)
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        let body = numbers(&differing, sides(&differing, Body::default()))
            .take(&differing, "direction", "direction")
            .take(&differing, "name", "name")
            .done();
        api.vpc("PATCH", &path(prior)?, Some(body))?;
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state)?, 1)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (group, id) = parts(state, '.')?;
    Ok(format!("/security_groups/{group}/rules/{id}"))
}

/// The block of the old form, where one is written.
pub(super) fn old_form(wanted: &Object) -> Option<(&'static str, &Object)> {
    ["tcp", "udp", "icmp"]
        .into_iter()
        .find_map(|name| Some((name, get(wanted, name).items().first()?.object()?)))
}

fn protocol(wanted: &Object) -> &str {
    match old_form(wanted) {
        Some((name, _)) => name,
        None => get(wanted, "protocol").text().unwrap_or("icmp_tcp_udp"),
    }
}

/// Ports, type and code, from the flat form or the old one.
fn numbers(wanted: &Object, body: Body) -> Body {
    let from = old_form(wanted).map_or(wanted, |(_, block)| block);
    ["port_min", "port_max", "type", "code"].iter().fold(body, |body, key| body.take(from, key, key))
}

/// Both sides: an address, a range, or else the id of a group.
fn sides(wanted: &Object, body: Body) -> Body {
    ["remote", "local"].iter().fold(body, |body, key| {
        let Some(json) = plain(get(wanted, key)) else { return body };
        let side = json.as_str().unwrap_or_default();
        let by = if side.parse::<Ipv4Addr>().is_ok() {
            "address"
        } else if side.parse::<Ipv4Net>().is_ok() {
            "cidr_block"
        } else {
            "id"
        };
        body.put(key, json!({ by: side }))
    })
}

/// What is told of a rule.
pub(in crate::provider) fn tell(rule: &Json) -> Object {
    let mut state = told(
        rule,
        &[
            "rule_id=id",
            "name",
            "direction",
            "ip_version",
            "protocol",
            "port_min",
            "port_max",
            "type",
            "code",
        ],
    );
    for key in ["remote", "local"] {
        let side = ["address", "cidr_block", "id"].iter().find_map(|by| rule[key][by].as_str());
        state.insert(key.to_owned(), side.map_or(Value::Null, Value::from));
    }
    state
}
