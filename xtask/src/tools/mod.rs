//! What the project needs beyond Rust: found on the machine, or installed.

pub(crate) mod apt;
mod bindgen;
mod debian;
pub(crate) mod node;
mod registry;
mod trunk;
mod wasm_std;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

pub(crate) use wasm_std::WasmStd;

use crate::paths;
use crate::run::say;

/// What builds the page.
pub(crate) struct WebTools {
    std: WasmStd,
    trunk: PathBuf,
    front: Vec<PathBuf>,
}

/// How the page is built, which decides what is needed for it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Quick to build; not optimised.
    Dev,
    /// Small; needs `wasm-opt`.
    Release,
}

impl WebTools {
    /// Finds or installs everything a build of the page needs.
    ///
    /// # Errors
    /// Names each tool that is missing and cannot be installed, why, and what
    /// to do.
    pub(crate) fn install(mode: Mode) -> Result<Self, String> {
        let std = wasm_std::install();
        let trunk = trunk::install();
        let bindgen = bindgen::install();
        let wasm_opt = match mode {
            Mode::Release => node::wasm_opt().map(Some),
            Mode::Dev => Ok(None),
        };
        match (std, trunk, bindgen, wasm_opt) {
            (Ok(std), Ok(trunk), Ok(bindgen), Ok(wasm_opt)) => {
                let front = wasm_opt.into_iter().chain(bindgen.parent().map(PathBuf::from));
                Ok(Self { std, trunk, front: front.collect() })
            }
            (std, trunk, bindgen, wasm_opt) => {
                let all = [std.err(), trunk.err(), bindgen.err(), wasm_opt.err()];
                Err(all.into_iter().flatten().collect::<Vec<_>>().join("\n"))
            }
        }
    }

    /// Trunk with its tools on `PATH`, building into the folder for wasm32.
    ///
    /// # Errors
    /// The folder cannot be made ready.
    pub(crate) fn trunk(&self) -> Result<Command, String> {
        let mut command = Command::new(&self.trunk);
        command.current_dir(paths::root());
        self.std.prepare(&mut command)?;
        command.env("PATH", paths::path_with(&self.front)?);
        // Trunk takes the value for a boolean and stops at NO_COLOR=1.
        command.env_remove("NO_COLOR");
        Ok(command)
    }
}

/// wasm32's standard library alone, for what compiles without Trunk.
///
/// # Errors
/// It is missing and cannot be installed.
pub(crate) fn install_wasm_std() -> Result<WasmStd, String> {
    wasm_std::install()
}

/// Deletes what was built for wasm32 with another standard library, which
/// cargo would not notice.
fn renew_web_target(std_identity: &str) -> Result<(), String> {
    let folder = paths::web_target();
    let mark = folder.join("standard-library");
    let told = |e: std::io::Error| format!("{}: {e}", folder.display());
    let known = fs::read_to_string(&mark).ok();
    if known.as_deref() == Some(std_identity) {
        return Ok(());
    }
    if folder.exists() {
        say("the standard library for wasm32 is another one than before: building the page afresh");
        fs::remove_dir_all(&folder).map_err(told)?;
    }
    fs::create_dir_all(&folder).map_err(told)?;
    fs::write(&mark, std_identity).map_err(told)
}
