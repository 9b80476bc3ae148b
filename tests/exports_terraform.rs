//! The exported Terraform, run by the real terraform to its end and back against an account on
//! loopback.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use std::path::Path;

use serde_json::Value;
use stand_ins::{Change, Cloud, Terraform};
use support::{EXAMPLES, assert_state, example, hand_written, tool};
use tempfile::TempDir;
use vpe_planner::export::Tool;
use vpe_planner::model::Model;
use vpe_planner::plan::Plan;
use vpe_planner::{handover, rules};

/// Writes the Terraform files of a plan over those of a folder, and answers the roots below it.
fn write(plan: &Plan, folder: &Path) -> Vec<std::path::PathBuf> {
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
    roots
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
    let roots = write(plan, folder.path()).iter().map(|root| cloud.terraform(root)).collect();
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
        assert_state(&bench.cloud, &hand_written(name, "expected.json"), name);
        for root in &bench.roots {
            root.settled().unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        for root in bench.roots.iter().rev() {
            root.destroy().unwrap_or_else(|e| panic!("{name}: {e}"));
        }
        assert_eq!(bench.cloud.refusals(), [], "{name}");
        // What was taken over goes, too.
        let mut left = serde_json::json!({ "vpcs": [] });
        let removed = hand_written(name, "expected.json")["removed"].take();
        if !removed.is_null() {
            left["removed"] = removed;
        }
        assert_eq!(bench.cloud.state(), left, "{name}");
    }
}
