//! Small changes to what an export says: each flag, key and argument dropped, misspelt, repeated.
//!
//! A mutant comes as a description, which does not depend on values, and the changed text.

mod argv;
mod hcl;
mod json;

use serde::Deserialize;

pub use self::argv::argv;
pub use self::hcl::{HclMutant, hcl};
pub use self::json::{form, json_body, query};

/// A mutant that was accepted although nothing allows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Survivor {
    /// What was mutated: a call's name, a command, a Terraform resource type.
    pub on: String,
    /// The mutation.
    pub mutant: String,
    /// What the table's row rests on: where to look whether the mutant is allowed.
    pub source: String,
}

/// The mutants that the reference allows, each with the line that does.
#[derive(Debug, Clone, Default)]
pub struct Allows(Vec<Allow>);

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Allow {
    on: String,
    mutants: Vec<String>,
    because: String,
}

#[derive(Deserialize)]
struct File {
    allows: Vec<Allow>,
}

impl Allows {
    /// Allows nothing.
    pub fn none() -> Self {
        Self::default()
    }

    /// The list of `src/tables/allows.json`, which says of each why.
    pub fn of_the_reference() -> Self {
        let file: File = serde_json::from_str(include_str!("../tables/allows.json"))
            .expect("the table of allowed mutants is well formed");
        Self(file.allows)
    }

    /// Adds mutants of one call, command or type. A `*` in a text stands for anything, once.
    #[must_use]
    pub fn and(mut self, on: &str, mutants: &[&str], because: &str) -> Self {
        self.0.push(Allow {
            on: on.to_owned(),
            mutants: mutants.iter().map(|one| (*one).to_owned()).collect(),
            because: because.to_owned(),
        });
        self
    }

    /// Whether a mutant is named, with a reason.
    pub fn allow(&self, on: &str, mutant: &str) -> bool {
        self.0.iter().any(|allow| {
            !allow.because.is_empty()
                && fits(&allow.on, on)
                && allow.mutants.iter().any(|one| fits(one, mutant))
        })
    }
}

fn fits(pattern: &str, text: &str) -> bool {
    match pattern.split_once('*') {
        Some((start, end)) => text.strip_prefix(start).is_some_and(|rest| rest.ends_with(end)),
        None => pattern == text,
    }
}

/// A word with a letter too many.
fn misspelt(word: &str) -> String {
    format!("{word}x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_allowed_mutant_has_a_reason() {
        for allow in Allows::of_the_reference().0 {
            assert!(!allow.because.is_empty(), "{allow:?}");
            assert!(!allow.mutants.is_empty(), "{allow:?}");
        }
    }

    #[test]
    fn a_star_stands_for_anything() {
        let allows = Allows::none().and("is *", &["drop --sg"], "CLI facts §1.2");
        assert!(fits("is *-delete", "is vpc-delete"));
        assert!(!fits("is *-delete", "is vpc-deletes"));
        assert!(!fits("ab*ba", "aba"));
        assert!(allows.allow("is vpcs", "drop --sg"));
        assert!(!allows.allow("target", "drop --sg"));
        assert!(!allows.allow("is vpcs", "drop --sgx"));
    }
}
