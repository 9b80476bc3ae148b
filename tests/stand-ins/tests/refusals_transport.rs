//! What the strict stand-in refuses before it looks at what is asked, and of tags.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{client, gateway, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;

#[test]
fn the_transport_is_checked_before_the_body() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let good = "version=2026-10-06&generation=2";
    let body = json!({"name": "g", "vpc": {"id": "r006-payments"}}).to_string();
    let code = |method: &str, path: &str, content: &str, body: &str| {
        let (status, value) = api.raw(method, path, content, body);
        (status, value["errors"][0]["code"].as_str().unwrap_or_default().to_owned())
    };
    let json = "application/json";
    for (query, expected) in [
        ("generation=2", "missing_version"),
        ("version=2026-10-06", "missing_generation_parameter"),
        ("version=2026-10-06&generation=1", "invalid_generation_parameter"),
        ("version=2018-12-31&generation=2", "invalid_version_range"),
        ("version=2027-01-01&generation=2", "invalid_version_range"),
        ("version=today&generation=2", "invalid_version"),
        ("version=2026-10-06&generation=2&name=a", "bad_field"),
        ("version=2026-10-06&generation=2&generation=2", "bad_field"),
        ("version=2026-10-06&generation=2&limit=101", "bad_field"),
        ("version=2026-10-06&generation=2&start=nowhere", "bad_field"),
    ] {
        assert_eq!(code("GET", &format!("/subnets?{query}"), "", ""), (400, expected.to_owned()), "{query}");
    }
    let path = format!("/security_groups?{good}");
    assert_eq!(code("POST", &path, "text/plain", &body).1, "bad_field");
    assert_eq!(code("POST", &path, json, "{").1, "validation_failure");
    assert_eq!(code("POST", &path, json, r#"{"name":"a","name":"a"}"#).1, "validation_failure");
    assert_eq!(code("GET", &format!("/vpcs?{good}"), json, "{}").1, "bad_field");
    assert_eq!(code("PUT", &format!("/vpcs/r006-payments?{good}"), "", "").0, 405);
    assert_eq!(code("GET", &format!("/instances?{good}"), "", "").0, 404);
    assert_eq!(code("GET", &format!("/vpcs/r006-nothing?{good}"), "", "").0, 404);
    assert_eq!(
        code("PATCH", &format!("/subnets/0737-three/reserved_ips/0737-kept?{good}"), json, "{}").1,
        "bad_field"
    );
}

#[test]
fn nobody_comes_in_without_the_token() {
    let cloud = Cloud::start(seed());
    let env = cloud.env("us-south");
    let (iam, vpc) = (&env[0].1, &env[1].1);
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let url = format!("{vpc}/vpcs?version=2026-10-06&generation=2");
    assert_eq!(agent.get(&url).call().unwrap().status(), 401);
    assert_eq!(agent.get(&url).header("Authorization", "Bearer x").call().unwrap().status(), 401);
    let token = |form: &str| {
        let request = agent.post(format!("{iam}/identity/token"));
        request.content_type("application/x-www-form-urlencoded").send(form).unwrap()
    };
    let grant = "grant_type=urn%3Aibm%3Aparams%3Aoauth%3Agrant-type%3Aapikey";
    assert_eq!(token("apikey=stand-in-api-key").status(), 400);
    assert_eq!(token(&format!("{grant}&apikey=wrong")).status(), 400);
    assert_eq!(token(&format!("{grant}&apikey=stand-in-api-key&x=1")).status(), 400);
    let mut given = token(&format!("{grant}&apikey=stand-in-api-key"));
    let value: Value = given.body_mut().read_json().unwrap();
    let bearer = format!("Bearer {}", value["access_token"].as_str().unwrap());
    assert_eq!(agent.get(&url).header("Authorization", &bearer).call().unwrap().status(), 200);
    assert!(!format!("{:?}", cloud.reads()).contains("stand-in-api-key"));
}

#[test]
fn tags_are_checked_by_their_type() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let made = api.post("/endpoint_gateways", gateway(json!({})));
    let url = |query: &str| format!("{}/v3/tags/attach{query}", cloud.env("us-south")[3].1);
    let attach = |query: &str, names: Value, crn: &Value| {
        let body = json!({"resources": [{"resource_id": crn}], "tag_names": names});
        api.send("POST", &url(query), "application/json", &body.to_string()).0
    };
    let crn = &made["crn"];
    assert_eq!(attach("?tag_type=user", json!(["a:b"]), crn), 200);
    assert_eq!(attach("?tag_type=access", json!(["env:prod"]), crn), 200);
    assert_eq!(attach("?tag_type=access", json!(["env:test"]), crn), 400);
    assert_eq!(attach("?tag_type=access", json!(["plain"]), crn), 400);
    assert_eq!(attach("?tag_type=service", json!(["a"]), crn), 400);
    assert_eq!(attach("", json!(["a"]), crn), 400);
    assert_eq!(attach("?tag_type=user", json!(["a;b"]), crn), 400);
    assert_eq!(attach("?tag_type=user", json!([]), crn), 400);
    assert_eq!(attach("?tag_type=user", json!(["a"]), &json!("crn:v1:bluemix:public:is:x:a/1::y:z")), 400);
    let tags = &cloud.state()["vpcs"][0]["endpoint_gateways"][0]["tags"];
    assert_eq!(tags, &json!({"user": ["a:b"], "access": ["env:prod"]}));
}
