//! Bringing what was read into the form of the schema: every attribute is there, and nothing else.

use serde_json::Value as Json;

use super::table::{Block, Nesting};
use super::value::{Object, Value, get};

/// The state of a resource or data source. What is missing, or unknown still, is null or empty.
pub(super) fn state(row: &Block, from: &Object) -> Object {
    let mut state = block(row, from);
    if !row.timeouts.is_empty() {
        let given = get(from, "timeouts").object().map(|given| {
            let keys = row.timeouts.iter().map(|key| (key.clone(), known(get(given, key))));
            Value::Object(keys.collect())
        });
        state.insert("timeouts".to_owned(), given.unwrap_or_default());
    }
    state
}

fn block(row: &Block, from: &Object) -> Object {
    let attributes = row
        .attributes
        .iter()
        .map(|(name, attribute)| (name.clone(), typed(&attribute.kind, get(from, name))));
    let blocks = row.blocks.iter().map(|(name, inner)| {
        let items = get(from, name).items().iter().filter_map(Value::object);
        let items = items.map(|item| Value::Object(block(inner, item))).collect();
        let value = match inner.nesting {
            Nesting::Single => Value::Null,
            Nesting::List | Nesting::Set => Value::List(items),
        };
        (name.clone(), value)
    });
    attributes.chain(blocks).collect()
}

fn known(value: &Value) -> Value {
    if *value == Value::Unknown { Value::Null } else { value.clone() }
}

/// A value in the form of a type.
fn typed(kind: &Json, value: &Value) -> Value {
    match (kind[0].as_str(), value) {
        (Some("list" | "set"), Value::List(items)) => {
            Value::List(items.iter().map(|item| typed(&kind[1], item)).collect())
        }
        (Some("object"), Value::Object(object)) => {
            let fields = kind[1].as_object().into_iter().flatten();
            Value::Object(fields.map(|(name, kind)| (name.clone(), typed(kind, get(object, name)))).collect())
        }
        _ => known(value),
    }
}
