//! The strict `ibmcloud`, driven from bash.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::{KMS, seed};
use serde_json::json;
use stand_ins::mutants::Allows;
use stand_ins::{Cloud, Mishap};

fn bash(cloud: &Cloud, script: &str) -> Output {
    let bin = tempfile::tempdir().unwrap();
    cloud.install_ibmcloud(bin.path()).unwrap();
    run(bin.path(), script)
}

fn run(bin: &Path, script: &str) -> Output {
    let path = std::env::var("PATH").unwrap();
    Command::new("bash")
        .args(["-euo", "pipefail", "-c", script])
        .env("PATH", format!("{}:{path}", bin.display()))
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[test]
fn a_script_builds_what_the_api_would() {
    let cloud = Cloud::start(seed());
    let script = format!(
        r#"
ibmcloud target -r us-south -g network >/dev/null
[ "$(ibmcloud target --output json | jq -r .account.guid)" = aa2432b1fa4d4ace891e9b80fc104e34 ]
vpc=$(ibmcloud is vpcs --all-resource-groups --output json | jq -er '.[] | select(.name == "payments") | .id')
subnet=$(ibmcloud is subnets --vpc "$vpc" --all-resource-groups --output json | jq -er '.[] | select(.name == "app-1") | .id')
group=$(ibmcloud is security-group-create endpoints "$vpc" --resource-group-name Default --output json | jq -er .id)
ibmcloud is security-group-rule-add "$group" inbound tcp --vpc "$vpc" --port-min 443 --port-max 443 \
  --remote 10.240.0.0/18 --name https --output json | jq -e .id >/dev/null
gateway=$(ibmcloud is endpoint-gateway-create --vpc "$vpc" --target '{KMS}' \
  --target-type provider_cloud_service --name payments-kms \
  --new-reserved-ip "{{\"subnet\":{{\"id\":\"$subnet\"}},\"name\":\"kms-1\",\"address\":\"10.240.0.10\",\"auto_delete\":false}}" \
  --new-reserved-ip '{{"subnet":{{"name":"app-2"}},"name":"kms-2","auto_delete":true}}' \
  --sg "$group" --resource-group-name network --dns-resolution-binding-mode primary --output json | jq -er .id)
ibmcloud is endpoint-gateway-reserved-ip-bind "$gateway" --rip 0737-kept --vpc "$vpc" --output json | jq -e .id >/dev/null
for _ in 1 2 3; do
  shown=$(ibmcloud is endpoint-gateway "$gateway" --vpc "$vpc" --output json)
done
[ "$(jq -r .lifecycle_state <<<"$shown")" = stable ]
ibmcloud resource tag-attach --tag-names team:payments --resource-id "$(jq -r .crn <<<"$shown")" --tag-type user
ibmcloud resource tag-attach --tag-names env:prod --resource-id "$(jq -r .crn <<<"$shown")" --tag-type access
"#
    );
    let output = bash(&cloud, &script);
    assert_eq!(cloud.refusals(), []);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let vpc = &cloud.state()["vpcs"][0];
    assert_eq!(vpc["security_groups"][0]["rules"][0]["port_min"], 443);
    assert_eq!(
        vpc["endpoint_gateways"][0],
        json!({
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
            "tags": {"user": ["team:payments"], "access": ["env:prod"]}})
    );
    let survivors = cloud.surviving_mutants(&Allows::of_the_reference());
    assert_eq!(survivors, []);
}

/// What `ibmcloud` prints and its exit code.
fn one(cloud: &Cloud, arguments: &str) -> (String, i32) {
    let output = bash(cloud, &format!("set +e; ibmcloud {arguments}; exit $?"));
    (text(&output.stdout), output.status.code().unwrap())
}

#[test]
fn usage_errors_are_refused_and_said_on_standard_output() {
    let cloud = Cloud::start(seed());
    for arguments in [
        "is vpcz",
        "",
        "is vpcs --nmae a",
        "is vpcs --output yaml",
        "is vpcs --output json --output json",
        "is vpc",
        "is vpc a b",
        "is vpcs --resource-group-id a --all-resource-groups",
        "is endpoint-gateway-create --vpc a --target ibm-ntp-server --target-type cloud",
        "is endpoint-gateway-create --vpc a",
        "is subnet-reserved-ip-create a --auto-delete",
        "is target --gen 2",
        "is security-group-rule-add g inbound all",
        "resource tag-attach --tag-names a --resource-name g",
    ] {
        let (stdout, code) = one(&cloud, arguments);
        assert!(stdout.starts_with("Incorrect Usage"), "{arguments}: {stdout}");
        assert_eq!(code, 1, "{arguments}");
    }
    assert_eq!(cloud.refusals().len(), 14);
    assert_eq!(cloud.log(), []);
}

#[test]
fn a_usage_error_can_end_with_zero_like_the_real_one() {
    let mut seed = seed();
    seed["settings"] = json!({"usage_errors_exit_zero": true});
    let cloud = Cloud::start(seed);
    let (stdout, code) = one(&cloud, "is vpcs --nmae a");
    assert!(stdout.starts_with("Incorrect Usage"));
    assert_eq!(code, 0);
    assert_eq!(cloud.refusals().len(), 1);
}

#[test]
fn failures_name_their_reason_and_change_nothing() {
    let cloud = Cloud::start(seed());
    let fails = |arguments: &str, reason: &str| {
        let (stdout, code) = one(&cloud, arguments);
        assert!(stdout.contains(reason), "{arguments}: {stdout}");
        assert_eq!(code, 1, "{arguments}");
    };
    fails("is vpcs", "No region is targeted");
    fails("target -r us-sooth", "does not exist");
    fails("target -r south", "Incorrect Usage");
    fails("target -c 11111111111111111111111111111111", "not among yours");
    one(&cloud, "target -r us-south");
    fails("is subnet app-1", "2 subnets are called");
    fails("is vpc nothing", "no VPC is called");
    fails("is vpc-create payments", "validation_unique_failed");
    fails("is vpc-create Payments", "Incorrect Usage");
    fails(
        "is subnet-reserved-ip-create app-3 --vpc payments --address 10.240.128.9",
        "address_is_already_reserved",
    );
    fails("is subnet-reserved-ip-create app-3 --vpc payments --auto-delete true", "auto_delete");
    fails("is vpcs --resource-group-name nothing", "no resource group");
    assert_eq!(cloud.log(), []);
}

#[test]
fn a_targeted_resource_group_filters_lists_silently() {
    let cloud = Cloud::start(seed());
    one(&cloud, "target -r us-south -g network");
    assert_eq!(one(&cloud, "is vpcs --output json").0, "[]\n");
    let (all, _) = one(&cloud, "is vpcs --all-resource-groups --output json");
    assert_eq!(all.matches("\"default_security_group\"").count(), 3);
}

#[test]
fn standard_input_is_left_to_the_script() {
    let cloud = Cloud::start(seed());
    let script = "printf 'a\\nb\\n' | while read -r x; do ibmcloud version >/dev/null; echo \"$x\"; done";
    assert_eq!(text(&bash(&cloud, script).stdout), "a\nb\n");
}

#[test]
fn an_account_can_fail_half_way() {
    let cloud = Cloud::start(seed());
    one(&cloud, "target -r us-south");
    cloud.interrupt_after(Some(1));
    assert_eq!(one(&cloud, "is security-group-create a payments").1, 0);
    let (stdout, code) = one(&cloud, "is security-group-create b payments");
    assert!(stdout.contains("internal_error"), "{stdout}");
    assert_eq!(code, 1);
    assert_eq!(one(&cloud, "is vpc payments").1, 0);
    cloud.interrupt_after(None);
    assert_eq!(one(&cloud, "is security-group-create b payments").1, 0);
    assert_eq!(cloud.counts()["create_security_group"], 2);
}

#[test]
fn what_a_script_made_it_takes_down() {
    let cloud = Cloud::start(common::furnished());
    let script = r#"
ibmcloud target -r us-south >/dev/null
delete() { ibmcloud is "$@" --force --output json | jq -e 'length > 0 and all(.result and .Error == null)' >/dev/null; }
crn=$(ibmcloud is endpoint-gateway gw --vpc shop --output json | jq -r .crn)
[ "$(ibmcloud resource search "crn:\"$crn\"" --output json | jq -r '.items[].tags[]')" = team:shop ]
ibmcloud resource tag-detach --tag-names team:shop --resource-id "$crn" --tag-type user
[ "$(ibmcloud is security-group-targets sg --vpc shop --output json | jq -r '.[].name')" = gw ]
delete security-group-target-remove peer gw --vpc shop --trt endpoint_gateway
ibmcloud is endpoint-gateway-reserved-ip-unbind gw --vpc shop --address 10.0.0.10 -f
ibmcloud is endpoint-gateway-reserved-ip-unbind gw --vpc shop --rip b --subnet two -f
delete endpoint-gateway-delete gw --vpc shop
while ibmcloud is endpoint-gateways --vpc shop --output json | jq -e 'any(.name == "gw")' >/dev/null; do :; done
rule=$(ibmcloud is security-group-rules sg --vpc shop --output json | jq -r '.[0].id')
ibmcloud is security-group-rule sg "$rule" --vpc shop --output json | jq -e '.name == "https"' >/dev/null
delete security-group-rule-delete sg "$rule" --vpc shop
delete security-group-delete sg peer --vpc shop
delete subnet-reserved-ip-delete two b --vpc shop
delete subnet-delete one two --vpc shop
ibmcloud is vpc-address-prefix shop p1 --output json | jq -e '.has_subnets | not' >/dev/null
delete vpc-address-prefix-delete shop p1 p2
ibmcloud is vpc-update shop --name store --output json | jq -e '.name == "store"' >/dev/null
delete vpc-delete store
"#;
    let output = bash(&cloud, script);
    assert_eq!(cloud.refusals(), []);
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(cloud.state(), json!({"vpcs": [], "removed": ["VPC shop in us-south"]}));
    assert_eq!(cloud.surviving_mutants(&Allows::of_the_reference()), []);
}

#[test]
fn nobody_answers_a_command_that_asks() {
    let cloud = Cloud::start(common::furnished());
    one(&cloud, "target -r us-south");
    for command in [
        "is endpoint-gateway-delete gw",
        "is endpoint-gateway-reserved-ip-unbind gw --address 10.0.0.10",
        "is security-group-target-remove peer gw",
        "is security-group-rule-delete sg https",
        "is security-group-delete sg",
        "is subnet-reserved-ip-delete one free",
        "is subnet-delete one",
        "is vpc-address-prefix-delete shop p1",
        "is vpc-delete shop",
    ] {
        let (stdout, code) = one(&cloud, command);
        assert!(stdout.contains("nobody answers"), "{command}: {stdout}");
        assert_eq!(code, 1, "{command}");
    }
    for usage in [
        "is endpoint-gateway-delete -f",
        "is endpoint-gateway-reserved-ip-unbind gw -f",
        "is endpoint-gateway-reserved-ip-unbind gw --rip b --address 10.0.0.10 -f",
        "is endpoint-gateway-reserved-ip-unbind gw --address 10.0.0.10 -f --output json",
        "is subnet-reserved-ip-delete one -f",
        "is vpc-delete shop -f --vpc shop",
        "is vpc-update shop",
    ] {
        let (stdout, _) = one(&cloud, usage);
        assert!(stdout.starts_with("Incorrect Usage"), "{usage}: {stdout}");
    }
    assert_eq!(cloud.log(), []);
}

/// The first of two is deleted, and stays so, when the second is refused.
#[test]
fn a_command_that_fails_half_way_has_done_its_first_half() {
    let cloud = Cloud::start(common::furnished());
    one(&cloud, "target -r us-south");
    let (stdout, code) = one(&cloud, "is subnet-reserved-ip-delete one free a -f --vpc shop");
    assert!(stdout.contains("reserved_ip_in_use"), "{stdout}");
    assert_eq!(code, 1);
    assert_eq!(cloud.state()["removed"], json!(["reserved IP one/free of shop in us-south"]));
    assert_eq!(cloud.counts()["delete_reserved_ip"], 1);
}

#[test]
fn a_command_fails_once_when_it_is_told_to() {
    let cloud = Cloud::start(seed());
    one(&cloud, "target -r us-south");
    cloud.fail_next("create_security_group", Mishap::refused(409, "conflict"));
    cloud.fail_next("create_security_group", Mishap::failure().after_all());
    let (stdout, code) = one(&cloud, "is security-group-create a payments");
    assert!(stdout.contains("conflict"), "{stdout}");
    assert_eq!((code, cloud.counts().len()), (1, 0));
    assert_eq!(one(&cloud, "is security-group-create a payments").1, 1);
    assert_eq!(cloud.counts()["create_security_group"], 1);
    assert_eq!(one(&cloud, "is security-group a --vpc payments").1, 0);
    assert_eq!(cloud.refusals(), []);
}
