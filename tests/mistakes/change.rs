//! One change to the text of a plan file.
//!
//! `set PATH VALUE` sets a field, `add PATH VALUE` adds to a list, `remove PATH` takes
//! an object or a field away. Paths are those of findings: `gateways/kms/target/crn`,
//! `subnets/vpe-1/cidr`. A value is JSON where it begins as an object, list or quoted
//! text does or is `true` or `false`; else it is a text as it stands.

use serde_json::Value;

/// The text of a plan file after a change.
pub(crate) fn changed(text: &str, change: &str) -> Result<String, String> {
    let mut file: Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let mut words = change.splitn(3, ' ');
    let (op, path) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let value = words.next().unwrap_or_default();
    let plan = &mut file["plan"];
    match op {
        "set" => *slot(plan, path)? = json(value)?,
        "add" => {
            let value = json(value)?;
            let list = slot(plan, path)?;
            if list.is_null() {
                *list = Value::Array(Vec::new());
            }
            list.as_array_mut().ok_or("not a list")?.push(value);
        }
        "remove" => remove(plan, path)?,
        _ => return Err(format!("{op:?} is none of set, add and remove")),
    }
    Ok(file.to_string())
}

fn json(text: &str) -> Result<Value, String> {
    if text.starts_with(['{', '[', '"']) || text == "true" || text == "false" {
        return serde_json::from_str(text).map_err(|e| format!("{text}: {e}"));
    }
    Ok(Value::String(text.to_owned()))
}

/// The place of a path in a plan's JSON; null where nothing stands there yet.
fn slot<'v>(plan: &'v mut Value, path: &str) -> Result<&'v mut Value, String> {
    let mut steps = path.split('/').peekable();
    let kind = steps.next().unwrap_or_default();
    let mut at = match steps.peek() {
        _ if kind == "plan" => plan,
        None => &mut plan[kind],
        Some(key) => {
            let found = keyed(plan, kind, key).ok_or_else(|| format!("no {kind}/{key}"))?;
            steps.next();
            found
        }
    };
    if at.get("wanted").is_some() && steps.peek() != Some(&"origin") {
        at = &mut at["wanted"];
    }
    for step in steps {
        at = match at {
            Value::Array(items) => {
                let position = position(items, step).ok_or_else(|| format!("no {step}"))?;
                &mut items[position]
            }
            Value::Object(fields) => fields.entry(step).or_insert(Value::Null),
            Value::Null => &mut at[step],
            _ => return Err(format!("{step} is in no object")),
        };
    }
    Ok(at)
}

/// Where an entry is in a list: by its zone, its text or its number.
fn position(items: &[Value], step: &str) -> Option<usize> {
    let named = |i: &Value| i.get("zone").unwrap_or(i).as_str() == Some(step);
    items.iter().position(named).or_else(|| step.parse().ok().filter(|&n: &usize| n < items.len()))
}

/// The lists of a plan that hold objects of a kind.
fn lists<'v>(plan: &'v mut Value, kind: &str) -> Vec<&'v mut Vec<Value>> {
    fn within<'v>(list: Vec<&'v mut Vec<Value>>, field: &str) -> Vec<&'v mut Vec<Value>> {
        list.into_iter()
            .flatten()
            .filter_map(|o| o.get_mut("wanted")?.get_mut(field)?.as_array_mut())
            .collect()
    }
    let parent = match kind {
        "prefixes" | "network_acls" | "subnets" | "security_groups" | "dns_resolution_bindings" => "vpcs",
        "resource_bindings" => "gateways",
        "reserved_ips" => "subnets",
        "network_acl_rules" => return within(lists(plan, "network_acls"), "rules"),
        "rules" => "security_groups",
        _ => return plan.get_mut(kind).and_then(Value::as_array_mut).into_iter().collect(),
    };
    within(lists(plan, parent), kind)
}

fn keyed<'v>(plan: &'v mut Value, kind: &str, key: &str) -> Option<&'v mut Value> {
    lists(plan, kind).into_iter().flatten().find(|o| o["key"] == key)
}

fn remove(plan: &mut Value, path: &str) -> Result<(), String> {
    let gone = || format!("no {path}");
    let (of, last) = path.rsplit_once('/').ok_or_else(gone)?;
    if !of.contains('/') {
        let list =
            lists(plan, of).into_iter().find(|l| l.iter().any(|o| o["key"] == last)).ok_or_else(gone)?;
        list.retain(|o| o["key"] != last);
        return Ok(());
    }
    match slot(plan, of)? {
        Value::Array(items) => {
            let position = position(items, last).ok_or_else(gone)?;
            items.remove(position);
        }
        Value::Object(fields) => drop(fields.remove(last).ok_or_else(gone)?),
        _ => return Err(gone()),
    }
    Ok(())
}
