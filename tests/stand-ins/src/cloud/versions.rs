//! How bodies and answers differ by the `version` date of a call (API facts §1.3 and §2.2). Inside,
//! everything has the newest form.

use serde_json::{Value, json};

use super::fault::Fault;
use super::table::Row;

/// The last date at which the DNS mode is two booleans (API facts §1.3).
const TWO_BOOLEANS: &str = "2025-11-17";
/// The last date at which a rule for all protocols, of a group or an ACL, is `all` (API facts §2.2).
const PROTOCOL_ALL: &str = "2025-12-08";

const MODE: &str = "dns_resolution_binding_mode";
const SHARED: &str = "allow_dns_resolution_binding";
const RESOURCES: &str = "allow_resource_binding";

/// Whether a query parameter is there at a date.
pub(super) fn has_parameter(key: &str, version: &str) -> bool {
    key != MODE || version > TWO_BOOLEANS
}

/// A body in the newest form.
///
/// # Errors
/// Where it says what is not there at the date.
pub(super) fn newest(row: &Row, version: &str, mut body: Value) -> Result<Value, Fault> {
    let unknown = |key: &str| Fault::field("bad_field", key, format!("not there at version {version}"));
    let shape = row.body.as_deref().unwrap_or_default();
    let Some(keys) = body.as_object_mut() else { return Ok(body) };
    if shape.starts_with("EndpointGateway") && version <= TWO_BOOLEANS {
        if keys.contains_key(MODE) {
            return Err(unknown(MODE));
        }
        let mut take = |key: &str| match keys.remove(key) {
            None => Ok(None),
            Some(Value::Bool(word)) => Ok(Some(word)),
            Some(_) => Err(Fault::field("validation_failure", key, "not a boolean")),
        };
        let mode = match (take(SHARED)?, take(RESOURCES)?) {
            (None, None | Some(false)) => None,
            (Some(false), None | Some(false)) => Some("disabled"),
            (Some(true), None | Some(false)) => Some("primary"),
            (Some(true), Some(true)) => Some("per_resource_binding"),
            (Some(false) | None, Some(true)) => {
                return Err(Fault::field("bad_field", RESOURCES, format!("only beside {SHARED}")));
            }
        };
        if let Some(mode) = mode {
            keys.insert(MODE.to_owned(), json!(mode));
        }
    }
    if ["Rule", "NewAclRule"].contains(&shape) && version <= PROTOCOL_ALL {
        match keys.get("protocol").and_then(Value::as_str) {
            Some("all") => drop(keys.insert("protocol".to_owned(), json!("icmp_tcp_udp"))),
            Some("icmp" | "tcp" | "udp") | None => {}
            Some(_) => return Err(unknown("protocol")),
        }
    }
    Ok(body)
}

/// An answer in the form of a date.
pub(super) fn of_the_date(version: &str, answer: &mut Value) {
    match answer {
        Value::Array(items) => items.iter_mut().for_each(|item| of_the_date(version, item)),
        Value::Object(keys) => {
            if version <= TWO_BOOLEANS
                && let Some(mode) = keys.remove(MODE)
            {
                keys.insert(SHARED.to_owned(), json!(mode != "disabled"));
                keys.insert(RESOURCES.to_owned(), json!(mode == "per_resource_binding"));
            }
            if version <= PROTOCOL_ALL && keys.get("protocol").is_some_and(|word| word == "icmp_tcp_udp") {
                keys.insert("protocol".to_owned(), json!("all"));
            }
            keys.values_mut().for_each(|value| of_the_date(version, value));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
