//! Network ACLs: their rules stand in an order, and they are attached to subnets.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use common::{cases, client, id, seed};
use serde_json::{Value, json};
use stand_ins::Cloud;
use stand_ins::mutants::Allows;

fn rule(name: &str, more: Value) -> Value {
    let mut body = json!({"name": name, "action": "allow", "direction": "inbound", "protocol": "tcp",
        "source": "10.0.0.0/8", "destination": "10.240.0.0/24",
        "destination_port_min": 443, "destination_port_max": 443});
    for (key, value) in more.as_object().unwrap() {
        body[key] = value.clone();
    }
    body
}

fn names(shown: &Value) -> Vec<&str> {
    shown["rules"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

#[test]
fn rules_stand_in_their_order() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let made = api.post(
        "/network_acls",
        json!({"name": "endpoints", "vpc": {"id": "r006-payments"},
            "rules": [rule("in", json!({})), rule("no", json!({"action": "deny", "protocol": "any",
                "source": "0.0.0.0/0", "destination_port_min": null, "destination_port_max": null}))
                .as_object().unwrap().iter().filter(|(_, value)| !value.is_null())
                .map(|(key, value)| (key.clone(), value.clone())).collect::<Value>()]}),
    );
    assert_eq!(names(&made), ["in", "no"]);
    let path = format!("/network_acls/{}", id(&made));
    let rules = format!("{path}/rules");
    let last = id(&made["rules"][1]);
    let out = json!({"name": "out", "action": "allow", "direction": "outbound", "protocol": "tcp",
        "source": "10.240.0.0/24", "destination": "10.0.0.0/8", "source_port_min": 443,
        "source_port_max": 443, "before": {"id": last}});
    let added = api.post(&rules, out);
    assert_eq!(added["before"]["name"], "no");
    assert_eq!(names(&api.get(&path)), ["in", "out", "no"]);
    assert_eq!(api.get(&format!("{rules}?direction=outbound"))["total_count"], 1);
    let one = format!("{rules}/{}", id(&added));
    api.patch(&one, json!({"before": null}));
    assert_eq!(names(&api.get(&path)), ["in", "no", "out"]);
    api.patch(&one, json!({"before": {"id": id(&made["rules"][0])}, "source": "10.240.0.0/23"}));
    assert_eq!(names(&api.get(&path)), ["out", "in", "no"]);
    assert_eq!(api.get(&one)["source"], "10.240.0.0/23");
    api.delete(&one);
    let copy = api.post(
        "/network_acls",
        json!({"name": "copy", "vpc": {"id": "r006-payments"}, "source_network_acl": {"id": id(&made)}}),
    );
    assert_eq!(names(&copy), ["in", "no"]);
    let told = &cloud.state()["vpcs"][0]["network_acls"];
    assert_eq!((&told[1]["name"], &told[1]["origin"]), (&json!("endpoints"), &json!("new")));
    assert_eq!(names(&told[0]), ["in", "no"]);
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}

#[test]
fn a_rule_added_to_an_existing_acl_is_told_with_its_place() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let default = api.get("/vpcs/r006-payments/default_network_acl");
    assert_eq!(default["id"], api.get("/vpcs/r006-payments")["default_network_acl"]["id"]);
    assert_eq!(names(&default), ["allow-inbound", "allow-outbound"]);
    let rules = format!("/network_acls/{}/rules", id(&default));
    api.post(&rules, rule("vpe", json!({"before": {"id": id(&default["rules"][1])}})));
    let told = json!([{"name": "default of the VPC", "origin": "existing",
        "rules": [rule("vpe", json!({"before": "allow-outbound"}))]}]);
    assert_eq!(cloud.state()["vpcs"][0]["network_acls"], told);
    api.delete(&format!("{rules}/{}", id(&default["rules"][0])));
    let removed = json!(["rule default-acl-of-payments/allow-inbound of payments in us-south"]);
    assert_eq!(cloud.state()["removed"], removed);
}

#[test]
fn a_subnet_has_one_acl() {
    let cloud = Cloud::start(seed());
    let api = client(&cloud);
    let made = api.post("/network_acls", json!({"name": "endpoints", "vpc": {"id": "r006-payments"}}));
    let acl = json!({"id": id(&made)});
    assert_eq!(api.call("PUT", "/subnets/0717-one/network_acl", &acl.to_string())["name"], "endpoints");
    assert_eq!(api.get("/subnets/0717-one/network_acl")["subnets"][0]["name"], "app-1");
    api.patch("/subnets/0727-two", json!({"network_acl": acl}));
    let changed =
        ["subnet app-1 has the network ACL endpoints", "subnet app-2 has the network ACL endpoints"];
    assert_eq!(cloud.state()["changed"], json!(changed));
    let path = format!("/network_acls/{}", id(&made));
    assert_eq!(api.refused("DELETE", &path, &Value::Null), (409, "acl_in_use".to_owned()));
    let default = json!({"id": id(&api.get("/vpcs/r006-payments/default_network_acl"))});
    api.patch("/subnets/0717-one", json!({"network_acl": default}));
    api.patch("/subnets/0727-two", json!({"network_acl": default}));
    let subnet = json!({"name": "new", "vpc": {"id": "r006-payments"},
        "ipv4_cidr_block": "10.240.1.0/24", "network_acl": acl});
    let subnet = api.post("/subnets", subnet);
    assert_eq!(cloud.state()["vpcs"][0]["subnets"][0]["network_acl"], "endpoints");
    api.delete(&format!("/subnets/{}", id(&subnet)));
    api.patch(&path, json!({"name": "other"}));
    api.delete(&path);
    assert_eq!(cloud.state(), json!({"vpcs": []}));
}

#[test]
fn acls_and_rules_that_do_not_fit() {
    let mut seed = seed();
    seed["vpcs"][0]["network_acls"] = json!([{"id": "r006-acl", "name": "theirs",
        "rules": [rule("theirs", json!({}))]}]);
    seed["vpcs"][0]["subnets"][0]["network_acl"] = json!("theirs");
    let cloud = Cloud::start(seed);
    let api = client(&cloud);
    let acl = json!({"name": "endpoints", "vpc": {"id": "r006-payments"}});
    let made = api.post("/network_acls", acl.clone());
    cases(
        &api,
        "POST",
        "/network_acls",
        &[
            ("validation_unique_failed", acl),
            ("validation_required_field", json!({"name": "x"})),
            (
                "bad_field",
                json!({"vpc": {"id": "r006-payments"}, "rules": [rule("a", json!({"before": {"id": "x"}}))]}),
            ),
        ],
    );
    let theirs = id(&api.get("/network_acls/r006-acl/rules")["rules"][0]);
    let path = format!("/network_acls/{}/rules", id(&made));
    let first = api.post(&path, rule("first", json!({})));
    cases(
        &api,
        "POST",
        &path,
        &[
            ("validation_unique_failed", rule("first", json!({}))),
            (
                "bad_field",
                json!({"action": "deny", "direction": "inbound", "protocol": "icmp_tcp_udp",
                "source": "0.0.0.0/0", "destination": "0.0.0.0/0"}),
            ),
            ("validation_invalid_ipv4_cidr", rule("a", json!({"source": "10.0.0.1/8"}))),
            ("bad_field", rule("a", json!({"destination_port_min": 500}))),
            ("validation_required_field", rule("a", json!({"source_port_min": 443}))),
            ("bad_field", rule("a", json!({"protocol": "icmp"}))),
            ("validation_enum", rule("a", json!({"protocol": "all"}))),
            ("validation_enum", rule("a", json!({"action": "permit"}))),
            ("not_found", rule("a", json!({"before": {"id": theirs}}))),
            ("validation_failure", rule("a", json!({"source": "r006-sg"}))),
        ],
    );
    let one = format!("{path}/{}", id(&first));
    cases(
        &api,
        "PATCH",
        &one,
        &[
            ("bad_field", json!({"protocol": "udp"})),
            ("bad_field", json!({"type": 8})),
            ("bad_field", json!({"before": {"id": id(&first)}})),
        ],
    );
    let away = json!({"network_acl": {"id": "r006-acl"}});
    cases(&api, "PATCH", "/subnets/0717-one", &[("vpc_resource_separation", away)]);
    let default = id(&api.get("/vpcs/r006-payments/default_network_acl"));
    assert_eq!(api.refused("DELETE", &format!("/network_acls/{default}"), &Value::Null).1, "acl_in_use");
    assert_eq!(api.refused("DELETE", "/network_acls/r006-acl", &Value::Null).1, "acl_in_use");
}

#[test]
fn ibmcloud_makes_acls() {
    let cloud = Cloud::start(seed());
    let bin = tempfile::tempdir().unwrap();
    cloud.install_ibmcloud(bin.path()).unwrap();
    let script = r#"
set -euo pipefail
ibmcloud target -r us-south >/dev/null
is() { ibmcloud is "$@" --output json; }
acl=$(is network-acl-create endpoints payments --resource-group-name Default \
  --rules '[{"name":"no","action":"deny","direction":"inbound","protocol":"any","source":"0.0.0.0/0","destination":"0.0.0.0/0"}]' | jq -er .id)
is network-acl-rule-add "$acl" allow inbound tcp 10.0.0.0/8 10.240.0.0/24 --vpc payments \
  --destination-port-min 443 --destination-port-max 443 --name vpe-in --before-rule no | jq -e '.before.name == "no"' >/dev/null
is network-acl-rule-add "$acl" allow outbound tcp 10.240.0.0/24 10.0.0.0/8 --vpc payments \
  --source-port-min 443 --source-port-max 443 --name vpe-out >/dev/null
[ "$(is network-acl-rules "$acl" --vpc payments | jq -r '[.[].name] | join(" ")')" = 'vpe-in no vpe-out' ]
is subnet-update app-2 --vpc payments --acl endpoints | jq -e '.network_acl.name == "endpoints"' >/dev/null
is subnet-create new payments --ipv4-cidr-block 10.240.1.0/24 --acl endpoints >/dev/null
is network-acls --all-resource-groups | jq -e 'length == 4' >/dev/null
is network-acl endpoints --vpc payments | jq -e '.subnets | length == 2' >/dev/null
default=$(is vpc payments | jq -r .default_network_acl.id)
is subnet-update app-2 --vpc payments --acl "$default" >/dev/null
is subnet-delete new --vpc payments -f >/dev/null
is network-acl-rule-delete endpoints vpe-out --vpc payments -f | jq -e '.[0].result' >/dev/null
is network-acl-delete endpoints --vpc payments -f | jq -e '.[0].result' >/dev/null
"#;
    let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
    let output = std::process::Command::new("bash").args(["-c", script]).env("PATH", path).output().unwrap();
    assert_eq!(cloud.refusals(), []);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(cloud.state(), json!({"vpcs": []}));
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}
