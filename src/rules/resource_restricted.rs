//! Buckets that are bound and may be open still.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed, ResourceBinding};

/// `resource-restricted`.
pub(super) static RULE: Rule = Rule {
    code: "resource-restricted",
    severity: Severity::Advice,
    summary: "Buckets are bound, and their context-based restrictions come first",
    explanation: "A resource binding leads to a bucket and keeps nobody else from it. Which networks reach the \
                  bucket is the matter of context-based restrictions; IBM asks for these rules before the bindings. \
                  They are no part of this plan.",
    source: source::RESOURCE_BINDINGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        let new = |b: &&ResourceBinding| b.origin.is_new();
        let bindings = gateway.resource_bindings.iter().map(|&b| &model.resource_bindings[b]);
        let Some(first) = bindings.into_iter().find(new) else { continue };
        out.report(
            vec![first.place()],
            format!("Buckets bound to {} need context-based restrictions first.", gateway.label),
            "Rules that allow the VPC and nobody else are made on each bucket before it is bound.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;

    #[test]
    fn restrictions_come_first() {
        let finding = triggers_on(
            &two_gateways(),
            "resource-restricted",
            &[unshare("cos"), bind_bucket("cos", "logs", "logs")],
        );
        assert_eq!(finding.title, "Buckets bound to payments-cos need context-based restrictions first.");
    }

    #[test]
    fn it_is_told_once_and_not_of_what_is_bound() {
        silent_on(&with_bucket(), "resource-restricted", &[exists(resource_binding("logs"))]);
        silent_on(&with_bucket(), "resource-restricted", &[Edit::Remove(resource_binding("logs"))]);
    }
}
