//! No rule compares all with all, in clean plans and in plans where everything is
//! wrong. How long they take in a release build is measured by `cargo xtask bench`.

use super::super::RULES;
use super::*;
use crate::plan::{How, Resource, Vpc};
use std::time::{Duration, Instant};

/// Gateways in some VPCs like the clean plan's. `spoil` changes each of them.
fn plan(gateways: usize, vpcs: usize, spoil: impl Fn(usize, &mut Resource<plan::Gateway>)) -> Plan {
    let pattern = clean();
    let mut plan = Plan::default();
    for v in 0..vpcs {
        let mut vpc: Resource<Vpc> = pattern.vpcs[0].clone();
        vpc.key = key(&format!("vpc-{v}"));
        vpc.wanted.name = format!("vpc-{v}");
        for (z, subnet) in vpc.wanted.subnets.iter_mut().enumerate() {
            subnet.key = key(&format!("subnet-{v}-{z}"));
            subnet.wanted.cidr = format!("10.240.{}.0/19", 64 * z);
        }
        vpc.wanted.security_groups[0].key = key(&format!("group-{v}"));
        vpc.wanted.security_groups[0].wanted.rules[0].key = key(&format!("rule-{v}"));
        plan.vpcs.push(vpc);
    }
    for i in 0..gateways {
        let (v, n) = (i % vpcs, i / vpcs);
        let mut gateway = pattern.gateways[0].clone();
        gateway.key = key(&format!("gateway-{i}"));
        gateway.wanted.name = format!("gateway-{n}");
        gateway.wanted.vpc = key(&format!("vpc-{v}"));
        gateway.wanted.target.crn =
            format!("crn:v1:bluemix:public:secrets-manager:us-south:a/{ACCOUNT}:{i}::");
        gateway.wanted.security_groups = vec![key(&format!("group-{v}"))];
        for (z, address) in gateway.wanted.addresses.iter_mut().enumerate() {
            address.subnet = key(&format!("subnet-{v}-{z}"));
            address.how = How::Given;
            address.address = format!("10.240.{}.{}", 64 * z + (n + 4) / 256, (n + 4) % 256);
        }
        spoil(i, &mut gateway);
        plan.gateways.push(gateway);
    }
    plan
}

/// The shortest of a few runs of one rule, which others on the machine disturb least.
fn time(model: &Model, rule: &'static super::super::Rule) -> Duration {
    let once = || {
        let start = Instant::now();
        let mut findings = super::super::Findings::of(rule);
        (rule.check)(model, &mut findings);
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

/// Comparing the 15,000 addresses of these plans pair by pair takes seconds here; what
/// sorts or hashes takes some milliseconds, even on a busy machine hardly more than
/// a hundred.
fn is_quick(spoil: impl Fn(usize, &mut Resource<plan::Gateway>)) {
    let model = Model::of(&plan(5000, 1, &spoil));
    for rule in RULES {
        let time = time(&model, rule);
        assert!(time < Duration::from_millis(600), "{}: {time:?} for 5,000 gateways", rule.code);
    }
}

#[test]
fn a_large_clean_plan_is_clean() {
    assert_eq!(listed(&plan(1000, 10, |_, _| ())), []);
}

#[test]
fn rules_are_quick_with_a_clean_plan() {
    is_quick(|_, _| ());
}

#[test]
fn rules_are_quick_where_all_addresses_clash() {
    is_quick(|_, gateway| {
        for address in &mut gateway.wanted.addresses {
            address.address.truncate("10.240.0".len());
            address.address.push_str(".9");
        }
    });
}

#[test]
fn rules_are_quick_where_nothing_means_anything() {
    is_quick(|i, gateway| {
        let odd = format!("odd {i}");
        gateway.wanted.name.clone_from(&odd);
        gateway.wanted.target.crn.clone_from(&odd);
        gateway.wanted.tags.push(String::new());
        gateway.wanted.security_groups.push(key("gone"));
        gateway.wanted.addresses[0].subnet = key("gone");
        gateway.wanted.addresses[1].zone.clone_from(&odd);
        gateway.wanted.addresses[2].address = odd;
    });
}

#[test]
fn rules_are_quick_where_names_targets_and_places_are_all_alike() {
    is_quick(|_, gateway| {
        gateway.wanted.name = "same".into();
        gateway.wanted.ip_prefix = "ibm-same".into();
        gateway.wanted.target.crn = COS.into();
        gateway.wanted.auto_release = true;
        gateway.wanted.addresses[2].how = How::None;
    });
}
