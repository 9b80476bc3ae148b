//! Whether Terraform text says only what the provider has, by a table of its schema.
//!
//! Stricter than `terraform validate`: that one stops looking at a block as soon as a reference
//! stands in it, and lets any text pass where the provider registered no check.

mod blocks;
mod declared;
mod literal;
mod references;
mod table;

use std::collections::BTreeSet;

use hcl_edit::structure::{Body, Structure};

use self::declared::Declared;
use self::references::Scope;
use crate::Refusal;
use crate::mutants::{self, Allows, Survivor};

/// One argument that was found to be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArgumentUse {
    /// Where it stands: `ibm_is_vpc.main`, `data.ibm_resource_group.main`, `terraform`.
    pub address: String,
    /// The argument with the blocks around it, like `target.crn`.
    pub path: String,
    /// What its row of the table rests on.
    pub source: String,
}

/// Checks the files of one root module, each a name and its text. A name that ends in `.tfvars` holds
/// values: each is one of a declared variable, and each variable without a default has one.
///
/// # Errors
/// Everything that is wrong, in the order of the files.
pub fn check(files: &[(&str, &str)]) -> Result<Vec<ArgumentUse>, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut bodies: Vec<(&str, Body)> = Vec::new();
    for (name, text) in files {
        match text.parse::<Body>() {
            Ok(body) => bodies.push((name, body)),
            Err(error) => refusals.push(Refusal { what: (*name).to_owned(), why: error.to_string() }),
        }
    }
    let (values, bodies): (Vec<_>, Vec<_>) =
        bodies.into_iter().partition(|(name, _)| name.ends_with(".tfvars"));
    let mut declared = Declared::default();
    for (_, body) in &bodies {
        declared.read(body);
    }
    check_values(&declared, &values, &mut refusals);
    for address in &declared.twice {
        refusals.push(Refusal { what: address.clone(), why: "declared twice".to_owned() });
    }
    if !declared.instances.is_empty() && !declared.others.contains("required_providers") {
        refusals.push(Refusal {
            what: "terraform".to_owned(),
            why: "without required_providers the provider is looked for elsewhere".to_owned(),
        });
    }
    let mut uses = Vec::new();
    for (name, body) in &bodies {
        for structure in body {
            match structure {
                Structure::Attribute(attribute) => refusals.push(Refusal {
                    what: format!("{name}: {}", attribute.key.as_str()),
                    why: "no argument stands outside a block".to_owned(),
                }),
                Structure::Block(block) => {
                    let mut found = blocks::Found::default();
                    blocks::top(&declared, block, &mut found);
                    uses.append(&mut found.uses);
                    let faults = found.faults.into_iter();
                    refusals
                        .extend(faults.map(|(place, why)| Refusal { what: format!("{name}: {place}"), why }));
                }
            }
        }
    }
    if refusals.is_empty() { Ok(uses) } else { Err(refusals) }
}

/// Checks the files of values against the variables.
fn check_values(declared: &Declared, files: &[(&str, Body)], refusals: &mut Vec<Refusal>) {
    let mut refuse = |what: String, why: &str| {
        refusals.push(Refusal { what, why: why.to_owned() });
    };
    let mut given = BTreeSet::new();
    for (file, body) in files {
        for structure in body {
            let Structure::Attribute(attribute) = structure else {
                refuse((*file).to_owned(), "a file of values has no blocks");
                continue;
            };
            let name = attribute.key.as_str();
            let place = format!("{file}: {name}");
            if !declared.variables.contains_key(name) {
                refuse(place.clone(), "there is no such variable");
            }
            let scope = Scope { declared, address: file };
            if references::refers(&scope, &attribute.value) {
                refuse(place, "a value refers to nothing");
            }
            given.insert(name.to_owned());
        }
    }
    let needy = declared.variables.iter().filter(|(_, default)| !**default);
    for (name, _) in needy.filter(|_| !files.is_empty()) {
        if !given.contains(name) {
            refuse(format!("var.{name}"), "it has no default and no value");
        }
    }
}

/// Every mutant of the files that would be found right and that `allows` does not name.
///
/// # Panics
/// When the files themselves are not right: their mutants say nothing then.
pub fn surviving_mutants(files: &[(&str, &str)], allows: &Allows) -> Vec<Survivor> {
    let uses = check(files).unwrap_or_else(|refusals| panic!("{refusals:#?}"));
    let mut survivors = Vec::new();
    for (index, (name, text)) in files.iter().enumerate() {
        for mutant in mutants::hcl(text) {
            let mut changed = files.to_vec();
            changed[index] = (name, &mutant.text);
            if check(&changed).is_ok() && !allows.allow(&mutant.on, &mutant.what) {
                let used = uses.iter().find(|used| used.address.contains(&mutant.on));
                survivors.push(Survivor {
                    on: mutant.on,
                    mutant: mutant.what,
                    source: used.map(|used| used.source.clone()).unwrap_or_default(),
                });
            }
        }
    }
    survivors.sort();
    survivors.dedup();
    survivors
}
