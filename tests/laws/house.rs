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

/// Of some rooms another sees a part only. Exporters get steps, and spell values and
/// places; what is concluded is concluded from the model, never from the plan.
const PARTS: &[(&str, &str, Part)] = &[
    (
        "export",
        "plan",
        Part::Only(&[
            "Action",
            "Direction",
            "DnsMode",
            "Field",
            "Key",
            "Object",
            "Place",
            "PrefixManagement",
            "Protocol",
            "TargetKind",
        ]),
    ),
    (
        "export",
        "model",
        Part::Only(&[
            "AccessTag",
            "AccountId",
            "Aims",
            "Crn",
            "Id",
            "Name",
            "ResourceGroup",
            "Said",
            "Span",
            "Tag",
        ]),
    ),
    ("rules", "plan", Part::Not("Plan")),
    ("steps", "plan", Part::Not("Plan")),
    ("address", "plan", Part::Not("Plan")),
];

/// A part of a room.
enum Part {
    /// These of its names.
    Only(&'static [&'static str]),
    /// All but this one.
    Not(&'static str),
}

impl Part {
    fn has(&self, name: &str) -> bool {
        match self {
            Self::Only(names) => names.contains(&name),
            Self::Not(other) => *other != name,
        }
    }
}

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
        for named in named(file, &strip_tests(&tokens(text)).0) {
            let known = match named.path.as_slice() {
                // The crate's own files are rooms, and everything of ours lies in one.
                [first] if first == "crate" => false,
                [first, other, ..] if first == "crate" && other == room => true,
                [first, other, rest @ ..] if first == "crate" => {
                    known.contains(&other.as_str()) && sees(room, other, rest.first())
                }
                path => !OUTSIDE.iter().any(|out| starts_with(path, out)),
            };
            if !known {
                breaches.push(format!(
                    "{file}:{}: {room} may not know {}",
                    named.line,
                    named.path.join("::")
                ));
            }
        }
    }
    breaches
}

/// Whether a room sees this name of another that it knows. Of a room that it sees a
/// part of it may not name the whole, through which it would see all.
fn sees(room: &str, other: &str, name: Option<&String>) -> bool {
    let name = name.map(String::as_str).filter(|name| *name != "self");
    let mut parts = PARTS.iter().filter(|(r, o, _)| *r == room && *o == other);
    parts.all(|(.., part)| name.is_some_and(|name| part.has(name)))
}

fn starts_with(path: &[String], start: &[&str]) -> bool {
    path.len() >= start.len() && path.iter().zip(start).all(|(a, b)| a == b)
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
