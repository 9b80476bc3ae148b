//! The list of what an export wrote, kept in its folder.

use super::Trouble;
use crate::export::{File, Tool};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Its name in the folder.
pub(super) const NAME: &str = "vpe-planner.manifest.json";

/// The version of its form.
const VERSION: u64 = 1;

/// Files that were written: their SHA-256 by path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Manifest(pub(super) BTreeMap<String, String>);

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ManifestFile {
    vpe_planner_manifest: u64,
    files: Vec<Entry>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    sha256: String,
}

impl Manifest {
    /// Its place in a folder.
    pub(super) fn path(folder: &Path) -> PathBuf {
        folder.join(NAME)
    }

    /// Reads a folder's manifest; one that is not there lists nothing.
    ///
    /// # Errors
    /// When it cannot be read, or is not one: then nobody knows what may be replaced.
    pub(super) fn read(folder: &Path) -> Result<Self, Trouble> {
        let path = Self::path(folder);
        let name = path.display().to_string();
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(e) => return Err(Trouble::read(&name, &e)),
        };
        let file: ManifestFile = serde_json::from_str(&text)
            .map_err(|e| Trouble::Manifest { name: name.clone(), problem: e.to_string() })?;
        let problem = |problem| Trouble::Manifest { name: name.clone(), problem };
        if file.vpe_planner_manifest != VERSION {
            return Err(problem(format!("it has version {}", file.vpe_planner_manifest)));
        }
        if let Some(entry) = file.files.iter().find(|e| !is_plain(&e.path)) {
            return Err(problem(format!("{:?} is no path of an export", entry.path)));
        }
        Ok(Self(file.files.into_iter().map(|e| (e.path, e.sha256)).collect()))
    }

    /// What it lists for these tools that is not among the files of their export.
    pub(super) fn left_over(&self, files: &[File], tools: &[Tool]) -> Vec<(String, String)> {
        let ours = |path: &str| {
            let first = path.split('/').next().unwrap_or_default();
            tools.len() == Tool::ALL.len() || tools.iter().any(|t| t.folder() == first)
        };
        let listed = self.0.iter().map(|(path, hash)| (path.clone(), hash.clone()));
        listed.filter(|(path, _)| ours(path) && !files.iter().any(|f| f.path == *path)).collect()
    }

    /// As it is written: by path, so that the same export gives the same bytes.
    pub(super) fn text(&self) -> String {
        let files = self
            .0
            .iter()
            .map(|(path, sha256)| Entry { path: path.clone(), sha256: sha256.clone() })
            .collect();
        let mut text = serde_json::to_string_pretty(&ManifestFile { vpe_planner_manifest: VERSION, files })
            .expect("texts, lists and numbers are always JSON");
        text.push('\n');
        text
    }
}

/// The SHA-256 of a file's bytes, in hexadecimal.
pub(super) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Whether a path stays below the folder that it is joined to, whatever the system:
/// parts of letters, digits, `.`, `_` and `-`, none of them `.` or `..`.
pub(super) fn is_plain(path: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
    path != NAME
        && path
            .split('/')
            .all(|part| !part.is_empty() && part != "." && part != ".." && part.bytes().all(plain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_in_the_folder() {
        for path in ["cli/create.sh", "terraform/2-us-south/main.tf", "a..b/.terraform-version"] {
            assert!(is_plain(path), "{path}");
        }
        for path in
            ["", "/etc/passwd", "../x", "cli/../../x", "cli//x", "cli/", "C:x", "a\\..\\b", "cli/.", NAME]
        {
            assert!(!is_plain(path), "{path:?}");
        }
    }

    #[test]
    fn hashes_are_those_that_everyone_computes() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
