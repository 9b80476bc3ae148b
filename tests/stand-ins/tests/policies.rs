//! Several accounts in one cloud, and the policies by which one lets another reach its services.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{client, gateway, id, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;
use stand_ins::mutants::Allows;

const OWN: &str = "aa2432b1fa4d4ace891e9b80fc104e34";
const OWNER: &str = "ffffffffffffffffffffffffffffffff";
const KIND: &str = "containers-kubernetes";

fn two_accounts() -> Value {
    let mut seed = seed();
    seed["accounts"] = json!([{"id": OWNER, "api_key": "their-key", "token": "their-token",
        "access_tags": ["their:tag"],
        "vpcs": [{"id": "r006-theirs", "name": "payments", "region": "us-south"}]}]);
    seed
}

fn cluster() -> Value {
    let crn = format!("crn:v1:bluemix:public:{KIND}:us-south:a/{OWNER}:c1::");
    gateway(json!({"target": {"resource_type": "provider_cloud_service", "crn": crn}}))
}

fn attributes(pairs: &[(&str, &str)]) -> Value {
    json!({"attributes": pairs.iter().map(|(name, value)| json!({"name": name, "value": value})).collect::<Vec<_>>()})
}

/// A policy that lets our gateways reach their clusters.
fn policy() -> Value {
    json!({"type": "authorization",
        "subjects": [attributes(&[("accountId", OWN), ("serviceName", "is"), ("resourceType", "endpoint-gateway")])],
        "roles": [{"role_id": "crn:v1:bluemix:public:iam::::role:Viewer"}],
        "resources": [attributes(&[("accountId", OWNER), ("serviceName", KIND), ("serviceInstance", "c1")])]})
}

/// Sends a call to the identity and access service with a token.
fn iam(cloud: &Cloud, token: &str, method: &str, path: &str, body: &Value) -> (u16, Value) {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let text = if body.is_null() { String::new() } else { body.to_string() };
    let request = ureq::http::Request::builder()
        .method(method)
        .uri(format!("{}{path}", cloud.env("us-south")[0].1))
        .header("Authorization", format!("Bearer {token}"))
        .header("Content-Type", "application/json");
    let mut answer = agent.run(request.body(text).unwrap()).unwrap();
    let text = answer.body_mut().read_to_string().unwrap();
    (answer.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::Null))
}

#[test]
fn an_instance_of_another_account_is_reached_when_its_owner_says_so() {
    let cloud = Cloud::start(two_accounts());
    let api = client(&cloud);
    assert_eq!(api.refused("POST", "/endpoint_gateways", &cluster()), (400, "not_found".to_owned()));
    let (status, made) = iam(&cloud, "their-token", "POST", "/v1/policies", &policy());
    assert_eq!(status, 201, "{made}");
    assert_eq!(made["state"], "active");
    api.post("/endpoint_gateways", cluster());
    let told = json!([{"account": OWNER, "roles": ["Viewer"],
        "subject": {"accountId": OWN, "serviceName": "is", "resourceType": "endpoint-gateway"},
        "resource": {"accountId": OWNER, "serviceName": KIND, "serviceInstance": "c1"}}]);
    assert_eq!(cloud.state()["policies"], told);
    let path = format!("/v1/policies/{}", id(&made));
    assert_eq!(iam(&cloud, "their-token", "GET", &path, &Value::Null).1["resources"], made["resources"]);
    assert_eq!(iam(&cloud, &cloud.token(), "GET", &path, &Value::Null).0, 404);
    let list = format!("/v1/policies?account_id={OWNER}&type=authorization");
    assert_eq!(iam(&cloud, "their-token", "GET", &list, &Value::Null).1["policies"][0]["id"], made["id"]);
    assert_eq!(iam(&cloud, "their-token", "DELETE", &path, &Value::Null).0, 204);
    assert_eq!(cloud.state().get("policies"), None);
    let allows = Allows::of_the_reference().and(
        "create_policy",
        &["drop subjects[].attributes[]*", "drop resources[].attributes[]*"],
        "a policy that names less allows more",
    );
    assert_eq!(cloud.surviving_mutants(&allows), []);
}

#[test]
fn the_second_version_says_the_same_in_other_words() {
    let cloud = Cloud::start(two_accounts());
    let api = client(&cloud);
    let list = |pairs: &[(&str, &str)]| -> Value {
        let one =
            |(key, value): &(&str, &str)| json!({"key": key, "operator": "stringEquals", "value": value});
        json!({"attributes": pairs.iter().map(one).collect::<Vec<_>>()})
    };
    let body = json!({"type": "authorization",
        "control": {"grant": {"roles": [{"role_id": "crn:v1:bluemix:public:iam::::role:Viewer"}]}},
        "subject": list(&[("accountId", OWN), ("serviceName", "is"), ("resourceType", "endpoint-gateway")]),
        "resource": list(&[("accountId", OWNER), ("serviceName", KIND)])});
    let (status, made) = iam(&cloud, "their-token", "POST", "/v2/policies", &body);
    assert_eq!(status, 201, "{made}");
    assert_eq!(made["control"], body["control"]);
    api.post("/endpoint_gateways", cluster());
    let (status, again) = iam(&cloud, "their-token", "POST", "/v2/policies", &body);
    assert_eq!((status, &again["errors"][0]["code"]), (409, &json!("policy_conflict_error")));
    let shown = iam(&cloud, "their-token", "GET", &format!("/v1/policies/{}", id(&made)), &Value::Null).1;
    assert_eq!(shown["roles"][0]["role_id"], "crn:v1:bluemix:public:iam::::role:Viewer");
    assert_eq!(iam(&cloud, "their-token", "POST", "/v2/policies", &policy()).0, 400);
    assert_eq!(iam(&cloud, "their-token", "POST", "/v1/policies", &body).0, 400);
}

#[test]
fn a_policy_that_does_not_fit_or_does_not_open() {
    let cloud = Cloud::start(two_accounts());
    let api = client(&cloud);
    let without = |side: &str, key: &str| {
        let mut body = policy();
        let list = body[side][0]["attributes"].as_array_mut().unwrap();
        list.retain(|one| one["name"] != key);
        body
    };
    let mut roleless = policy();
    roleless["roles"] = json!([]);
    let mut access = policy();
    access["type"] = json!("access");
    let mut two = policy();
    two["resources"] = json!([policy()["resources"][0], policy()["resources"][0]]);
    let mut odd = policy();
    odd["roles"][0]["role_id"] = json!("Viewer");
    for (body, status) in [
        (without("subjects", "accountId"), 400),
        (without("resources", "accountId"), 400),
        (without("subjects", "serviceName"), 400),
        (without("resources", "serviceName"), 400),
        (roleless, 400),
        (access, 400),
        (two, 400),
        (odd, 400),
    ] {
        assert_eq!(iam(&cloud, "their-token", "POST", "/v1/policies", &body).0, status, "{body}");
    }
    // It belongs to the owner of what it opens, and its path is IAM's.
    assert_eq!(iam(&cloud, &cloud.token(), "POST", "/v1/policies", &policy()).0, 403);
    assert_eq!(iam(&cloud, "their-token", "POST", "/v1/authorization-policies", &policy()).0, 404);
    let mut other = policy();
    other["resources"][0]["attributes"][2]["value"] = json!("c2");
    assert_eq!(iam(&cloud, "their-token", "POST", "/v1/policies", &other).0, 201);
    assert_eq!(api.refused("POST", "/endpoint_gateways", &cluster()).1, "not_found");
}

#[test]
fn an_account_sees_and_names_only_its_own() {
    let cloud = Cloud::start(two_accounts());
    let api = client(&cloud);
    assert_eq!(api.get("/vpcs?limit=50")["total_count"], 3);
    assert_eq!(api.refused("GET", "/vpcs/r006-theirs", &Value::Null).0, 404);
    let body = json!({"name": "g", "vpc": {"id": "r006-theirs"}});
    assert_eq!(api.refused("POST", "/security_groups", &body).1, "not_found");
    assert_eq!(cloud.api_key_of(OWNER), "their-key");
}

#[test]
fn ibmcloud_acts_for_the_account_it_is_logged_in_to() {
    let cloud = Cloud::start(two_accounts());
    let bin = tempfile::tempdir().unwrap();
    cloud.install_ibmcloud(bin.path()).unwrap();
    let work = tempfile::tempdir().unwrap();
    std::fs::write(work.path().join("s2s policy.json"), policy().to_string()).unwrap();
    let script = format!(
        r#"
set -euo pipefail
ibmcloud login --apikey their-key -r us-south -q >/dev/null
[ "$(ibmcloud target --output json | jq -r .account.guid)" = {OWNER} ]
[ "$(ibmcloud is vpcs --output json | jq length)" = 1 ]
first=$(ibmcloud iam authorization-policy-create is {KIND} Viewer --source-service-account {OWN} \
  --source-resource-type endpoint-gateway --output json | jq -r .id)
ibmcloud iam authorization-policy-create --file './s2s policy.json' --output json | jq -e .id >/dev/null
[ "$(ibmcloud iam authorization-policies --output json | jq length)" = 2 ]
ibmcloud iam authorization-policy "$first" --output json --api-version v2 | jq -e '.control.grant' >/dev/null
ibmcloud iam authorization-policy-delete "$first" -f
ibmcloud target -c {OWN} >/dev/null
[ "$(ibmcloud iam authorization-policies --output json | jq length)" = 0 ]
ibmcloud is endpoint-gateway-create --vpc payments --name g --target-type provider_cloud_service \
  --target 'crn:v1:bluemix:public:{KIND}:us-south:a/{OWNER}:c1::' --output json | jq -e .id >/dev/null
"#
    );
    let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
    let run = |script: &str| {
        let mut command = std::process::Command::new("bash");
        command.args(["-c", script]).current_dir(work.path()).env("PATH", &path).output().unwrap()
    };
    let output = run(&script);
    assert_eq!(cloud.refusals(), []);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(cloud.state()["policies"].as_array().unwrap().len(), 1);
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
    for wrong in [
        "is containers-kubernetes Viewer --source-account x",
        "is endpoint-gateway cloud-object-storage service-instance",
        "is containers-kubernetes",
        "is containers-kubernetes Viewer --file x.json",
        "--file @x.json",
        "--file x.json --source-service-account x",
    ] {
        let output = run(&format!("ibmcloud iam authorization-policy-create {wrong}"));
        assert!(output.stdout.starts_with(b"Incorrect Usage"), "{wrong}: {output:?}");
    }
    assert!(!run("ibmcloud iam authorization-policy-create --file nowhere.json").status.success());
    assert!(!run("ibmcloud iam authorization-policy-delete x").status.success());
}
