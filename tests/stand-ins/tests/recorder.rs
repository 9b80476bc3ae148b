//! The lenient stand-in, driven from bash.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

mod common;

use std::fs;
use std::process::Command;

use common::seed;
use stand_ins::{Canaries, Recorder};

/// Everything that a quoting mistake would trip over.
const HOSTILE: &str = "a'b\"c`touch pwned`$(pwned)${IFS}%{x}\\\n\tü€-- ;&|*?";

#[test]
fn hostile_arguments_and_bodies_arrive_byte_for_byte() {
    let recorder = Recorder::start(&seed());
    let bin = tempfile::tempdir().unwrap();
    let work = tempfile::tempdir().unwrap();
    recorder.install_ibmcloud(bin.path()).unwrap();
    let canaries = Canaries::install(bin.path(), &["pwned", "touch"]).unwrap();
    let script = r#"
set -euo pipefail
id=$(ibmcloud is endpoint-gateway-create --name "$TEXT" --vpc payments --output json | jq -er .id)
ibmcloud is endpoint-gateway "$id" --output json | jq -e '.lifecycle_state == "stable"' >/dev/null
ibmcloud resource groups --default --output json | jq -e '.[0].id' >/dev/null
jq -n --arg name "$TEXT" '{name: $name}' |
  curl -sS --data-binary @- "$IBMCLOUD_IS_NG_API_ENDPOINT/security_groups?version=x" | jq -e .id >/dev/null
"#;
    let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
    let output = Command::new("bash")
        .args(["-c", script])
        .current_dir(work.path())
        .envs(recorder.env("us-south"))
        .env("PATH", path)
        .env("TEXT", HOSTILE)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let commands = recorder.commands();
    assert_eq!(commands.len(), 3);
    assert_eq!(commands[0][3], HOSTILE.as_bytes());
    let requests = recorder.requests();
    let body: serde_json::Value = serde_json::from_slice(&requests[0].body).unwrap();
    assert_eq!(body["name"], HOSTILE);
    assert_eq!(canaries.called().unwrap(), [""; 0]);
    assert_eq!(fs::read_dir(work.path()).unwrap().count(), 0);
}

#[test]
fn a_command_that_escaped_is_noticed() {
    let recorder = Recorder::start(&seed());
    let bin = tempfile::tempdir().unwrap();
    recorder.install_ibmcloud(bin.path()).unwrap();
    let canaries = Canaries::install(bin.path(), &["pwned", "touch"]).unwrap();
    let path = format!("{}:{}", bin.path().display(), std::env::var("PATH").unwrap());
    let status = Command::new("bash")
        .args(["-c", "ibmcloud is vpc \"$(pwned)x\"; touch a; ibmcloud"])
        .env("PATH", path)
        .status()
        .unwrap();
    assert!(status.success());
    assert_eq!(canaries.called().unwrap(), ["pwned", "touch"]);
    let commands = recorder.commands();
    assert_eq!(commands[0].last().unwrap(), b"x");
    assert!(commands[1].is_empty());
}

#[test]
fn look_ups_find_what_the_seed_says() {
    let recorder = Recorder::start(&seed());
    let base = recorder.env("us-south")[1].1.clone();
    let get = |path: &str| -> serde_json::Value {
        let mut answer = ureq::get(format!("{base}{path}")).call().unwrap();
        answer.body_mut().read_json().unwrap()
    };
    let subnets = get("/subnets?vpc.id=r006-payments&version=2026-10-06&generation=2");
    assert_eq!(subnets["subnets"].as_array().unwrap().len(), 3);
    assert!(subnets["next"].is_null());
    let ips = get("/subnets/0737-three/reserved_ips");
    assert_eq!(ips["reserved_ips"][0]["name"], "kept");
    assert_eq!(get("/vpcs/r006-payments")["name"], "payments");
}
