//! The form of a JSON value, and checking one against it.

use std::collections::BTreeMap;
use std::sync::Mutex;

use regex::Regex;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::fault::Fault;
use super::table::table;

/// What a value may look like.
#[derive(Debug, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Shape {
    String {
        pattern: Option<String>,
        options: Option<Vec<String>>,
        #[serde(default)]
        min: usize,
        max: Option<usize>,
    },
    Boolean,
    Integer {
        min: i64,
        max: i64,
    },
    Array {
        items: Box<Shape>,
    },
    Object {
        required: Vec<String>,
        keys: BTreeMap<String, Shape>,
    },
    /// An object with exactly one of these keys, a string.
    Identity {
        by: Vec<String>,
    },
    /// An object whose other keys follow from the value of one; cases are regular expressions.
    ByKey {
        key: String,
        cases: BTreeMap<String, Shape>,
    },
    /// A value, or `null` to take it away.
    Nullable {
        of: Box<Shape>,
    },
    /// One of several objects that share no key that tells them apart.
    Either {
        cases: Vec<Shape>,
    },
    /// A shape of the table.
    Named {
        name: String,
    },
}

impl Shape {
    /// Checks a value that stands at `place` (empty for the whole body).
    ///
    /// # Errors
    /// The first fault found.
    pub(crate) fn check(&self, value: &Value, place: &str) -> Result<(), Fault> {
        match self {
            Self::Named { name } => {
                table().shapes.get(name).expect("a named shape is in the table").check(value, place)
            }
            Self::Boolean => match value {
                Value::Bool(_) => Ok(()),
                _ => Err(wrong_kind(place, "a boolean", value)),
            },
            Self::Integer { min, max } => match value.as_i64() {
                Some(number) if (*min..=*max).contains(&number) => Ok(()),
                Some(number) => Err(Fault::field(
                    "validation_failure",
                    place,
                    format!("{number} is not from {min} to {max}"),
                )),
                None => Err(wrong_kind(place, "a whole number", value)),
            },
            Self::String { pattern, options, min, max } => {
                let Value::String(text) = value else {
                    return Err(wrong_kind(place, "a string", value));
                };
                check_text(text, place, pattern.as_deref(), options.as_deref(), *min, *max)
            }
            Self::Array { items } => {
                let Value::Array(list) = value else {
                    return Err(wrong_kind(place, "an array", value));
                };
                list.iter()
                    .enumerate()
                    .try_for_each(|(index, item)| items.check(item, &format!("{place}[{index}]")))
            }
            Self::Object { required, keys } => {
                let map = object(value, place)?;
                for (key, item) in map {
                    let Some(shape) = keys.get(key) else {
                        return Err(unknown_key(place, key));
                    };
                    shape.check(item, &join(place, key))?;
                }
                match required.iter().find(|key| !map.contains_key(*key)) {
                    Some(key) => Err(required_key(place, key)),
                    None => Ok(()),
                }
            }
            Self::Identity { by } => {
                let map = object(value, place)?;
                if let Some(key) = map.keys().find(|key| !by.contains(key)) {
                    return Err(unknown_key(place, key));
                }
                let mut given = map.iter();
                let (Some((key, item)), None) = (given.next(), given.next()) else {
                    return Err(Fault::field(
                        "validation_only_one",
                        place,
                        format!("exactly one of {} is expected", by.join(", ")),
                    ));
                };
                match item {
                    Value::String(text) if !text.is_empty() => Ok(()),
                    _ => Err(wrong_kind(&join(place, key), "a string", item)),
                }
            }
            Self::ByKey { key, cases } => {
                let map = object(value, place)?;
                let Some(found) = map.get(key) else {
                    return Err(required_key(place, key));
                };
                let Value::String(word) = found else {
                    return Err(wrong_kind(&join(place, key), "a string", found));
                };
                match cases.iter().find(|(case, _)| whole_match(case, word)) {
                    Some((_, shape)) => shape.check(value, place),
                    None => Err(Fault::field(
                        "validation_enum",
                        &join(place, key),
                        format!("{word:?} is not one of its values"),
                    )),
                }
            }
            Self::Nullable { of } => match value {
                Value::Null => Ok(()),
                value => of.check(value, place),
            },
            Self::Either { cases } => {
                let mut faults = Vec::new();
                for case in cases {
                    match case.check(value, place) {
                        Ok(()) => return Ok(()),
                        Err(fault) => faults.push(fault),
                    }
                }
                // A fault in a value tells more than a key that another case would have had.
                let of_keys = ["bad_field", "validation_required_field"];
                let telling = faults.iter().position(|fault| !of_keys.contains(&fault.code));
                Err(faults.swap_remove(telling.unwrap_or(0)))
            }
        }
    }
}

fn check_text(
    text: &str,
    place: &str,
    pattern: Option<&str>,
    options: Option<&[String]>,
    min: usize,
    max: Option<usize>,
) -> Result<(), Fault> {
    if let Some(options) = options
        && !options.iter().any(|option| option == text)
    {
        return Err(Fault::field(
            "validation_enum",
            place,
            format!("{text:?} is not one of {}", options.join(", ")),
        ));
    }
    if let Some(pattern) = pattern
        && !table().fits(pattern, text)
    {
        let code = match pattern {
            "name" => "validation_invalid_name",
            "ipv4" => "validation_invalid_ipv4_address",
            "cidr" => "validation_invalid_ipv4_cidr",
            _ => "validation_failure",
        };
        return Err(Fault::field(code, place, format!("{text:?} has not the form of a {pattern}")));
    }
    let length = text.chars().count();
    if length < min || max.is_some_and(|max| length > max) {
        return Err(Fault::field(
            "validation_failure",
            place,
            format!("{length} characters are too few or too many"),
        ));
    }
    Ok(())
}

fn object<'a>(value: &'a Value, place: &str) -> Result<&'a Map<String, Value>, Fault> {
    value.as_object().ok_or_else(|| wrong_kind(place, "an object", value))
}

fn whole_match(case: &str, word: &str) -> bool {
    static KNOWN: Mutex<BTreeMap<String, Regex>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().expect("nothing panics while it holds the cases");
    let regex = known
        .entry(case.to_owned())
        .or_insert_with(|| Regex::new(&format!("^(?:{case})$")).expect("the cases are regular expressions"));
    regex.is_match(word)
}

fn join(place: &str, key: &str) -> String {
    if place.is_empty() { key.to_owned() } else { format!("{place}.{key}") }
}

fn wrong_kind(place: &str, expected: &str, value: &Value) -> Fault {
    Fault::field("validation_failure", place, format!("{expected} is expected, not {value}"))
}

fn unknown_key(place: &str, key: &str) -> Fault {
    Fault::field("bad_field", &join(place, key), "this key does not exist here")
}

fn required_key(place: &str, key: &str) -> Fault {
    Fault::field("validation_required_field", &join(place, key), "this key is required")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn code(shape: &str, value: Value) -> Option<&'static str> {
        let shape = table().shapes.get(shape).unwrap();
        shape.check(&value, "").err().map(|fault| fault.code)
    }

    #[test]
    fn a_gateway_target_has_one_of_two_forms() {
        let crn = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com";
        let target = |value| code("GatewayTarget", value);
        assert_eq!(target(json!({"resource_type": "provider_cloud_service", "crn": crn})), None);
        assert_eq!(
            target(json!({"resource_type": "provider_cloud_service", "name": "ibm-ntp-server"})),
            Some("bad_field")
        );
        assert_eq!(target(json!({"crn": crn})), Some("validation_required_field"));
        assert_eq!(target(json!({"resource_type": "cloud", "crn": crn})), Some("validation_enum"));
        assert_eq!(
            target(json!({"resource_type": "provider_cloud_service", "crn": "kms"})),
            Some("validation_failure")
        );
    }

    #[test]
    fn an_address_is_existing_or_new_and_never_both() {
        let ip = |value| code("GatewayIp", value);
        assert_eq!(ip(json!({"id": "0717-a"})), None);
        assert_eq!(ip(json!({"subnet": {"id": "s"}, "auto_delete": true})), None);
        assert!(ip(json!({"id": "0717-a", "subnet": {"id": "s"}})).is_some());
        assert!(ip(json!({"subnet": {"id": "s"}, "auto_delete": "true"})).is_some());
        assert!(ip(json!({"subnet": {"id": "s", "crn": "c"}})).is_some());
        assert!(ip(json!({"address": "10.0.0.9"})).is_some());
    }

    #[test]
    fn ports_go_with_tcp_and_udp_only() {
        let rule = |value| code("Rule", value);
        let base = json!({"direction": "inbound", "protocol": "tcp", "port_min": 443, "port_max": 443,
            "remote": {"cidr_block": "10.0.0.0/8"}});
        assert_eq!(rule(base.clone()), None);
        for (key, value) in [
            ("protocol", json!("icmp")),
            ("protocol", json!("all")),
            ("port_min", json!(0)),
            ("port_min", json!("443")),
            ("remote", json!("10.0.0.0/8")),
            ("direction", json!("ingress")),
        ] {
            let mut changed = base.clone();
            changed[key] = value;
            assert!(rule(changed).is_some(), "{key}");
        }
    }
}
