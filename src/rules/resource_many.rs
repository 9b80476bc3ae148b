//! More buckets than the console binds at once.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};

/// As many the console binds at once (page on resource bindings, 21 Aug 2026).
const AT_ONCE: usize = 10;

/// `resource-many`.
pub(super) static RULE: Rule = Rule {
    code: "resource-many",
    severity: Severity::Advice,
    summary: "More than ten buckets are bound to a gateway",
    explanation: "The console binds at most ten buckets at a time, and more after them. A limit for all is not \
                  documented. The exports bind them one after the other.",
    source: source::RESOURCE_BINDINGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        let bindings = || gateway.resource_bindings.iter().map(|&b| &model.resource_bindings[b]);
        let count = bindings().filter(|b| b.origin.is_new()).count();
        let Some(eleventh) = bindings().filter(|b| b.origin.is_new()).nth(AT_ONCE) else { continue };
        out.report(
            vec![eleventh.place()],
            format!("{count} buckets are to be bound to {}.", gateway.label),
            "The console takes ten at a time; by the exports they are bound one after the other.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;

    fn more(count: usize) -> Vec<Edit> {
        (0..count).map(|i| bind_bucket("cos", &format!("b-{i}"), &format!("b-{i}"))).collect()
    }

    #[test]
    fn eleven_are_more_than_the_console_takes() {
        let finding = triggers_on(&with_bucket(), "resource-many", &more(10));
        assert_eq!(finding.title, "11 buckets are to be bound to payments-cos.");
    }

    #[test]
    fn ten_are_not() {
        silent_on(&with_bucket(), "resource-many", &more(9));
    }
}
