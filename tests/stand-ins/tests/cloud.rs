//! The strict stand-in driven by hand, over HTTP.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{KMS, client, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;
use stand_ins::mutants::Allows;

#[test]
fn a_gateway_with_three_addresses_is_built_and_told() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let vpc = api.find("/vpcs", "vpcs", "payments");
    let subnets = api.list("/subnets", "subnets");
    assert_eq!(subnets.len(), 3);
    let group = api.post("/security_groups", json!({"name": "endpoints", "vpc": {"id": vpc}}));
    api.post(
        &format!("/security_groups/{}/rules", group["id"].as_str().unwrap()),
        json!({"name": "https", "direction": "inbound", "protocol": "tcp", "port_min": 443,
            "port_max": 443, "remote": {"cidr_block": "10.240.0.0/18"}}),
    );
    let ips = json!([
        {"subnet": {"id": subnets[0]["id"]}, "name": "kms-1", "address": "10.240.0.10", "auto_delete": false},
        {"subnet": {"id": subnets[1]["id"]}, "name": "kms-2", "auto_delete": true},
        {"id": "0737-kept"},
    ]);
    let made = api.post(
        "/endpoint_gateways",
        json!({"name": "payments-kms", "vpc": {"id": vpc}, "ips": ips,
            "target": {"resource_type": "provider_cloud_service", "crn": KMS},
            "security_groups": [{"id": group["id"]}],
            "resource_group": {"id": "000000000000000000000000000000d1"},
            "dns_resolution_binding_mode": "primary"}),
    );
    assert_eq!(made["lifecycle_state"], "pending");
    let address = |shown: &Value| {
        let ips = shown["ips"].as_array().unwrap();
        let one = ips.iter().find(|ip| ip["name"] == "kms-1").unwrap();
        one["address"].as_str().unwrap().to_owned()
    };
    assert_eq!(address(&made), "0.0.0.0");
    let path = format!("/endpoint_gateways/{}", made["id"].as_str().unwrap());
    assert_eq!(api.get(&path)["lifecycle_state"], "pending");
    let shown = api.get(&path);
    assert_eq!(shown["lifecycle_state"], "stable");
    assert_eq!(address(&shown), "10.240.0.10");
    api.tag("user", &made["crn"], &["team:payments"]);
    api.tag("access", &made["crn"], &["env:prod"]);
    assert_eq!(cloud.refusals(), []);
    assert_eq!(cloud.counts()["create_endpoint_gateway"], 1);
    assert_eq!(cloud.counts().values().sum::<usize>(), 5);
    assert_eq!(
        cloud.state(),
        json!({"vpcs": [{
            "name": "payments", "region": "us-south", "origin": "existing",
            "security_groups": [{"name": "endpoints", "origin": "new", "resource_group": "Default",
                "rules": [{"name": "https", "direction": "inbound", "protocol": "tcp",
                    "port_min": 443, "port_max": 443, "remote": {"cidr_block": "10.240.0.0/18"}}]}],
            "endpoint_gateways": [{
                "name": "payments-kms", "origin": "new",
                "target": {"resource_type": "provider_cloud_service", "crn": KMS},
                "dns_resolution_binding_mode": "primary", "resource_group": "network",
                "security_groups": ["endpoints"],
                "ips": {
                    "us-south-1": {"name": "kms-1", "origin": "new", "subnet": "app-1",
                        "address": "10.240.0.10", "auto_delete": false},
                    "us-south-2": {"name": "kms-2", "origin": "new", "subnet": "app-2",
                        "address": "chosen by IBM Cloud", "auto_delete": true},
                    "us-south-3": {"name": "kept", "origin": "existing", "subnet": "app-3",
                        "address": "10.240.128.9", "auto_delete": false}},
                "tags": {"user": ["team:payments"], "access": ["env:prod"]}}]
        }]})
    );
    let survivors = cloud.surviving_mutants(&Allows::of_the_reference());
    assert_eq!(survivors, []);
    // Without the list, what is optional is told: the mutants are tried indeed.
    let all = cloud.surviving_mutants(&Allows::none());
    let told = |on: &str, mutant: &str| all.iter().any(|one| one.on == on && one.mutant == mutant);
    assert!(told("create_endpoint_gateway", "drop ips[].auto_delete"));
    assert!(told("create_rule", "drop name"));
    assert!(!told("create_endpoint_gateway", "misspell name"));
}
