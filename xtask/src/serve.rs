//! `cargo xtask serve`: the page at http://127.0.0.1:8080.

use std::net::TcpListener;

use crate::paths;
use crate::run::{self, say};
use crate::tools::{Mode, WebTools};

/// Builds the page, serves it and builds it again on each change, until
/// interrupted.
///
/// # Errors
/// A tool is missing, or the port is taken.
pub(crate) fn run(release: bool) -> Result<(), String> {
    // Trunk would say so only after the build.
    TcpListener::bind(("127.0.0.1", 8080)).map_err(|e| {
        format!(
            "http://127.0.0.1:8080 cannot be served ({e}). Stop the program that uses the port, and run this again."
        )
    })?;
    let mode = if release { Mode::Release } else { Mode::Dev };
    let tools = WebTools::install(mode)?;
    let mut trunk = tools.trunk()?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", "8080"]);
    // Not dist/, which is the release page's.
    trunk.arg("--dist").arg(paths::web_target().join("served"));
    if release {
        trunk.arg("--release");
    }
    say("building the page (2 minutes the first time), then serving it at http://127.0.0.1:8080");
    run::run(&mut trunk)
}
