//! Queries handed over to a hub that there is not.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{Field, Resolver};

/// `resolver-without-hub`.
pub(super) static RULE: Rule = Rule {
    code: "resolver-without-hub",
    severity: Severity::Error,
    summary: "A resolver is delegated, and its VPC is bound to no hub",
    explanation: "A delegated resolver hands the queries of its VPC over to the hub that the VPC is bound to. \
                  Without a DNS resolution binding there is nobody to hand them to.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter().filter(|vpc| vpc.origin.is_new()) {
        if vpc.dns.resolver == Resolver::Delegated && vpc.dns_bindings.is_empty() {
            let system = Edit::choose(vpc.object(), Choice::Resolver(Resolver::System));
            out.report_with(
                vec![vpc.at(Field::Resolver)],
                format!("The resolver of {} is delegated, and the VPC is bound to no hub.", vpc.label),
                "The exports leave the resolver as it is, because there is no hub to name.",
                Some(Fix::choice("Use the system resolver", system)),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn delegating_needs_a_hub() {
        let delegated = Edit::choose(vpc("prod"), Choice::Resolver(Resolver::Delegated));
        let finding = triggers("resolver-without-hub", &[delegated]);
        assert_eq!(finding.title, "The resolver of prod-vpc is delegated, and the VPC is bound to no hub.");
    }

    #[test]
    fn the_system_resolver_needs_none() {
        silent("resolver-without-hub", &[Edit::choose(vpc("prod"), Choice::Resolver(Resolver::System))]);
    }
}
