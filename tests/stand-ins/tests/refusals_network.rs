//! What the strict stand-in refuses of networks and groups, case by case.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{cases, client, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;

#[test]
fn a_network_that_does_not_fit() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    cases(
        &api,
        "POST",
        "/vpcs",
        &[
            ("validation_unique_failed", json!({"name": "payments"})),
            ("validation_enum", json!({"name": "v", "address_prefix_management": "none"})),
        ],
    );
    let vpc = api.post("/vpcs", json!({"name": "new", "address_prefix_management": "manual"}));
    let id = vpc["id"].as_str().unwrap();
    let prefix = |cidr: &str| json!({"name": "p", "zone": {"name": "us-south-1"}, "cidr": cidr});
    let path = format!("/vpcs/{id}/address_prefixes");
    cases(
        &api,
        "POST",
        &path,
        &[
            ("validation_invalid_ipv4_cidr", prefix("10.0.0.1/16")),
            ("validation_invalid_ipv4_cidr", prefix("10.0.0.0/30")),
            ("validation_invalid_ipv4_cidr", prefix("10.0.0.0")),
            ("network_conflict", prefix("161.26.0.0/20")),
            ("invalid_zone", json!({"name": "p", "zone": {"name": "us-east-1"}, "cidr": "10.0.0.0/16"})),
        ],
    );
    let subnet = |name: &str, cidr: &str| json!({"name": name, "vpc": {"id": id}, "ipv4_cidr_block": cidr});
    cases(&api, "POST", "/subnets", &[("not_in_address_prefix", subnet("s", "10.0.0.0/24"))]);
    api.post(&path, prefix("10.0.0.0/16"));
    cases(
        &api,
        "POST",
        &path,
        &[
            ("validation_unique_failed", prefix("10.1.0.0/16")),
            (
                "address_prefix_conflict",
                json!({"name": "q", "zone": {"name": "us-south-2"}, "cidr": "10.0.8.0/24"}),
            ),
        ],
    );
    api.post("/subnets", subnet("s", "10.0.0.0/24"));
    let mut away = subnet("t", "10.0.1.0/24");
    away["zone"] = json!({"name": "us-south-2"});
    cases(
        &api,
        "POST",
        "/subnets",
        &[
            ("validation_unique_failed", subnet("s", "10.0.1.0/24")),
            ("subnet_conflict", subnet("t", "10.0.0.128/25")),
            ("zone_inconsistency", away),
        ],
    );
    let ips = api.get(&format!("/subnets?vpc.id={id}"));
    assert_eq!(ips["subnets"][0]["available_ipv4_address_count"], 251);
}

#[test]
fn groups_and_rules_that_do_not_fit() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let group = json!({"name": "g", "vpc": {"id": "r006-payments"}});
    let made = api.post("/security_groups", group.clone());
    cases(&api, "POST", "/security_groups", &[("validation_unique_failed", group)]);
    let path = format!("/security_groups/{}/rules", made["id"].as_str().unwrap());
    let rule = |more: Value| {
        let mut body = json!({"name": "r", "direction": "inbound", "protocol": "tcp"});
        for (key, value) in more.as_object().unwrap() {
            body[key] = value.clone();
        }
        body
    };
    cases(
        &api,
        "POST",
        &path,
        &[
            ("validation_enum", rule(json!({"protocol": "all"}))),
            ("validation_enum", rule(json!({"direction": "ingress"}))),
            ("validation_required_field", rule(json!({"port_min": 443}))),
            ("bad_field", rule(json!({"port_min": 443, "port_max": 80}))),
            ("bad_field", rule(json!({"protocol": "icmp", "port_min": 1, "port_max": 2}))),
            ("validation_required_field", rule(json!({"protocol": "icmp", "code": 0}))),
            ("validation_invalid_ipv4_cidr", rule(json!({"remote": {"cidr_block": "10.0.0.1/8"}}))),
            ("security_group_not_in_vpc", rule(json!({"remote": {"id": "r006-theirs"}}))),
        ],
    );
    api.post(&path, rule(json!({"remote": {"id": made["id"]}})));
    cases(&api, "POST", &path, &[("validation_unique_failed", rule(json!({})))]);
    let told = &cloud.state()["vpcs"][0]["security_groups"][0]["rules"][0];
    assert_eq!(told["remote"], json!({"security_group": "g"}));
}
