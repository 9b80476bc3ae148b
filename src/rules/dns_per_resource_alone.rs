//! Single resources resolved in a VPC that shares DNS with none.

use super::parts::without_bindings;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{DnsMode, Field};

/// `dns-per-resource-alone`.
pub(super) static RULE: Rule = Rule {
    code: "dns-per-resource-alone",
    severity: Severity::Advice,
    summary: "A gateway resolves single resources in a VPC without a DNS hub",
    explanation: "The API change log says that the VPC of such a gateway takes part in a DNS topology. The planning \
                  page says that a VPC by itself may have one, too. The documents contradict each other; the mode \
                  Disabled with resource bindings is in both.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new() && g.dns == DnsMode::PerResourceBinding)
    {
        let Some(vpc) = gateway.vpc.map(|vpc| &model.vpcs[vpc]) else { continue };
        // Of an existing VPC its binding need not be known.
        if vpc.topology.is_some()
            || !vpc.origin.is_new()
            || vpc.dns.enable_hub
            || without_bindings(gateway).is_some()
        {
            continue;
        }
        let disabled = Edit::choose(gateway.object(), Choice::Dns(DnsMode::Disabled));
        out.report_with(
            vec![gateway.at(Field::Dns)],
            format!("{} resolves single resources, and {} is bound to no hub.", gateway.label, vpc.label),
            "IBM's documents contradict each other on whether this works; Disabled with bindings does.",
            Some(Fix::choice("Use Disabled", disabled)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn per_resource() -> Edit {
        Edit::choose(gateway("cos"), Choice::Dns(DnsMode::PerResourceBinding))
    }

    #[test]
    fn a_vpc_by_itself_is_in_doubt() {
        let finding = triggers_on(&with_bucket(), "dns-per-resource-alone", &[per_resource()]);
        assert_eq!(finding.title, "payments-cos resolves single resources, and prod-vpc is bound to no hub.");
    }

    #[test]
    fn with_a_hub_there_is_no_doubt() {
        silent_on(&with_local_access(), "dns-per-resource-alone", &[]);
    }
}
