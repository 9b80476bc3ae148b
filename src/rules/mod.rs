//! What is wrong with a plan, why, who says so, and the edit that mends it.
//!
//! One rule is one file: its code, severity, explanation and source, its check
//! and its tests. This file is their ordered list and the engine. Checking never
//! fails and never stops at the first fault.

mod engine;
mod finding;
#[cfg(test)]
mod testing;

mod address_taken;
mod value_malformed;

pub use engine::{Findings, Rule, check};
pub use finding::{Counts, Finding, Fix, FixKind, Severity};

/// All rules, in the order in which their findings are listed within a severity.
pub(super) static RULES: &[&Rule] = &[&value_malformed::RULE, &address_taken::RULE];

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|r| r.code == code)
}
