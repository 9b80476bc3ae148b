//! The strict `ibmcloud`, driven from bash.

#![allow(
    clippy::unwrap_used,
    reason = "in a test, a panic is a failure that tells where"
)]

mod common;

use std::path::Path;
use std::process::{Command, Output};

use common::{KMS, seed};
use serde_json::json;
use stand_ins::Cloud;
use stand_ins::mutants::Allows;

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
