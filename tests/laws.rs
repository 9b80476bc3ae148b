//! The laws of the house, read from its sources.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails with the reason; what it needs is not part of what it shows"
)]

#[path = "laws/house.rs"]
mod house;
#[path = "laws/paths.rs"]
mod paths;
#[path = "laws/tokens.rs"]
mod tokens;

use house::{Source, breaches, is_for_tests, test_modules};
use std::fs;
use std::path::Path;
use tokens::{strip_tests, tokens};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Longest source file, in lines.
const LONGEST: usize = 350;

/// All Rust sources below a folder of the repository, in order.
fn sources(folder: &str) -> Vec<Source> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(ROOT).join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let name = path.strip_prefix(ROOT).unwrap().to_string_lossy().replace('\\', "/");
                found.push((name, fs::read_to_string(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

fn assert_none(breaches: &[String]) {
    assert!(breaches.is_empty(), "{} breaches:\n{}", breaches.len(), breaches.join("\n"));
}

#[test]
fn dependencies_point_one_way() {
    let sources = sources("src");
    assert!(sources.iter().any(|(file, _)| file == "src/plan/mod.rs"), "the sources were read");
    assert_none(&breaches(&sources));
}

#[test]
fn a_planted_breach_is_caught() {
    for (file, text, expected) in [
        ("src/plan/x.rs", "use crate::rules::Finding;", "plan may not know crate::rules::Finding"),
        ("src/plan/mod.rs", "use super::edit::Edit;", "plan may not know crate::edit::Edit"),
        (
            "src/model/x.rs",
            "use crate::{plan::Key, edit::{Edit, apply}};",
            "model may not know crate::edit::Edit",
        ),
        ("src/model/a/b.rs", "use super::super::super::steps as s;", "model may not know crate::steps"),
        ("src/model/x.rs", "mod y { use super::super::super::steps; }", "model may not know crate::steps"),
        ("src/rules/x.rs", "fn f() -> u8 { crate::cli::main() }", "rules may not know crate::cli::main"),
        ("src/edit/x.rs", "use vpe_planner::rules;", "edit may not know crate::rules"),
        ("src/export/x.rs", "use crate::model::{Model, Name};", "export may not know crate::model::Model"),
        ("src/export/x.rs", "fn f(m: &crate::model::Model) {}", "export may not know crate::model::Model"),
        ("src/export/x.rs", "use crate::plan::{Gateway, Key};", "export may not know crate::plan::Gateway"),
        ("src/export/x.rs", "use crate::plan;", "export may not know crate::plan"),
        ("src/rules/x.rs", "use crate::plan::{self, Key};", "rules may not know crate::plan::self"),
        ("src/rules/x.rs", "fn f(p: &crate::plan::Plan) {}", "rules may not know crate::plan::Plan"),
        ("src/plan/x.rs", "use std::{fmt, fs};", "plan may not know std::fs"),
        (
            "src/steps/x.rs",
            "fn now() { std::time::Instant::now(); }",
            "steps may not know std::time::Instant::now",
        ),
        ("src/address/x.rs", "let w = web_sys::window();", "address may not know web_sys::window"),
        ("src/catalog/x.rs", "use yew;", "catalog may not know yew"),
        ("src/tools/x.rs", "", "tools is no room of the house"),
        ("src/plan/x.rs", "use crate::*;", "plan may not know crate"),
    ] {
        let found = breaches(&[(file.to_owned(), text.to_owned())]);
        assert!(found.iter().any(|b| b.ends_with(expected)), "{file}: {text}\n{found:?}");
    }
}

#[test]
fn what_is_allowed_is_no_breach() {
    for (file, text) in [
        ("src/rules/x.rs", "use super::{Findings, Rule};\nuse crate::model::{Model, Placed};"),
        ("src/catalog/sources.rs", "pub mod source { use super::Source; use super::super::Zone; }"),
        (
            "src/plan/x.rs",
            "// use crate::rules::Finding;\n/* crate::cli */ const T: &str = \"crate::app::start\";",
        ),
        ("src/plan/x.rs", "fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' }\n//! crate::app"),
        (
            "src/plan/x.rs",
            "#[cfg(test)]\nmod tests { use crate::rules::check; fn f() { std::fs::read(\"x\"); } }",
        ),
        ("src/plan/x.rs", "const R: &str = r#\"use \"crate::app\"#; use std::fmt;"),
        ("src/cli/x.rs", "use std::io; use crate::handover;"),
    ] {
        assert_none(&breaches(&[(file.to_owned(), text.to_owned())]));
    }
    let helper = [
        ("src/rules/mod.rs".to_owned(), "#[cfg(test)]\nmod testing;".to_owned()),
        ("src/rules/testing.rs".to_owned(), "use crate::plan::Plan;".to_owned()),
        ("src/rules/testing/edits.rs".to_owned(), "use crate::plan::Plan;".to_owned()),
    ];
    assert_none(&breaches(&helper));
}

#[test]
fn every_file_says_what_it_is_and_does_one_thing() {
    let mut found = Vec::new();
    for (file, text) in sources("src") {
        if !text.starts_with("//!") {
            found.push(format!("{file}: does not begin with a comment that says what it is"));
        }
        let lines = text.lines().count();
        if lines > LONGEST {
            found.push(format!("{file}: {lines} lines, {LONGEST} at most"));
        }
    }
    assert_none(&found);
}

#[test]
fn nothing_is_unwrapped_outside_tests() {
    let sources = sources("src");
    let for_tests = test_modules(&sources);
    let mut found = Vec::new();
    for (file, text) in sources.iter().filter(|(file, _)| !is_for_tests(file, &for_tests)) {
        let (kept, _) = strip_tests(&tokens(text));
        for pair in kept.windows(2) {
            if pair[0].1.is('.') && pair[1].1.name() == Some("unwrap") {
                found.push(format!("{file}:{}: unwrap", pair[1].0));
            }
        }
    }
    assert_none(&found);
}

/// The sections of a manifest that say what is depended on, each with its lines.
fn dependencies(manifest: &str) -> Vec<(String, Vec<String>)> {
    let text = fs::read_to_string(Path::new(ROOT).join(manifest)).unwrap();
    let mut sections: Vec<(String, Vec<String>)> = Vec::new();
    for line in text.lines() {
        if let Some(name) = line.strip_prefix('[') {
            sections.push((name.trim_end_matches(']').to_owned(), Vec::new()));
        } else if let (Some((_, lines)), Some((name, _))) = (sections.last_mut(), line.split_once('=')) {
            lines.push(name.trim().to_owned());
        }
    }
    sections.retain(|(name, _)| name.contains("dependencies"));
    sections
}

#[test]
fn the_browser_and_the_terminal_are_nobody_else_s_dependency() {
    let doors = ["yew", "web-sys", "js-sys", "gloo", "wasm-bindgen", "clap"];
    let sections = dependencies("Cargo.toml");
    let of = |name: &str| {
        let section = sections.iter().find(|(n, _)| n == name);
        section
            .unwrap_or_else(|| panic!("no section {name}"))
            .1
            .iter()
            .map(String::as_str)
            .collect::<Vec<_>>()
    };
    for name in of("dependencies") {
        assert!(!doors.contains(&name), "{name} is a dependency of the core");
    }
    // More of a package that the core has is no other package.
    let core = of("dependencies");
    let mut terminal = of("target.'cfg(not(target_arch = \"wasm32\"))'.dependencies");
    terminal.retain(|name| !core.contains(name));
    assert_eq!(terminal, ["clap"], "the terminal builds without the browser's packages");
}

#[test]
fn stand_ins_do_not_know_what_they_are_to_judge() {
    let mut found = Vec::new();
    for (section, names) in dependencies("tests/stand-ins/Cargo.toml") {
        found.extend(names.iter().filter(|n| n.starts_with("vpe")).map(|n| format!("{section}: {n}")));
    }
    for (file, text) in sources("tests/stand-ins") {
        for (line, token) in tokens(&text) {
            if token.name() == Some("vpe_planner") {
                found.push(format!("{file}:{line}: vpe_planner"));
            }
        }
    }
    assert_none(&found);
}
