//! `docs/facts.md`: what is named there exists, and no rule is missing.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

use std::collections::BTreeSet;
use std::path::PathBuf;
use vpe_planner::rules::{self, RULES};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The rows: line number, fact, and what honours it.
fn rows() -> Vec<(usize, String, String)> {
    let text = std::fs::read_to_string(root().join("docs/facts.md")).unwrap();
    let mut rows = Vec::new();
    for (n, line) in text.lines().enumerate().filter(|(_, l)| l.starts_with('|')) {
        let cells: Vec<_> = line.trim_matches('|').split(" | ").map(|c| c.trim().to_owned()).collect();
        if line.starts_with("|---") || cells[0] == "Fact" {
            continue;
        }
        let [fact, honoured] = &cells[..] else { panic!("line {}: two cells: {line}", n + 1) };
        rows.push((n + 1, fact.clone(), honoured.clone()));
    }
    rows
}

/// What stands in backticks behind a word: ``rule `CODE` ``.
fn named<'t>(text: &'t str, word: &str) -> Vec<&'t str> {
    let mark = format!("{word} `");
    text.split(mark.as_str()).skip(1).map(|rest| rest.split('`').next().unwrap_or_default()).collect()
}

/// Whether a file has a test of this name.
fn has_test(path: &str, name: &str) -> bool {
    let text = std::fs::read_to_string(root().join(path)).unwrap_or_default();
    let function = format!("fn {name}(");
    text.split("#[test]").skip(1).any(|after| {
        let head: String = after.lines().take_while(|l| !l.contains('{')).collect();
        let line = after.lines().find(|l| l.contains("fn ")).unwrap_or_default();
        head.contains(&function) || line.contains(&function)
    })
}

#[test]
fn each_row_is_honoured_by_something_that_exists() {
    let rows = rows();
    assert!(rows.len() >= 120, "{} rows", rows.len());
    let mut facts = BTreeSet::new();
    for (line, fact, honoured) in &rows {
        assert!(facts.insert(fact), "line {line}: the same fact twice");
        assert!(fact.ends_with('.') && fact.len() > 15, "line {line}: a fact is a sentence");
        let (codes, tests) = (named(honoured, "rule"), named(honoured, "test"));
        let open = honoured.starts_with("no plan can") || honoured.starts_with("not modelled yet: ");
        assert!(open || !codes.is_empty() || !tests.is_empty(), "line {line}: {honoured:?} honours nothing");
        for code in codes {
            assert!(rules::rule(code).is_some(), "line {line}: no rule {code}");
        }
        for test in tests {
            let (path, name) = test.split_once("::").unwrap_or_else(|| panic!("line {line}: {test}"));
            assert!(has_test(path, name), "line {line}: no test {test}");
        }
    }
}

#[test]
fn each_rule_honours_a_fact() {
    let rows = rows();
    let named: BTreeSet<&str> = rows.iter().flat_map(|(_, _, h)| named(h, "rule")).collect();
    let missing: Vec<_> = RULES.iter().map(|r| r.code).filter(|c| !named.contains(c)).collect();
    assert!(missing.is_empty(), "rules that no fact names: {missing:?}");
}

#[test]
fn what_does_not_exist_is_no_test() {
    assert!(has_test("tests/facts.rs", "what_does_not_exist_is_no_test"));
    assert!(!has_test("tests/facts.rs", "has_test"), "a function that is no test");
    assert!(!has_test("tests/gone.rs", "gone"));
}
