//! The exports of the example plans: what they say, and that their languages take it.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[allow(dead_code, reason = "each test binary uses its part of what is shared")]
mod support;

use stand_ins::mutants::Allows;
use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::process::Command;
use support::{EXAMPLES, OF_EVERY_KIND, example, example_text, root, tool};
use vpe_planner::export::{File, Language, Tool};
use vpe_planner::plan;
use vpe_planner::steps::Step;
use vpe_planner::{handover, rules, steps};

fn files(name: &str) -> Vec<File> {
    let (plan, model) = example(name);
    handover::files(&plan, &model, &rules::check(&model), &Tool::ALL)
}

/// Writes the files of an example into a new folder.
fn written(name: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files(name) {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.text()).unwrap();
    }
    folder
}

fn golden_files(folder: &Path, below: &Path, found: &mut BTreeMap<String, String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            golden_files(&path, below, found);
        } else {
            let name = path.strip_prefix(below).unwrap().to_str().unwrap().to_owned();
            found.insert(name, std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Rewritten with `UPDATE_EXPECT=1`, but for what is written by hand beside them.
#[test]
fn exports_are_the_golden_files() {
    for name in EXAMPLES {
        let golden = root().join("tests/golden").join(name);
        let now: BTreeMap<String, String> = files(name).iter().map(|f| (f.path.clone(), f.text())).collect();
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            for tool in Tool::ALL {
                let _ = std::fs::remove_dir_all(golden.join(tool.folder()));
            }
            for (path, text) in &now {
                let path = golden.join(path);
                std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                std::fs::write(path, text).unwrap();
            }
        }
        let mut committed = BTreeMap::new();
        golden_files(&golden, &golden, &mut committed);
        committed.retain(|path, _| !["seed.json", "expected.json"].contains(&path.as_str()));
        assert_eq!(
            committed.keys().collect::<Vec<_>>(),
            now.keys().collect::<Vec<_>>(),
            "{name}: files; UPDATE_EXPECT=1 rewrites them"
        );
        for (path, text) in &now {
            assert!(committed[path] == *text, "{name}/{path} differs; UPDATE_EXPECT=1 rewrites it");
        }
    }
}

/// The code of each gateway as the page shows it, kept beside the golden files.
#[test]
fn excerpts_are_the_golden_files() {
    for name in ["key-protect", "mixed", "adopted"] {
        let (plan, model) = example(name);
        let findings = rules::check(&model);
        for gateway in &plan.gateways {
            for tool in Tool::ALL {
                let lines = handover::excerpt(&model, &findings, tool, &gateway.key);
                assert!(lines.iter().all(|line| !line.text.contains('\n')));
                let text: String = lines.into_iter().map(|line| line.text + "\n").collect();
                let file = format!("{}.{}.txt", gateway.key, tool.folder());
                let path = root().join("tests/golden/excerpts").join(name).join(file);
                if std::env::var_os("UPDATE_EXPECT").is_some() {
                    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                    std::fs::write(&path, &text).unwrap();
                }
                let committed = std::fs::read_to_string(&path).unwrap_or_default();
                assert!(committed == text, "{} differs; UPDATE_EXPECT=1 rewrites it", path.display());
            }
        }
    }
}

#[test]
fn examples_are_written_as_the_planner_writes_and_are_clean() {
    for name in EXAMPLES {
        let (plan, model) = example(name);
        assert_eq!(plan::write(&plan), example_text(name), "{name}");
        let findings = rules::check(&model);
        let said: Vec<_> = findings.iter().map(|f| (f.rule.code, &f.title)).collect();
        assert!(rules::Counts::of(&findings).is_clean(), "{name}: {said:?}");
    }
}

#[test]
fn lines_hold_no_line_feeds_and_places_are_in_the_plan() {
    for name in EXAMPLES {
        let (plan, _) = example(name);
        for file in files(name) {
            for line in &file.lines {
                assert!(!line.text.contains('\n'), "{name}/{}: {:?}", file.path, line.text);
                if let Some(place) = &line.place {
                    assert!(plan.has(&place.object), "{name}/{}: {place:?}", file.path);
                }
            }
        }
    }
}

#[test]
fn bash_and_shellcheck_take_the_scripts() {
    let test = "bash_and_shellcheck_take_the_scripts";
    let shellcheck = tool(test, "shellcheck");
    for name in EXAMPLES {
        let folder = written(name);
        for file in files(name).iter().filter(|f| f.language == Language::Bash) {
            let path = folder.path().join(&file.path);
            let out = Command::new("bash").arg("-n").arg(&path).output().unwrap();
            assert!(out.status.success(), "{name}: {}", String::from_utf8_lossy(&out.stderr));
            if shellcheck {
                let out = Command::new("shellcheck").arg(&path).output().unwrap();
                assert!(out.status.success(), "{name}: {}", String::from_utf8_lossy(&out.stdout));
            }
        }
    }
}

/// The body of a request is JSON but for the variables, so that who reads it need not
/// know jq.
#[test]
fn bodies_are_json_with_variables() {
    let mut bodies = 0;
    for name in EXAMPLES {
        for file in files(name).iter().filter(|f| f.language == Language::Jq) {
            let text = file.text();
            let filled = text.lines().map(|line| match line.split_once('$') {
                Some((before, rest)) => {
                    let end =
                        rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                    format!("{before}\"{}\"{}", &rest[..end], &rest[end..])
                }
                None => line.to_owned(),
            });
            let filled: serde_json::Value = serde_json::from_str(&filled.collect::<String>())
                .unwrap_or_else(|e| panic!("{name}/{}: {e}", file.path));
            assert!(filled.is_object());
            bodies += 1;
        }
    }
    assert!(bodies > 20, "{bodies}");
}

#[test]
fn terraform_fmt_changes_nothing() {
    if !tool("terraform_fmt_changes_nothing", "terraform") {
        return;
    }
    for name in EXAMPLES {
        let folder = written(name);
        let out = Command::new("terraform")
            .args(["fmt", "-check", "-recursive", "-diff"])
            .current_dir(folder.path())
            .env("CHECKPOINT_DISABLE", "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
        assert!(out.status.success(), "{name}: {said}");
    }
}

/// The Terraform files of each run of an example, by root folder.
fn roots(name: &str) -> BTreeMap<String, Vec<(String, String)>> {
    let mut roots: BTreeMap<String, Vec<_>> = BTreeMap::new();
    for file in files(name).iter().filter(|f| f.language == Language::Hcl) {
        let (root, file_name) = file.path.rsplit_once('/').unwrap();
        roots.entry(root.to_owned()).or_default().push((file_name.to_owned(), file.text()));
    }
    roots
}

#[test]
fn terraform_says_only_what_the_provider_has_and_every_mutant_is_refused() {
    for name in EXAMPLES {
        for (root, files) in roots(name) {
            let files: Vec<(&str, &str)> = files.iter().map(|(n, t)| (n.as_str(), t.as_str())).collect();
            let refusals = stand_ins::terraform::check(&files).err().unwrap_or_default();
            assert_eq!(refusals, [], "{name}/{root}");
            let allows = Allows::of_the_reference()
                .and(
                    "output",
                    &["drop value.*", "misspell value.*", "drop the block"],
                    "the keys of an output's value are its author's own",
                )
                .and(
                    "data.*",
                    &["drop lifecycle", "drop lifecycle.*", "repeat lifecycle.postcondition"],
                    "lifecycle and postcondition are of the language, in data as in resources",
                )
                .and(
                    "import",
                    &["drop the block"],
                    "what is not imported is made, which is an act of its own",
                );
            let survivors = stand_ins::terraform::surviving_mutants(&files, &allows);
            assert_eq!(survivors, [], "{name}/{root}");
        }
    }
}

#[test]
fn hcl_parses() {
    for name in EXAMPLES {
        for file in files(name).iter().filter(|f| f.language == Language::Hcl) {
            let body: Result<hcl::Body, _> = hcl::from_str(&file.text());
            assert!(body.is_ok(), "{name}/{}: {body:?}", file.path);
        }
    }
}

#[test]
fn some_examples_have_every_kind_of_step_that_all_have() {
    let kinds = |names: &[&str]| {
        let runs = names.iter().flat_map(|name| steps::runs(&example(name).1));
        let kind = |step: &Step| std::mem::discriminant(step.plain());
        runs.flat_map(|run| run.steps).map(|step| kind(&step)).collect::<HashSet<_>>()
    };
    assert_eq!(kinds(OF_EVERY_KIND), kinds(EXAMPLES));
}
