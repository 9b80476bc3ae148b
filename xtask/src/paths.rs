//! Where things are: the project, cargo's home, what is built, what is installed.

use std::env;
use std::path::{Path, PathBuf};

/// The project's top folder.
pub(crate) fn root() -> PathBuf {
    let own = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    own.parent().map_or(own.clone(), Path::to_path_buf)
}

/// Cargo's home: `CARGO_HOME`, else `.cargo` in the user's home.
pub(crate) fn cargo_home() -> PathBuf {
    env::var_os("CARGO_HOME").map_or_else(|| home().join(".cargo"), PathBuf::from)
}

/// Where the tools are kept that are neither cargo's nor the system's:
/// `VPE_TOOLS_DIR`, else `vpe-planner` in cargo's home.
pub(crate) fn tools_home() -> PathBuf {
    env::var_os("VPE_TOOLS_DIR").map_or_else(|| cargo_home().join("vpe-planner"), PathBuf::from)
}

/// The folder cargo builds into.
pub(crate) fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |given| root().join(PathBuf::from(given)))
}

/// The folder wasm32 is built into: its own, so that a build of the page
/// neither waits for a host build nor undoes its work.
pub(crate) fn web_target() -> PathBuf {
    target().join("web")
}

/// The folder of the logs this program writes.
pub(crate) fn logs() -> PathBuf {
    target().join("xtask")
}

/// The release page.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The user's home folder, or the current one where there is none.
pub(crate) fn home() -> PathBuf {
    env::home_dir().unwrap_or_else(|| PathBuf::from("."))
}

/// The first executable of that name on `PATH`.
pub(crate) fn on_path(name: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|dir| dir.join(name)).find(|file| is_executable(file))
}

/// Whether the file can be run.
pub(crate) fn is_executable(file: &Path) -> bool {
    let Ok(meta) = file.metadata() else {
        return false;
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        meta.is_file() && meta.permissions().mode() & 0o111 != 0
    }
    #[cfg(not(unix))]
    meta.is_file()
}

/// `PATH` with these folders in front.
///
/// # Errors
/// A folder whose name holds the separator cannot be put on `PATH`.
pub(crate) fn path_with(front: &[PathBuf]) -> Result<std::ffi::OsString, String> {
    let old = env::var_os("PATH").unwrap_or_default();
    let all = front.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(all).map_err(|e| format!("a tool's folder cannot be put on PATH: {e}"))
}
