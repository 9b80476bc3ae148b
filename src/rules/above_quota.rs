//! More of something than IBM's quota.

use super::{Findings, Rule, Severity};
use crate::catalog::{PREFIXES_PER_VPC, RULES_PER_GROUP, SUBNETS_PER_VPC, source};
use crate::model::{Model, Placed};

/// `above-quota`.
pub(super) static RULE: Rule = Rule {
    code: "above-quota",
    severity: Severity::Warning,
    summary: "A VPC or security group has more parts than the quota",
    explanation: "Accounts begin with a quota of 25 address prefixes and 100 subnets in each VPC, and of 250 rules in \
                  each security group. What goes beyond is refused until IBM has raised the quota, which it does on \
                  request; for endpoint gateways IBM publishes none.",
    source: source::QUOTAS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for vpc in model.vpcs.iter() {
        one(vpc, &vpc.label, vpc.prefixes.len(), PREFIXES_PER_VPC, "address prefixes", out);
        one(vpc, &vpc.label, vpc.subnets.len(), SUBNETS_PER_VPC, "subnets", out);
    }
    for group in model.groups.iter() {
        one(group, &group.label, group.rules.len(), RULES_PER_GROUP, "rules", out);
    }
}

fn one(of: &dyn Placed, label: &str, has: usize, quota: usize, what: &str, out: &mut Findings) {
    if has > quota {
        out.report(
            vec![of.place()],
            format!("{label} has {has} {what}, and the quota is {quota}."),
            "More are refused unless IBM has raised the quota of the account.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;

    fn prefixes(n: usize) -> Vec<Edit> {
        (0..n)
            .map(|i| add_prefix("prod", &format!("p-{i}"), "us-south-1", &format!("10.9.{i}.0/24")))
            .collect()
    }

    #[test]
    fn the_default_prefixes_count() {
        silent("above-quota", &prefixes(22));
        let finding = triggers("above-quota", &prefixes(23));
        assert_eq!(finding.title, "prod-vpc has 26 address prefixes, and the quota is 25.");
    }

    #[test]
    fn subnets_and_rules_have_quotas_too() {
        let subnets: Vec<Edit> = (0..98)
            .map(|i| {
                let cidr = format!("10.240.{}.{}/28", 16 + i / 16, i % 16 * 16);
                add_subnet("prod", &format!("s-{i}"), "us-south-1", &cidr)
            })
            .collect();
        assert_eq!(
            triggers("above-quota", &subnets).title,
            "prod-vpc has 101 subnets, and the quota is 100."
        );
        let rules: Vec<Edit> = (0..250)
            .map(|i| add_rule("clients", &format!("r-{i}"), &(1000 + i).to_string(), "10.240.0.0/16"))
            .collect();
        assert_eq!(triggers("above-quota", &rules).title, "vpe-clients has 251 rules, and the quota is 250.");
    }
}
