//! What the project's own pages say: commands work, and links lead somewhere.

use super::{program, run};
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// All Markdown files at the root and in docs.
fn pages() -> Vec<PathBuf> {
    let folders = [Path::new(ROOT).to_owned(), Path::new(ROOT).join("docs")];
    let files = folders.iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "md"))
        .collect()
}

#[test]
fn commands_of_the_readme_work_from_a_checkout() {
    let readme = fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let examples = folder.path().join("examples");
    fs::create_dir(&examples).unwrap();
    for example in fs::read_dir(Path::new(ROOT).join("examples")).unwrap() {
        let example = example.unwrap();
        fs::copy(example.path(), examples.join(example.file_name())).unwrap();
    }
    let mut tried = 0;
    for line in readme.lines().filter_map(|line| line.strip_prefix("    cargo run -- ")) {
        tried += 1;
        let words = shlex::split(line).unwrap();
        let args = words.iter().take_while(|word| *word != ">");
        let run = run(&mut program(folder.path(), args));
        assert_eq!(run.code, Some(0), "{line}: {run:?}");
    }
    assert_eq!(tried, 3, "the commands of the section on the terminal");
}

#[test]
fn links_lead_to_files() {
    let (mut tried, mut dead) = (0, Vec::new());
    for page in pages() {
        let text = fs::read_to_string(&page).unwrap();
        let targets =
            text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target);
        for target in targets.filter(|t| !t.contains("://") && !t.starts_with('#')) {
            tried += 1;
            let file = page.parent().unwrap().join(target.split('#').next().unwrap());
            if !file.exists() {
                dead.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert!(dead.is_empty(), "{}", dead.join("\n"));
    assert!(tried > 5, "{tried} links");
}
