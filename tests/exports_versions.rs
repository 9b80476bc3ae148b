//! Exports for older tools, by those tools: the VPC plug-in before 16, older version dates of the
//! API, and the Terraform provider before 1.87.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;

use runs::{bench, env, expected_counts, have_tools, run, scripts_of};
use serde_json::{Value, json};
use stand_ins::Cloud;
use support::{EXAMPLES, assert_state, example, hand_written, said};
use vpe_planner::export::{NotHere, Tool};
use vpe_planner::model::Model;
use vpe_planner::plan::{CliVersion, Plan, ProviderVersion, Targets};
use vpe_planner::{handover, rules};

/// Version dates on both sides of what changed: of the DNS mode, and of the rule protocols.
const DATES: [&str; 3] = ["2025-11-17", "2025-12-08", "2025-11-18"];

/// Examples whose gateways and rules older tools know, too.
const KNOWN_OF_OLD: [&str; 4] = ["change-in-place", "key-protect", "mixed", "adopted"];

fn oldest() -> Targets {
    Targets { cli: CliVersion::Before16, provider: ProviderVersion::Before1_87, ..Targets::default() }
}

fn aimed(name: &str, targets: Targets) -> Plan {
    Plan { targets, ..example(name).0 }
}

/// What the CLI and the API cannot say of a plan.
fn not_here(plan: &Plan) -> Vec<NotHere> {
    let all = handover::not_here(&Model::of(plan));
    all.into_iter().filter(|not| not.tool != Tool::Terraform).collect()
}

/// The seed of an example with a version of the plug-in.
fn seed(name: &str, plug_in: &str) -> Value {
    let mut seed = hand_written(name, "seed.json");
    seed["settings"]["plug_in"] = json!(plug_in);
    seed
}

#[test]
fn the_plug_in_before_16_makes_the_same() {
    if !have_tools("the_plug_in_before_16_makes_the_same") {
        return;
    }
    for name in KNOWN_OF_OLD {
        let plan = aimed(name, oldest());
        assert_eq!(not_here(&plan), [], "{name}");
        let cloud = Cloud::start(seed(name, "15.4.1"));
        let bench = bench(&cloud);
        let export = scripts_of(&plan, Tool::Cli);
        run(&bench, &cloud, &export).unwrap_or_else(|e| panic!("{name}: {e}"));
        let expected = hand_written(name, "expected.json");
        assert_eq!(cloud.refusals(), [], "{name}");
        assert_eq!(cloud.counts(), expected_counts(&expected, Tool::Cli), "{name}");
        assert_state(&cloud, &expected, name);
        verified_and_gone(name, &cloud, &bench, &export);
    }
}

/// What was made is found to be as planned, and a second run makes nothing.
fn verified_and_gone(name: &str, cloud: &Cloud, bench: &support::Bench, export: &runs::Export) {
    // Attaching a tag once more is no harm, and is done.
    let counts = || cloud.counts().into_iter().filter(|(call, _)| call != "attach_tags").collect::<Vec<_>>();
    let before = counts();
    run(bench, cloud, export).unwrap_or_else(|e| panic!("{name}, again: {e}"));
    for (region, script) in &export.scripts {
        let verify = script.replace("create.sh", "verify.sh");
        let output = bench.run_file(&verify, &[], &env(cloud, region));
        let text = said(&output);
        // Who provides a Private Path service has not admitted it.
        assert!(output.status.success() || text.contains("access_pending"), "{name}: {text}");
        assert!(text.contains("No difference."), "{name}: {text}");
    }
    assert_eq!(counts(), before, "{name}: the second run changed something");
}

#[test]
fn older_dates_of_the_api_make_the_same() {
    if !have_tools("older_dates_of_the_api_make_the_same") {
        return;
    }
    for (i, name) in ["change-in-place", "mixed", "key-protect", "local-access"].into_iter().enumerate() {
        let api = DATES[i % DATES.len()].to_owned();
        let plan = aimed(name, Targets { api: api.clone(), ..Targets::default() });
        let cloud = Cloud::start(hand_written(name, "seed.json"));
        let bench = bench(&cloud);
        let export = scripts_of(&plan, Tool::Api);
        run(&bench, &cloud, &export).unwrap_or_else(|e| panic!("{name} at {api}: {e}"));
        assert_eq!(cloud.refusals(), [], "{name} at {api}");
        assert_state(&cloud, &hand_written(name, "expected.json"), name);
        verified_and_gone(name, &cloud, &bench, &export);
    }
}

#[test]
fn a_script_stops_at_a_plug_in_of_another_version() {
    if !have_tools("a_script_stops_at_a_plug_in_of_another_version") {
        return;
    }
    let refused = [
        (oldest(), "16.0.0", "written for one before 16.0.0"),
        (oldest(), "15.1.9", "15.2.0 or later is needed"),
        (oldest(), "9.9.9", "15.2.0 or later is needed"),
        (Targets::default(), "15.4.1", "16.0.0 or later is needed"),
    ];
    for (targets, plug_in, says) in refused {
        let cloud = Cloud::start(seed("key-protect", plug_in));
        let export = scripts_of(&aimed("key-protect", targets), Tool::Cli);
        let error = run(&bench(&cloud), &cloud, &export).unwrap_err();
        assert!(error.contains(says), "{plug_in}: {error}");
        assert_eq!(cloud.log(), []);
    }
}

#[test]
fn the_provider_before_1_87_has_all_that_is_said() {
    for name in EXAMPLES {
        let plan = aimed(name, oldest());
        let model = Model::of(&plan);
        let files = handover::files(&plan, &model, &rules::check(&model), &[Tool::Terraform]);
        let mut roots: Vec<String> =
            files.iter().map(|f| f.path.rsplit_once('/').unwrap().0.to_owned()).collect();
        roots.dedup();
        for root in roots {
            let texts: Vec<(String, String)> = files
                .iter()
                .filter(|f| f.path.starts_with(&format!("{root}/")))
                .filter(|f| f.path.ends_with(".tf") || f.path.ends_with(".tfvars"))
                .map(|f| (f.path.clone(), f.text()))
                .collect();
            let texts: Vec<(&str, &str)> = texts.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            let refusals = stand_ins::terraform::check(&texts).err().unwrap_or_default();
            assert_eq!(refusals, [], "{name}/{root}");
            let all: String = texts.iter().map(|(_, text)| *text).collect();
            assert!(all.contains(">= 1.81.1, < 1.87.0"), "{name}");
            assert!(!all.contains("dns_resolution_binding_mode"), "{name}");
        }
    }
}

#[test]
fn what_is_not_there_is_left_out_with_a_comment_and_the_rest_is_made() {
    let plan = aimed("dns-hub", oldest());
    let model = Model::of(&plan);
    let said: Vec<String> = handover::not_here(&model).into_iter().map(|not| not.reason).collect();
    let gateway = "gateway data-cos is not made here.";
    let expected = [
        format!("The plug-in before 16.0.0 does not know the DNS mode per_resource_binding: {gateway}"),
        format!("The provider before 1.87.0 does not know the DNS mode per_resource_binding: {gateway}"),
    ];
    for sentence in &expected {
        assert!(said.contains(sentence), "{said:#?}");
    }
    for tool in [Tool::Cli, Tool::Terraform] {
        let files = handover::files(&plan, &model, &rules::check(&model), &[tool]);
        let sentence = &expected[usize::from(tool == Tool::Terraform)];
        for file in files.iter().filter(|f| f.path.ends_with(".sh") || f.path.ends_with("gateways.tf")) {
            assert!(file.text().contains(sentence.as_str()), "{}", file.path);
            assert!(
                !file.text().contains("'data-cos'") && !file.text().contains("\"data-cos\""),
                "{}",
                file.path
            );
            assert!(file.text().contains("hub-cos"), "{}", file.path);
        }
    }
}
