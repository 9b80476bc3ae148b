//! What the integration tests share.

use std::io::Write;
use std::path::PathBuf;
use std::process::Command;
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};

/// Names of the example plans.
pub(crate) const EXAMPLES: [&str; 4] = ["key-protect", "object-storage", "mixed", "two-regions"];

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
        eprintln!("skipped {test}: {name} is not installed");
    }
    found
}
