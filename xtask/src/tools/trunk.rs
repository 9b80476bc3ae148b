//! Trunk, which bundles the page.

use std::path::PathBuf;

use super::registry::Crate;
use crate::version::Version;

/// The newest that Rust 1.95 builds. Older ones fail to minify what today's
/// wasm-bindgen writes.
const VERSION: &str = "0.22.0-beta.1";

/// Trunk's file, found or installed.
///
/// # Errors
/// It is missing and cannot be built.
pub(crate) fn install() -> Result<PathBuf, String> {
    let oldest = Version::parse(VERSION);
    Crate {
        package: "trunk",
        command: "trunk",
        version: VERSION,
        // Without its updater and OpenSSL, and unoptimised: a third of the
        // time to build, and quick enough.
        arguments: &["--no-default-features", "--features", "rustls"],
        takes: "6 minutes on two cores",
        fits: &|found| Some(found) >= oldest.as_ref(),
    }
    .install()
}
