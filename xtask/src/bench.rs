//! `cargo xtask bench`: the core's figures, natively, and a keystroke's in the
//! browser.

use std::process::Command;

use crate::bundle;
use crate::paths;
use crate::run::{self, say};
use crate::tools::{Mode, WebTools, apt, node};

/// The browser benchmark, below the project.
const KEYSTROKE: &str = "tests/bench/keystroke.mjs";

/// Runs both benchmarks.
///
/// # Errors
/// A tool is missing, a build fails, or a figure is over its bar.
pub(crate) fn run() -> Result<(), String> {
    let mut core = Command::new("cargo");
    core.args(["bench", "--bench", "core"]).current_dir(paths::root());
    run::run(&mut core)?;
    if !paths::root().join(KEYSTROKE).exists() {
        say(&format!("there is no {KEYSTROKE}: the keystroke is not timed"));
        return Ok(());
    }
    node::install_packages()?;
    apt::install(&[&apt::CHROMIUM]);
    let chromium = apt::CHROMIUM.find().ok_or("the keystroke is timed in Chromium, which is missing")?;
    bundle::build(&WebTools::install(Mode::Release)?)?;
    let mut keystroke = Command::new(node::node()?);
    keystroke.arg(KEYSTROKE).current_dir(paths::root());
    keystroke.env("VPE_CHROMIUM", chromium).env("VPE_DIST", paths::dist());
    run::run(&mut keystroke)
}
