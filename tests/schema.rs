//! The committed JSON Schema against the plans of the project, and against what the
//! program itself reads and writes.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails with the reason; what it needs is not part of what it shows"
)]

// Its other users are benchmarks.
#[allow(dead_code, reason = "each user of the shared generator uses a part of it")]
#[path = "support/synthetic.rs"]
mod synthetic;

use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use vpe_planner::plan::{self, Gateway, Key, Plan, Resource, TEMPLATES, Vpc};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn schema() -> Value {
    let text = fs::read_to_string(Path::new(ROOT).join("static/plan.schema.json")).unwrap();
    serde_json::from_str(&text).unwrap()
}

/// Checks a file against the schema; all that is wrong with it, in words.
fn faults(file: &Value) -> Vec<String> {
    thread_local! {
        static VALIDATOR: jsonschema::Validator = jsonschema::validator_for(&schema()).unwrap();
    }
    VALIDATOR.with(|v| v.iter_errors(file).map(|e| format!("{}: {e}", e.instance_path())).collect())
}

fn assert_valid(name: &str, text: &str) {
    let file = serde_json::from_str(text).unwrap_or_else(|e| panic!("{name}: {e}"));
    let faults = faults(&file);
    assert!(faults.is_empty(), "{name}:\n{}", faults.join("\n"));
}

#[test]
fn it_says_what_it_is() {
    let schema = schema();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    assert_eq!(schema["title"], "VPE Planner plan");
    assert!(schema["$id"].is_string() && schema["description"].is_string());
    assert!(jsonschema::meta::is_valid(&schema), "it is itself a schema");
    for (name, part) in schema["$defs"].as_object().unwrap() {
        assert!(part["description"].is_string(), "{name} has no description");
        assert!(!name.ends_with(|c: char| c.is_ascii_digit()), "{name} is a name for nobody");
    }
}

#[test]
fn examples_and_templates_are_valid() {
    for template in &TEMPLATES {
        assert_valid(template.id, template.text);
    }
    let examples = Path::new(ROOT).join("examples");
    for entry in fs::read_dir(&examples).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|e| e == "json") {
            let name = path.display().to_string();
            let text = fs::read_to_string(&path).unwrap();
            assert_valid(&name, &text);
            let plan = plan::read(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(plan::write(&plan), text, "{name} is as the program writes it");
        }
    }
}

#[test]
fn what_the_program_writes_is_valid() {
    let key = |text| Key::new(text).unwrap();
    let empty = Plan {
        vpcs: vec![Resource { key: key("v"), wanted: Vpc::default(), ..Resource::default() }],
        gateways: vec![Resource { key: key("g"), wanted: Gateway::default(), ..Resource::default() }],
        ..Plan::default()
    };
    for (name, plan) in [
        ("nothing", Plan::default()),
        ("half begun", empty),
        ("30 gateways", synthetic::plan(30)),
        ("30 faulty gateways", synthetic::faulty(30)),
    ] {
        assert_valid(name, &plan::write(&plan));
    }
}

/// Every object of a file, as the path to it.
fn objects(value: &Value, path: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            found.push(path.to_owned());
            for (name, field) in fields {
                objects(field, &format!("{path}/{name}"), found);
            }
        }
        Value::Array(items) => {
            for (i, item) in items.iter().enumerate() {
                objects(item, &format!("{path}/{i}"), found);
            }
        }
        _ => {}
    }
}

/// A changed file, with what was changed.
fn mutants(file: &Value) -> Vec<(String, Value)> {
    let mut paths = Vec::new();
    objects(file, "", &mut paths);
    let mut mutants = Vec::new();
    for path in &paths {
        let mut mutate = |what: String, change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
            let mut mutant = file.clone();
            change(mutant.pointer_mut(path).and_then(Value::as_object_mut).unwrap());
            mutants.push((format!("{path}: {what}"), mutant));
        };
        mutate("a field that nothing knows".into(), &|o| {
            o.insert("colour".into(), json!("blue"));
        });
        for (name, field) in file.pointer(path).and_then(Value::as_object).unwrap() {
            mutate(format!("{name} is misspelt"), &|o| {
                let value = o.remove(name).unwrap_or_default();
                o.insert(format!("{name}x"), value);
            });
            let wrong = if field.is_string() { json!(1) } else { json!("text") };
            mutate(format!("{name} is of another type"), &|o| {
                o.insert(name.clone(), wrong.clone());
            });
            if field.is_object() || ["key", "wanted", "vpe_planner", "plan"].contains(&name.as_str()) {
                mutate(format!("{name} is null"), &|o| {
                    o.insert(name.clone(), Value::Null);
                });
            }
        }
        for name in ["key", "wanted", "vpe_planner", "plan"] {
            if file.pointer(path).is_some_and(|o| o.get(name).is_some()) {
                mutate(format!("{name} is missing"), &|o| {
                    o.remove(name);
                });
            }
        }
    }
    mutants
}

#[test]
fn what_is_changed_for_the_worse_is_refused_by_schema_and_program_alike() {
    let mut tried = 0;
    for template in &TEMPLATES {
        let file: Value = serde_json::from_str(template.text).unwrap();
        for (what, mutant) in mutants(&file) {
            tried += 1;
            assert!(!faults(&mutant).is_empty(), "{}: {what}: the schema takes it", template.id);
            assert!(
                plan::read(&mutant.to_string()).is_err(),
                "{}: {what}: the program takes it",
                template.id
            );
        }
    }
    assert!(tried > 300, "{tried} mutants");
}

#[test]
fn words_and_keys_are_held_to_their_forms() {
    let file: Value = serde_json::from_str(TEMPLATES[0].text).unwrap();
    for (path, value) in [
        ("/vpe_planner", json!(2)),
        ("/vpe_planner", json!(0)),
        ("/plan/gateways/0/key", json!("App")),
        ("/plan/gateways/0/key", json!("")),
        ("/plan/gateways/0/key", json!("a".repeat(65))),
        ("/plan/gateways/0/wanted/dns", json!("secondary")),
        ("/plan/gateways/0/wanted/target/kind", json!("cloud")),
        ("/plan/gateways/0/wanted/addresses/0/how", json!("static")),
        ("/plan/targets/cli", json!("from17")),
        ("/plan/targets/provider", json!("from2_1")),
        ("/plan/vpcs/0/wanted/security_groups/0/wanted/rules/0/wanted/protocol", json!("all")),
    ] {
        let mut mutant = file.clone();
        *mutant.pointer_mut(path).unwrap_or_else(|| panic!("no {path}")) = value.clone();
        assert!(!faults(&mutant).is_empty(), "{path} = {value}: the schema takes it");
        assert!(plan::read(&mutant.to_string()).is_err(), "{path} = {value}: the program takes it");
    }
}
