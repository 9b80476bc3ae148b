//! Walking the blocks of a file along the table.

use std::collections::BTreeMap;

use hcl_edit::expr::Expression;
use hcl_edit::structure::{Attribute, Block as Written, Body, Structure};

use super::ArgumentUse;
use super::declared::Declared;
use super::literal;
use super::references::{self, Scope};
use super::table::{Argument, Block, table};

/// What was found in a block.
#[derive(Default)]
pub(super) struct Found {
    pub(super) uses: Vec<ArgumentUse>,
    /// Place and fault.
    pub(super) faults: Vec<(String, String)>,
}

/// A block of the file with what is known around it.
struct Walk<'a> {
    declared: &'a Declared,
    address: String,
    source: &'a str,
    found: &'a mut Found,
    /// Whether it is a resource or data source, which have meta-arguments.
    managed: bool,
}

/// Checks one block at the top of a file.
pub(super) fn top(declared: &Declared, block: &Written, found: &mut Found) {
    let kind = block.ident.as_str();
    let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
    let types = table();
    let (address, row, managed) = match (kind, &labels[..]) {
        ("resource", [one, name]) => (format!("{one}.{name}"), declared.resource(one), true),
        ("data", [one, name]) => (format!("data.{one}.{name}"), types.data.get(*one), true),
        ("provider", ["ibm"]) => ("provider".to_owned(), types.configuration.get(kind), false),
        ("variable" | "output", [name]) => (format!("{kind}.{name}"), types.configuration.get(kind), false),
        ("terraform" | "import", []) => (kind.to_owned(), types.configuration.get(kind), false),
        ("locals", []) => return locals(declared, &block.body, found),
        _ => (format!("{kind} {}", labels.join(" ")), None, false),
    };
    let Some(row) = row else {
        let why = "this block is not in the table".to_owned();
        return found.faults.push((address, why));
    };
    Walk { declared, address, source: &row.from, found, managed }.body("", row, &block.body);
}

/// Local values are free; only what they refer to is checked.
fn locals(declared: &Declared, body: &Body, found: &mut Found) {
    for structure in body {
        match structure {
            Structure::Block(block) => {
                let place = format!("locals.{}", block.ident.as_str());
                found.faults.push((place, "locals have no blocks".to_owned()));
            }
            Structure::Attribute(attribute) => {
                let place = format!("locals.{}", attribute.key.as_str());
                let scope = Scope { declared, address: "locals" };
                for fault in references::faults(&scope, &attribute.value) {
                    found.faults.push((place.clone(), fault));
                }
            }
        }
    }
}

impl Walk<'_> {
    fn fault(&mut self, path: &str, why: impl Into<String>) {
        let place = format!("{} {path}", self.address);
        self.found.faults.push((place, why.into()));
    }

    fn body(&mut self, path: &str, row: &Block, body: &Body) {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for structure in body {
            match structure {
                Structure::Attribute(attribute) => self.attribute(path, row, attribute),
                Structure::Block(block) => {
                    *counts.entry(block.ident.as_str()).or_default() += 1;
                    self.inner(path, row, block);
                }
            }
        }
        for (name, inner) in &row.blocks {
            let count = counts.get(name.as_str()).copied().unwrap_or_default();
            if count < inner.min || (inner.max > 0 && count > inner.max) {
                self.fault(&join(path, name), format!("there are {count} such blocks"));
            }
        }
        for name in ["timeouts", "lifecycle"] {
            if counts.get(name).is_some_and(|count| *count > 1) {
                self.fault(&join(path, name), "there is one such block at most");
            }
        }
        self.relations(path, row, body);
    }

    fn inner(&mut self, path: &str, row: &Block, block: &Written) {
        let name = block.ident.as_str();
        let here = join(path, name);
        if !block.labels.is_empty() {
            self.fault(&here, "this block has no labels");
        }
        if let Some(inner) = row.blocks.get(name) {
            self.body(&here, inner, &block.body);
        } else if name == "timeouts" && !row.timeouts.is_empty() {
            self.timeouts(&here, row, &block.body);
        } else if name == "lifecycle" && self.managed && path.is_empty() {
            self.lifecycle(&here, row, &block.body);
        } else {
            self.fault(&here, "there is no such block");
        }
    }

    fn timeouts(&mut self, path: &str, row: &Block, body: &Body) {
        for structure in body {
            let Structure::Attribute(attribute) = structure else {
                self.fault(path, "timeouts have no blocks");
                continue;
            };
            let name = attribute.key.as_str();
            if !row.timeouts.iter().any(|one| one == name) {
                self.fault(&join(path, name), "there is no such timeout");
            }
            let fits = attribute.value.as_str().is_some_and(|text| {
                let (number, unit) = text.split_at(text.len().saturating_sub(1));
                number.parse::<u32>().is_ok() && ["s", "m", "h"].contains(&unit)
            });
            if !fits {
                self.fault(&join(path, name), "a time is like \"30m\"");
            }
            self.used(join(path, name));
        }
    }

    fn lifecycle(&mut self, path: &str, row: &Block, body: &Body) {
        self.body(path, &table().lifecycle, body);
        let ignored = body.get_attribute("ignore_changes");
        let names = ignored.and_then(|ignored| ignored.value.as_array());
        for name in names.into_iter().flatten() {
            let known = match name {
                Expression::Variable(ident) => row.has(ident.as_str()),
                _ => false,
            };
            if !known {
                self.fault(&join(path, "ignore_changes"), "names something it has not");
            }
        }
    }

    fn attribute(&mut self, path: &str, row: &Block, attribute: &Attribute) {
        let name = attribute.key.as_str();
        let here = join(path, name);
        let meta = self.managed && path.is_empty();
        match row.arguments.get(name) {
            Some(argument) => {
                if let Some(why) = literal::fault(argument, &attribute.value) {
                    self.fault(&here, why);
                }
                self.used(here.clone());
            }
            None if meta && ["for_each", "depends_on"].contains(&name) => {}
            None if row.computed.iter().any(|one| one == name) => {
                self.fault(&here, "the provider computes it; it cannot be set");
            }
            None => self.fault(&here, "there is no such argument"),
        }
        // A variable's type and the names in ignore_changes are no references.
        let free =
            (self.address.starts_with("variable.") && here == "type") || here == "lifecycle.ignore_changes";
        if free {
            return;
        }
        let scope = Scope { declared: self.declared, address: &self.address };
        for why in references::faults(&scope, &attribute.value) {
            self.fault(&here, why);
        }
    }

    fn used(&mut self, path: String) {
        self.found.uses.push(ArgumentUse {
            address: self.address.clone(),
            path,
            source: self.source.to_owned(),
        });
    }

    fn relations(&mut self, path: &str, row: &Block, body: &Body) {
        let given = |name: &String| {
            let attribute = body.get_attribute(name);
            attribute.is_some_and(|attribute| !attribute.value.is_null())
        };
        let required = |argument: &Argument| argument.required;
        for (name, _) in row.arguments.iter().filter(|(_, one)| required(one)) {
            if !body.has_attribute(name) {
                self.fault(&join(path, name), "it is required");
            }
        }
        for set in &row.conflicts {
            if set.iter().filter(|name| given(name)).count() > 1 {
                self.fault(path, format!("only one of {} may be there", set.join(", ")));
            }
        }
        for set in &row.exactly_one {
            if set.iter().filter(|name| given(name)).count() != 1 {
                self.fault(path, format!("exactly one of {} is there", set.join(", ")));
            }
        }
        for set in &row.at_least_one {
            if !set.iter().any(&given) {
                self.fault(path, format!("one of {} is there at least", set.join(", ")));
            }
        }
        for (key, others) in &row.needs {
            let (name, literal) = key.split_once('=').unwrap_or((key, ""));
            let Some(attribute) = body.get_attribute(name) else {
                continue;
            };
            if !literal.is_empty() && attribute.value.as_bool() != Some(literal == "true") {
                continue;
            }
            if let Some(other) = others.iter().find(|other| !given(other)) {
                self.fault(&join(path, name), format!("it needs {other}"));
            }
        }
        let groups = body.get_attribute("security_groups");
        let list = groups.and_then(|groups| groups.value.as_array());
        let most = crate::cloud::table::table().limits.security_groups_per_target;
        if list.is_some_and(|list| list.len() > most) && row.arguments.contains_key("security_groups") {
            self.fault(&join(path, "security_groups"), format!("there are at most {most}"));
        }
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}
