//! Whatever a user typed arrives byte for byte, and nothing else is called.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;
#[path = "support/hostile.rs"]
mod texts;

use proptest::prelude::*;
use serde_json::{Value, json};
use stand_ins::{Canaries, Recorder};
use std::collections::BTreeSet;
use std::process::Command;
use support::{Bench, said, tool};
use texts::{HOSTILE, Texts};
use vpe_planner::export::{File, Language, Tool};
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Key, Object, Plan};
use vpe_planner::{handover, rules};

const REGION: &str = "us-south";

fn files(plan: &Plan, tool: Tool) -> Vec<File> {
    let model = Model::of(plan);
    handover::files(plan, &model, &rules::check(&model), &[tool])
}

/// What arrived of a plan at one tool: every text, and what was called.
struct Arrived {
    texts: BTreeSet<String>,
    calls: Vec<String>,
}

fn run(plan: &Plan, seed: &Value, tool: Tool) -> Arrived {
    run_files(&files(plan, tool), &format!("{}/create.sh", tool.folder()), seed, tool)
}

fn run_files(files: &[File], script: &str, seed: &Value, tool: Tool) -> Arrived {
    let recorder = Recorder::start(seed);
    let bench = Bench::new();
    recorder.install_ibmcloud(bench.bin.path()).unwrap();
    let canaries = Canaries::install(bench.bin.path(), &["pwned", "touch", "rm", "id", "if", "x"]).unwrap();
    let mut env = recorder.env(REGION);
    env.push(("IAM_TOKEN".to_owned(), recorder.token()));
    bench.put(files);
    let output = bench.run_file(script, &[], &env);
    assert!(output.status.success(), "{}: {}", tool.name(), said(&output));
    if files.iter().any(|file| file.path.ends_with("/verify.sh")) {
        after(&bench, &env, tool);
    }
    assert_eq!(canaries.called().unwrap(), [""; 0]);
    assert_eq!(std::fs::read_dir(bench.work.path()).unwrap().count(), 0);
    let mut arrived = Arrived { texts: BTreeSet::new(), calls: Vec::new() };
    for command in recorder.commands() {
        let words: Vec<String> = command.into_iter().map(|arg| String::from_utf8(arg).unwrap()).collect();
        arrived.calls.push(words[..2].join(" "));
        for word in words {
            if let Ok(value) = serde_json::from_str(&word) {
                leaves(&value, &mut arrived.texts);
            }
            arrived.texts.extend(word.split(',').map(str::to_owned));
            arrived.texts.insert(word);
        }
    }
    for request in recorder.requests() {
        let parts: Vec<&str> = request.path.split('/').collect();
        arrived.calls.push(format!("{} {} {}", request.method, parts.len(), parts[parts.len().min(4) - 1]));
        arrived.texts.extend(parts.iter().map(|part| decoded(part)));
        arrived.texts.extend(request.query.into_iter().map(|(_, value)| value));
        if !request.body.is_empty() {
            leaves(&serde_json::from_slice(&request.body).unwrap(), &mut arrived.texts);
        }
    }
    arrived
}

/// Compares what was created with the plan, and tells what would be removed. What is told
/// to be there has the texts of the plan byte for byte: it is found by them. The stand-in
/// keeps no rules with their groups.
fn after(bench: &Bench, env: &[(String, String)], tool: Tool) {
    let output = bench.run_file(&format!("{}/verify.sh", tool.folder()), &[], env);
    assert_eq!(output.status.code(), Some(1), "{}: {}", tool.name(), said(&output));
    let found = String::from_utf8(output.stdout).unwrap();
    let missing: Vec<_> = found.lines().filter(|l| l.ends_with(" is missing.")).collect();
    let expected = |l: &&&str| l.starts_with("Rule ") || l.contains(" tag ");
    assert!(missing.iter().all(|l| expected(&l)), "{}: {missing:?}", tool.name());
    let output = bench.run_file(&format!("{}/teardown.sh", tool.folder()), &["--dry-run"], env);
    assert!(output.status.success(), "{}: {}", tool.name(), said(&output));
    assert!(said(&output).contains("To be removed, in this order:"), "{}", said(&output));
}

fn leaves(value: &Value, texts: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            texts.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| leaves(item, texts)),
        Value::Object(map) => map.values().for_each(|item| leaves(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn decoded(part: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = part.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        if byte == b'%' {
            let code = std::str::from_utf8(&after[..2]).unwrap();
            bytes.push(u8::from_str_radix(code, 16).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(byte);
            rest = after;
        }
    }
    String::from_utf8(bytes).unwrap()
}

/// What a plan of harmless texts calls.
fn tame_calls(tool: Tool) -> Vec<String> {
    let (plan, seed) = Texts::new(&|i| format!("text-{i}")).plan(REGION);
    run(&plan, &seed, tool).calls
}

fn assert_arrives(make: &dyn Fn(usize) -> String, tool: Tool, tame: &[String]) {
    let mut texts = Texts::new(make);
    let (plan, seed) = texts.plan(REGION);
    let expected = if tool == Tool::Cli { &texts.cli } else { &texts.api };
    let arrived = run(&plan, &seed, tool);
    for text in expected {
        assert!(arrived.texts.contains(text), "{}: {text:?} did not arrive", tool.name());
    }
    assert_eq!(arrived.calls, tame, "{}: what is called does not depend on texts", tool.name());
}

#[test]
fn hostile_texts_arrive_and_nothing_else_is_called() {
    if !tool("hostile_texts_arrive_and_nothing_else_is_called", "jq") {
        return;
    }
    for tool in [Tool::Cli, Tool::Api] {
        assert_arrives(&|i| format!("{i}{HOSTILE}{i}"), tool, &tame_calls(tool));
    }
}

/// The same of the scripts that make one gateway by itself, which hold the bodies of their
/// requests: of one whose surroundings exist by name, and of one that exists itself.
#[test]
fn hostile_texts_arrive_from_scripts_for_one_object() {
    if !tool("hostile_texts_arrive_from_scripts_for_one_object", "jq") {
        return;
    }
    let (plan, seed) = Texts::new(&|i| format!("{i}{HOSTILE}{i}")).plan(REGION);
    let model = Model::of(&plan);
    for tool in [Tool::Cli, Tool::Api] {
        for key in ["b", "d"] {
            let object = Object::Gateway(Key::new(key).unwrap());
            let files = handover::alone(&plan, &model, &[], tool, &object);
            let arrived = run_files(&files, "create.sh", &seed, tool);
            let gateway = plan.gateways.iter().find(|g| g.key.as_str() == key).unwrap();
            let text = if key == "b" { &gateway.wanted.name } else { &gateway.wanted.addresses[0].address };
            assert!(arrived.texts.contains(text), "{}: {text:?} did not arrive", tool.name());
        }
    }
}

/// The region selects a host and is compared, so that a hostile one ends the scripts at
/// once: before anything is asked of anybody.
#[test]
fn a_hostile_region_ends_the_scripts() {
    if !tool("a_hostile_region_ends_the_scripts", "jq") {
        return;
    }
    let region = format!("evil.example/{HOSTILE}");
    let (plan, seed) = Texts::new(&|i| format!("text-{i}")).plan(&region);
    let recorder = Recorder::start(&seed);
    let bench = Bench::new();
    recorder.install_ibmcloud(bench.bin.path()).unwrap();
    let canaries = Canaries::install(bench.bin.path(), &["pwned", "curl"]).unwrap();
    let env = [("IAM_TOKEN".to_owned(), recorder.token())];
    let output = bench.run(&files(&plan, Tool::Cli)[0].text(), &env);
    assert!(said(&output).contains("the region is us-south, not "), "{}", said(&output));
    let commands = recorder.commands();
    assert_eq!(commands[1], [b"target", b"-r".as_slice(), region.as_bytes()]);
    assert_eq!(commands.len(), 3, "the first shows the plug-in, the last what is targeted");
    let output = bench.run(&files(&plan, Tool::Api)[0].text(), &env);
    assert!(said(&output).contains("the region of the plan is not the code of one"), "{}", said(&output));
    assert_eq!(canaries.called().unwrap(), [""; 0]);
    assert_eq!(recorder.requests().len(), 0);
}

/// The texts that an HCL expression means.
fn meanings(expression: &hcl::Expression, texts: &mut BTreeSet<String>) {
    use hcl::eval::{Context, Evaluate};
    match expression {
        hcl::Expression::Array(items) => items.iter().for_each(|item| meanings(item, texts)),
        hcl::Expression::Object(object) => {
            for (key, value) in object {
                if let hcl::ObjectKey::Expression(key) = key {
                    meanings(key, texts);
                }
                meanings(value, texts);
            }
        }
        // What a name is compared with stands inside `one([for … if ip.name == "…"])`.
        hcl::Expression::FuncCall(call) => call.args.iter().for_each(|item| meanings(item, texts)),
        hcl::Expression::ForExpr(all) => all.cond_expr.iter().for_each(|item| meanings(item, texts)),
        hcl::Expression::Operation(operation) => {
            if let hcl::expr::Operation::Binary(binary) = operation.as_ref() {
                meanings(&binary.rhs_expr, texts);
            }
        }
        other => {
            if let Ok(hcl::Value::String(text)) = other.evaluate(&Context::new()) {
                texts.insert(text);
            }
        }
    }
}

fn body_meanings(body: &hcl::Body, texts: &mut BTreeSet<String>) {
    for structure in body.iter() {
        match structure {
            hcl::Structure::Attribute(attribute) => meanings(&attribute.expr, texts),
            hcl::Structure::Block(block) => body_meanings(&block.body, texts),
        }
    }
}

fn assert_means(make: &dyn Fn(usize) -> String) {
    let mut texts = Texts::new(make);
    let (plan, _) = texts.plan(REGION);
    let files = files(&plan, Tool::Terraform);
    let mut meant = BTreeSet::new();
    for file in files.iter().filter(|f| f.language == Language::Hcl) {
        let text = file.text();
        let body: hcl::Body = hcl::from_str(&text).unwrap_or_else(|e| panic!("{}: {e}", file.path));
        body_meanings(&body, &mut meant);
    }
    for text in &texts.terraform {
        assert!(meant.contains(text), "{text:?} is not there");
    }
}

/// What a Markdown file is made of, and the text of each piece.
fn markdown(make: &dyn Fn(usize) -> String) -> Vec<(String, String)> {
    use pulldown_cmark::{Event, Options, Parser};
    let (plan, _) = Texts::new(make).plan(REGION);
    let files = files(&plan, Tool::Terraform);
    let readme = files.iter().find(|f| f.language == Language::Markdown).unwrap().text();
    let mut pieces: Vec<(String, String)> = Vec::new();
    for event in Parser::new_ext(&readme, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) => match pieces.last_mut() {
                Some((kind, before)) if kind == "text" => before.push_str(&text),
                _ => pieces.push(("text".to_owned(), text.into_string())),
            },
            other => pieces.push((format!("{other:?}"), String::new())),
        }
    }
    pieces
}

/// Hostile texts make no other headings, links or code of a README than tame ones. How
/// many errors it lists may differ.
#[test]
fn hostile_texts_are_text_in_markdown() {
    let kinds = |make: &dyn Fn(usize) -> String| -> BTreeSet<String> {
        markdown(make).into_iter().map(|(kind, _)| kind).collect()
    };
    let headings = |make: &dyn Fn(usize) -> String| -> Vec<String> {
        let pieces = markdown(make);
        let after = pieces.windows(2).filter(|pair| pair[0].0.starts_with("Start(Heading"));
        after.map(|pair| pair[1].1.clone()).collect()
    };
    let hostile = |i: usize| format!("<b>*{i}*</b> [a](b) ![c](d) `e` ~~f~~ $g$ {HOSTILE}\n# h\n- i{i}");
    let tame = |i: usize| format!("t{i}");
    assert_eq!(kinds(&hostile), kinds(&tame));
    assert_eq!(headings(&hostile), headings(&tame));
    let said: String = markdown(&hostile).into_iter().map(|(_, text)| text).collect();
    assert!(
        said.contains("</b> [a](b) ![c](d) `e` ~~f~~ $g$ a'b\"c`pwned`$(pwned)${pwned}%{ if pwned }$${x}\\")
    );
}

#[test]
fn hostile_texts_mean_themselves_in_terraform() {
    assert_means(&|i| format!("{i}{HOSTILE}{i}"));
    if !tool("hostile_texts_mean_themselves_in_terraform", "terraform") {
        return;
    }
    let (plan, _) = Texts::new(&|i| format!("{i}{HOSTILE}{i}")).plan(&format!("x{HOSTILE}"));
    let folder = tempfile::tempdir().unwrap();
    for file in files(&plan, Tool::Terraform) {
        let name = file.path.rsplit_once('/').unwrap().1;
        std::fs::write(folder.path().join(name), file.text()).unwrap();
    }
    let mut command = Command::new("terraform");
    command.args(["fmt", "-check", "-diff"]).current_dir(folder.path()).env("CHECKPOINT_DISABLE", "1");
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", said(&output));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// A few cases, because each runs a script of some hundred processes. Identifiers
    /// come into paths, which the stand-in splits at slashes, so texts have none.
    #[test]
    fn any_text_arrives(parts in prop::collection::vec("[^\u{0}/,]{0,12}", 8), by_cli in any::<bool>()) {
        let tool = if by_cli { Tool::Cli } else { Tool::Api };
        if support::tool("any_text_arrives", "jq") {
            assert_arrives(&|i| format!("t{i}{}", parts[i % parts.len()]), tool, &tame_calls(tool));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_means_itself_in_terraform(parts in prop::collection::vec("[^\u{0}]{0,12}|[${%\"\\\\\n]{0,6}", 8)) {
        assert_means(&|i| format!("t{i}{}", parts[i % parts.len()]));
    }
}

/// A policy whose texts are hostile is sent as it is: by `ibmcloud` in a file, by curl in a body.
#[test]
fn hostile_policies_arrive_as_they_are() {
    if !tool("hostile_policies_arrive_as_they_are", "jq") {
        return;
    }
    let texts: Vec<String> = (0..4).map(|n| format!("{HOSTILE}{n}")).collect();
    let plan = json!({ "vpe_planner": 1, "plan": { "policies": [{ "key": "p", "wanted": {
        "source_account": texts[0], "target_account": texts[1], "service": texts[2], "instance": texts[3] } }] } });
    let plan = plan::read(&plan.to_string()).unwrap();
    let expected: BTreeSet<String> = texts.iter().cloned().collect();
    let arrived = |text: &str| {
        let mut found = BTreeSet::new();
        leaves(&serde_json::from_str(text).unwrap(), &mut found);
        found.retain(|one| expected.contains(one));
        found
    };

    let bench = Bench::new();
    let canaries = Canaries::install(bench.bin.path(), &["pwned", "touch", "id", "if", "x"]).unwrap();
    let (account, sent) = (bench.bin.path().join("account"), bench.bin.path().join("sent"));
    std::fs::write(&account, json!({ "account": { "guid": texts[1] } }).to_string()).unwrap();
    let ibmcloud = format!(
        "#!/bin/bash\ncase $* in\n  target*) cat '{}' ;;\n  *policies*) echo '[]' ;;\n  *) cat \"$4\" >'{}'; echo '{{\"id\": \"p1\"}}' ;;\nesac\n",
        account.display(),
        sent.display()
    );
    let path = bench.bin.path().join("ibmcloud");
    std::fs::write(&path, ibmcloud).unwrap();
    std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    bench.put(&files(&plan, Tool::Cli));
    let output = bench.run_file("cli/create.sh", &[], &[]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(arrived(&std::fs::read_to_string(&sent).unwrap()), expected);
    for script in ["verify.sh", "teardown.sh"] {
        let output = bench.run_file(&format!("cli/{script}"), &[], &[]);
        assert!(output.status.code().is_some_and(|code| code < 2), "{script}: {}", said(&output));
    }
    assert_eq!(canaries.called().unwrap(), [""; 0]);

    let files = files(&plan, Tool::Api);
    let body = files.iter().find(|file| file.path == "api/bodies/policy-p.jq").unwrap().text();
    let output = Command::new("jq").args(["-n", &body]).output().unwrap();
    assert_eq!(arrived(&String::from_utf8(output.stdout).unwrap()), expected);
}
