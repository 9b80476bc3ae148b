//! The three exports agree: each of them, run to its end against one account on loopback, makes what the
//! model predicts.
//!
//! Random plans are new each time. Their seeds are told, and one of them comes again with
//! `VPE_AGREEMENT_SEED=…`; `VPE_AGREEMENT_PLANS=…` says how many there are.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "agreement/before.rs"]
mod before;
#[path = "agreement/changed.rs"]
mod changed;
#[path = "agreement/dice.rs"]
mod dice;
#[path = "agreement/exports.rs"]
mod exports;
#[path = "agreement/gateways.rs"]
mod gateways;
#[path = "agreement/met.rs"]
mod met;
#[path = "agreement/network.rs"]
mod network;
#[path = "agreement/plans.rs"]
mod plans;
#[path = "agreement/predicted.rs"]
mod predicted;
#[path = "support/runs.rs"]
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod runs;
#[path = "agreement/seed.rs"]
mod seed;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;
#[path = "agreement/trouble.rs"]
mod trouble;
#[path = "agreement/work.rs"]
mod work;

use std::collections::BTreeSet;

use before::Before;
use dice::Dice;
use exports::Export;
use serde_json::{Value, json};
use stand_ins::Cloud;
use support::{EXAMPLES, by_terraform, example, hand_written, tool};
use trouble::Trouble;
use vpe_planner::export::{NotHere, Tool};
use vpe_planner::handover;
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};
use vpe_planner::rules::{self, Severity};
use vpe_planner::steps::{self, Step};

/// A plan with the cloud that it is for.
struct Case {
    name: String,
    plan: Plan,
    before: Before,
    /// What decides on trouble; nothing where the first run meets none.
    seed: Option<u64>,
}

impl Case {
    /// What must exist after one tool's export: all, but what it cannot say.
    fn predicted(&self, tool: Tool) -> Value {
        let model = Model::of(&self.plan);
        let missing: Vec<NotHere> =
            handover::not_here(&model).into_iter().filter(|missing| missing.tool == tool).collect();
        predicted::predicted(&model, &self.before, &missing)
    }

    fn takes_over(&self) -> bool {
        let steps = steps::of(&Model::of(&self.plan));
        steps.runs.iter().flat_map(|run| &run.steps).any(|step| matches!(step, Step::Adopt(_)))
    }
}

fn of_example(name: &str) -> Case {
    let before = Before::of(hand_written(name, "seed.json"));
    Case { name: name.to_owned(), plan: example(name).0, before, seed: None }
}

fn of_seed(seed: u64) -> Case {
    let plan = plans::plan(seed);
    let before = Before::of(seed::of(&plan, &mut Dice::new(!seed)));
    Case { name: format!("VPE_AGREEMENT_SEED={seed}"), plan, before, seed: Some(seed) }
}

/// How many random plans are run where nobody says.
const PLANS: u64 = 20;

/// The seeds of the random plans to run.
fn seeds() -> Vec<u64> {
    let number = |name: &str| std::env::var(name).ok().map(|text| text.parse::<u64>().unwrap());
    if let Some(seed) = number("VPE_AGREEMENT_SEED") {
        return vec![seed];
    }
    let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    // Short enough to be typed.
    let first = time.as_secs() % 1_000_000 * 1000;
    (first..first + number("VPE_AGREEMENT_PLANS").unwrap_or(PLANS)).collect()
}

/// Compares as text, and tells the part in which the two differ.
fn same(is: &Value, should: &Value, when: &str) -> Result<(), String> {
    let text = |state: &Value| serde_json::to_string_pretty(state).unwrap();
    let (is, should) = (text(is), text(should));
    if is == should {
        return Ok(());
    }
    let (is, should): (Vec<&str>, Vec<&str>) = (is.lines().collect(), should.lines().collect());
    let alike = |(a, b): &(&&str, &&str)| a == b;
    let before = is.iter().zip(&should).take_while(alike).count();
    let rest = is.len().min(should.len()) - before;
    let after = is.iter().rev().zip(should.iter().rev()).take(rest).take_while(alike).count();
    let part = |lines: &[&str]| lines[before.saturating_sub(8)..lines.len() - after].join("\n");
    Err(format!("{when} there is\n{}\nand there should be\n{}", part(&is), part(&should)))
}

/// Runs one export to its end and compares what is there with what the model predicts; of a random plan
/// also again, after trouble in the first run of scripts, and then removes what was made.
fn agrees(case: &Case, tool: Tool) -> Result<(), String> {
    let should = case.predicted(tool);
    let cloud = Cloud::start(case.before.seed());
    let export = Export::of(&case.plan, tool, &cloud);
    let trouble = match (case.seed, tool) {
        (Some(seed), Tool::Cli | Tool::Api) => trouble::draw(&mut Dice::new(seed ^ tool as u64), &should),
        (None, _) | (_, Tool::Terraform) => Trouble::None,
    };
    let made = || {
        trouble.first_run(&export, &cloud)?;
        if matches!(trouble, Trouble::None) {
            same(&cloud.state(), &should, "after the first run")?;
        }
        if case.seed.is_some() {
            export.settled()?;
            same(&cloud.state(), &should, "after the second run")?;
            export.verify()?;
        }
        match cloud.refusals().as_slice() {
            [] => Ok(()),
            refusals => Err(format!("the cloud refused {refusals:#?}")),
        }
    };
    // The runs of scripts made together what there is, and nothing twice.
    let once = || {
        let mut made = cloud.counts();
        made.retain(|call, _| call.starts_with("create_") && call != "create_reserved_ip");
        let expected = trouble::counts(&should);
        let once = tool == Tool::Terraform || made == expected;
        if once { Ok(()) } else { Err(format!("{made:?} were made, not {expected:?}")) }
    };
    let removed = || {
        export.remove()?;
        same(&cloud.state(), &json!({ "vpcs": [] }), "after what was made was removed")
    };
    let all = || {
        made()?;
        once()?;
        // What was taken over would go, too, with what the plan does not have in it.
        let keeps = tool == Tool::Terraform && case.takes_over();
        // What changed in place stays as it is.
        let keeps = keeps || case.plan.gateways.iter().any(|gateway| gateway.origin.change);
        if case.seed.is_none() || keeps { Ok(()) } else { removed() }
    };
    all().map_err(|why| format!("{why}\nafter {trouble:?}; the cloud refused {:#?}", cloud.refusals()))
}

/// Puts the plan of a case where it can be looked at.
fn kept(case: &Case) -> String {
    let name = format!("{}.json", case.name.to_lowercase().replace('=', "-"));
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, plan::write(&case.plan)).unwrap();
    path.display().to_string()
}

#[test]
fn the_model_predicts_what_was_written_by_hand() {
    for name in EXAMPLES {
        let case = of_example(name);
        let expected = hand_written(name, "expected.json");
        assert_eq!(same(&case.predicted(Tool::Cli), &expected["state"], name), Ok(()));
        let expected = by_terraform(expected);
        assert_eq!(same(&case.predicted(Tool::Terraform), &expected["state"], name), Ok(()));
    }
}

#[test]
fn every_export_of_every_plan_makes_what_the_model_predicts() {
    let test = "every_export_of_every_plan_makes_what_the_model_predicts";
    let mut tools = Vec::new();
    if tool(test, "jq") && tool(test, "curl") {
        tools.extend([Tool::Cli, Tool::Api]);
    }
    if tool(test, "terraform") {
        tools.push(Tool::Terraform);
    }
    let seeds = seeds();
    work::say(&format!("{test}: the random plans have the seeds {seeds:?}"));
    let random = seeds.into_iter().map(of_seed);
    let cases: Vec<Case> = EXAMPLES.iter().map(|name| of_example(name)).chain(random).collect();
    let jobs: Vec<(&Case, Tool)> =
        cases.iter().flat_map(|case| tools.iter().map(move |&tool| (case, tool))).collect();
    let begun = std::time::Instant::now();
    let failed = work::share(&jobs, |(case, tool)| {
        let run = std::panic::AssertUnwindSafe(|| agrees(case, *tool));
        let why = match std::panic::catch_unwind(run) {
            Ok(Ok(())) => return None,
            Ok(Err(why)) => why,
            Err(_) => "it came to an end that is told above".to_owned(),
        };
        Some(format!("{} by {}, {}: {why}", case.name, tool.name(), kept(case)))
    });
    work::say(&format!(
        "{test}: {} plans by {} tools took {:.1} s",
        cases.len(),
        tools.len(),
        begun.elapsed().as_secs_f64()
    ));
    assert!(failed.is_empty(), "{} fail\n{}", failed.len(), failed.join("\n\n"));
}

/// What the random plans are to reach, without running them.
#[test]
fn random_plans_are_valid_and_reach_everything() {
    let mut met = BTreeSet::new();
    for seed in 0..500 {
        let case = of_seed(seed);
        let model = Model::of(&case.plan);
        let findings = rules::check(&model);
        let errors = findings.iter().filter(|finding| finding.rule.severity == Severity::Error);
        let errors: Vec<&str> = errors.map(|finding| finding.title.as_str()).collect();
        assert_eq!(errors, [""; 0], "seed {seed}");
        let steps = steps::of(&model);
        assert_eq!(steps.left_out, [], "seed {seed}");
        assert_eq!(plans::plan(seed), case.plan, "a seed makes the same plan each time");
        for missing in handover::not_here(&model) {
            let told = findings.iter().any(|finding| finding.places.contains(&missing.place));
            assert!(told, "seed {seed}: {missing:?} is no finding");
            met.insert(format!("not here: {}", missing.place.field.unwrap().path()));
        }
        for tool in Tool::ALL {
            case.predicted(tool);
        }
        met::plan(&case.plan, &mut met);
        met::steps(&steps, &mut met);
    }
    let everything = met::everything();
    let missed: Vec<&String> = everything.difference(&met).collect();
    assert_eq!(missed, [""; 0], "are not reached");
    let unknown: Vec<&String> = met.difference(&everything).collect();
    assert_eq!(unknown, [""; 0], "are not listed");
}
