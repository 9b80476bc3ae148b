//! What the integration tests share.

use serde_json::Value;
use stand_ins::Cloud;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use vpe_planner::export::File;
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};

/// Names of the example plans.
pub(crate) const EXAMPLES: &[&str] = &[
    "key-protect",
    "object-storage",
    "mixed",
    "two-regions",
    "private-path",
    "one-region",
    "kept-address",
    "time",
    "adopted",
    "local-access",
    "dns-hub",
    "another-account",
    "network-acl",
    "shared-hub",
    "change-in-place",
];

/// Examples that have every kind of step between them, for what is told once of each kind.
pub(crate) const OF_EVERY_KIND: &[&str] =
    &["mixed", "local-access", "dns-hub", "another-account", "network-acl", "change-in-place"];

/// The repository's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of an example plan.
pub(crate) fn example_text(name: &str) -> String {
    let path = root().join(format!("examples/{name}.json"));
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// An example plan and its model.
pub(crate) fn example(name: &str) -> (Plan, Model) {
    let plan = plan::read(&example_text(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let model = Model::of(&plan);
    (plan, model)
}

/// Whether a tool can be run. Where it cannot, the test is to return at once: it is
/// noted as skipped, or fails where all tools are required.
pub(crate) fn tool(test: &str, name: &str) -> bool {
    let found = Command::new(name).arg("--version").output().is_ok();
    if !found {
        assert!(
            std::env::var_os("VPE_REQUIRE_TOOLS").is_none(),
            "{test} needs {name}, which is not installed"
        );
        if let Some(log) = std::env::var_os("VPE_SKIP_LOG") {
            let mut log = std::fs::OpenOptions::new().create(true).append(true).open(log).unwrap();
            writeln!(log, "{test}: {name}").unwrap();
        }
        #[allow(clippy::print_stderr, reason = "whoever runs the test is to see it")]
        {
            eprintln!("skipped {test}: {name} is not installed");
        }
    }
    found
}

/// A folder of scripts and the commands they may call.
pub(crate) struct Bench {
    /// What stands first on PATH.
    pub(crate) bin: tempfile::TempDir,
    /// Where scripts run, and what no script may write into.
    pub(crate) work: tempfile::TempDir,
    /// Where the scripts are.
    pub(crate) files: tempfile::TempDir,
}

impl Bench {
    /// An empty one.
    pub(crate) fn new() -> Self {
        Self {
            bin: tempfile::tempdir().unwrap(),
            work: tempfile::tempdir().unwrap(),
            files: tempfile::tempdir().unwrap(),
        }
    }

    /// Writes the files of an export.
    pub(crate) fn put(&self, files: &[File]) {
        for file in files {
            let path = self.files.path().join(&file.path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file.text()).unwrap();
        }
    }

    /// Runs a script to its end, without waits, in an environment that holds nothing
    /// else of this process but PATH.
    pub(crate) fn run(&self, script: &str, env: &[(String, String)]) -> std::process::Output {
        std::fs::write(self.files.path().join("create.sh"), script).unwrap();
        self.run_file("create.sh", &[], env)
    }

    /// The same with a script that was put there.
    pub(crate) fn run_file(
        &self,
        path: &str,
        args: &[&str],
        env: &[(String, String)],
    ) -> std::process::Output {
        self.command(path, args, env).output().unwrap()
    }

    /// What runs a script that was put there.
    pub(crate) fn command(&self, file: &str, args: &[&str], env: &[(String, String)]) -> Command {
        let path = std::env::var("PATH").unwrap();
        let mut command = Command::new("bash");
        command
            .arg(self.files.path().join(file))
            .args(args)
            .current_dir(self.work.path())
            .env_clear()
            .env("PATH", format!("{}:{path}", self.bin.path().display()))
            .env("HOME", self.work.path())
            .env("POLL_SECONDS", "0")
            .env("POLL_LIMIT", "9")
            .env("RETRY_LIMIT", "3")
            .envs(env.iter().cloned())
            .stdin(std::process::Stdio::null());
        command
    }
}

/// What a process said.
pub(crate) fn said(output: &std::process::Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// What stands beside the golden files of an example: `seed.json`, `expected.json`.
pub(crate) fn hand_written(name: &str, file: &str) -> Value {
    let path = root().join("tests/golden").join(name).join(file);
    serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap()
}

/// What is expected of Terraform: where it cannot say everything, what is written beside the state by
/// its place there, and without what is null there.
pub(crate) fn by_terraform(mut expected: Value) -> Value {
    let others = expected["other_by_terraform"].take();
    for (place, value) in others.as_object().into_iter().flatten() {
        let (within, key) = place.rsplit_once('/').unwrap();
        let within = expected["state"].pointer_mut(within).unwrap_or_else(|| panic!("{place}"));
        match (within, value) {
            (Value::Array(list), Value::Null) => drop(list.remove(key.parse().unwrap())),
            (Value::Object(map), Value::Null) => drop(map.remove(key)),
            (Value::Array(list), value) => list[key.parse::<usize>().unwrap()] = value.clone(),
            (within, value) => within[key] = value.clone(),
        }
    }
    expected
}

/// Compares the state of an account as text, line by line, so that a difference can be found.
pub(crate) fn assert_state(cloud: &Cloud, expected: &Value, what: &str) {
    let text = |state: &Value| serde_json::to_string_pretty(state).unwrap();
    let (is, should) = (text(&cloud.state()), text(&expected["state"]));
    let differs = is.lines().zip(should.lines()).position(|(a, b)| a != b);
    assert!(is == should, "{what}: line {differs:?} differs from expected.json\n{is}");
}
