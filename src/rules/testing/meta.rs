//! What holds of every rule: its texts, its file, its tests.

use super::super::{RULES, Severity, rule};
use crate::catalog::source;
use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

/// At least so many rules relate two objects, each with a fixture for it.
const RELATING: usize = 15;

fn folder() -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "src", "rules"].iter().collect()
}

/// Names of the files that hold a rule each, without their ending.
fn files() -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder()).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let text = if path.is_file() { fs::read_to_string(&path).unwrap() } else { String::new() };
        if text.contains("static RULE: Rule") {
            names.insert(stem);
        }
    }
    names
}

fn text(code: &str) -> String {
    fs::read_to_string(folder().join(code.replace('-', "_") + ".rs")).unwrap()
}

/// A call without line ends and blanks, as far as the code that it names.
fn calls(text: &str, helper: &str, code: &str) -> bool {
    let flat: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut rest = flat.as_str();
    while let Some(at) = rest.find(helper) {
        rest = &rest[at + helper.len()..];
        // Up to the end of the helper's second argument.
        let head: String = rest.chars().take(400).collect();
        if head.contains(&format!("\"{code}\",")) {
            return true;
        }
    }
    false
}

#[test]
fn codes_are_words_with_hyphens_and_unique() {
    let mut seen = BTreeSet::new();
    for rule in RULES {
        let code = rule.code;
        assert!(seen.insert(code), "{code} twice");
        assert!(code.starts_with(|c: char| c.is_ascii_lowercase()), "{code}");
        assert!(code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{code}");
        assert!(!code.ends_with('-') && !code.contains("--"), "{code}");
        assert_eq!(super::super::rule(code), Some(*rule));
    }
    assert_eq!(rule("no-such-rule"), None);
    assert!(RULES.len() >= 30, "{} rules", RULES.len());
}

#[test]
fn each_file_is_a_rule_of_the_list_and_each_rule_a_file() {
    let listed: BTreeSet<String> = RULES.iter().map(|r| r.code.replace('-', "_")).collect();
    assert_eq!(files(), listed);
}

#[test]
fn each_rule_explains_itself_in_sentences() {
    for rule in RULES {
        let code = rule.code;
        assert!(!rule.summary.ends_with('.') && rule.summary.len() > 20, "{code}: the summary is a line");
        assert!(rule.summary.starts_with(char::is_uppercase), "{code}: the summary begins with a capital");
        assert!(rule.explanation.ends_with('.'), "{code}: the explanation ends with a full stop");
        assert!(rule.explanation.starts_with(char::is_uppercase), "{code}: the explanation begins so");
        assert!(rule.explanation.matches(". ").count() >= 1, "{code}: the explanation has sentences");
        for text in [rule.summary, rule.explanation] {
            assert!(!text.contains("  ") && !text.contains('!'), "{code}: {text}");
            for word in ["please", "successfully", "oops"] {
                assert!(!text.to_lowercase().contains(word), "{code}: {word}");
            }
        }
        assert!(source::ALL.contains(&rule.source), "{code}: the source is one of the catalogue's");
    }
}

#[test]
fn each_rule_has_a_test_that_triggers_it_and_one_that_does_not() {
    for rule in RULES {
        let text = text(rule.code);
        let triggered = ["triggers(", "triggers_on(", "relates("].iter().any(|h| calls(&text, h, rule.code));
        assert!(triggered, "{}: no test triggers it", rule.code);
        let silent = ["silent(", "silent_on("].iter().any(|h| calls(&text, h, rule.code));
        let relates = calls(&text, "relates(", rule.code);
        assert!(silent || relates, "{}: no test shows where it is silent", rule.code);
    }
}

#[test]
fn enough_rules_relate_two_objects_of_which_either_alone_is_clean() {
    let relating: Vec<_> =
        RULES.iter().map(|r| r.code).filter(|code| calls(&text(code), "relates(", code)).collect();
    assert!(relating.len() >= RELATING, "{relating:?}");
    for required in [
        "reserved-ip-per-zone",
        "target-taken",
        "endpoints-overlap",
        "address-outside-subnet",
        "address-held",
        "address-taken",
        "reserved-ip-shared",
        "subnet-outside-prefix",
        "subnets-overlap",
        "prefixes-overlap",
        "zone-outside-region",
        "zone-of-subnet",
        "zone-of-prefix",
        "subnet-other-vpc",
        "too-many-groups",
        "group-other-vpc",
        "name-taken",
        "reference-missing",
        "reserved-ip-other-subnet",
        "subnet-full",
        "port-not-admitted",
    ] {
        assert!(relating.contains(&required), "{required} has no fixture for its two objects");
    }
}

#[test]
fn errors_come_first_and_advice_last() {
    let severities: Vec<Severity> = RULES.iter().map(|r| r.severity).collect();
    assert!(severities.is_sorted(), "{severities:?}");
}
