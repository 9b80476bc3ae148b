//! The terminal: whole runs of the program, as people and CI meet it.

#![allow(
    clippy::unwrap_used,
    reason = "a test that cannot go on fails with the reason; what it needs is not part of what it shows"
)]

#[path = "cli/ci.rs"]
mod ci;
#[path = "cli/files.rs"]
mod files;
#[path = "cli/fixes.rs"]
mod fixes;
#[path = "cli/forms.rs"]
mod forms;
#[path = "cli/hosts.rs"]
mod hosts;
#[path = "cli/readme.rs"]
mod readme;
#[path = "cli/streams.rs"]
mod streams;
#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;
// Its other users are benchmarks.
#[allow(dead_code, reason = "each user of the shared generator uses a part of it")]
#[path = "support/synthetic.rs"]
mod synthetic;
#[path = "cli/transcripts.rs"]
mod transcripts;

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// What a run said, and the number it ended with.
#[derive(Debug, PartialEq, Eq)]
struct Run {
    out: String,
    err: String,
    code: Option<i32>,
}

/// The program, to be run in a folder.
fn program(folder: &Path, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vpe-planner"));
    command.args(args).current_dir(folder).stdin(Stdio::null());
    command
}

/// Runs a command to its end.
fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { out: text(output.stdout), err: text(output.stderr), code: output.status.code() }
}

/// A folder with `plan.json`: a template, with texts replaced in it.
fn plan(replaced: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut text = run(&mut program(folder.path(), ["new", "object-storage"])).out;
    for (old, new) in replaced {
        assert!(text.contains(old), "the template has no {old:?}");
        text = text.replace(old, new);
    }
    std::fs::write(folder.path().join("plan.json"), text).unwrap();
    folder
}
