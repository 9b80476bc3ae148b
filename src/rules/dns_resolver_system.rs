//! A VPC that is bound to a hub and asks its own resolvers.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};
use crate::plan::{Field, Resolver};

/// `dns-resolver-system`.
pub(super) static RULE: Rule = Rule {
    code: "dns-resolver-system",
    severity: Severity::Advice,
    summary: "A VPC is bound to a DNS hub, and its queries do not go there",
    explanation: "A binding shares the names of a VPC's own gateways with the hub. The planning page calls it \
                  essential that the VPC's resolver is changed to the hub's custom resolver when it is to \
                  connect to gateways of the hub, or of other VPCs bound to it. A resolver with servers of \
                  your own does it, too, and is not planned here.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter().filter(|v| v.dns.resolver == Resolver::System) {
        // Of a VPC that exists, the resolver is not known; that a hub is bound is told by itself.
        if vpc.origin.is_new() && !vpc.dns_bindings.is_empty() && !vpc.dns.enable_hub {
            out.report(
                vec![vpc.at(Field::Resolver)],
                format!("{} is bound to a DNS hub, and IBM Cloud's own resolvers answer it.", vpc.label),
                "To reach gateways of the hub by name it asks the hub's custom resolver, once that is there.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::Resolver;

    #[test]
    fn a_binding_alone_shares_names_one_way() {
        let edits = [bind_vpc("prod", "to-hub", "hub")];
        let unbound = edited(&with_hub(), &[Edit::Remove(dns_binding("to-hub"))]);
        let finding = triggers_on(&unbound, "dns-resolver-system", &edits);
        assert_eq!(finding.title, "prod-vpc is bound to a DNS hub, and IBM Cloud's own resolvers answer it.");
    }

    #[test]
    fn the_hub_answers_or_nothing_is_known() {
        let delegated = Edit::choose(vpc("prod"), Choice::Resolver(Resolver::Delegated));
        silent_on(&with_hub(), "dns-resolver-system", &[delegated]);
        silent_on(&with_hub(), "dns-resolver-system", &[exists(vpc("prod"))]);
    }
}
