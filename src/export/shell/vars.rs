//! Names of shell variables.

use crate::plan::Key;
use crate::steps::{Kind, Run, Step, Thing};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// The variable that holds the id of each thing of a run. Names are made from
/// the things' names, so that a reader knows them.
#[derive(Debug)]
pub(in crate::export) struct Vars<'r> {
    names: HashMap<(Kind, &'r Key), String>,
    used: RefCell<HashSet<(Kind, Key)>>,
}

impl<'r> Vars<'r> {
    /// Names a variable for each thing that the run makes or looks up.
    pub(in crate::export) fn of(run: &'r Run) -> Self {
        let mut taken = HashSet::new();
        let mut names = HashMap::new();
        for thing in run.steps.iter().filter_map(thing) {
            names.entry((thing.kind, &thing.key)).or_insert_with(|| {
                let base = variable(thing);
                let mut name = base.clone();
                let mut n = 2;
                while !taken.insert(name.clone()) {
                    name = format!("{base}_{n}");
                    n += 1;
                }
                name
            });
        }
        Self { names, used: RefCell::default() }
    }

    /// The variable's name.
    pub(in crate::export) fn name<'a>(&'a self, thing: &'a Thing) -> &'a str {
        self.names.get(&(thing.kind, &thing.key)).expect("a step made or found what is referred to")
    }

    /// The variable with its dollar sign.
    pub(in crate::export) fn value(&self, thing: &Thing) -> String {
        self.used.borrow_mut().insert((thing.kind, thing.key.clone()));
        format!("${}", self.name(thing))
    }

    /// Whether the variable of a thing was written for its value.
    pub(in crate::export) fn is_used(&self, thing: &Thing) -> bool {
        self.used.borrow().contains(&(thing.kind, thing.key.clone()))
    }

    /// The variable in double quotes.
    pub(in crate::export) fn id(&self, thing: &Thing) -> String {
        format!("\"{}\"", self.value(thing))
    }

    /// Several variables in double quotes, with commas between.
    pub(in crate::export) fn ids<'t>(&self, things: impl IntoIterator<Item = &'t Thing>) -> String {
        let names: Vec<_> = things.into_iter().map(|t| self.value(t)).collect();
        format!("\"{}\"", names.join(","))
    }
}

/// What a step makes or looks up and others refer to.
fn thing(step: &Step) -> Option<&Thing> {
    match step {
        Step::LookUp(s) => Some(&s.thing),
        step => step.made().map(AsRef::as_ref),
    }
}

/// `SUBNET_VPE_1` for the subnet `vpe-1`.
pub(in crate::export) fn variable(thing: &Thing) -> String {
    let kind = match thing.kind {
        Kind::ResourceGroup => "RESOURCE_GROUP",
        Kind::Vpc => "VPC",
        Kind::Acl => "NETWORK_ACL",
        Kind::AclRule => "NETWORK_ACL_RULE",
        Kind::Subnet => "SUBNET",
        Kind::Group => "SECURITY_GROUP",
        Kind::ReservedIp => "RESERVED_IP",
        Kind::Gateway => "GATEWAY",
    };
    let mut name = String::from(kind);
    for c in thing.label().chars().take(48) {
        match c.to_ascii_uppercase() {
            c @ ('A'..='Z' | '0'..='9') => {
                if name.len() == kind.len() {
                    name.push('_');
                }
                name.push(c);
            }
            _ if !name.ends_with('_') => name.push('_'),
            _ => {}
        }
    }
    name.trim_end_matches('_').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::steps::Known;

    #[test]
    fn variables_are_made_from_names() {
        for (name, expected) in [
            ("vpe-1", "SUBNET_VPE_1"),
            ("$(id)", "SUBNET_ID"),
            ("é; x", "SUBNET_X"),
            ("漢", "SUBNET"),
            ("", "SUBNET_KEY"),
        ] {
            let key = Key::new("key").unwrap();
            let (name_said, known) = (name.to_owned(), Known::Made);
            let thing = Thing { kind: Kind::Subnet, key, name: name_said, known, adopted: false };
            assert_eq!(variable(&thing), expected, "{name:?}");
        }
    }
}
