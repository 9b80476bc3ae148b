//! The jobs of docs/ci.md: their commands do what is said of them.

use super::{program, run, support};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The commands of a job, in order, without those that install something.
fn commands(heading: &str) -> Vec<String> {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ci.md")).unwrap();
    let (_, section) = text.split_once(heading).unwrap_or_else(|| panic!("no {heading}"));
    let job = section.split("```").nth(1).and_then(|job| job.strip_prefix("yaml\n")).unwrap();
    let mut commands: Vec<String> = Vec::new();
    // GitLab's commands are items of `script`, GitHub's are values of `run`; what is
    // indented further belongs to the command before.
    let (mut inside, mut depth) = (heading.contains("GitHub"), usize::MAX);
    for line in job.lines() {
        let text = line.trim_start();
        let indent = line.len() - text.len();
        if indent > depth {
            let last = commands.last_mut().unwrap();
            last.push('\n');
            last.push_str(text);
            continue;
        }
        depth = usize::MAX;
        if !heading.contains("GitHub") && text.ends_with(':') && !text.starts_with('-') {
            inside = text == "script:" || text == "before_script:";
        }
        let start = if heading.contains("GitHub") { "run: " } else { "- " };
        if let Some(command) = text.strip_prefix(start).filter(|_| inside) {
            commands.push(command.trim_start_matches('|').trim_start().to_owned());
            depth = indent;
        }
    }
    let installs = ["apt-get", "cargo install", "export PATH"];
    commands.retain(|command| !installs.iter().any(|install| command.contains(install)));
    commands
}

/// Runs a command of a job as its runner does, with the program on its path.
fn step(folder: &Path, command: &str) -> super::Run {
    let binary = PathBuf::from(env!("CARGO_BIN_EXE_vpe-planner"));
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", binary.parent().unwrap().display());
    let mut bash = Command::new("bash");
    bash.args(["-eo", "pipefail", "-c", command]).current_dir(folder).env("PATH", path);
    run(&mut bash)
}

/// How each command of a job ends.
fn ends(folder: &Path, commands: &[String]) -> Vec<Option<i32>> {
    commands.iter().map(|command| step(folder, command).code).collect()
}

/// A repository with a plan and its exports.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("network")).unwrap();
    let template = run(&mut program(folder.path(), ["new", "object-storage"])).out;
    fs::write(folder.path().join("network/plan.json"), template).unwrap();
    let export = run(&mut program(folder.path(), ["export", "network/plan.json", "--to", "network/export"]));
    assert_eq!(export.code, Some(0), "{export:?}");
    folder
}

fn change(folder: &Path, from: &str, to: &str) {
    let path = folder.join("network/plan.json");
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn the_github_job_checks_compares_and_reports() {
    let commands = commands("## GitHub Actions");
    let [check, compare, sarif] = &commands[..] else { panic!("{commands:#?}") };
    assert!(check.contains("--format github") && compare.contains("--check") && sarif.contains("sarif"));
    let folder = repository();
    let at = folder.path();
    assert_eq!(ends(at, &commands), [Some(0), Some(0), Some(0)]);

    change(at, "\"name\": \"app-cos\"", "\"name\": \"app-objects\"");
    assert_eq!(ends(at, &commands), [Some(0), Some(1), Some(0)], "the exports are stale");

    change(at, "10.240.72.4", "10.240.72");
    assert_eq!(ends(at, &commands), [Some(1), Some(1), Some(0)], "the plan has an error");
    let log: Value = serde_json::from_slice(&fs::read(at.join("vpe-planner.sarif")).unwrap()).unwrap();
    let location = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "network/plan.json");

    fs::write(at.join("network/plan.json"), "{").unwrap();
    assert_eq!(ends(at, &commands), [Some(2), Some(2), Some(1)], "the plan cannot be read");
}

#[test]
fn the_gitlab_job_makes_the_report_that_merge_requests_show() {
    if !support::tool("the_gitlab_job_makes_the_report_that_merge_requests_show", "jq") {
        return;
    }
    let commands = commands("## GitLab CI");
    assert_eq!(commands.len(), 4, "{commands:#?}");
    let folder = repository();
    let at = folder.path();
    assert_eq!(ends(at, &commands), [Some(0); 4]);
    let report = || {
        serde_json::from_slice::<Value>(&fs::read(at.join("gl-code-quality-report.json")).unwrap()).unwrap()
    };
    assert_eq!(report(), json!([]));

    change(at, "10.240.72.4", "10.240.72");
    assert_eq!(ends(at, &commands), [Some(0), Some(0), Some(1), Some(1)]);
    let plan = fs::read_to_string(at.join("network/plan.json")).unwrap();
    let line = 1 + plan.lines().position(|line| line.contains("\"10.240.72\"")).unwrap();
    let report = report();
    let issue = &report[0];
    assert_eq!(report.as_array().unwrap().len(), 1, "{report}");
    assert_eq!((&issue["check_name"], &issue["severity"]), (&json!("value-malformed"), &json!("critical")));
    assert_eq!(issue["location"], json!({"path": "network/plan.json", "lines": {"begin": line}}));
    assert!(issue["description"].as_str().unwrap().contains("10.240.72"), "{issue}");
    assert!(issue["fingerprint"].as_str().unwrap().len() > 30, "{issue}");
}
