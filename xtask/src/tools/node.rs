//! Node's side: the packages of `tests/package.json`.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::paths;
use crate::run::{answer, logged, say};
use crate::version::Version;

/// The oldest Node the packages run on.
const OLDEST_NODE: &str = "20.0.0";
/// The oldest `wasm-opt` that reads what today's Rust writes.
const OLDEST_WASM_OPT: &str = "116.0.0";

fn packages() -> PathBuf {
    paths::root().join("tests/node_modules")
}

/// Node's file, if it is there and new enough.
///
/// # Errors
/// It is missing or too old; this program does not install it.
pub(crate) fn node() -> Result<PathBuf, String> {
    let advice = "Install Node 20 or newer with npm (https://nodejs.org) and run this again.";
    let node = paths::on_path("node")
        .ok_or_else(|| format!("node is missing; it runs the browser journeys and wasm-opt. {advice}"))?;
    let text = answer(Command::new(&node).arg("--version")).unwrap_or_default();
    match Version::find(&text) {
        Some(version) if Some(&version) >= Version::parse(OLDEST_NODE).as_ref() => Ok(node),
        _ => Err(format!("node is too old ({}). {advice}", text.trim())),
    }
}

/// Installs the packages as locked, unless they are there already.
///
/// # Errors
/// Node or npm is missing, or npm fails.
pub(crate) fn install_packages() -> Result<(), String> {
    node()?;
    let folder = paths::root().join("tests");
    let lock = folder.join("package-lock.json");
    let mark = packages().join(".as-locked");
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    let wanted = fs::read_to_string(&lock).map_err(told)?;
    if fs::read_to_string(&mark).ok().as_ref() == Some(&wanted) {
        return Ok(());
    }
    let npm = paths::on_path("npm")
        .ok_or("npm is missing; it installs playwright-core, axe-core and binaryen. It comes with Node.")?;
    say(
        "installing playwright-core, axe-core and binaryen with npm into tests/node_modules: about 10 seconds",
    );
    let mut command = Command::new(npm);
    command.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    command.current_dir(&folder);
    logged("npm", &mut command, None)
        .map_err(|why| format!("the packages of tests/package.json cannot be installed ({why})"))?;
    fs::write(mark, wanted).map_err(told)
}

/// The folder that holds `wasm-opt`: the locked package's, else the one on `PATH`.
///
/// # Errors
/// Neither is there and new enough.
pub(crate) fn wasm_opt() -> Result<PathBuf, String> {
    let why = match install_packages() {
        Ok(()) => return Ok(packages().join(".bin")),
        Err(why) => why,
    };
    let found = paths::on_path("wasm-opt").filter(|file| {
        let text = answer(Command::new(file).arg("--version")).unwrap_or_default();
        Version::find(&text).as_ref() >= Version::parse(OLDEST_WASM_OPT).as_ref()
    });
    found
        .and_then(|file| file.parent().map(PathBuf::from))
        .ok_or_else(|| format!("wasm-opt is missing; it makes the release page small. {why}"))
}
