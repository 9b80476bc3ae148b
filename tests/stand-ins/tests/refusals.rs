//! What the strict stand-in refuses of gateways, case by case.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{KMS, cases, client, gateway, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;

fn new_ip(subnet: &str, address: &str) -> Value {
    json!({"subnet": {"id": subnet}, "address": address, "auto_delete": false})
}

#[test]
fn a_gateway_that_the_service_would_not_take() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let instance = "crn:v1:bluemix:public:messagehub:us-south:a/ffffffffffffffffffffffffffffffff:1::";
    cases(
        &api,
        "POST",
        "/endpoint_gateways",
        &[
            ("validation_required_field", json!({"vpc": {"id": "r006-payments"}})),
            (
                "validation_required_field",
                json!({"target": {"resource_type": "provider_infrastructure_service", "name": "ibm-ntp-server"}}),
            ),
            ("bad_field", gateway(json!({"tags": ["a"]}))),
            ("bad_field", gateway(json!({"allow_dns_resolution_binding": true}))),
            ("validation_enum", gateway(json!({"dns_resolution_binding_mode": "primery"}))),
            ("bad_field", gateway(json!({"dns_resolution_binding_mode": "per_resource_binding"}))),
            ("validation_invalid_name", gateway(json!({"name": "1g"}))),
            ("validation_invalid_name", gateway(json!({"name": "g-"}))),
            ("validation_failure", gateway(json!({"name": "g".repeat(64)}))),
            ("validation_failure", gateway(json!({"name": null}))),
            ("not_found", gateway(json!({"vpc": {"id": "r006-nothing"}}))),
            ("not_found", gateway(json!({"vpc": {"id": "r014-east"}}))),
            ("validation_only_one", gateway(json!({"vpc": {"id": "r006-payments", "crn": "crn:v1:x"}}))),
            ("bad_field", gateway(json!({"resource_group": {"name": "Default"}}))),
            ("not_found", gateway(json!({"resource_group": {"id": "ff"}}))),
            ("bad_field", gateway(json!({"security_groups": []}))),
            ("security_group_not_in_vpc", gateway(json!({"security_groups": [{"id": "r006-theirs"}]}))),
            (
                "validation_failure",
                gateway(json!({"target": {"resource_type": "provider_cloud_service", "crn": "kms"}})),
            ),
            (
                "not_found",
                gateway(json!({"target": {"resource_type": "provider_cloud_service", "crn": instance}})),
            ),
            (
                "bad_field",
                gateway(json!({"target": {"resource_type": "private_path_service_gateway", "crn": KMS}})),
            ),
            (
                "validation_enum",
                gateway(
                    json!({"target": {"resource_type": "provider_infrastructure_service", "name": "ibm-dns-server2"}}),
                ),
            ),
            ("not_found", gateway(json!({"ips": [{"id": "0717-nothing"}]}))),
            ("reserved_ip_in_use", gateway(json!({"ips": [{"id": "0737-lb"}]}))),
            ("bad_field", gateway(json!({"ips": [{"id": "0737-kept", "name": "x"}]}))),
            ("vpc_resource_separation", gateway(json!({"ips": [new_ip("0717-far", "10.1.0.9")]}))),
            ("bad_field", gateway(json!({"ips": [new_ip("0717-one", "10.240.1.9")]}))),
            (
                "validation_invalid_ipv4_address",
                gateway(json!({"ips": [new_ip("0717-one", "10.240.0.300")]})),
            ),
            ("reserved_ip_owned_by_provider", gateway(json!({"ips": [new_ip("0717-one", "10.240.0.3")]}))),
            ("reserved_ip_owned_by_provider", gateway(json!({"ips": [new_ip("0717-one", "10.240.0.255")]}))),
            ("address_is_already_reserved", gateway(json!({"ips": [new_ip("0737-three", "10.240.128.9")]}))),
            (
                "bad_field",
                gateway(
                    json!({"ips": [new_ip("0717-one", "10.240.0.9"), new_ip("0717-one", "10.240.0.10")]}),
                ),
            ),
            (
                "validation_invalid_name",
                gateway(json!({"ips": [{"subnet": {"id": "0717-one"}, "name": "ibm-x"}]})),
            ),
            (
                "validation_unique_failed",
                gateway(json!({"ips": [{"subnet": {"id": "0737-three"}, "name": "kept"}]})),
            ),
        ],
    );
    assert_eq!(cloud.state(), json!({"vpcs": []}));
    assert_eq!(cloud.log(), []);
    assert_eq!(cloud.refusals().len(), 33);
}

#[test]
fn one_gateway_for_each_target_name_and_zone() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let made = api.post("/endpoint_gateways", gateway(json!({"ips": [new_ip("0717-one", "10.240.0.9")]})));
    let ntp = json!({"resource_type": "provider_infrastructure_service", "name": "ibm-ntp-server"});
    cases(
        &api,
        "POST",
        "/endpoint_gateways",
        &[
            ("bad_field", gateway(json!({"name": "other"}))),
            ("validation_unique_failed", gateway(json!({"target": ntp}))),
        ],
    );
    let id = made["id"].as_str().unwrap();
    cases(
        &api,
        "POST",
        "/subnets/0717-one/reserved_ips",
        &[
            ("bad_field", json!({"target": {"id": id}, "auto_delete": false})),
            ("bad_field", json!({"auto_delete": true})),
        ],
    );
    cases(
        &api,
        "POST",
        "/subnets/0717-far/reserved_ips",
        &[("vpc_resource_separation", json!({"target": {"id": id}}))],
    );
    cases(
        &api,
        "PUT",
        &format!("/endpoint_gateways/{id}/ips/0737-lb"),
        &[("reserved_ip_in_use", Value::Null)],
    );
    cases(
        &api,
        "PUT",
        &format!("/security_groups/r006-theirs/targets/{id}"),
        &[("security_group_not_in_vpc", Value::Null)],
    );
    api.call("PUT", &format!("/endpoint_gateways/{id}/ips/0737-kept"), "");
    api.post(
        "/subnets/0727-two/reserved_ips",
        json!({"name": "two", "auto_delete": true, "target": {"id": id}}),
    );
    let ips = &cloud.state()["vpcs"][0]["endpoint_gateways"][0]["ips"];
    assert_eq!(ips.as_object().unwrap().len(), 3);
}

#[test]
fn a_private_path_gateway_waits_for_its_provider() {
    let crn = "crn:v1:bluemix:public:is:us-south:a/12::private-path-service-gateway:r006-1";
    let target = json!({"resource_type": "private_path_service_gateway", "crn": crn});
    for permitted in [false, true] {
        let mut seed = seed();
        seed["settings"] = json!({"private_path_permitted": permitted, "pending_reads": 0});
        let cloud = Cloud::start(seed);
        let api = client(&cloud);
        let made = api.post("/endpoint_gateways", gateway(json!({"target": target})));
        let shown = api.get(&format!("/endpoint_gateways/{}", made["id"].as_str().unwrap()));
        let expected = if permitted { "stable" } else { "pending" };
        assert_eq!(shown["lifecycle_state"], expected);
        let reason = shown["lifecycle_reasons"][0]["code"] == "access_pending";
        assert_eq!(reason, !permitted);
    }
}

#[test]
fn a_hub_demands_primary_and_a_gateway_has_five_groups_at_most() {
    let mut seed = seed();
    seed["vpcs"][1]["enable_hub"] = json!(true);
    let names = ["a", "b", "c", "d", "e", "f"];
    let groups: Vec<Value> =
        names.iter().map(|name| json!({"id": format!("r006-{name}"), "name": name})).collect();
    seed["vpcs"][1]["security_groups"] = json!(groups);
    let cloud = Cloud::start(seed);
    let api = client(&cloud);
    let ids: Vec<Value> = names.iter().map(|name| json!({"id": format!("r006-{name}")})).collect();
    cases(
        &api,
        "POST",
        "/endpoint_gateways",
        &[
            ("bad_field", gateway(json!({"dns_resolution_binding_mode": "disabled"}))),
            ("security_group_sgs_per_interface_exceeded", gateway(json!({"security_groups": ids}))),
            ("duplicate_error", gateway(json!({"security_groups": [ids[0], ids[0]]}))),
        ],
    );
    let made = api.post("/endpoint_gateways", gateway(json!({"security_groups": ids[..5]})));
    let path = format!("/security_groups/r006-f/targets/{}", made["id"].as_str().unwrap());
    cases(&api, "PUT", &path, &[("security_group_sgs_per_interface_exceeded", Value::Null)]);
}
