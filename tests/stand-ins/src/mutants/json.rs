//! Mutants of a JSON text, a query and a form.

use serde_json::Value;

use super::misspelt;

/// Each key at each depth dropped, misspelt and repeated. Items of arrays are told apart by `[]`
/// alone, so that a description does not depend on how many there are. A text that is not JSON has
/// no mutants.
pub fn json_body(text: &str) -> Vec<(String, String)> {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return Vec::new();
    };
    let mut paths = Vec::new();
    collect(&value, &mut Vec::new(), &mut paths);
    let mut all = Vec::new();
    for path in &paths {
        let name = describe(path);
        for (verb, how) in [("drop", How::Drop), ("misspell", How::Misspell), ("repeat", How::Repeat)] {
            let mut out = String::new();
            write(&value, &mut Vec::new(), path, how, &mut out);
            all.push((format!("{verb} {name}"), out));
        }
    }
    all
}

#[derive(Debug, Clone, PartialEq)]
enum Part {
    Key(String),
    Item(usize),
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum How {
    Drop,
    Misspell,
    Repeat,
}

/// The paths of all keys, outer ones first.
fn collect(value: &Value, here: &mut Vec<Part>, paths: &mut Vec<Vec<Part>>) {
    match value {
        Value::Object(map) => {
            for (key, item) in map {
                here.push(Part::Key(key.clone()));
                paths.push(here.clone());
                collect(item, here, paths);
                here.pop();
            }
        }
        Value::Array(list) => {
            for (index, item) in list.iter().enumerate() {
                here.push(Part::Item(index));
                collect(item, here, paths);
                here.pop();
            }
        }
        _ => {}
    }
}

fn describe(path: &[Part]) -> String {
    let mut out = String::new();
    for part in path {
        match part {
            Part::Item(_) => out.push_str("[]"),
            Part::Key(key) => {
                if !out.is_empty() {
                    out.push('.');
                }
                out.push_str(key);
            }
        }
    }
    out
}

/// Writes the value, with the key at `goal` changed.
fn write(value: &Value, here: &mut Vec<Part>, goal: &[Part], how: How, out: &mut String) {
    match value {
        Value::Object(map) => {
            out.push('{');
            let mut first = true;
            for (key, item) in map {
                here.push(Part::Key(key.clone()));
                let hit = here == goal;
                let times = match (hit, how) {
                    (true, How::Drop) => 0,
                    (true, How::Repeat) => 2,
                    _ => 1,
                };
                for _ in 0..times {
                    if !std::mem::take(&mut first) {
                        out.push(',');
                    }
                    let word = if hit && how == How::Misspell { misspelt(key) } else { key.clone() };
                    out.push_str(&Value::String(word).to_string());
                    out.push(':');
                    write(item, here, goal, how, out);
                }
                here.pop();
            }
            out.push('}');
        }
        Value::Array(list) => {
            out.push('[');
            for (index, item) in list.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                here.push(Part::Item(index));
                write(item, here, goal, how, out);
                here.pop();
            }
            out.push(']');
        }
        other => out.push_str(&other.to_string()),
    }
}

/// A list of keys with their values.
type Pairs = Vec<(String, String)>;

/// Each pair of a query dropped, misspelt and repeated, and each value emptied.
pub fn query(pairs: &[(String, String)]) -> Vec<(String, Pairs)> {
    let mut all = Vec::new();
    for (index, (key, value)) in pairs.iter().enumerate() {
        let with = |middle: &[(String, String)]| [&pairs[..index], middle, &pairs[index + 1..]].concat();
        let own = (key.clone(), value.clone());
        all.push((format!("drop query {key}"), with(&[])));
        let wrong = (misspelt(key), value.clone());
        all.push((format!("misspell query {key}"), with(&[wrong])));
        all.push((format!("repeat query {key}"), with(&[own.clone(), own])));
    }
    all
}

/// The same for a form's body.
pub fn form(text: &str) -> Vec<(String, String)> {
    let parts: Vec<(String, String)> = text
        .split('&')
        .filter_map(|part| part.split_once('='))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    query(&parts)
        .into_iter()
        .map(|(mutant, pairs)| {
            let pairs: Vec<String> = pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
            (mutant.replace(" query ", " form key "), pairs.join("&"))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_key_is_dropped_misspelt_and_repeated_in_its_place() {
        let all = json_body(r#"{"a":{"b":1},"c":[{"d":true},{"d":null}]}"#);
        let texts = |mutant: &str| -> Vec<&str> {
            let found = all.iter().filter(|(name, _)| name == mutant);
            found.map(|(_, text)| text.as_str()).collect()
        };
        assert_eq!(texts("drop a"), [r#"{"c":[{"d":true},{"d":null}]}"#]);
        assert_eq!(texts("misspell a.b"), [r#"{"a":{"bx":1},"c":[{"d":true},{"d":null}]}"#]);
        assert_eq!(
            texts("repeat c[].d"),
            [
                r#"{"a":{"b":1},"c":[{"d":true,"d":true},{"d":null}]}"#,
                r#"{"a":{"b":1},"c":[{"d":true},{"d":null,"d":null}]}"#
            ]
        );
        assert_eq!(all.len(), 15);
    }

    #[test]
    fn a_form_has_mutants_of_its_own() {
        let all = form("a=1&b=2");
        assert!(all.contains(&("drop form key a".to_owned(), "b=2".to_owned())));
        assert!(all.contains(&("repeat form key b".to_owned(), "a=1&b=2&b=2".to_owned())));
    }
}
