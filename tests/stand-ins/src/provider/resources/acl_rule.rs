//! `ibm_is_network_acl_rule`, and the rules of an ACL (Terraform facts §1.11). Its id is `ACL/RULE`.

use serde_json::{Value as Json, json};

use super::rule::old_form;
use super::{Body, Failed, Resource, id_of, parts, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct AclRule;

impl Resource for AclRule {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let acl = text(wanted, "network_acl");
        let body = body(wanted).identity(wanted, "before", "before").done();
        let made = api.vpc("POST", &format!("/network_acls/{acl}/rules"), Some(body))?;
        Ok(format!("{acl}/{}", id_of(&made)))
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (acl, id) = parts(state, '/')?;
        let Some(rule) = api.find(&path(state)?)? else { return Ok(None) };
        let mut read = tell(&rule);
        read.insert("network_acl".to_owned(), acl.into());
        read.insert("id".to_owned(), Value::Text(format!("{acl}/{id}")));
        Ok(Some(read))
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        let differing: Object = wanted
            .iter()
            .filter(|(key, value)| get(prior, key) != *value)
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        let body = numbers(&differing, plain(&differing)).identity(&differing, "before", "before").done();
        api.vpc("PATCH", &path(prior)?, Some(body)).map(drop)
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state)?, 1)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (acl, rule) = parts(state, '/')?;
    Ok(format!("/network_acls/{acl}/rules/{rule}"))
}

/// The body that makes a rule. Without a protocol, a rule that denies is of any.
pub(super) fn body(wanted: &Object) -> Body {
    let usual = if text(wanted, "action") == "deny" { "any" } else { "icmp_tcp_udp" };
    let protocol = match old_form(wanted) {
        Some((name, _)) => name,
        None => get(wanted, "protocol").text().unwrap_or(usual),
    };
    numbers(wanted, plain(wanted)).put("protocol", json!(protocol))
}

fn plain(wanted: &Object) -> Body {
    let keys = ["name", "action", "direction", "source", "destination"];
    keys.iter().fold(Body::default(), |body, key| body.take(wanted, key, key))
}

fn numbers(wanted: &Object, body: Body) -> Body {
    let from = old_form(wanted).map_or(wanted, |(_, block)| block);
    let keys = [
        ("port_min", "destination_port_min"),
        ("port_max", "destination_port_max"),
        ("source_port_min", "source_port_min"),
        ("source_port_max", "source_port_max"),
        ("type", "type"),
        ("code", "code"),
    ];
    keys.iter().fold(body, |body, (from_key, key)| body.take(from, from_key, key))
}

/// What is told of a rule.
pub(super) fn tell(rule: &Json) -> Object {
    told(
        rule,
        &[
            "rule_id=id",
            "name",
            "action",
            "direction",
            "source",
            "destination",
            "protocol",
            "ip_version",
            "href",
            "before=before/id",
            "port_min=destination_port_min",
            "port_max=destination_port_max",
            "source_port_min",
            "source_port_max",
            "type",
            "code",
        ],
    )
}
