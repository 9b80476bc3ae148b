//! Exports run to their end against an account on loopback.
//!
//! Beside the golden files of each example stand `seed.json`, what exists before, and
//! `expected.json`, what must exist after and how often each call made something.
//! Both are written by hand.

use crate::support::{Bench, example, said, tool};
use serde_json::Value;
use stand_ins::{Cloud, Terraform};
use std::collections::BTreeMap;
use std::path::Path;
use vpe_planner::export::{File, Tool};
use vpe_planner::model::Model;
use vpe_planner::plan::Plan;
use vpe_planner::steps::Run;
use vpe_planner::{handover, rules, steps};

/// The export of an example for one tool, with the region of each script.
pub(crate) struct Export {
    /// The files.
    pub(crate) files: Vec<File>,
    /// Where each script runs, and its path.
    pub(crate) scripts: Vec<(Site, String)>,
}

/// Where a run works.
#[derive(Debug, Clone)]
pub(crate) struct Site {
    /// Its region; any where it works in none.
    region: String,
    /// The account; the first one where none is given.
    account: Option<String>,
}

impl Site {
    /// That of a run. The plan's own account is the first one.
    pub(crate) fn of(run: &Run) -> Self {
        match run.region() {
            Some(region) => Self::region(region),
            None => Self { region: "us-south".to_owned(), account: run.account.clone() },
        }
    }

    /// A region of the first account.
    pub(crate) fn region(region: &str) -> Self {
        Self { region: region.to_owned(), account: None }
    }

    /// Terraform in a folder, with the key of the account.
    pub(crate) fn terraform(&self, cloud: &Cloud, folder: &Path) -> Terraform {
        match &self.account {
            Some(account) => cloud.terraform_of(account, folder),
            None => cloud.terraform(folder),
        }
    }
}

/// The scripts of an example, with what is beside them.
pub(crate) fn scripts(name: &str, tool: Tool) -> Export {
    scripts_of(&example(name).0, tool)
}

/// The same of any plan.
pub(crate) fn scripts_of(plan: &Plan, tool: Tool) -> Export {
    let model = Model::of(plan);
    let files = handover::files(plan, &model, &rules::check(&model), &[tool]);
    let sites = steps::runs(&model).into_iter().map(|run| Site::of(&run));
    let paths = files.iter().map(|f| f.path.clone()).filter(|path| path.ends_with("/create.sh"));
    let scripts = sites.zip(paths).collect();
    Export { files, scripts }
}

/// Logs in where a script runs, and answers its environment.
pub(crate) fn env(cloud: &Cloud, site: &Site) -> Vec<(String, String)> {
    cloud.log_in(site.account.as_deref());
    let key = site.account.as_ref().map_or_else(|| cloud.api_key(), |account| cloud.api_key_of(account));
    let mut env = cloud.env(&site.region);
    env.push(("IBMCLOUD_API_KEY".to_owned(), key));
    env
}

/// Runs all scripts of an example; the first that fails ends it. What they say of what
/// is there, line by line.
pub(crate) fn run(bench: &Bench, cloud: &Cloud, export: &Export) -> Result<Vec<Value>, String> {
    bench.put(&export.files);
    let mut lines = Vec::new();
    for (site, script) in &export.scripts {
        let output = bench.run_file(script, &[], &env(cloud, site));
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
