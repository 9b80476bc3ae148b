//! Single resources bound in a VPC that shares no DNS.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{DnsMode, Field};

/// `bindings-standalone`.
pub(super) static RULE: Rule = Rule {
    code: "bindings-standalone",
    severity: Severity::Advice,
    summary: "Names are to resolve per resource in a VPC of no DNS topology",
    explanation: "The mode per resource binding is for a VPC that is bound to a DNS hub, where a gateway of the hub \
                  answers for all other resources. IBM's pages differ on a VPC by itself: the API's change log asks \
                  for a topology, the planning page takes all modes. IBM also gives local access to customers on \
                  request only.",
    source: source::LOCAL_ACCESS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new() && g.dns == DnsMode::PerResourceBinding)
    {
        // Of an existing VPC it is not known whether it is bound to a hub; and where the service
        // has no bindings another rule tells.
        let binds = !gateway.services.is_empty() && gateway.services.iter().all(|s| s.resource_bindings);
        let Some(vpc) = gateway
            .vpc
            .map(|v| &model.vpcs[v])
            .filter(|v| v.origin.is_new() && binds)
            .filter(|v| v.topology.is_none() && !v.dns.enable_hub)
        else {
            continue;
        };
        let disabled = Edit::choose(gateway.object(), Choice::Dns(DnsMode::Disabled));
        out.report_with(
            vec![gateway.at(Field::Dns)],
            format!(
                "{} is to resolve single resources, and {} is bound to no hub.",
                gateway.label, vpc.label
            ),
            "IBM's pages differ on whether that is taken; names of resources that are not bound stay public.",
            Some(Fix::choice("Use Disabled", disabled)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn mode(k: &str) -> Edit {
        Edit::choose(gateway(k), Choice::Dns(DnsMode::PerResourceBinding))
    }

    #[test]
    fn a_new_vpc_is_bound_to_no_hub() {
        let finding = triggers_on(&two_gateways(), "bindings-standalone", &[mode("cos")]);
        assert_eq!(
            finding.title,
            "payments-cos is to resolve single resources, and prod-vpc is bound to no hub."
        );
    }

    #[test]
    fn a_vpc_that_is_bound_to_a_hub_is_right() {
        silent_on(&with_local_access(), "bindings-standalone", &[]);
    }

    #[test]
    fn an_existing_vpc_may_be_and_other_services_bind_nothing() {
        silent_on(&two_gateways(), "bindings-standalone", &[mode("cos"), exists(vpc("prod"))]);
        silent("bindings-standalone", &[mode("kms")]);
    }
}
