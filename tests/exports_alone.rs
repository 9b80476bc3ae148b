//! What makes one object by itself: after all of them, one after the other, the same is
//! there as after the whole script.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use runs::{Site, bench, env, expected_counts, have_tools};
use stand_ins::Cloud;
use std::process::Command;
use support::{EXAMPLES, assert_state, example, hand_written, said, tool};
use vpe_planner::export::{Language, Tool};
use vpe_planner::plan::{Key, Object};
use vpe_planner::steps::{self, Step};
use vpe_planner::{handover, rules};

/// What the runs of an example have a tool make or take over, in order, each with
/// where that is; a gateway with its addresses and tags. Only Terraform takes over what exists.
fn objects(name: &str, tool: Tool) -> Vec<(Site, Object)> {
    let mut objects: Vec<(Site, Object)> = Vec::new();
    for run in steps::runs(&example(name).1) {
        let run = if tool == Tool::Terraform { run } else { run.without_adopting() };
        for step in run.steps.iter().filter(|s| !matches!(s, Step::LookUp(_))) {
            let object = step.gateway().map_or_else(|| step.object(), |g| Object::Gateway(g.key.clone()));
            if !objects.iter().any(|(_, o)| *o == object) {
                objects.push((Site::of(&run), object));
            }
        }
    }
    objects
}

#[test]
fn each_object_alone_makes_what_the_script_makes() {
    if !have_tools("each_object_alone_makes_what_the_script_makes") {
        return;
    }
    for name in EXAMPLES {
        let expected = hand_written(name, "expected.json");
        let (plan, model) = example(name);
        let findings = rules::check(&model);
        for tool in [Tool::Cli, Tool::Api] {
            let cloud = Cloud::start(hand_written(name, "seed.json"));
            let bench = bench(&cloud);
            for (site, object) in objects(name, tool) {
                let files = handover::alone(&plan, &model, &findings, tool, &object);
                assert_eq!(files.len(), 1, "the bodies are in the script");
                bench.put(&files);
                let output = bench.run_file(&files[0].path, &[], &env(&cloud, &site));
                assert!(
                    output.status.success(),
                    "{object:?} of {name} by {}: {}",
                    tool.name(),
                    said(&output)
                );
            }
            let what = format!("{name} by {}, object by object", tool.name());
            assert_eq!(cloud.refusals(), [], "{what}");
            assert_state(&cloud, &expected, &what);
            assert_eq!(cloud.counts(), expected_counts(&expected, tool), "{what}");
        }
    }
}

#[test]
fn what_is_not_there_is_named() {
    if !have_tools("what_is_not_there_is_named") {
        return;
    }
    let (plan, model) = example("key-protect");
    let gateway = Object::Gateway(plan.gateways[0].key.clone());
    for tool in [Tool::Cli, Tool::Api] {
        let cloud = Cloud::start(hand_written("key-protect", "seed.json"));
        let bench = bench(&cloud);
        bench.put(&handover::alone(&plan, &model, &[], tool, &gateway));
        let output = bench.run_file("create.sh", &[], &env(&cloud, &Site::region("us-south")));
        let text = said(&output);
        assert_eq!(output.status.code(), Some(1), "{text}");
        assert!(
            text.contains("Stopped at the look-up of security group vpe-clients: no security group is named"),
            "{text}"
        );
        assert_eq!(cloud.log(), []);
    }
    let nothing = Object::Gateway(Key::new("nothing").unwrap());
    assert_eq!(handover::alone(&plan, &model, &[], Tool::Api, &nothing), []);
}

#[test]
fn each_object_alone_is_what_its_language_takes() {
    let shellcheck = tool("each_object_alone_is_what_its_language_takes", "shellcheck");
    for name in EXAMPLES {
        let (plan, model) = example(name);
        for tool in Tool::ALL {
            for (_, object) in objects(name, tool) {
                let files = handover::alone(&plan, &model, &[], tool, &object);
                let texts: Vec<(&str, String)> = files.iter().map(|f| (f.path.as_str(), f.text())).collect();
                if tool == Tool::Terraform {
                    let texts: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (*n, t.as_str())).collect();
                    let refusals = stand_ins::terraform::check(&texts).err().unwrap_or_default();
                    assert_eq!(refusals, [], "{object:?} of {name}");
                    continue;
                }
                assert_eq!(files[0].language, Language::Bash);
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("create.sh");
                std::fs::write(&path, &texts[0].1).unwrap();
                let out = Command::new("bash").arg("-n").arg(&path).output().unwrap();
                assert!(out.status.success(), "{object:?} of {name}: {}", said(&out));
                // One of each kind: shellcheck takes a second for a script.
                if shellcheck && *name == "mixed" {
                    let out = Command::new("shellcheck").arg(&path).output().unwrap();
                    assert!(out.status.success(), "{object:?} of {name}: {}", said(&out));
                }
            }
        }
    }
}
