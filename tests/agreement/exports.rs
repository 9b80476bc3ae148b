//! Running the exports of a plan, each to its end.

use std::io::{BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::process::{Command, Stdio};

use stand_ins::{Cloud, Terraform};
use vpe_planner::export::{File, Tool};
use vpe_planner::model::Model;
use vpe_planner::plan::Plan;
use vpe_planner::{handover, rules, steps};

use crate::runs::{Site, env};
use crate::support::{Bench, said};

/// One export of a plan, in a folder of its own.
pub(crate) struct Export<'c> {
    cloud: &'c Cloud,
    bench: Bench,
    /// Where each run works, and its folder.
    runs: Vec<(Site, String)>,
    /// Terraform in the folder of each run, where it is the tool.
    terraform: Vec<Terraform>,
}

impl<'c> Export<'c> {
    pub(crate) fn of(plan: &Plan, tool: Tool, cloud: &'c Cloud) -> Self {
        let model = Model::of(plan);
        let files: Vec<File> = handover::files(plan, &model, &rules::check(&model), &[tool]);
        let bench = Bench::new();
        bench.put(&files);
        if tool == Tool::Cli {
            cloud.install_ibmcloud(bench.bin.path()).unwrap();
        }
        let first = if tool == Tool::Terraform { "/versions.tf" } else { "/create.sh" };
        let folders = files.iter().filter_map(|file| file.path.strip_suffix(first));
        let sites = steps::runs(&model).into_iter().map(|run| Site::of(&run));
        let runs: Vec<_> = sites.zip(folders.map(str::to_owned)).collect();
        let terraform = match tool {
            Tool::Terraform => runs
                .iter()
                .map(|(site, folder)| site.terraform(cloud, &bench.files.path().join(folder)))
                .collect(),
            Tool::Cli | Tool::Api => Vec::new(),
        };
        Self { cloud, bench, runs, terraform }
    }

    /// Makes what the plan says.
    ///
    /// # Errors
    /// What the first run that fails said.
    pub(crate) fn make(&self) -> Result<(), String> {
        if self.terraform.is_empty() { self.script("create.sh", &[]) } else { self.each(Terraform::apply) }
    }

    /// Runs the scripts of this name, run by run, and back where they remove.
    ///
    /// # Errors
    /// What the first that fails said.
    fn script(&self, name: &str, arguments: &[&str]) -> Result<(), String> {
        let forward = name != "teardown.sh";
        for i in 0..self.runs.len() {
            let (site, folder) = &self.runs[if forward { i } else { self.runs.len() - 1 - i }];
            let output = self.bench.run_file(&format!("{folder}/{name}"), arguments, &env(self.cloud, site));
            if !output.status.success() {
                return Err(said(&output));
            }
        }
        Ok(())
    }

    /// Starts the script of the first run and kills it at a step, at so many hundredths of its way.
    pub(crate) fn killed_at(&self, hundredths: usize) {
        let (site, folder) = &self.runs[0];
        let mut command = self.bench.command(&format!("{folder}/create.sh"), &[], &env(self.cloud, site));
        let mut script =
            command.process_group(0).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let said = BufReader::new(script.stderr.take().unwrap());
        for line in said.lines().map(Result::unwrap) {
            // Such as "Step 3 of 7: gateway kms".
            let Some((number, rest)) = line.strip_prefix("Step ").and_then(|rest| rest.split_once(" of "))
            else {
                continue;
            };
            let steps: usize = rest.split_once(':').unwrap().0.parse().unwrap();
            if number.parse::<usize>().unwrap() > steps * hundredths / 100 {
                break;
            }
        }
        // With what it has started.
        let group = format!("-{}", script.id());
        let killed = Command::new("kill").args(["-KILL", "--", &group]).status().unwrap();
        assert!(killed.success(), "the script ended before it was killed");
        script.wait().unwrap();
    }

    /// Tells whether another look finds nothing to do.
    ///
    /// # Errors
    /// What it would do.
    pub(crate) fn settled(&self) -> Result<(), String> {
        if self.terraform.is_empty() { self.make() } else { self.each(Terraform::settled) }
    }

    /// Tells whether a look afterwards finds no difference from the plan; Terraform's is [`Self::settled`].
    ///
    /// # Errors
    /// What differs.
    pub(crate) fn verify(&self) -> Result<(), String> {
        if self.terraform.is_empty() { self.script("verify.sh", &[]) } else { Ok(()) }
    }

    /// Removes what was made.
    ///
    /// # Errors
    /// What the first run that fails said.
    pub(crate) fn remove(&self) -> Result<(), String> {
        if self.terraform.is_empty() {
            self.script("teardown.sh", &["--yes"])
        } else {
            self.terraform.iter().rev().try_for_each(|root| root.destroy().map(drop))
        }
    }

    fn each<T>(&self, act: impl Fn(&Terraform) -> Result<T, String>) -> Result<(), String> {
        self.terraform.iter().try_for_each(|root| act(root).map(drop))
    }
}
