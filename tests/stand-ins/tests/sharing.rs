//! DNS hubs and the VPCs bound to them, resolvers, and bindings of gateways to buckets.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{cases, client, gateway, id};
use serde_json::{Value, json};
use stand_ins::Cloud;
use stand_ins::mutants::Allows;

const OWN: &str = "aa2432b1fa4d4ace891e9b80fc104e34";
const OWNER: &str = "ffffffffffffffffffffffffffffffff";
const COS: &str = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud";

fn bucket(name: &str) -> String {
    format!("crn:v1:bluemix:public:cloud-object-storage:global:a/{OWN}:1b-2c:bucket:{name}")
}

fn cos(vpc: &str, name: &str, mode: &str) -> Value {
    gateway(json!({"name": name, "vpc": {"id": vpc}, "dns_resolution_binding_mode": mode,
        "target": {"resource_type": "provider_cloud_service", "crn": COS}}))
}

fn kms(vpc: &str, name: &str) -> Value {
    gateway(json!({"name": name, "vpc": {"id": vpc}}))
}

/// A hub, a VPC that may be bound to it, one that is, and a hub of another account.
fn seed() -> Value {
    json!({
        "settings": {"pending_reads": 0},
        "vpcs": [
            {"id": "r006-hub", "name": "hub", "region": "us-south", "enable_hub": true, "custom_resolver": true},
            {"id": "r006-app", "name": "app", "region": "us-south"},
            {"id": "r006-bound", "name": "bound", "region": "us-south", "bound_to": "r006-hub"},
            {"id": "r014-far", "name": "far", "region": "us-east", "enable_hub": true}],
        "accounts": [{"id": OWNER, "api_key": "their-key", "token": "their-token", "vpcs": [
            {"id": "r006-theirs", "name": "their-hub", "region": "us-south", "enable_hub": true}]}]
    })
}

#[test]
fn a_vpc_is_bound_to_one_hub_of_its_region() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let to = |hub: &str| json!({"vpc": {"id": hub}, "name": "to-hub"});
    cases(
        &api,
        "POST",
        "/vpcs/r006-app/dns_resolution_bindings",
        &[
            ("bad_field", to("r006-app")),
            ("bad_field", to("r006-bound")),
            ("not_found", to("r014-far")),
            ("not_found", to("r006-theirs")),
            ("validation_required_field", json!({})),
        ],
    );
    cases(&api, "POST", "/vpcs/r006-hub/dns_resolution_bindings", &[("bad_field", to("r006-hub"))]);
    let made = api.post("/vpcs/r006-app/dns_resolution_bindings", to("r006-hub"));
    assert_eq!((&made["vpc"]["name"], &made["lifecycle_state"]), (&json!("hub"), &json!("stable")));
    cases(&api, "POST", "/vpcs/r006-app/dns_resolution_bindings", &[("bad_field", to("r006-hub"))]);
    let path = format!("/vpcs/r006-app/dns_resolution_bindings/{}", id(&made));
    assert_eq!(api.get("/vpcs/r006-hub")["dns"]["resolution_binding_count"], 2);
    let seen_by_hub = api.get("/vpcs/r006-hub/dns_resolution_bindings?limit=50");
    let names = ["bound", "app"].map(|name| json!(name));
    let shown: Vec<&Value> = seen_by_hub["dns_resolution_bindings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["vpc"]["name"])
        .collect();
    assert_eq!(shown, names.iter().collect::<Vec<_>>());
    assert_eq!(api.patch(&path, json!({"name": "other"}))["name"], "other");
    assert_eq!(api.get(&path)["name"], "other");
    let told = json!([{"name": "app", "region": "us-south", "origin": "existing",
        "dns_resolution_bindings": [{"name": "other", "vpc": "hub"}]}]);
    assert_eq!(cloud.state()["vpcs"], told);
    assert_eq!(api.refused("DELETE", "/vpcs/r006-hub", &Value::Null).1, "vpc_not_empty");
    api.delete(&path);
    assert_eq!(cloud.state(), json!({"vpcs": []}));
    let bound = api.get("/vpcs/r006-bound/dns_resolution_bindings");
    api.delete(&format!(
        "/vpcs/r006-bound/dns_resolution_bindings/{}",
        id(&bound["dns_resolution_bindings"][0])
    ));
    assert_eq!(cloud.state()["removed"], json!(["DNS resolution binding to-r006-hub of bound in us-south"]));
    let allows = Allows::of_the_reference();
    assert_eq!(cloud.surviving_mutants(&allows), []);
}

#[test]
fn a_hub_of_another_account_says_who_may_be_bound_to_it() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let hub = format!("crn:v1:bluemix:public:is:us-south:a/{OWNER}::vpc:r006-theirs");
    let body = json!({"vpc": {"crn": hub}});
    let path = "/vpcs/r006-app/dns_resolution_bindings";
    assert_eq!(api.refused("POST", path, &body), (403, "not_authorized".to_owned()));
    let list = |pairs: &[(&str, &str)]| -> Value {
        let one = |(name, value): &(&str, &str)| json!({"name": name, "value": value});
        json!([{"attributes": pairs.iter().map(one).collect::<Vec<_>>()}])
    };
    let policy = json!({"type": "authorization",
        "subjects": list(&[("accountId", OWN), ("serviceName", "is"), ("resourceType", "vpc"), ("resource", "r006-app")]),
        "roles": [{"role_id": "crn:v1:bluemix:public:is::::serviceRole:DNSBindingConnector"}],
        "resources": list(&[("accountId", OWNER), ("serviceName", "is"), ("vpcId", "r006-theirs")])});
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let iam = format!("{}/v1/policies", cloud.env("us-south")[0].1);
    let made = agent.post(&iam).header("Authorization", "Bearer their-token").send_json(&policy).unwrap();
    assert_eq!(made.status().as_u16(), 201);
    let made = api.post(path, body);
    assert_eq!(made["vpc"]["remote"]["account"]["id"], OWNER);
    let filtered = |account: &str| api.get(&format!("{path}?account_id={account}"))["total_count"].clone();
    assert_eq!((filtered(OWNER), filtered(OWN)), (json!(1), json!(0)));
}

#[test]
fn gateways_of_vpcs_that_share_dns_get_along() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let path = "/endpoint_gateways";
    cases(
        &api,
        "POST",
        path,
        &[
            ("bad_field", cos("r006-hub", "g", "disabled")),
            ("bad_field", cos("r006-hub", "g", "per_resource_binding")),
            // The hub must have its primary gateway first.
            ("bad_field", cos("r006-bound", "g", "per_resource_binding")),
        ],
    );
    let hub = api.post(path, cos("r006-hub", "cos", "primary"));
    cases(&api, "POST", path, &[("bad_field", cos("r006-bound", "g", "primary"))]);
    let bound = api.post(path, cos("r006-bound", "cos", "per_resource_binding"));
    cases(
        &api,
        "PATCH",
        &format!("{path}/{}", id(&bound)),
        &[("bad_field", json!({"dns_resolution_binding_mode": "primary"}))],
    );
    // The hub's stays as long as another has the same target.
    let (status, _) = api.refused("DELETE", &format!("{path}/{}", id(&hub)), &Value::Null);
    assert_eq!(status, 409);
    // Who has a primary gateway for what the hub has, is not bound to it.
    api.post(path, cos("r006-app", "cos", "primary"));
    let bind = json!({"vpc": {"id": "r006-hub"}});
    cases(&api, "POST", "/vpcs/r006-app/dns_resolution_bindings", &[("bad_field", bind)]);
    api.delete(&format!("{path}/{}", id(&bound)));
    api.until_gone(&id(&bound));
    api.delete(&format!("{path}/{}", id(&hub)));
}

#[test]
fn a_hub_has_primary_gateways_and_becomes_one_without_bindings() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let hub = |enable: bool| json!({"dns": {"enable_hub": enable}});
    cases(&api, "PATCH", "/vpcs/r006-hub", &[("bad_field", hub(false))]);
    cases(&api, "PATCH", "/vpcs/r006-bound", &[("bad_field", hub(true))]);
    let mut body = kms("r006-app", "g");
    body["dns_resolution_binding_mode"] = json!("disabled");
    let made = api.post("/endpoint_gateways", body);
    cases(&api, "PATCH", "/vpcs/r006-app", &[("bad_field", hub(true))]);
    api.patch(
        &format!("/endpoint_gateways/{}", id(&made)),
        json!({"dns_resolution_binding_mode": "primary"}),
    );
    assert_eq!(api.patch("/vpcs/r006-app", hub(true))["dns"]["enable_hub"], true);
    assert_eq!(cloud.state()["vpcs"][0]["enable_hub"], true);
    assert_eq!(api.get("/vpcs/r006-app")["dns"]["resolver"]["configuration"], "private_resolver");
}

#[test]
fn a_resolver_is_of_the_system_of_servers_or_of_the_hub() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let resolver = |value: Value| json!({"dns": {"resolver": value}});
    let vpc = format!("/vpcs/r006-bound{}", "?version=2026-10-06&generation=2");
    let url = format!("{}{vpc}", cloud.env("us-south")[1].1);
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let bearer = format!("Bearer {}", cloud.token());
    let tag = || {
        let shown = agent.get(&url).header("Authorization", &bearer).call().unwrap();
        shown.headers()["etag"].to_str().unwrap().to_owned()
    };
    let patch = |body: &Value, tag: &str| {
        let request = agent.patch(&url).header("Authorization", &bearer).header("If-Match", tag);
        let mut answer = request.content_type("application/merge-patch+json").send(body.to_string()).unwrap();
        (answer.status().as_u16(), answer.body_mut().read_json::<Value>().unwrap())
    };
    let servers = json!([{"address": "10.0.0.5"}, {"address": "10.0.0.6"}]);
    let manual = resolver(json!({"type": "manual", "manual_servers": servers}));
    cases(&api, "PATCH", "/vpcs/r006-bound", &[("bad_field", manual.clone())]);
    assert_eq!(patch(&manual, "W/\"old\"").0, 412);
    let affine = |zone: &str| json!({"address": "10.0.0.5", "zone_affinity": {"name": zone}});
    for wrong in [
        json!([]),
        json!([affine("us-south-1")]),
        json!([affine("us-south-1"), affine("us-south-1"), affine("us-south-2")]),
        json!([affine("us-south-1"), affine("us-south-2"), {"address": "10.0.0.6"}]),
    ] {
        let body = resolver(json!({"type": "manual", "manual_servers": wrong}));
        assert_eq!(patch(&body, &tag()).0, 400, "{body}");
    }
    assert_eq!(patch(&manual, &tag()).1["dns"]["resolver"]["servers"], servers);
    cases(&api, "PATCH", "/vpcs/r006-bound", &[("bad_field", resolver(json!({"type": "system"})))]);
    let system = json!({"type": "system", "manual_servers": null});
    assert_eq!(
        api.patch("/vpcs/r006-bound", resolver(system))["dns"]["resolver"]["configuration"],
        "default"
    );
    assert_eq!(cloud.state(), json!({"vpcs": []}));
    cases(
        &api,
        "PATCH",
        "/vpcs/r006-app",
        &[
            ("bad_field", resolver(json!({"type": "delegated"}))),
            ("bad_field", resolver(json!({"type": "delegated", "vpc": {"id": "r006-hub"}}))),
            ("bad_field", resolver(json!({"vpc": {"id": "r006-hub"}}))),
            ("bad_field", resolver(json!({"type": "manual"}))),
        ],
    );
    let delegated = json!({"type": "delegated", "vpc": {"id": "r006-hub"}});
    api.patch("/vpcs/r006-bound", resolver(delegated));
    assert_eq!(cloud.state()["vpcs"][0]["resolver"], json!({"type": "delegated", "vpc": "hub"}));
    let bound = api.get("/vpcs/r006-bound/dns_resolution_bindings");
    let path =
        format!("/vpcs/r006-bound/dns_resolution_bindings/{}", id(&bound["dns_resolution_bindings"][0]));
    assert_eq!(api.refused("DELETE", &path, &Value::Null).0, 409);
    api.patch("/vpcs/r006-bound", resolver(json!({"type": "system", "vpc": null})));
    api.delete(&path);
    // A new VPC has its servers from the start, and never a hub's.
    let made = api.post(
        "/vpcs",
        json!({"name": "new", "dns": {"enable_hub": true,
        "resolver": {"type": "manual", "manual_servers": servers}}}),
    );
    assert_eq!(made["dns"]["resolver"]["type"], "manual");
    cases(
        &api,
        "POST",
        "/vpcs",
        &[
            ("validation_enum", json!({"dns": {"resolver": {"type": "delegated"}}})),
            ("validation_required_field", json!({"dns": {"resolver": {"type": "manual"}}})),
        ],
    );
}

#[test]
fn a_gateway_is_bound_to_buckets() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let primary = api.post("/endpoint_gateways", cos("r006-hub", "cos", "primary"));
    let other = api.post("/endpoint_gateways", kms("r006-app", "kms"));
    let body = |name: &str| json!({"name": name, "target": {"crn": bucket(name)}});
    for gateway in [&primary, &other] {
        let path = format!("/endpoint_gateways/{}/resource_bindings", id(gateway));
        cases(&api, "POST", &path, &[("bad_field", body("logs"))]);
    }
    let made = api.post("/endpoint_gateways", cos("r006-app", "cos", "disabled"));
    let path = format!("/endpoint_gateways/{}/resource_bindings", id(&made));
    cases(
        &api,
        "POST",
        &path,
        &[
            ("validation_required_field", json!({"name": "logs"})),
            ("bad_field", json!({"target": {"crn": COS}})),
            ("bad_field", json!({"target": {"crn": bucket("logs").replace(":a/", ":s/")}})),
            ("bad_field", json!({"target": {"crn": bucket("")}})),
            ("bad_field", json!({"target": {"crn": bucket("logs"), "name": "logs"}})),
        ],
    );
    let binding = api.post(&path, body("logs"));
    assert_eq!(binding["service_endpoint"], "logs.s3.direct.us-south.cloud-object-storage.appdomain.cloud");
    let (status, _) = api.refused("POST", &path, &json!({"name": "x", "target": {"crn": bucket("logs")}}));
    assert_eq!(status, 409);
    cases(
        &api,
        "POST",
        &path,
        &[("validation_unique_failed", json!({"name": "logs", "target": {"crn": bucket("b")}}))],
    );
    cases(
        &api,
        "PATCH",
        &format!("/endpoint_gateways/{}", id(&made)),
        &[("bad_field", json!({"dns_resolution_binding_mode": "primary"}))],
    );
    let one = format!("{path}/{}", id(&binding));
    assert_eq!(api.patch(&one, json!({"name": "kept"}))["name"], "kept");
    assert_eq!(api.get(&path)["resource_bindings"][0]["id"], binding["id"]);
    let told = &cloud.state()["vpcs"][0]["endpoint_gateways"][0]["resource_bindings"];
    assert_eq!(told, &json!([{"name": "kept", "crn": bucket("logs")}]));
    api.delete(&one);
    assert_eq!(api.refused("GET", &one, &Value::Null).0, 404);
    // One that is left goes with its gateway.
    api.post(&path, body("logs"));
    api.delete(&format!("/endpoint_gateways/{}", id(&made)));
    api.until_gone(&id(&made));
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}

#[test]
fn ibmcloud_shares_dns_and_binds_buckets() {
    let cloud = Cloud::start(seed());
    let bin = tempfile::tempdir().unwrap();
    cloud.install_ibmcloud(bin.path()).unwrap();
    let work = tempfile::tempdir().unwrap();
    std::fs::write(work.path().join("servers.json"), r#"[{"address": "10.0.0.5"}]"#).unwrap();
    let script = format!(
        r#"
set -euo pipefail
ibmcloud target -r us-south >/dev/null
is() {{ ibmcloud is "$@" --output json; }}
is vpc-dns-resolution-binding-create app --target-vpc hub --name to-hub | jq -e '.vpc.name == "hub"' >/dev/null
is vpc-dns-resolution-bindings app | jq -e 'length == 1' >/dev/null
is vpc-update app --dns-resolver-type delegated --delegate-to-vpc hub | jq -e '.dns.resolver.vpc.name == "hub"' >/dev/null
is vpc-update app --dns-resolver-type system | jq -e '.dns.resolver.type == "system"' >/dev/null
is vpc-update bound --dns-resolver-type manual --dns-resolver-manual-servers @servers.json >/dev/null
is vpc-create other --dns-enable-hub true --dns-resolver-type manual \
  --dns-resolver-manual-servers '[{{"address": "10.0.0.5"}}]' | jq -e .dns.enable_hub >/dev/null
is endpoint-gateway-create --vpc app --name cos --target '{COS}' --target-type provider_cloud_service \
  --dns-resolution-binding-mode disabled >/dev/null
is endpoint-gateway-resource-binding-create cos --vpc app --target '{bucket}' --name logs >/dev/null
is endpoint-gateway-resource-bindings cos --vpc app | jq -e 'length == 1' >/dev/null
is endpoint-gateway-resource-binding cos logs --vpc app | jq -e '.type == "weak"' >/dev/null
is endpoint-gateway-resource-binding-update cos logs --vpc app --name kept >/dev/null
is endpoint-gateway-resource-binding-delete cos kept --vpc app -f | jq -e '.[0].result' >/dev/null
is vpc-dns-resolution-binding-delete app to-hub -f | jq -e '.[0].result' >/dev/null
"#,
        bucket = bucket("logs")
    );
    let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
    let mut command = std::process::Command::new("bash");
    let output = command.args(["-c", &script]).current_dir(work.path()).env("PATH", &path).output().unwrap();
    assert_eq!(cloud.refusals(), []);
    assert!(output.status.success(), "{output:?}");
    let vpcs = cloud.state()["vpcs"].clone();
    let names: Vec<&Value> = vpcs.as_array().unwrap().iter().map(|vpc| &vpc["name"]).collect();
    assert_eq!(names, ["app", "bound", "other"]);
    assert_eq!(vpcs[1]["resolver"], json!({"type": "manual", "manual_servers": [{"address": "10.0.0.5"}]}));
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}
