//! `cargo xtask check`: formatting and lints, natively and for wasm32.

use std::process::Command;

use crate::paths;
use crate::run::{self, answer, say};
use crate::tools;

/// Runs rustfmt and clippy and denies every warning.
///
/// # Errors
/// One of them complains, or is missing.
pub(crate) fn run() -> Result<(), String> {
    for component in ["fmt", "clippy"] {
        if answer(cargo(&[component, "--version"]).env("RUSTUP_AUTO_INSTALL", "0")).is_none() {
            let name = if component == "fmt" { "rustfmt" } else { component };
            return Err(format!(
                "cargo {component} is missing. Run `rustup component add {name}` and this again."
            ));
        }
    }
    run::run(&mut cargo(&["fmt", "--all", "--check"]))?;
    run::run(&mut cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))?;
    run::run(&mut tools::install_wasm_std()?.clippy()?)?;
    say("check: no complaint");
    Ok(())
}

fn cargo(arguments: &[&str]) -> Command {
    let mut command = Command::new("cargo");
    command.args(arguments).current_dir(paths::root());
    command
}
