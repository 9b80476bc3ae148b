//! The forms that programs rely on: JSON, exit codes, and every command in one run.

use super::{plan, program, run};
use serde_json::Value;
use std::ffi::OsString;
use std::io::Read;
use vpe_planner::cli::{self, Exit};
use vpe_planner::plan::TEMPLATES;
use vpe_planner::rules;

/// Runs the command line in this process.
fn call(args: &[&str], mut input: &[u8]) -> (Exit, String, String) {
    let args = ["vpe-planner"].iter().chain(args).map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = cli::main(args, &mut input, &mut out, &mut err);
    (exit, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

/// The keys of a JSON object, in the order of the text.
fn keys(text: &str) -> Vec<String> {
    text.lines()
        .filter_map(|line| line.trim_start().strip_prefix('"')?.split_once("\":"))
        .map(|(key, _)| key.to_owned())
        .collect()
}

#[test]
fn findings_have_the_documented_keys_in_their_order() {
    let folder = plan(&[("10.240.8.4", "10.240.8")]);
    let run = run(&mut program(folder.path(), ["check", "--format", "json", "plan.json"]));
    assert_eq!((run.code, run.err.as_str()), (Some(1), ""));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["errors"], 1, "{}", run.out);
    let finding = &report["findings"][0];
    assert_eq!(finding["code"], "value-malformed");
    assert_eq!(finding["severity"], "error");
    assert_eq!(finding["places"][0]["path"], "gateways/app-cos/addresses/us-south-1/address");
    assert_eq!(finding["fix"], Value::Null);
    assert_eq!(report.as_object().unwrap().len(), 4);
    assert_eq!(
        keys(&run.out)[..12],
        [
            "findings", "code", "severity", "places", "path", "label", "message", "source", "title", "url",
            "date", "fix"
        ]
    );
    assert_eq!(keys(&run.out)[keys(&run.out).len() - 3..], ["errors", "warnings", "advice"]);
}

#[test]
fn a_fix_is_its_title() {
    let folder = plan(&[("10.240.8.0/26", "10.240.8.1/26")]);
    let run = run(&mut program(folder.path(), ["check", "--format=json", "plan.json"]));
    let report: Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(report["findings"][0]["fix"], serde_json::json!({"title": "Use 10.240.8.0/26"}));
}

#[test]
fn every_rule_is_listed_and_explained() {
    let (exit, out, _) = call(&["rules", "--format", "json"], b"");
    assert_eq!(exit, Exit::Fine);
    let listed: Vec<Value> = serde_json::from_str(&out).unwrap();
    let (_, text, _) = call(&["rules"], b"");
    assert_eq!(text.lines().count(), listed.len());
    assert!(listed.len() >= 2);
    for (listed, line) in listed.iter().zip(text.lines()) {
        let code = listed["code"].as_str().unwrap();
        let rule = rules::rule(code).unwrap_or_else(|| panic!("no rule {code}"));
        assert!(line.starts_with(code) && line.ends_with(rule.summary), "{line}");
        let (exit, out, err) = call(&["explain", code], b"");
        assert_eq!((exit, err.as_str()), (Exit::Fine, ""));
        assert!(out.contains(rule.summary) && out.contains(rule.source.url), "{out}");
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>().join(" ");
        assert!(words(&out).contains(&words(rule.explanation)), "{out}");
    }
}

#[test]
fn templates_are_plans_without_syntax_to_mend() {
    for template in &TEMPLATES {
        let (exit, text, err) = call(&["new", template.id], b"");
        assert_eq!((exit, text.as_str(), err.as_str()), (Exit::Fine, template.text, ""));
        let (exit, _, err) = call(&["check", "-"], text.as_bytes());
        assert!(exit != Exit::Trouble, "{}: {err}", template.id);
    }
}

#[test]
fn names_cannot_steer_the_terminal() {
    let file = r#"{"vpe_planner": 1, "plan": {"gateways": [
        {"key": "a", "wanted": {"name": "x\u001b]0;owned\u0007\n::error::forged", "vpc": "v",
         "addresses": [{"zone": "\u001b[31mred\r\u202e"}]}}]}}"#;
    let (exit, out, err) = call(&["check", "-"], file.as_bytes());
    assert_eq!((exit, err.as_str()), (Exit::Findings, ""));
    assert!(out.contains("forged"), "{out}");
    let steers = |c: char| c.is_control() && c != '\n' || c == '\u{202e}';
    assert!(!out.contains(steers), "{out:?}");
    assert!(!out.lines().any(|line| line.starts_with("::")), "{out:?}");
}

/// An input that never ends.
struct Endless;

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        buffer.fill(b' ');
        Ok(buffer.len())
    }
}

#[test]
fn an_endless_input_is_given_up() {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let args = ["vpe-planner", "check", "-"].map(OsString::from);
    assert_eq!(cli::main(args, &mut Endless, &mut out, &mut err), Exit::Trouble);
    let err = String::from_utf8(err).unwrap();
    assert_eq!(
        err,
        "vpe-planner: standard input is longer than a plan file can be, which is 16777216 bytes\n"
    );
}
