//! Comparing the folder of an export with what the export would write now.

use super::Trouble;
use super::found::{Found, found};
use super::manifest::{self, Manifest, sha256};
use crate::export::{File, Tool};
use std::path::Path;

/// Why a file is not as the export would leave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stale {
    /// It is not there.
    Missing,
    /// It would be written anew.
    Differs,
    /// It differs, and would be left alone for this reason.
    Kept(&'static str),
    /// An earlier export wrote it, and this one has it no more.
    LeftOver,
}

/// Names what is stale in a folder: files of the export for `tools`, those that the
/// manifest lists beside them, and the manifest itself. Nothing is written.
///
/// # Errors
/// [`Trouble`] when something there cannot be read.
pub(super) fn stale(dir: &Path, files: &[File], tools: &[Tool]) -> Result<Vec<(String, Stale)>, Trouble> {
    let listed = Manifest::read(dir)?;
    let mut after = listed.clone();
    let mut stale = Vec::new();
    for file in files {
        let hash = sha256(file.text().as_bytes());
        let why = match found(dir, &file.path)? {
            Found::Nothing => Some(Stale::Missing),
            Found::InTheWay(why) => Some(Stale::Kept(why)),
            Found::File(found) if found == hash => None,
            Found::File(found) => Some(match listed.0.get(&file.path) {
                Some(listed) if *listed == found => Stale::Differs,
                Some(_) => Stale::Kept("it was changed since it was written"),
                None => Stale::Kept("it was not written by an export"),
            }),
        };
        stale.extend(why.map(|why| (file.path.clone(), why)));
        after.0.insert(file.path.clone(), hash);
    }
    for (path, _) in listed.left_over(files, tools) {
        after.0.remove(&path);
        if found(dir, &path)? != Found::Nothing {
            stale.push((path, Stale::LeftOver));
        }
    }
    if after != listed {
        let missing = !Manifest::path(dir).exists();
        let why = if missing { Stale::Missing } else { Stale::Differs };
        stale.push((manifest::NAME.to_owned(), why));
    }
    Ok(stale)
}

#[cfg(test)]
mod tests {
    use super::super::folder::put;
    use super::*;
    use crate::export::{Language, Line};
    use std::fs;

    fn file(path: &str, text: &str) -> File {
        let lines = vec![Line { text: text.to_owned(), place: None }];
        File { path: path.to_owned(), language: Language::Bash, lines }
    }

    fn named(dir: &Path, files: &[File], tools: &[Tool]) -> Vec<(String, Stale)> {
        stale(dir, files, tools).unwrap_or_else(|e| panic!("{e}"))
    }

    fn at(path: &str, why: Stale) -> (String, Stale) {
        (path.to_owned(), why)
    }

    #[test]
    fn a_folder_is_fresh_right_after_an_export_only() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("out");
        let files = [file("cli/create.sh", "one"), file("api/1-us-south/create.sh", "one")];
        assert_eq!(
            named(&dir, &files, &Tool::ALL),
            [
                at("cli/create.sh", Stale::Missing),
                at("api/1-us-south/create.sh", Stale::Missing),
                at(manifest::NAME, Stale::Missing)
            ]
        );
        assert!(!dir.exists(), "nothing is written");
        put(&dir, &files, &Tool::ALL).unwrap();
        assert_eq!(named(&dir, &files, &Tool::ALL), []);

        // The plan changes: one file is another, one is gone, one is new.
        let files = [file("cli/create.sh", "two"), file("api/create.sh", "one")];
        assert_eq!(
            named(&dir, &files, &Tool::ALL),
            [
                at("cli/create.sh", Stale::Differs),
                at("api/create.sh", Stale::Missing),
                at("api/1-us-south/create.sh", Stale::LeftOver),
                at(manifest::NAME, Stale::Differs)
            ]
        );
        put(&dir, &files, &Tool::ALL).unwrap();
        assert_eq!(named(&dir, &files, &Tool::ALL), []);
    }

    #[test]
    fn what_an_export_would_leave_alone_is_named_with_the_reason() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path();
        let files = [file("cli/create.sh", "one"), file("api/create.sh", "one")];
        put(dir, &files, &Tool::ALL).unwrap();
        fs::write(dir.join("cli/create.sh"), "mine\n").unwrap();
        let changed = Stale::Kept("it was changed since it was written");
        assert_eq!(named(dir, &files, &Tool::ALL), [at("cli/create.sh", changed)]);
        fs::remove_file(Manifest::path(dir)).unwrap();
        let foreign = Stale::Kept("it was not written by an export");
        assert_eq!(
            named(dir, &files, &Tool::ALL),
            [at("cli/create.sh", foreign), at(manifest::NAME, Stale::Missing)]
        );
    }

    #[test]
    fn other_tools_files_are_not_looked_at() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path();
        put(dir, &[file("cli/create.sh", "one"), file("api/old.sh", "one")], &Tool::ALL).unwrap();
        fs::write(dir.join("cli/create.sh"), "mine\n").unwrap();
        let api = [file("api/create.sh", "one")];
        put(dir, &api, &[Tool::Api]).unwrap();
        assert_eq!(named(dir, &api, &[Tool::Api]), []);
        assert_eq!(
            named(dir, &[], &[Tool::Api]),
            [at("api/create.sh", Stale::LeftOver), at(manifest::NAME, Stale::Differs)]
        );
    }
}
