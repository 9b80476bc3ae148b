//! `cargo xtask build`: the release page in `dist/`.

use std::fs;

use crate::paths;
use crate::policy;
use crate::run::{self, say};
use crate::sizes;
use crate::tools::{Mode, WebTools};

/// Builds the page, checks what its content security policy rests on, and
/// holds the size of a first visit to its bar.
///
/// # Errors
/// A tool is missing, the build fails, the page breaks its own policy, or it
/// is too large.
pub(crate) fn run() -> Result<(), String> {
    build(&WebTools::install(Mode::Release)?)?;
    sizes::report(&paths::dist())
}

/// Builds the release page with tools that are there. Trunk empties `dist/`
/// before it moves the new files in.
///
/// # Errors
/// The build fails, or the page breaks its own policy.
pub(crate) fn build(tools: &WebTools) -> Result<(), String> {
    let mut trunk = tools.trunk()?;
    trunk.args(["build", "--release", "--dist"]).arg(paths::dist());
    say("building the release page into dist/: 3 minutes the first time, 1 minute after a change");
    run::run(&mut trunk)?;
    let page = paths::dist().join("index.html");
    let html = fs::read_to_string(&page).map_err(|e| format!("{}: {e}", page.display()))?;
    let faults = policy::faults(&html);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(format!("{} breaks its own policy:\n  {}", page.display(), faults.join("\n  ")))
    }
}
