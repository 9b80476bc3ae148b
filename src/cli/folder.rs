//! Putting an export into a folder in which people may have worked meanwhile.

use super::found::{Found, found};
use super::manifest::{Manifest, is_plain, sha256};
use super::{Trouble, disk};
use crate::export::{File, Language, Tool};
use std::fs;
use std::path::Path;

/// What became of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was written.
    Written,
    /// It was there with these bytes.
    Unchanged,
    /// It is no longer part of the export.
    Removed,
    /// It is not for us to replace or remove, for this reason.
    LeftAlone(&'static str),
}

/// A folder under export.
struct Folder<'d> {
    dir: &'d Path,
    manifest: Manifest,
    fates: Vec<(String, Fate)>,
}

/// Writes the files of an export for `tools` and says what became of each, in the
/// export's order; then of those that are no longer part of it.
///
/// # Errors
/// [`Trouble`] when the folder cannot be read or written. What was written until
/// then is in the manifest.
pub(super) fn put(dir: &Path, files: &[File], tools: &[Tool]) -> Result<Vec<(String, Fate)>, Trouble> {
    if let Some(file) = files.iter().find(|f| !is_plain(&f.path)) {
        return Err(Trouble::Escapes { path: file.path.clone() });
    }
    fs::create_dir_all(dir).map_err(|e| Trouble::write(&dir.display().to_string(), &e))?;
    let before = Manifest::read(dir)?;
    let mut folder = Folder { dir, manifest: before.clone(), fates: Vec::with_capacity(files.len()) };
    let done = folder.put_all(files).and_then(|()| folder.remove_stale(files, tools));
    let listed = folder.list(&before);
    done.and(listed)?;
    Ok(folder.fates)
}

impl Folder<'_> {
    fn put_all(&mut self, files: &[File]) -> Result<(), Trouble> {
        for file in files {
            let fate = self.put(file)?;
            self.fates.push((file.path.clone(), fate));
        }
        Ok(())
    }

    fn put(&mut self, file: &File) -> Result<Fate, Trouble> {
        let path = self.dir.join(&file.path);
        let text = file.text();
        let hash = sha256(text.as_bytes());
        let fate = match found(self.dir, &file.path)? {
            Found::InTheWay(why) => return Ok(Fate::LeftAlone(why)),
            Found::File(found) if found == hash => Fate::Unchanged,
            Found::File(found) => match self.manifest.0.get(&file.path) {
                Some(listed) if *listed == found => Fate::Written,
                Some(_) => return Ok(Fate::LeftAlone("it was changed since it was written")),
                None => return Ok(Fate::LeftAlone("it was not written by an export")),
            },
            Found::Nothing => Fate::Written,
        };
        if fate == Fate::Written {
            let parent = path.parent().unwrap_or(self.dir);
            fs::create_dir_all(parent)
                .and_then(|()| disk::write(&path, text.as_bytes(), file.language == Language::Bash))
                .map_err(|e| Trouble::write(&path.display().to_string(), &e))?;
        }
        self.manifest.0.insert(file.path.clone(), hash);
        Ok(fate)
    }

    /// Removes what an earlier export for the same tools wrote and this one has not.
    fn remove_stale(&mut self, files: &[File], tools: &[Tool]) -> Result<(), Trouble> {
        for (path, hash) in self.manifest.left_over(files, tools) {
            let fate = match found(self.dir, &path)? {
                Found::Nothing => {
                    self.manifest.0.remove(&path);
                    continue;
                }
                Found::File(found) if found == hash => {
                    self.remove(&path)?;
                    self.manifest.0.remove(&path);
                    Fate::Removed
                }
                Found::File(_) => {
                    Fate::LeftAlone("it was changed since it was written, and is no longer needed")
                }
                Found::InTheWay(why) => Fate::LeftAlone(why),
            };
            self.fates.push((path, fate));
        }
        Ok(())
    }

    /// Removes a file, and the folders below ours that it leaves empty.
    fn remove(&self, path: &str) -> Result<(), Trouble> {
        let full = self.dir.join(path);
        fs::remove_file(&full).map_err(|e| Trouble::write(&full.display().to_string(), &e))?;
        let mut parent = Path::new(path).parent();
        while let Some(folder) = parent.filter(|p| !p.as_os_str().is_empty()) {
            // A folder that holds something else refuses, and stays.
            if fs::remove_dir(self.dir.join(folder)).is_err() {
                break;
            }
            parent = folder.parent();
        }
        Ok(())
    }

    fn list(&self, before: &Manifest) -> Result<(), Trouble> {
        if self.manifest == *before {
            return Ok(());
        }
        let path = Manifest::path(self.dir);
        disk::write(&path, self.manifest.text().as_bytes(), false)
            .map_err(|e| Trouble::write(&path.display().to_string(), &e))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Line;

    fn file(path: &str, text: &str) -> File {
        let lines = vec![Line { text: text.to_owned(), place: None }];
        File { path: path.to_owned(), language: Language::Bash, lines }
    }

    fn fates(dir: &Path, files: &[File], tools: &[Tool]) -> Vec<(String, Fate)> {
        put(dir, files, tools).unwrap_or_else(|e| panic!("{e}"))
    }

    #[test]
    fn a_second_export_replaces_only_what_it_wrote() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("out");
        let read = |path: &str| fs::read_to_string(dir.join(path)).unwrap();
        fs::create_dir_all(dir.join("terraform")).unwrap();
        fs::write(dir.join("terraform/main.tf"), "mine\n").unwrap();

        let first =
            [file("cli/create.sh", "one"), file("api/create.sh", "one"), file("terraform/main.tf", "one")];
        let foreign = Fate::LeftAlone("it was not written by an export");
        assert_eq!(
            fates(&dir, &first, &Tool::ALL).into_iter().map(|(_, f)| f).collect::<Vec<_>>(),
            [Fate::Written, Fate::Written, foreign]
        );
        assert_eq!(read("terraform/main.tf"), "mine\n");
        assert_eq!(
            Manifest::read(&dir).unwrap().0.into_keys().collect::<Vec<_>>(),
            ["api/create.sh", "cli/create.sh"]
        );

        fs::write(dir.join("api/create.sh"), "changed\n").unwrap();
        let second = [file("cli/create.sh", "two"), file("api/create.sh", "two")];
        let changed = Fate::LeftAlone("it was changed since it was written");
        assert_eq!(
            fates(&dir, &second, &Tool::ALL).into_iter().map(|(_, f)| f).collect::<Vec<_>>(),
            [Fate::Written, changed]
        );
        assert_eq!((read("cli/create.sh").as_str(), read("api/create.sh").as_str()), ("two\n", "changed\n"));

        // Still changed on the third export; as it was once put back.
        assert_eq!(fates(&dir, &second, &Tool::ALL)[1].1, changed);
        fs::write(dir.join("api/create.sh"), "one\n").unwrap();
        assert_eq!(fates(&dir, &second, &Tool::ALL)[1].1, Fate::Written);
        assert_eq!(fates(&dir, &second, &Tool::ALL)[1].1, Fate::Unchanged);
    }

    #[test]
    fn what_is_no_longer_exported_is_removed_for_the_same_tools_only() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path();
        let first = [
            file("cli/1-us-south/create.sh", "one"),
            file("api/create.sh", "one"),
            file("terraform/old.tf", "one"),
            file("terraform/edited.tf", "one"),
        ];
        fates(dir, &first, &Tool::ALL);
        fs::write(dir.join("terraform/edited.tf"), "changed\n").unwrap();

        assert_eq!(
            fates(dir, &[file("cli/create.sh", "two")], &[Tool::Cli]),
            [
                ("cli/create.sh".to_owned(), Fate::Written),
                ("cli/1-us-south/create.sh".to_owned(), Fate::Removed),
            ]
        );
        assert!(!dir.join("cli/1-us-south").exists());
        assert!(dir.join("api/create.sh").exists() && dir.join("terraform/old.tf").exists());

        let kept = Fate::LeftAlone("it was changed since it was written, and is no longer needed");
        assert_eq!(
            fates(dir, &[], &[Tool::Terraform]),
            [("terraform/edited.tf".to_owned(), kept), ("terraform/old.tf".to_owned(), Fate::Removed),]
        );
        assert_eq!(fs::read_to_string(dir.join("terraform/edited.tf")).unwrap(), "changed\n");
    }

    #[test]
    fn nothing_outside_the_folder_is_touched() {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("out");
        let error = put(&dir, &[file("../cli/create.sh", "x")], &Tool::ALL).unwrap_err().to_string();
        assert!(error.contains("../cli/create.sh"), "{error}");
        assert!(!dir.exists());

        fs::create_dir(&dir).unwrap();
        let forged =
            "{\"vpe_planner_manifest\": 1, \"files\": [{\"path\": \"../victim\", \"sha256\": \"0\"}]}";
        fs::write(Manifest::path(&dir), forged).unwrap();
        assert!(put(&dir, &[], &Tool::ALL).unwrap_err().to_string().contains("../victim"));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let temp = tempfile::tempdir().unwrap();
        let (dir, outside) = (temp.path().join("out"), temp.path().join("outside"));
        fs::create_dir(&dir).unwrap();
        fs::create_dir(&outside).unwrap();
        std::os::unix::fs::symlink(&outside, dir.join("cli")).unwrap();
        let link = Fate::LeftAlone("a link is in its way");
        assert_eq!(fates(&dir, &[file("cli/create.sh", "x")], &Tool::ALL)[0].1, link);
        assert_eq!(fs::read_dir(&outside).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn scripts_can_be_run() {
        use std::os::unix::fs::PermissionsExt;
        let temp = tempfile::tempdir().unwrap();
        fates(temp.path(), &[file("cli/create.sh", "x")], &Tool::ALL);
        let mode = fs::metadata(temp.path().join("cli/create.sh")).unwrap().permissions().mode();
        assert_eq!(mode & 0o100, 0o100, "{mode:o}");
    }
}
