//! What a test can let go wrong, and that it goes wrong just so.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{client, furnished, gateway, id, seed};
use serde_json::{Value, json};
use stand_ins::mutants::Allows;
use stand_ins::{Cloud, Fate, Mishap};

fn private_path() -> Value {
    let crn = "crn:v1:bluemix:public:is:us-south:a/12::private-path-service-gateway:r006-1";
    gateway(json!({"target": {"resource_type": "private_path_service_gateway", "crn": crn}}))
}

#[test]
fn a_call_fails_once_before_or_after_it_was_carried_out() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    cloud.fail_next("create_endpoint_gateway", Mishap::refused(409, "conflict"));
    cloud.fail_next("create_endpoint_gateway", Mishap::failure().after_all());
    let body = gateway(json!({}));
    assert_eq!(api.refused("POST", "/endpoint_gateways", &body), (409, "conflict".to_owned()));
    assert_eq!(cloud.counts().len(), 0);
    assert_eq!(api.refused("POST", "/endpoint_gateways", &body), (500, "internal_error".to_owned()));
    assert_eq!(cloud.counts()["create_endpoint_gateway"], 1);
    assert_eq!(api.list("/endpoint_gateways", "endpoint_gateways").len(), 1);
    assert_eq!(cloud.refusals(), [], "nobody did anything wrong");
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}

#[test]
fn too_many_requests_say_when_to_come_again() {
    let cloud = Cloud::start(seed());
    cloud.fail_next("list_vpcs", Mishap::too_many_requests(7));
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let url = format!("{}/vpcs?version=2026-10-06&generation=2", cloud.env("us-south")[1].1);
    let get = || agent.get(&url).header("Authorization", format!("Bearer {}", cloud.token())).call().unwrap();
    let first = get();
    assert_eq!((first.status().as_u16(), &first.headers()["retry-after"]), (429, &"7".parse().unwrap()));
    let second = get();
    assert_eq!((second.status().as_u16(), second.headers().get("retry-after")), (200, None));
}

#[test]
fn a_gateway_is_slow_or_fails() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    cloud.fate("g", Fate::Slow(5));
    let made = api.post("/endpoint_gateways", gateway(json!({})));
    let path = format!("/endpoint_gateways/{}", id(&made));
    let reads = (0..9).take_while(|_| api.get(&path)["lifecycle_state"] == "pending").count();
    assert_eq!(reads, 5);
    cloud.fate("g", Fate::Failed);
    let shown = api.get(&path);
    assert_eq!(shown["lifecycle_state"], "failed");
    assert_eq!(shown["lifecycle_reasons"][0]["code"], "internal_error");
    // A failed one can be deleted, and locks nothing.
    api.delete(&path);
    assert_eq!(api.get(&path)["lifecycle_state"], "deleting");
}

#[test]
fn a_private_path_request_is_permitted_denied_or_runs_out() {
    for (fate, state, reason) in [
        (Fate::Permitted, "stable", Value::Null),
        (Fate::Denied, "failed", json!("access_denied")),
        (Fate::Expired, "failed", json!("access_expired")),
    ] {
        let cloud = Cloud::start(seed());
        let api = client(&cloud);
        let path = format!("/endpoint_gateways/{}", id(&api.post("/endpoint_gateways", private_path())));
        assert_eq!(api.get(&path)["lifecycle_reasons"][0]["code"], "access_pending");
        cloud.fate("g", fate);
        let shown = api.get(&path);
        assert_eq!(
            (&shown["lifecycle_state"], &shown["lifecycle_reasons"][0]["code"]),
            (&json!(state), &reason)
        );
    }
}

#[test]
fn what_somebody_else_deletes_is_gone() {
    let cloud = Cloud::start(furnished());
    let api = client(&cloud);
    cloud.remove("a");
    cloud.remove("r006-peer");
    let gateway = api.get("/endpoint_gateways/r006-gw");
    assert_eq!(gateway["ips"].as_array().unwrap().len(), 1);
    assert_eq!(gateway["security_groups"].as_array().unwrap().len(), 1);
    cloud.remove("gw");
    assert_eq!(api.get("/endpoint_gateways")["total_count"], 0);
    assert_eq!(
        cloud.state()["removed"],
        json!([
            "endpoint gateway gw of shop in us-south",
            "reserved IP one/a of shop in us-south",
            "rule sg/https of shop in us-south",
            "security group peer of shop in us-south"
        ])
    );
    assert_eq!(cloud.log(), []);
}
