//! What is in the folder of an export.

use super::Trouble;
use super::manifest::sha256;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is at the path of an exported file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// Nothing.
    Nothing,
    /// A file with this SHA-256.
    File(String),
    /// Something else, for which nothing is replaced.
    InTheWay(&'static str),
}

/// What is at a path below a folder, without following a link out of it.
///
/// # Errors
/// [`Trouble`] when the system does not let it be read.
pub(super) fn found(dir: &Path, path: &str) -> Result<Found, Trouble> {
    let mut full = PathBuf::from(dir);
    let mut parts = path.split('/').peekable();
    while let Some(part) = parts.next() {
        full.push(part);
        let metadata = match fs::symlink_metadata(&full) {
            Ok(metadata) => metadata,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
            Err(e) => return Err(Trouble::read(&full.display().to_string(), &e)),
        };
        if metadata.is_symlink() {
            return Ok(Found::InTheWay("a link is in its way"));
        }
        match (parts.peek().is_none(), metadata.is_dir(), metadata.is_file()) {
            (false, true, _) => {}
            (false, ..) => return Ok(Found::InTheWay("a file is where its folder should be")),
            (true, _, true) => {}
            (true, ..) => return Ok(Found::InTheWay("something that is no file is in its way")),
        }
    }
    let bytes = fs::read(&full).map_err(|e| Trouble::read(&full.display().to_string(), &e))?;
    Ok(Found::File(sha256(&bytes)))
}
