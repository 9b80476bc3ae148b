//! The exported Terraform, run by the real terraform to its end and back against an account on
//! loopback.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use std::path::Path;

use runs::Site;
use serde_json::{Value, json};
use stand_ins::{Cloud, Terraform};
use support::{EXAMPLES, assert_state, by_terraform, example, example_text, hand_written, tool};
use tempfile::TempDir;
use vpe_planner::export::Tool;
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};
use vpe_planner::{handover, rules, steps};

/// Writes the Terraform files of a plan over those of a folder, and answers the roots below it, each
/// with where it works.
fn write(plan: &Plan, folder: &Path) -> Vec<(Site, std::path::PathBuf)> {
    let model = Model::of(plan);
    let mut roots = Vec::new();
    for file in handover::files(plan, &model, &rules::check(&model), &[Tool::Terraform]) {
        let path = folder.join(&file.path);
        let root = path.parent().unwrap().to_owned();
        std::fs::create_dir_all(&root).unwrap();
        std::fs::write(&path, file.text()).unwrap();
        if !roots.contains(&root) {
            roots.push(root);
        }
    }
    steps::runs(&model).iter().map(Site::of).zip(roots).collect()
}

/// An account with what an example says exists, and terraform in each root of its export.
struct Bench {
    cloud: Cloud,
    folder: TempDir,
    roots: Vec<Terraform>,
}

fn bench(name: &str, plan: &Plan) -> Bench {
    let cloud = Cloud::start(hand_written(name, "seed.json"));
    let folder = tempfile::tempdir().unwrap();
    let roots = write(plan, folder.path()).iter().map(|(site, root)| site.terraform(&cloud, root)).collect();
    Bench { cloud, folder, roots }
}

#[test]
fn each_export_makes_what_is_expected_settles_and_goes() {
    let test = "each_export_makes_what_is_expected_settles_and_goes";
    if !tool(test, "terraform") {
        return;
    }
    for name in EXAMPLES {
        let (plan, _) = example(name);
        let bench = bench(name, &plan);
        for root in &bench.roots {
            assert_eq!(root.validate(), Ok(()), "{name}");
            root.apply().unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        assert_eq!(bench.cloud.refusals(), [], "{name}");
        let expected = by_terraform(hand_written(name, "expected.json"));
        assert_state(&bench.cloud, &expected, name);
        for root in &bench.roots {
            root.settled().unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        for root in bench.roots.iter().rev() {
            root.destroy().unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        assert_eq!(bench.cloud.refusals(), [], "{name}");
        // What was taken over goes, too.
        let mut left = json!({ "vpcs": [] });
        let removed = hand_written(name, "expected.json")["removed"].take();
        if !removed.is_null() {
            left["removed"] = removed;
        }
        assert_eq!(bench.cloud.state(), left, "{name}");
    }
}

/// An example plan with a change of its file.
fn changed(name: &str, change: impl Fn(&mut Value)) -> Plan {
    let mut file: Value = serde_json::from_str(&example_text(name)).unwrap();
    change(&mut file["plan"]);
    plan::read(&file.to_string()).unwrap()
}

/// What a plan of Terraform would do, a line each.
fn does(root: &Terraform) -> Vec<String> {
    let changes = root.plan().unwrap_or_else(|e| panic!("{e}"));
    changes.into_iter().map(|change| format!("{} {}", change.does, change.address)).collect()
}

#[test]
fn a_change_of_the_plan_touches_what_it_is_about() {
    let test = "a_change_of_the_plan_touches_what_it_is_about";
    if !tool(test, "terraform") {
        return;
    }
    let name = "two-regions";
    let without_zone = changed(name, |plan| {
        plan["gateways"][0]["wanted"]["addresses"].as_array_mut().unwrap().pop();
    });
    let (whole, _) = example(name);
    let renamed = changed(name, |plan| plan["gateways"][0]["wanted"]["name"] = json!("object-storage"));

    let bench = bench(name, &without_zone);
    let root = &bench.roots[0];
    root.apply().unwrap();
    // Another zone is two more resources, and a changed output.
    write(&whole, bench.folder.path());
    let zone = "dallas_cos[\"us-south-3\"]";
    let new_zone = [
        format!("create ibm_is_subnet_reserved_ip.{zone}"),
        format!("create ibm_is_virtual_endpoint_gateway_ip.{zone}"),
    ];
    assert_eq!(does(root), new_zone);
    root.apply().unwrap();
    // Another name replaces the gateway and its bindings; the addresses are kept.
    write(&renamed, bench.folder.path());
    let mut replaced: Vec<String> = ["us-south-1", "us-south-2", "us-south-3"]
        .iter()
        .map(|zone| format!("replace ibm_is_virtual_endpoint_gateway_ip.dallas_cos[\"{zone}\"]"))
        .collect();
    replaced.insert(0, "replace ibm_is_virtual_endpoint_gateway.dallas_cos".to_owned());
    assert_eq!(does(root), replaced);
    root.apply().unwrap();
    assert_eq!(root.settled(), Ok(()));
    assert_eq!(bench.cloud.refusals(), []);
    let gateways = bench.cloud.state()["vpcs"][0]["endpoint_gateways"].clone();
    let gateways: Vec<(&Value, &Value)> = gateways
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (&one["name"], &one["ips"]["us-south-3"]["address"]))
        .collect();
    assert_eq!(
        gateways,
        [(&json!("kms"), &json!("172.16.128.5")), (&json!("object-storage"), &json!("172.16.128.4"))]
    );
    root.destroy().unwrap();
    assert_eq!(bench.cloud.state(), json!({ "vpcs": [] }));
}

/// What differs from account to account is checked before anything is read.
#[test]
fn a_value_that_is_none_is_refused_by_its_variable() {
    let test = "a_value_that_is_none_is_refused_by_its_variable";
    if !tool(test, "terraform") {
        return;
    }
    let (plan, _) = example("key-protect");
    let bench = bench("key-protect", &plan);
    let root = &bench.roots[0];
    let file = bench.folder.path().join("terraform/terraform.tfvars");
    let values = std::fs::read_to_string(&file).unwrap();
    let spoilt: String = values
        .lines()
        .map(|line| match line.split_once(" = ") {
            Some((name, _)) if !line.starts_with('#') => format!("{name} = \" \"\n"),
            _ => String::new(),
        })
        .collect();
    std::fs::write(&file, &spoilt).unwrap();
    let said = root.plan().unwrap_err();
    let faults: Vec<&str> = said.lines().collect();
    assert_eq!(faults.len(), spoilt.lines().count(), "{said}");
    for fault in faults {
        assert!(fault.contains("Invalid value for variable: The "), "{fault}");
    }
    assert_eq!(bench.cloud.reads(), []);
}

/// A run with the key of another account stops before it makes anything.
#[test]
fn another_account_stops_the_run() {
    let test = "another_account_stops_the_run";
    if !tool(test, "terraform") {
        return;
    }
    let (plan, _) = example("key-protect");
    let mut seed = hand_written("key-protect", "seed.json");
    seed["account"] = json!("aa2432b1fa4d4ace891e9b80fc104e34");
    let cloud = Cloud::start(seed);
    let folder = tempfile::tempdir().unwrap();
    let root = cloud.terraform(&write(&plan, folder.path())[0].1);
    let said = root.apply().unwrap_err();
    assert!(said.contains("The API key belongs to another account than the plan."), "{said}");
    assert_eq!(cloud.log(), []);
}
