//! Deleting, unbinding and renaming: what each demands, takes along and leaves.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{cases, client, furnished, gateway, id, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;
use stand_ins::mutants::Allows;

const NTP: &str = "ibm-ntp-server";

fn ntp(more: Value) -> Value {
    let mut body = gateway(json!({"name": "ntp", "vpc": {"id": "r006-shop"},
        "target": {"resource_type": "provider_infrastructure_service", "name": NTP}}));
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    body
}

#[test]
fn a_gateway_is_gone_when_reading_it_says_so_and_keeps_what_it_has_until_then() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    api.delete("/endpoint_gateways/r006-gw");
    assert_eq!(
        cloud.state()["vpcs"][0]["endpoint_gateways"],
        json!([{"name": "gw", "origin": "existing", "deleting": true}])
    );
    assert_eq!(cloud.state()["removed"], Value::Null);
    // What it has is held, and it takes nothing new.
    let held = [
        ("DELETE", "/security_groups/r006-sg", "security_group_interfaces_attached"),
        ("DELETE", "/subnets/0717-one", "subnet_not_empty_ipaddr_exists"),
        ("DELETE", "/subnets/0717-one/reserved_ips/0717-a", "reserved_ip_in_use"),
        ("DELETE", "/vpcs/r006-shop", "vpc_not_empty"),
        ("DELETE", "/security_groups/r006-sg/targets/r006-gw", "conflict"),
    ];
    for (method, path, code) in held {
        assert_eq!(api.refused(method, path, &Value::Null), (409, code.to_owned()), "{path}");
    }
    assert_eq!(api.until_gone("r006-gw"), 0, "time passed with the last refusal");
    assert_eq!(api.get("/subnets/0727-two/reserved_ips/0727-b")["target"], Value::Null);
    assert_eq!(api.refused("GET", "/subnets/0717-one/reserved_ips/0717-a", &Value::Null).0, 404);
    let removed = ["endpoint gateway gw of shop in us-south", "reserved IP one/a of shop in us-south"];
    assert_eq!(cloud.state()["removed"], json!(removed));
    let kept = &cloud.state()["vpcs"][0]["reserved_ips"];
    assert_eq!(
        kept,
        &json!([{"name": "b", "origin": "existing", "subnet": "two",
        "address": "10.0.64.10", "auto_delete": false}])
    );
}

#[test]
fn a_deleting_gateway_is_shown_for_as_many_reads_as_the_seed_says() {
    for reads in [0, 3] {
        let mut seed = furnished();
        seed["settings"] = json!({"pending_reads": reads});
        let cloud = Cloud::start(seed);
        let api = client(&cloud);
        api.delete("/endpoint_gateways/r006-gw");
        assert_eq!(api.until_gone("r006-gw"), reads);
        assert_eq!(api.get("/endpoint_gateways")["total_count"], 0);
    }
}

#[test]
fn gateways_of_a_vpc_are_made_and_deleted_one_at_a_time() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    let made = api.post("/endpoint_gateways", ntp(json!({})));
    let locked = |method: &str, path: &str, body: &Value| {
        let (status, answer) = api.raw(
            method,
            &format!("{path}?version=2026-10-06&generation=2"),
            "application/json",
            &if body.is_null() { String::new() } else { body.to_string() },
        );
        status == 409 && answer["errors"][0]["message"].as_str().unwrap().starts_with("The VPC is locked")
    };
    assert!(locked("DELETE", "/endpoint_gateways/r006-gw", &Value::Null));
    // A while later, it is not.
    api.delete("/endpoint_gateways/r006-gw");
    assert!(locked("DELETE", &format!("/endpoint_gateways/{}", id(&made)), &Value::Null));
    api.until_gone("r006-gw");
    api.delete(&format!("/endpoint_gateways/{}", id(&made)));
    // Its name and its target are free when it is gone, and not before.
    assert_eq!(api.refused("POST", "/endpoint_gateways", &ntp(json!({}))).1, "validation_unique_failed");
    assert_eq!(api.refused("POST", "/endpoint_gateways", &ntp(json!({"name": "x"}))).1, "bad_field");
    api.until_gone(&id(&made));
    let again = api.post("/endpoint_gateways", ntp(json!({})));
    assert!(!locked("GET", &format!("/endpoint_gateways/{}", id(&again)), &Value::Null));
}

#[test]
fn a_private_path_gateway_that_waits_locks_nothing() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    let crn = "crn:v1:bluemix:public:is:us-south:a/12::private-path-service-gateway:r006-1";
    let target = json!({"resource_type": "private_path_service_gateway", "crn": crn});
    let waiting = api.post("/endpoint_gateways", ntp(json!({"name": "pp", "target": target})));
    api.post("/endpoint_gateways", ntp(json!({})));
    let path = format!("/endpoint_gateways/{}", id(&waiting));
    assert_eq!(api.get(&path)["lifecycle_reasons"][0]["code"], "access_pending");
}

#[test]
fn what_is_in_use_stays() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    let default = id(&api.get("/vpcs/r006-shop/default_security_group"));
    let ips = api.get("/subnets/0717-one/reserved_ips?limit=1");
    let provider = id(&ips["reserved_ips"][0]);
    for (path, status, code) in [
        ("/vpcs/r006-nothing".to_owned(), 404, "not_found"),
        ("/vpcs/r006-shop".to_owned(), 409, "vpc_not_empty"),
        ("/vpcs/r006-shop/address_prefixes/r006-p1".to_owned(), 409, "address_prefix_in_use"),
        ("/vpcs/r006-shop/address_prefixes/r006-px".to_owned(), 404, "not_found"),
        ("/subnets/0717-one".to_owned(), 409, "subnet_not_empty_ipaddr_exists"),
        ("/subnets/0717-one/reserved_ips/0717-a".to_owned(), 409, "reserved_ip_in_use"),
        ("/subnets/0727-two/reserved_ips/0717-a".to_owned(), 404, "not_found"),
        (format!("/subnets/0717-one/reserved_ips/{provider}"), 400, "reserved_ip_owned_by_provider"),
        (format!("/security_groups/{default}"), 409, "security_group_vpc_default"),
        ("/security_groups/r006-peer".to_owned(), 409, "security_group_interfaces_attached"),
        ("/security_groups/r006-sg/rules/r006-x".to_owned(), 404, "not_found"),
        (format!("/security_groups/{default}/targets/r006-gw"), 404, "not_found"),
        ("/endpoint_gateways/r006-gw/ips/0717-free".to_owned(), 404, "not_found"),
        ("/endpoint_gateways/r006-x".to_owned(), 404, "not_found"),
    ] {
        assert_eq!(api.refused("DELETE", &path, &Value::Null), (status, code.to_owned()), "{path}");
    }
    // The last group of a gateway stays, and a group that a rule names.
    api.delete("/security_groups/r006-peer/targets/r006-gw");
    let (_, code) = api.refused("DELETE", "/security_groups/r006-sg/targets/r006-gw", &Value::Null);
    assert_eq!(code, "security_group_last_security_group_is_default");
    let (_, code) = api.refused("DELETE", "/security_groups/r006-peer", &Value::Null);
    assert_eq!(code, "security_group_remoting_rules");
    let lost = json!(["security group peer on endpoint gateway gw of shop in us-south"]);
    assert_eq!(cloud.state(), json!({"vpcs": [], "removed": lost}));
}

#[test]
fn everything_can_be_taken_down_in_order() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    assert_eq!(
        api.get("/security_groups/r006-sg/targets")["targets"][0]["resource_type"],
        "endpoint_gateway"
    );
    assert_eq!(api.get("/security_groups/r006-sg/targets/r006-gw")["name"], "gw");
    api.delete("/endpoint_gateways/r006-gw/ips/0717-a");
    api.delete("/endpoint_gateways/r006-gw/ips/0727-b");
    assert_eq!(
        cloud.state()["removed"],
        json!([
            "binding two/b to endpoint gateway gw of shop in us-south",
            "reserved IP one/a of shop in us-south"
        ])
    );
    api.delete("/endpoint_gateways/r006-gw");
    api.until_gone("r006-gw");
    let rule = id(&api.get("/security_groups/r006-sg/rules")["rules"][0]);
    assert_eq!(api.get(&format!("/security_groups/r006-sg/rules/{rule}"))["remote"]["name"], "peer");
    api.delete(&format!("/security_groups/r006-sg/rules/{rule}"));
    api.delete("/security_groups/r006-peer");
    api.delete("/subnets/0727-two/reserved_ips/0727-b");
    // The address that nobody has goes silently with its subnet, the group with its VPC.
    api.delete("/subnets/0717-one");
    api.delete("/subnets/0727-two");
    assert_eq!(api.get("/vpcs/r006-shop/address_prefixes/r006-p2")["has_subnets"], false);
    api.delete("/vpcs/r006-shop/address_prefixes/r006-p2");
    assert_eq!(
        cloud.state()["removed"],
        json!([
            "address prefix p2 of shop in us-south",
            "endpoint gateway gw of shop in us-south",
            "rule sg/https of shop in us-south",
            "security group peer of shop in us-south",
            "subnet one of shop in us-south",
            "subnet two of shop in us-south"
        ])
    );
    api.delete("/vpcs/r006-shop");
    assert_eq!(cloud.state(), json!({"vpcs": [], "removed": ["VPC shop in us-south"]}));
    assert_eq!(api.get("/security_groups")["total_count"], 0);
    assert_eq!(cloud.refusals(), [], "to read on until it is gone is no mistake");
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}

#[test]
fn what_was_made_and_taken_back_leaves_the_seed() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    let ips = json!([{"id": "0717-free"}, {"subnet": {"id": "0727-two"}, "name": "n", "auto_delete": true}]);
    let made = api.post("/endpoint_gateways", ntp(json!({"ips": ips})));
    api.tag("user", &made["crn"], &["a"]);
    api.tag(
        "access",
        &json!("crn:v1:bluemix:public:is:us-south:a/aa2432b1fa4d4ace891e9b80fc104e34::vpc:r006-shop"),
        &["env:prod"],
    );
    let path = format!("/endpoint_gateways/{}", id(&made));
    while api.get(&path)["lifecycle_state"] != "stable" {}
    api.delete(&path);
    api.until_gone(&id(&made));
    assert_eq!(cloud.state()["vpcs"][0]["tags"]["access"], json!(["env:prod"]));
    api.tagging(
        "detach",
        "access",
        &json!("crn:v1:bluemix:public:is:us-south:a/aa2432b1fa4d4ace891e9b80fc104e34::vpc:r006-shop"),
        &["env:prod", "env:prod"],
    );
    assert_eq!(cloud.state(), json!({"vpcs": []}));
}

#[test]
fn names_and_flags_change_in_place() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    api.patch("/vpcs/r006-shop", json!({"name": "store"}));
    api.patch("/subnets/0717-one", json!({"name": "uno"}));
    api.patch("/security_groups/r006-sg", json!({"name": "gs"}));
    api.patch("/vpcs/r006-shop/address_prefixes/r006-p1", json!({"is_default": false}));
    let prefix =
        api.patch("/vpcs/r006-shop/address_prefixes/r006-p2", json!({"name": "p3", "is_default": true}));
    assert_eq!(prefix["is_default"], true);
    let rule = id(&api.get("/security_groups/r006-sg/rules")["rules"][0]);
    let path = format!("/security_groups/r006-sg/rules/{rule}");
    let shown = api.patch(&path, json!({"port_max": 9443, "remote": {"cidr_block": "10.0.0.0/8"}}));
    assert_eq!((&shown["port_max"], &shown["remote"]["cidr_block"]), (&json!(9443), &json!("10.0.0.0/8")));
    api.patch("/subnets/0727-two/reserved_ips/0727-b", json!({"auto_delete": true}));
    let state = cloud.state();
    let changed: Vec<&str> =
        state["changed"].as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect();
    assert_eq!(
        changed[..6],
        [
            "VPC shop is called store",
            "address prefix p1 is_default is false",
            "address prefix p2 is called p3",
            "address prefix p2 is_default is true",
            "security group sg is called gs",
            "sg/https is {\"direction\":\"inbound\",\"name\":\"https\",\"port_max\":9443,\"port_min\":443,\"protocol\":\"tcp\",\"remote\":{\"cidr_block\":\"10.0.0.0/8\"}}",
        ]
    );
    assert_eq!(changed[6..], ["subnet one is called uno"]);
    assert_eq!(state["vpcs"][0]["endpoint_gateways"][0]["ips"]["us-south-2"]["auto_delete"], true);
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}

#[test]
fn a_patch_that_does_not_fit() {
    let mut seed = furnished();
    seed["vpcs"].as_array_mut().unwrap().push(json!({"name": "other", "region": "us-south"}));
    let cloud = Cloud::start(seed);
    let api = client(&cloud);
    let rule = id(&api.get("/security_groups/r006-sg/rules")["rules"][0]);
    let other = api.post(
        "/vpcs/r006-shop/address_prefixes",
        json!({"name": "q", "zone": {"name": "us-south-1"}, "cidr": "10.9.0.0/16"}),
    );
    for (path, list) in [
        (
            "/vpcs/r006-shop".to_owned(),
            vec![
                ("validation_unique_failed", json!({"name": "other"})),
                ("bad_field", json!({"classic_access": true})),
                ("validation_failure", json!({"name": null})),
            ],
        ),
        (
            "/subnets/0717-one".to_owned(),
            vec![
                ("validation_unique_failed", json!({"name": "two"})),
                ("bad_field", json!({"zone": {"name": "us-south-2"}})),
            ],
        ),
        (
            "/security_groups/r006-sg".to_owned(),
            vec![("validation_unique_failed", json!({"name": "peer"})), ("bad_field", json!({"rules": []}))],
        ),
        (
            format!("/vpcs/r006-shop/address_prefixes/{}", id(&other)),
            vec![
                ("validation_unique_failed", json!({"name": "p1"})),
                ("bad_field", json!({"is_default": true})),
                ("bad_field", json!({"cidr": "10.8.0.0/16"})),
            ],
        ),
        (
            format!("/security_groups/r006-sg/rules/{rule}"),
            vec![
                ("bad_field", json!({"protocol": "udp"})),
                ("bad_field", json!({"type": 8})),
                ("bad_field", json!({"port_min": 500})),
                ("validation_required_field", json!({"port_min": null})),
                (
                    "security_group_not_in_vpc",
                    json!({"remote": {"id": id(&api.get("/vpcs")["vpcs"][1]["default_security_group"])}}),
                ),
            ],
        ),
        (
            "/subnets/0717-one/reserved_ips/0717-free".to_owned(),
            vec![
                ("bad_field", json!({"auto_delete": true})),
                ("validation_unique_failed", json!({"name": "a"})),
                ("bad_field", json!({"address": "10.0.0.12"})),
            ],
        ),
        (
            "/endpoint_gateways/r006-gw".to_owned(),
            vec![
                ("bad_field", json!({"security_groups": []})),
                ("bad_field", json!({"dns_resolution_binding_mode": "per_resource_binding"})),
            ],
        ),
    ] {
        cases(&api, "PATCH", &path, &list);
    }
    assert_eq!(cloud.counts().into_keys().collect::<Vec<_>>(), ["create_address_prefix"]);
}

#[test]
fn tags_are_listed_and_detached() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    let crn = api.get("/endpoint_gateways/r006-gw")["crn"].clone();
    api.tag("user", &crn, &["b", "a"]);
    api.tag("access", &crn, &["env:prod"]);
    assert_eq!(api.tags("user", &crn), ["a", "b", "team:shop"]);
    assert_eq!(api.tags("access", &crn), ["env:prod"]);
    api.tagging("detach", "user", &crn, &["a", "team:shop", "never-there"]);
    assert_eq!(api.tags("user", &crn), ["b"]);
    let gateway = &cloud.state()["vpcs"][0]["endpoint_gateways"][0];
    assert_eq!(gateway["tags"], json!({"user": ["b"], "access": ["env:prod"]}));
    let lost = cloud.state()["removed"][0].as_str().unwrap().to_owned();
    assert_eq!(lost, format!("user tag team:shop of {}", crn.as_str().unwrap()));
    // The provider must be named, and no type of tag is made up.
    let url = format!("{}/v3/tags", cloud.env("us-south")[3].1);
    let status = |query: &str| api.send("GET", &format!("{url}{query}"), "", "").0;
    assert_eq!(status("?tag_type=user"), 200);
    assert_eq!(status(&format!("?attached_to={}", crn.as_str().unwrap())), 400);
    assert_eq!(status("?tag_type=service"), 400);
    assert_eq!(status("?tags=user"), 400);
}

#[test]
fn a_resource_group_is_read_by_its_id() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let url = &cloud.env("us-south")[2].1;
    let get = |id: &str| api.send("GET", &format!("{url}/v2/resource_groups/{id}"), "", "");
    assert_eq!(get("000000000000000000000000000000d1").1["name"], "network");
    assert_eq!(get("00").0, 404);
}
