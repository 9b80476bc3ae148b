//! Clean plans that random edits begin with.

use super::*;
use crate::edit::{Choice, New};
use crate::plan::{Field, Key, Object, TargetKind};
use proptest::prelude::*;
use proptest::sample::select;

pub(super) fn bases() -> impl Strategy<Value = Plan> {
    let all = vec![
        clean(),
        two_vpcs(),
        with_database(),
        with_private_path(),
        with_local_access(),
        with_bucket(),
        with_policy(),
        let_in(),
        with_private_path(),
        with_acl(),
        with_known_acl(),
        with_known_acl(),
        shared(),
        shared(),
        adopted(),
        adopted(),
        adopted_but_its_gateway(),
        adopted_but_its_gateway(),
        adopted_but_its_gateway(),
        edited(&adopted(), &[read_otherwise("kms")]),
        edited(&read_gateway(), &[read_otherwise("kms")]),
        crowded(),
        crowded(),
        Plan::default(),
    ];
    select(all)
}

/// Two VPCs with network ACLs, one of which exists: a step or two from most faults of
/// those.
fn with_known_acl() -> Plan {
    let edits = [
        add_existing_vpc("dr", "us-south"),
        add_subnet("dr", "dr-1", "us-south-1", "10.40.0.0/26"),
        add_acl("dr", "dr-acl"),
        attach_acl("dr-1", "dr-acl"),
        let_https("dr-acl"),
        add_acl("prod", "known"),
        exists(acl("known")),
        Edit::text(acl("known"), Field::Id, "r006-9"),
        let_https("known"),
        exists(acl_rule("known-out")),
        Edit::text(acl_rule("known-out"), Field::Id, "r006-8"),
        attach_acl("vpe-2", "known"),
    ];
    edited(&with_acl(), &edits)
}

/// What is taken over but for a gateway, whose reserved IP is known by its name.
fn adopted_but_its_gateway() -> Plan {
    let ip = reserved_ip("kms-1");
    edited(&adopted(), &[refer_to(gateway("kms")), refer_to(ip.clone()), Edit::text(ip, Field::Id, "")])
}

/// A plan with something of each kind, two steps from most faults.
fn crowded() -> Plan {
    let crn =
        "crn:v1:bluemix:public:databases-for-postgresql:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1::";
    let mut edits = vec![
        Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS))),
        Edit::Add(New::Gateway(gateway_to("pg", "payments-pg", crn))),
        Edit::Add(New::Gateway(gateway_to("ntp", "payments-ntp", ""))),
        Edit::choose(gateway("ntp"), Choice::TargetKind(TargetKind::ProviderInfrastructureService)),
        Edit::text(gateway("ntp"), Field::TargetName, "ibm-ntp-server"),
        add_subnet("prod", "tiny", "us-south-1", "10.240.9.0/29"),
        add_reserved_ip("vpe-1", "old", "10.240.8.7"),
        add_reserved_ip("tiny", "older", "10.240.9.4"),
        Edit::text(reserved_ip("old"), Field::Id, "r006-1"),
        bind(address("cos", 0), "old"),
        bind(address("pg", 0), "older"),
    ];
    for i in 0..5 {
        edits.extend([add_group("prod", &format!("more-{i}")), attach("kms", &format!("more-{i}"))]);
    }
    edits.push(detach("kms", "more-4"));
    edited(&two_vpcs(), &edits)
}

/// A hub with much bound to it and its VPCs, a step or two from most faults of that.
fn shared() -> Plan {
    let mut edits = vec![
        add_vpc("third", "us-south"),
        add_vpc("fourth", "us-south"),
        bind_vpc("third", "third-to-hub", "hub"),
        bind_vpc("fourth", "away", "hub"),
        Edit::choose(dns_binding("away"), Choice::Hub(Key::none())),
        Edit::text(
            dns_binding("away"),
            Field::HubCrn,
            "crn:v1:bluemix:public:is:us-south:a/0123456789abcdef0123456789abcdef::vpc:r006-1",
        ),
        Edit::Add(New::Gateway(gateway_to("hub-kms", "hub-kms", &clean().gateways[0].wanted.target.crn))),
        Edit::choose(gateway("hub-kms"), Choice::Vpc(key("hub"))),
        unshare("kms"),
        Edit::text(Object::Plan, Field::Account, ACCOUNT),
    ];
    edits.extend((0..9).map(|i| bind_bucket("cos", &format!("b-{i}"), &format!("b-{i}"))));
    edited(&with_local_access(), &edits)
}
