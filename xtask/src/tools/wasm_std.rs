//! wasm32's standard library: what is there, else rustup's, else Debian's.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::{debian, renew_web_target};
use crate::paths;
use crate::run::{Patience, answer, logged, say};

/// The target of the page.
pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// How long rustup may go without receiving anything.
const RUSTUP_STALL: Duration = Duration::from_secs(40);

/// Where the standard library comes from.
pub(crate) enum WasmStd {
    /// The compiler in use has it.
    Own,
    /// Debian's compiler for the web in this folder builds it along.
    Debian(PathBuf),
}

/// Finds the standard library or installs it.
///
/// # Errors
/// Neither rustup nor Debian's packages could be reached.
pub(crate) fn install() -> Result<WasmStd, String> {
    if own_is_there() {
        return Ok(WasmStd::Own);
    }
    // Present only where rustup has failed before: it is not asked again.
    if let Some(folder) = debian::find() {
        return Ok(WasmStd::Debian(folder));
    }
    let by_rustup = match from_rustup() {
        Ok(()) if own_is_there() => return Ok(WasmStd::Own),
        Ok(()) => "rustup says that it is installed, but the compiler in use has it not".to_owned(),
        Err(why) => why,
    };
    say(&format!("rustup did not bring the standard library for {TARGET}: {by_rustup}"));
    debian::install().map(WasmStd::Debian).map_err(|by_debian| {
        format!(
            "the standard library for {TARGET} is missing and cannot be installed\n  \
             by rustup: {by_rustup}\n  by Debian's packages: {by_debian}\n\
             It is needed to build the page. With a connection to static.rust-lang.org run \
             `rustup target add {TARGET}`, or use a Rust that has it, and run this again."
        )
    })
}

fn own_is_there() -> bool {
    let mut ask = Command::new("rustc");
    ask.args(["--print", "target-libdir", "--target", TARGET]);
    let Some(folder) = answer(&mut ask) else {
        return false;
    };
    let Ok(files) = fs::read_dir(folder.trim()) else {
        return false;
    };
    files.flatten().any(|file| {
        let name = file.file_name();
        let name = name.to_string_lossy();
        name.starts_with("libstd-") && name.ends_with(".rlib")
    })
}

fn from_rustup() -> Result<(), String> {
    let rustup = paths::on_path("rustup").ok_or("there is no rustup")?;
    say(&format!(
        "installing the standard library for {TARGET} with rustup: seconds, or given up after {} s without an answer",
        RUSTUP_STALL.as_secs()
    ));
    let mut command = Command::new(rustup);
    command.args(["target", "add", TARGET]);
    command.current_dir(paths::root());
    command.env("RUSTUP_MAX_RETRIES", "0");
    let patience = Patience { stall: RUSTUP_STALL, progress: &downloaded };
    logged("rustup", &mut command, Some(patience))
}

/// Bytes in rustup's folder of downloads, which grows while one goes on.
fn downloaded() -> u64 {
    let home = env::var_os("RUSTUP_HOME").map_or_else(|| paths::home().join(".rustup"), PathBuf::from);
    let files = fs::read_dir(home.join("downloads"));
    let files = files.into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|meta| meta.len()).sum()
}

impl WasmStd {
    /// Makes a cargo (or a program that calls cargo) build for wasm32 with
    /// this standard library, into the folder for wasm32. Not for host builds:
    /// with Debian's they would build a standard library of their own.
    ///
    /// # Errors
    /// The folder cannot be made ready.
    pub(crate) fn prepare(&self, command: &mut Command) -> Result<(), String> {
        renew_web_target(&self.identity())?;
        command.env("CARGO_TARGET_DIR", paths::web_target());
        if let Self::Debian(folder) = self {
            command.env("RUSTC", folder.join("bin/rustc"));
            command.env("RUSTC_BOOTSTRAP", "1");
            command.env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", folder.join("bin/rust-lld"));
        }
        Ok(())
    }

    /// cargo, checking with the clippy that reads this standard library.
    ///
    /// # Errors
    /// The folder cannot be made ready.
    pub(crate) fn clippy(&self) -> Result<Command, String> {
        let mut command = Command::new("cargo");
        command.current_dir(paths::root());
        self.prepare(&mut command)?;
        match self {
            Self::Own => {
                command.args(["clippy", "--target", TARGET, "--lib", "--bins", "--", "-D", "warnings"]);
            }
            // What `cargo clippy` does, with Debian's driver: rustup's cannot
            // read a library another compiler built.
            Self::Debian(folder) => {
                command.args(["check", "--target", TARGET, "--lib", "--bins"]);
                command.env("RUSTC_WORKSPACE_WRAPPER", folder.join("bin/clippy-driver"));
                command.env("CLIPPY_ARGS", "-D__CLIPPY_HACKERY__warnings__CLIPPY_HACKERY__");
            }
        }
        Ok(command)
    }

    fn identity(&self) -> String {
        match self {
            Self::Own => answer(Command::new("rustc").arg("-vV")).unwrap_or_default(),
            Self::Debian(folder) => folder.display().to_string(),
        }
    }
}
