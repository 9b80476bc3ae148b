//! A gateway of a DNS hub that the hub does not share.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed};
use crate::plan::{DnsMode, Field};

/// `dns-hub-primary`.
pub(super) static RULE: Rule = Rule {
    code: "dns-hub-primary",
    severity: Severity::Error,
    summary: "A gateway of a DNS hub is not primary",
    explanation: "A DNS hub resolves the names of its gateways for every VPC that is bound to it. Each gateway in it \
                  must have the mode Primary, and the console leaves no other choice.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.dns != DnsMode::Primary) {
        let Some(vpc) = gateway.vpc.map(|vpc| &model.vpcs[vpc]).filter(|vpc| vpc.dns.enable_hub) else {
            continue;
        };
        let primary = Edit::choose(gateway.object(), Choice::Dns(DnsMode::Primary));
        out.report_with(
            vec![vpc.at(Field::EnableHub), gateway.at(Field::Dns)],
            format!("{} is in the DNS hub {} and is not primary.", gateway.label, vpc.label),
            "A hub takes no gateway with another DNS mode; IBM Cloud refuses it.",
            Some(Fix::choice("Use Primary", primary)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn mode(mode: DnsMode) -> Edit {
        Edit::choose(gateway("hub-cos"), Choice::Dns(mode))
    }

    #[test]
    fn a_hub_shares_all_its_gateways() {
        let finding = relates(
            &with_hub(),
            "dns-hub-primary",
            &[mode(DnsMode::Disabled)],
            &[Edit::Remove(dns_binding("to-hub")), Edit::choose(vpc("hub"), Choice::EnableHub(false))],
            &[mode(DnsMode::Primary)],
        );
        assert_eq!(finding.title, "hub-cos is in the DNS hub hub and is not primary.");
    }

    #[test]
    fn another_vpc_takes_each_mode() {
        silent("dns-hub-primary", &[Edit::choose(gateway("kms"), Choice::Dns(DnsMode::Disabled))]);
    }
}
