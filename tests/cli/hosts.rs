//! What code hosts are told: SARIF and GitHub's workflow commands.

use super::{plan, program, run, synthetic};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use vpe_planner::plan as plans;
use vpe_planner::rules::{RULES, Severity};

/// A log that holds to the standard, read.
fn sarif(text: &str) -> Value {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli/sarif.schema.json");
    let schema: Value = serde_json::from_str(&fs::read_to_string(schema).unwrap()).unwrap();
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let log: Value = serde_json::from_str(text).unwrap();
    let faults: Vec<_> = validator.iter_errors(&log).map(|e| format!("{}: {e}", e.instance_path())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    log
}

/// Runs `check --format` on `plan.json` of a folder.
fn check(folder: &Path, format: &str, more: &[&str]) -> super::Run {
    run(program(folder, ["check", "plan.json", "--format", format]).args(more))
}

/// The text of a file that a physical location marks.
fn marked(text: &str, location: &Value) -> String {
    let region = &location["physicalLocation"]["region"];
    let number = |name: &str| usize::try_from(region[name].as_u64().unwrap()).unwrap();
    let line: Vec<u16> = text.lines().nth(number("startLine") - 1).unwrap().encode_utf16().collect();
    String::from_utf16(&line[number("startColumn") - 1..number("endColumn") - 1]).unwrap()
}

/// Two gateways at one address, and a word in a name that is no ASCII.
fn clash() -> tempfile::TempDir {
    let folder = plan(&[]);
    let path = folder.path().join("plan.json");
    fs::write(&path, plans::write(&synthetic::faulty(20))).unwrap();
    folder
}

#[test]
fn a_log_lists_every_rule_with_its_help() {
    let folder = plan(&[]);
    let run = check(folder.path(), "sarif", &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let log = sarif(&run.out);
    let driver = &log["runs"][0]["tool"]["driver"];
    assert_eq!((&driver["name"], &driver["semanticVersion"]), (&json!("VPE Planner"), &json!("0.1.0")));
    let rules = driver["rules"].as_array().unwrap();
    assert_eq!(rules.len(), RULES.len());
    for (listed, rule) in rules.iter().zip(RULES) {
        assert_eq!(listed["id"], rule.code);
        assert!(listed["help"]["text"].as_str().unwrap().contains(rule.source.url), "{listed}");
        assert_eq!(listed["helpUri"], rule.source.url);
        let (level, severity) = match rule.severity {
            Severity::Error => ("error", "error"),
            Severity::Warning => ("warning", "warning"),
            Severity::Advice => ("note", "recommendation"),
        };
        assert_eq!(listed["defaultConfiguration"]["level"], level);
        assert_eq!(listed["properties"]["problem.severity"], severity);
    }
    assert_eq!(log["runs"][0]["results"], json!([]));
    assert_eq!(log["runs"][0]["invocations"], json!([{"executionSuccessful": true}]));
}

#[test]
fn results_stand_at_their_lines_with_the_other_party_beside_them() {
    let folder = clash();
    let text = fs::read_to_string(folder.path().join("plan.json")).unwrap();
    let run = check(folder.path(), "sarif", &[]);
    assert_eq!(run.code, Some(1), "{}", run.err);
    let log = sarif(&run.out);
    let results = log["runs"][0]["results"].as_array().unwrap();
    let report: Value = serde_json::from_str(&check(folder.path(), "json", &[]).out).unwrap();
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(results.len(), findings.len());
    assert_eq!(findings.len(), 30, "three addresses of each of ten gateways are taken");
    for (result, finding) in results.iter().zip(findings) {
        assert_eq!((&result["ruleId"], &result["level"]), (&finding["code"], &json!("error")));
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], result["ruleId"]);
        let message = result["message"]["text"].as_str().unwrap();
        assert!(message.starts_with(finding["message"].as_str().unwrap()), "{message}");
        assert!(message.contains("\nFix: "), "{message}");
        assert_eq!(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "plan.json");

        let related = result["relatedLocations"].as_array().unwrap();
        let places: Vec<_> = result["locations"].as_array().unwrap().iter().chain(related).collect();
        assert_eq!(places.len(), finding["places"].as_array().unwrap().len());
        let values: Vec<_> = places.iter().map(|place| marked(&text, place)).collect();
        assert!(values[0].starts_with("\"10.") && values.iter().all(|v| *v == values[0]), "{values:?}");
        let lines: Vec<_> = places.iter().map(|p| &p["physicalLocation"]["region"]["startLine"]).collect();
        assert_ne!(lines[0], lines[1]);
        for (place, finding) in places.iter().zip(finding["places"].as_array().unwrap()) {
            assert_eq!(place["logicalLocations"], json!([{"fullyQualifiedName": finding["path"]}]));
        }
        let label = related[0]["message"]["text"].as_str().unwrap();
        assert!(message.contains(&format!("[{label}](1)")), "{message}");
        assert_eq!(related[0]["id"], 1);
    }
}

/// Fingerprints of a plan, by the rule and the place.
fn fingerprints(folder: &Path) -> Vec<(String, String)> {
    let log = sarif(&check(folder, "sarif", &[]).out);
    let results = log["runs"][0]["results"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut all: Vec<_> = results
        .iter()
        .map(|r| {
            let place = &r["locations"][0]["logicalLocations"][0]["fullyQualifiedName"];
            (text(place), text(&r["partialFingerprints"]["vpePlannerFinding/v1"]))
        })
        .collect();
    all.sort();
    all
}

#[test]
fn fingerprints_stay_while_lines_move_and_names_change() {
    let folder = clash();
    let path = folder.path().join("plan.json");
    let before = fingerprints(folder.path());
    let distinct: std::collections::BTreeSet<_> = before.iter().map(|(_, print)| print).collect();
    assert_eq!(distinct.len(), before.len(), "each finding has its own");

    let text = fs::read_to_string(&path).unwrap();
    let named = text.replace("\"name\": \"secrets-", "\n\n\"name\": \"keys-");
    assert_ne!(text, named);
    fs::write(&path, named).unwrap();
    assert_eq!(fingerprints(folder.path()), before);
}

#[test]
fn findings_of_one_place_have_fingerprints_of_their_own() {
    let folder =
        plan(&[("\"name\": \"app-cos\",", "\"name\": \"app-cos\", \"tags\": [\"a b,c\", \"d e,f\"],")]);
    let of_tags: Vec<_> =
        fingerprints(folder.path()).into_iter().filter(|(place, _)| place.ends_with("/tags")).collect();
    assert_eq!(of_tags.len(), 2, "{of_tags:?}");
    let numbers: Vec<_> = of_tags.iter().map(|(_, print)| print.rsplit_once(':').unwrap()).collect();
    assert_eq!(numbers[0].0, numbers[1].0);
    assert_eq!((numbers[0].1, numbers[1].1), ("1", "2"));
}

#[test]
fn names_of_people_are_text_to_code_hosts() {
    let hostile = r#"x](https://evil.example) [{0}\n::error::forged%0A,title=forged"#;
    let folder = plan(&[("\"name\": \"app-cos\"", &format!("\"name\": \"{hostile}\""))]);
    let log = sarif(&check(folder.path(), "sarif", &[]).out);
    let message = log["runs"][0]["results"][0]["message"]["text"].as_str().unwrap();
    assert!(
        message.contains(r"x\](https://evil.example) \[{{0}}\\n::error::forged%0A,title=forged"),
        "{message}"
    );

    let run = check(folder.path(), "github", &[]);
    assert!(run.out.contains("forged%250A,title=forged"), "{}", run.out);
    let (commands, rest): (Vec<_>, Vec<_>) = run.out.lines().partition(|line| line.starts_with("::"));
    assert!(!commands.is_empty() && rest.len() == 1, "{}", run.out);
    for command in commands {
        let properties = command.split("::").nth(1).unwrap();
        assert!(properties.starts_with("error file=plan.json,line="), "{command}");
        assert!(!properties.contains("forged"), "{command}");
    }
}

#[test]
fn a_step_prints_what_github_takes_and_counts_the_rest() {
    let folder = clash();
    let run = check(folder.path(), "github", &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    assert_eq!(run.out.lines().filter(|line| line.starts_with("::error ")).count(), 10);
    assert_eq!(
        run.out.lines().last(),
        Some(
            "30 errors, 0 warnings, 0 advice; not shown above, as GitHub takes 10 of each from a step: \
             20 errors, 0 warnings, 0 advice"
        )
    );
    assert_eq!(run.out.lines().count(), 11);
}

#[test]
fn advice_is_a_notice_and_fails_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/mixed.json");
    fs::copy(example, folder.path().join("plan.json")).unwrap();
    let run = check(folder.path(), "github", &["--fail-on", "warning"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    let (notices, rest): (Vec<_>, Vec<_>) =
        run.out.lines().partition(|line| line.starts_with("::notice file="));
    assert!(!notices.is_empty(), "{}", run.out);
    assert_eq!(rest, [format!("0 errors, 0 warnings, {} advice", notices.len())]);
}

#[test]
fn the_plans_path_is_as_given_or_as_told() {
    let folder = plan(&[("10.240.8.4", "10.240.8")]);
    let path = folder.path().join("plan.json");
    let file = |run: super::Run| {
        let (_, rest) = run.out.split_once("file=").unwrap();
        rest.split_once(',').unwrap().0.to_owned()
    };
    assert_eq!(file(check(folder.path(), "github", &[])), "plan.json");
    assert_eq!(file(check(folder.path(), "github", &["--path", "a/b:c.json"])), "a/b%3Ac.json");
    let absolute = run(program(folder.path(), ["check", "--format", "github"]).arg(&path));
    assert_eq!(file(absolute), "plan.json");
    let stdin = || fs::File::open(&path).unwrap();
    let piped = ["check", "-", "--format", "github"];
    assert_eq!(file(run(program(folder.path(), piped).stdin(stdin()))), "plan.json");
    let named = run(program(folder.path(), piped).args(["--path", "nets/a.json"]).stdin(stdin()));
    assert_eq!(file(named), "nets/a.json");
}

#[test]
fn after_a_fix_the_lines_are_those_of_the_file_as_it_is_then() {
    // The block is mended, which writes the plan anew; the address is left.
    let folder = plan(&[("10.240.8.0/26", "10.240.8.1/26"), ("10.240.72.4", "10.240.72")]);
    let path = folder.path().join("plan.json");
    let written = fs::read_to_string(&path).unwrap();
    fs::write(&path, written.replace('\n', "\n\n")).unwrap();
    let run = check(folder.path(), "sarif", &["--fix"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let log = sarif(&run.out);
    let results = log["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1, "{}", run.out);
    let mended = fs::read_to_string(&path).unwrap();
    assert_eq!(marked(&mended, &results[0]["locations"][0]), "\"10.240.72\"");
}

#[test]
fn a_plan_that_cannot_be_read_is_told_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.json"), "{\"vpe_planner\": 1,\n\"plan\": {\n").unwrap();
    let sentence =
        "vpe-planner: plan.json: line 2: the file is cut off: it ends before its last bracket is closed\n";
    let github = check(folder.path(), "github", &[]);
    assert_eq!((github.code, github.err.as_str()), (Some(2), sentence));
    assert!(github.out.starts_with("::error file=plan.json,line=2,"), "{}", github.out);
    assert_eq!(github.out.lines().count(), 1);

    let run = check(folder.path(), "sarif", &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(2), sentence));
    let log = sarif(&run.out);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notification = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notification["locations"][0]["physicalLocation"]["region"]["startLine"], 2);
    assert!(notification["message"]["text"].as_str().unwrap().contains("cut off"));
}
