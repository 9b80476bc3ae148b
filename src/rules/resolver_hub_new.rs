//! Queries handed over to a hub that cannot answer yet.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Hub, Model, Placed};
use crate::plan::{Field, Resolver};

/// `resolver-hub-new`.
pub(super) static RULE: Rule = Rule {
    code: "resolver-hub-new",
    severity: Severity::Warning,
    summary: "A resolver is delegated to a hub that is new",
    explanation: "A delegated resolver hands queries over to the custom resolver of the hub, which belongs to DNS \
                  Services. A new hub has none, and this planner makes none. The exports delegate last, and stop \
                  there until the hub has its custom resolver; run again, they go on.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter().filter(|vpc| vpc.dns.resolver == Resolver::Delegated) {
        let Some(&first) = vpc.dns_bindings.first() else { continue };
        let binding = &model.dns_bindings[first];
        let Hub::Vpc(hub) = binding.hub else { continue };
        let hub = &model.vpcs[hub];
        if binding.origin.is_new() && hub.origin.is_new() && hub.dns.enable_hub {
            out.report(
                vec![vpc.at(Field::Resolver)],
                format!("The resolver of {} is delegated to {}, which is new.", vpc.label, hub.label),
                "The hub has no custom resolver of DNS Services yet, and IBM Cloud delegates to none without.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::Resolver;

    fn delegated() -> Edit {
        Edit::choose(vpc("prod"), Choice::Resolver(Resolver::Delegated))
    }

    #[test]
    fn a_new_hub_has_no_custom_resolver() {
        let finding = triggers_on(&with_hub(), "resolver-hub-new", &[delegated()]);
        assert_eq!(finding.title, "The resolver of prod-vpc is delegated to hub, which is new.");
    }

    #[test]
    fn an_existing_hub_may_have_one() {
        silent_on(&with_hub(), "resolver-hub-new", &[delegated(), exists(vpc("hub"))]);
    }
}
