//! Single resources resolved, and none bound.

use super::parts::without_bindings;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};
use crate::plan::{DnsMode, Field};

/// `resource-unbound`.
pub(super) static RULE: Rule = Rule {
    code: "resource-unbound",
    severity: Severity::Advice,
    summary: "A gateway resolves single resources and has none bound",
    explanation: "With the mode Per resource binding, only bound resources resolve to the gateway. Until one is \
                  bound, no name does.",
    source: source::RESOURCE_BINDINGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new() && g.dns == DnsMode::PerResourceBinding)
    {
        // A new VPC by itself is told as that.
        let alone = gateway
            .vpc
            .map(|vpc| &model.vpcs[vpc])
            .is_none_or(|vpc| vpc.origin.is_new() && vpc.topology.is_none() && !vpc.dns.enable_hub);
        if !alone && gateway.resource_bindings.is_empty() && without_bindings(gateway).is_none() {
            out.report(
                vec![gateway.at(Field::Dns)],
                format!("{} resolves single resources, and none is bound to it.", gateway.label),
                "No name resolves to its addresses until a bucket is bound.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;

    #[test]
    fn nothing_bound_resolves_nothing() {
        let finding =
            triggers_on(&with_local_access(), "resource-unbound", &[Edit::Remove(resource_binding("logs"))]);
        assert_eq!(finding.title, "payments-cos resolves single resources, and none is bound to it.");
    }

    #[test]
    fn one_is_enough() {
        silent_on(&with_local_access(), "resource-unbound", &[]);
    }
}
