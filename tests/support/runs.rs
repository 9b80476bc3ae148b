//! Exports run to their end against an account on loopback.
//!
//! Beside the golden files of each example stand `seed.json`, what exists before, and
//! `expected.json`, what must exist after and how often each call made something.
//! Both are written by hand.

use crate::support::{Bench, example, said, tool};
use serde_json::Value;
use stand_ins::Cloud;
use std::collections::BTreeMap;
use vpe_planner::export::{File, Tool};
use vpe_planner::model::Model;
use vpe_planner::plan::Plan;
use vpe_planner::{handover, rules, steps};

/// The export of an example for one tool, with the region of each script.
pub(crate) struct Export {
    /// The files.
    pub(crate) files: Vec<File>,
    /// Region and path of each script.
    pub(crate) scripts: Vec<(String, String)>,
}

/// The scripts of an example, with what is beside them.
pub(crate) fn scripts(name: &str, tool: Tool) -> Export {
    scripts_of(&example(name).0, tool)
}

/// The same of any plan.
pub(crate) fn scripts_of(plan: &Plan, tool: Tool) -> Export {
    let model = Model::of(plan);
    let files = handover::files(plan, &model, &rules::check(&model), &[tool]);
    let regions = steps::runs(&model).into_iter().map(|run| run.region);
    let paths = files.iter().map(|f| f.path.clone()).filter(|path| path.ends_with("/create.sh"));
    let scripts = regions.zip(paths).collect();
    Export { files, scripts }
}

/// The environment of a script.
pub(crate) fn env(cloud: &Cloud, region: &str) -> Vec<(String, String)> {
    let mut env = cloud.env(region);
    env.push(("IBMCLOUD_API_KEY".to_owned(), cloud.api_key()));
    env
}

/// Runs all scripts of an example; the first that fails ends it. What they say of what
/// is there, line by line.
pub(crate) fn run(bench: &Bench, cloud: &Cloud, export: &Export) -> Result<Vec<Value>, String> {
    bench.put(&export.files);
    let mut lines = Vec::new();
    for (region, script) in &export.scripts {
        let output = bench.run_file(script, &[], &env(cloud, region));
        if !output.status.success() {
            return Err(format!("{}\n{:?}", said(&output), cloud.refusals()));
        }
        let text = String::from_utf8(output.stdout).unwrap();
        lines.extend(text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
    }
    Ok(lines)
}

/// How often each call is to be made, by one tool.
pub(crate) fn expected_counts(expected: &Value, tool: Tool) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, usize> = serde_json::from_value(expected["made"].clone()).unwrap();
    if tool == Tool::Cli && !expected["made_by_cli_alone"].is_null() {
        let more: BTreeMap<String, usize> =
            serde_json::from_value(expected["made_by_cli_alone"].clone()).unwrap();
        counts.extend(more);
    }
    counts
}

/// A bench with an `ibmcloud` that works on the account.
pub(crate) fn bench(cloud: &Cloud) -> Bench {
    let bench = Bench::new();
    cloud.install_ibmcloud(bench.bin.path()).unwrap();
    bench
}

/// Whether the commands that the scripts need are there.
pub(crate) fn have_tools(test: &str) -> bool {
    tool(test, "jq") && tool(test, "curl")
}
