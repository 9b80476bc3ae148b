//! More of something than IBM's quota.

use super::{Findings, Rule, Severity};
use crate::catalog::{
    ACLS_PER_VPC, GROUPS_PER_VPC, PREFIXES_PER_VPC, REGIONS, RULES_PER_ACL, RULES_PER_GROUP, SUBNETS_PER_VPC,
    TARGETS_PER_GROUP, VPCS_PER_REGION, source,
};
use crate::model::{Model, Placed};

/// `above-quota`.
pub(super) static RULE: Rule = Rule {
    code: "above-quota",
    severity: Severity::Warning,
    summary: "A region, VPC, security group or network ACL has more parts than the quota",
    explanation: "Accounts begin with a quota of 10 VPCs in a region, of 25 address prefixes, 100 subnets, 100 \
                  security groups and 100 network ACLs in each VPC, of 250 rules and 1,000 targets of each security \
                  group, and of 200 rules of each network ACL. What goes beyond is refused until IBM has raised the quota, which it does on \
                  request; for endpoint gateways IBM publishes none.",
    source: source::QUOTAS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for region in &REGIONS {
        let of_region = || model.vpcs.iter().filter(|v| v.region.get() == Some(region));
        // Told once, at the first that is too many.
        if let Some(vpc) = of_region().nth(VPCS_PER_REGION) {
            one(vpc, region.code, of_region().count(), VPCS_PER_REGION, "VPCs", out);
        }
    }
    for vpc in model.vpcs.iter() {
        one(vpc, &vpc.label, vpc.groups.len(), GROUPS_PER_VPC, "security groups", out);
        one(vpc, &vpc.label, vpc.acls.len(), ACLS_PER_VPC, "network ACLs", out);
        one(vpc, &vpc.label, vpc.prefixes.len(), PREFIXES_PER_VPC, "address prefixes", out);
        one(vpc, &vpc.label, vpc.subnets.len(), SUBNETS_PER_VPC, "subnets", out);
    }
    for acl in model.acls.iter() {
        one(acl, &acl.label, acl.rules.len(), RULES_PER_ACL, "rules", out);
    }
    let mut targets = model.groups.notes::<usize>();
    for &group in model.gateways.iter().flat_map(|g| &g.groups) {
        *targets.get_or_insert_with(group, usize::default) += 1;
    }
    for (ix, group) in model.groups.enumerate() {
        // A VPC's default group has no such limit, and may be one that exists.
        if group.origin.is_new() {
            let n = *targets.get_or_insert_with(ix, usize::default);
            one(group, &group.label, n, TARGETS_PER_GROUP, "gateways", out);
        }
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
    use crate::plan::{Action, Direction};

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
    fn regions_and_groups_have_quotas_too() {
        let vpcs =
            |n: usize| -> Vec<Edit> { (0..n).map(|i| add_vpc(&format!("v-{i}"), "us-south")).collect() };
        silent("above-quota", &vpcs(9));
        let finding = triggers("above-quota", &vpcs(12));
        assert_eq!(finding.title, "us-south has 13 VPCs, and the quota is 10.");
        assert_eq!(finding.places, [vpc("v-9").place()]);
        let groups: Vec<Edit> = (0..100).map(|i| add_group("prod", &format!("g-{i}"))).collect();
        assert_eq!(
            triggers("above-quota", &groups).title,
            "prod-vpc has 101 security groups, and the quota is 100."
        );
    }

    #[test]
    fn acls_have_quotas_too() {
        let rules: Vec<Edit> = (0..199)
            .map(|i| {
                let from = format!("10.9.{i}.0/24");
                add_acl_rule("acl", &format!("r-{i}"), Action::Allow, Direction::Outbound, &from)
            })
            .collect();
        let finding = triggers_on(&with_acl(), "above-quota", &rules);
        assert_eq!(finding.title, "vpe-acl has 201 rules, and the quota is 200.");
        silent_on(&with_acl(), "above-quota", &rules[1..]);
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
