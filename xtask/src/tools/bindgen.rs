//! The `wasm-bindgen` command, which must be of the library's own version.

use std::fs;
use std::path::PathBuf;

use super::registry::Crate;
use crate::paths;
use crate::version::{Version, locked};

/// The command's file, found or installed.
///
/// # Errors
/// `Cargo.lock` names no wasm-bindgen, or the command cannot be built.
pub(crate) fn install() -> Result<PathBuf, String> {
    let lock = paths::root().join("Cargo.lock");
    let text = fs::read_to_string(&lock).map_err(|e| format!("{}: {e}", lock.display()))?;
    let version =
        locked(&text, "wasm-bindgen").ok_or_else(|| format!("{} names no wasm-bindgen", lock.display()))?;
    let exact = Version::parse(&version);
    Crate {
        package: "wasm-bindgen-cli",
        command: "wasm-bindgen",
        version: &version,
        arguments: &[],
        takes: "2 minutes on two cores",
        fits: &|found| Some(found) == exact.as_ref(),
    }
    .install()
}
