//! Which room may know which.

use super::paths::named;
use super::tokens::{strip_tests, tokens};

/// A source file: its path from the repository's root, and its text.
pub(crate) type Source = (String, String);

/// The rooms, each with those that it may know. What is not listed may not be there.
const ROOMS: &[(&str, &[&str])] = &[
    ("plan", &[]),
    ("catalog", &[]),
    ("model", &["plan", "catalog"]),
    ("edit", &["model", "plan", "catalog"]),
    ("address", &["edit", "model", "plan", "catalog"]),
    ("rules", &["address", "edit", "model", "plan", "catalog"]),
    ("steps", &["address", "edit", "model", "plan", "catalog"]),
    ("picture", &["address", "edit", "model", "plan", "catalog"]),
    ("share", &["address", "edit", "model", "plan", "catalog"]),
    ("import", &["address", "edit", "model", "plan", "catalog"]),
    ("export", &["steps", "catalog", "model", "plan"]),
    ("report", &["export", "steps", "rules", "picture", "address", "edit", "model", "plan", "catalog"]),
    ("handover", &["export", "steps", "rules", "address", "edit", "model", "plan", "catalog"]),
];

/// The rooms that know everything and that nobody knows.
const DOORS: &[&str] = &["app", "cli"];

/// What a room below the doors may not touch: the browser, the system and its clock.
const OUTSIDE: &[&[&str]] = &[
    &["yew"],
    &["web_sys"],
    &["js_sys"],
    &["gloo"],
    &["wasm_bindgen"],
    &["clap"],
    &["std", "fs"],
    &["std", "env"],
    &["std", "time"],
    &["std", "io"],
    &["std", "process"],
    &["std", "thread"],
    &["std", "os"],
];

/// Objects that a room may not see although it knows where they live: exporters get
/// steps and values, and what is concluded is concluded from the model.
const UNSEEN: &[(&str, &[&str])] = &[
    ("export", &["crate::plan::Plan", "crate::plan::Resource", "crate::model::Model"]),
    ("rules", &["crate::plan::Plan"]),
    ("steps", &["crate::plan::Plan"]),
    ("address", &["crate::plan::Plan"]),
];

/// Every breach of the law, as `file:line: what`.
pub(crate) fn breaches(sources: &[Source]) -> Vec<String> {
    let for_tests = test_modules(sources);
    let mut breaches = Vec::new();
    for (file, text) in sources {
        let Some(room) = room(file) else { continue };
        if is_for_tests(file, &for_tests) || DOORS.contains(&room) {
            continue;
        }
        let Some((_, known)) = ROOMS.iter().find(|(name, _)| *name == room) else {
            breaches.push(format!("{file}: {room} is no room of the house"));
            continue;
        };
        let unseen = UNSEEN.iter().find(|(name, _)| *name == room).map_or(&[][..], |(_, names)| *names);
        for named in named(file, &strip_tests(&tokens(text)).0) {
            let path = named.path.join("::");
            let strange = match named.path.as_slice() {
                // The crate's own files are rooms, and everything of ours lies in one.
                [first, other, ..] if first == "crate" => other != room && !known.contains(&other.as_str()),
                [first] if first == "crate" => true,
                path => OUTSIDE
                    .iter()
                    .any(|out| path.len() >= out.len() && path.iter().zip(*out).all(|(a, b)| a == b)),
            };
            if strange || unseen.contains(&path.as_str()) {
                breaches.push(format!("{file}:{}: {room} may not know {path}", named.line));
            }
        }
    }
    breaches
}

/// The room that a file belongs to; `None` for the crate's roots.
fn room(file: &str) -> Option<&str> {
    let path = file.strip_prefix("src/")?.trim_end_matches(".rs");
    let room = path.split('/').next()?;
    (!["lib", "main"].contains(&room)).then_some(room)
}

/// Whether a file is compiled for tests only: it belongs to such a module.
pub(crate) fn is_for_tests(file: &str, modules: &[String]) -> bool {
    modules.iter().any(|module| {
        file.strip_prefix(module.as_str()).is_some_and(|rest| rest == ".rs" || rest.starts_with('/'))
    })
}

/// Modules that are compiled for tests only, as paths without an ending.
pub(crate) fn test_modules(sources: &[Source]) -> Vec<String> {
    let mut modules = Vec::new();
    for (file, text) in sources {
        let folder = match file.rsplit_once('/') {
            Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder,
            _ => file.trim_end_matches(".rs"),
        };
        modules.extend(strip_tests(&tokens(text)).1.iter().map(|module| format!("{folder}/{module}")));
    }
    modules
}
