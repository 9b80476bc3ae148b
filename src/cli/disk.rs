//! Reading plans and replacing files.

use super::Trouble;
use crate::plan::{self, MAX_FILE_BYTES, Plan};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

/// A plan with where it came from.
#[derive(Debug)]
pub(super) struct Input {
    /// What messages call it: its path, or `standard input`.
    pub(super) name: String,
    /// Its file; `None` for standard input.
    pub(super) path: Option<PathBuf>,
    /// As it is written.
    pub(super) text: String,
    /// As it is read.
    pub(super) plan: Plan,
}

/// Reads a plan from a file, or from standard input where the path is `-`.
///
/// # Errors
/// [`Trouble`] when it cannot be read, is too long, or is no plan.
pub(super) fn read_plan(path: &Path, stdin: &mut dyn Read) -> Result<Input, Trouble> {
    let (name, text) = read(path, stdin)?;
    match plan::read(&text) {
        Ok(plan) => {
            let path = (!is_stdin(path)).then(|| path.to_owned());
            Ok(Input { name, path, text, plan })
        }
        Err(problem) => Err(Trouble::NotAPlan { name, problem }),
    }
}

/// Whether a path means standard input.
pub(super) fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a text from a file, or from standard input where the path is `-`. What
/// messages call it comes first.
///
/// # Errors
/// [`Trouble`] when it cannot be read, is longer than a plan file, or is no text.
pub(super) fn read(path: &Path, stdin: &mut dyn Read) -> Result<(String, String), Trouble> {
    if is_stdin(path) {
        let name = "standard input".to_owned();
        let text = read_text(&name, stdin)?;
        return Ok((name, text));
    }
    let name = path.display().to_string();
    let mut file = File::open(path).map_err(|e| Trouble::read(&name, &e))?;
    let length = file.metadata().map_err(|e| Trouble::read(&name, &e))?.len();
    if length > MAX_FILE_BYTES as u64 {
        return Err(Trouble::TooLong { name });
    }
    let text = read_text(&name, &mut file)?;
    Ok((name, text))
}

/// Reads all of a text, and no more of an endless one than shows that it is.
fn read_text(name: &str, from: &mut dyn Read) -> Result<String, Trouble> {
    let mut bytes = Vec::new();
    from.take(MAX_FILE_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|e| Trouble::read(name, &e))?;
    if bytes.len() > MAX_FILE_BYTES {
        return Err(Trouble::TooLong { name: name.to_owned() });
    }
    String::from_utf8(bytes).map_err(|e| {
        let before = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|&&b| b == b'\n').count();
        Trouble::NotText { name: name.to_owned(), line }
    })
}

/// Replaces a file that exists as a whole: readers see the old bytes or the new
/// ones. A link stays a link, and the file keeps its permissions.
///
/// # Errors
/// When the file is not an ordinary one or is read-only, or the system refuses; it is
/// then as it was.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("it is not an ordinary file"));
    }
    if metadata.permissions().readonly() {
        return Err(io::Error::other("it is read-only"));
    }
    let path = fs::canonicalize(path)?;
    write_beside(&path, bytes, false, |temporary| fs::set_permissions(temporary, metadata.permissions()))
}

/// Writes a file as a whole, new or not; `executable` as far as the user's mask
/// lets it be.
///
/// # Errors
/// When the system refuses; a file that was there is then as it was.
pub(super) fn write(path: &Path, bytes: &[u8], executable: bool) -> io::Result<()> {
    write_beside(path, bytes, executable, |_| Ok(()))
}

/// Writes to a file beside the one that is meant, and puts it into its place.
fn write_beside(
    path: &Path,
    bytes: &[u8],
    executable: bool,
    prepare: impl FnOnce(&Path) -> io::Result<()>,
) -> io::Result<()> {
    let name = path.file_name().ok_or_else(|| io::Error::other("it has no name"))?;
    let mut beside = std::ffi::OsString::from(".");
    beside.push(name);
    beside.push(format!(".{}.tmp", std::process::id()));
    let temporary = path.with_file_name(beside);
    let written = create(&temporary, executable)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| prepare(&temporary))
        .and_then(|()| fs::rename(&temporary, path));
    if written.is_err() {
        // The error that is reported is the first; this one would only hide it.
        let _ = fs::remove_file(&temporary);
    }
    written
}

/// Makes a file that must not exist yet.
fn create(path: &Path, executable: bool) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, if executable { 0o777 } else { 0o666 });
    #[cfg(not(unix))]
    let _ = executable;
    options.open(path)
}
