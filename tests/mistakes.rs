//! Broken plans: each a clean one with one change, and exactly what is found in it.
//!
//! `tests/mistakes/*.txt` has the rows, `tests/mistakes/plans` the clean plans. From the
//! rows `docs/mistakes.md` is written; `UPDATE_EXPECT=1` writes it anew. The rows
//! themselves are written by hand.

#![allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where")]

#[path = "mistakes/change.rs"]
mod change;
#[path = "mistakes/rows.rs"]
mod rows;

use change::changed;
use rows::{Row, rows};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};
use vpe_planner::rules::{self, Finding, RULES, Severity};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a clean plan: one of this test's own, or an example.
fn base(name: &str) -> String {
    let own = root().join(format!("tests/mistakes/plans/{name}.json"));
    let example = root().join(format!("examples/{name}.json"));
    let path: &Path = if own.exists() { &own } else { &example };
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// What is found in a plan, each as a row writes it: severity, code and places.
fn found(plan: &Plan) -> Vec<String> {
    let line = |f: &Finding| {
        let places: Vec<_> = f.places.iter().map(|p| p.path(plan)).collect();
        format!("{} {} {}", f.rule.severity.name(), f.rule.code, places.join(" "))
    };
    rules::check(&Model::of(plan)).iter().map(line).collect()
}

/// What is found in a row's plan and was not in the clean one.
fn found_anew(row: &Row) -> Result<Vec<String>, String> {
    let text = base(&row.base);
    let mut before = found(&plan::read(&text).map_err(|e| format!("{}: {e}", row.base))?);
    let broken = plan::read(&changed(&text, &row.change)?).map_err(|e| e.to_string())?;
    let mut anew = found(&broken);
    anew.retain(|line| match before.iter().position(|b| b == line) {
        Some(i) => {
            before.swap_remove(i);
            false
        }
        None => true,
    });
    Ok(anew)
}

#[test]
fn each_mistake_is_found_and_nothing_else() {
    let mut wrong = String::new();
    for row in rows() {
        let mut expected = row.findings.clone();
        let mut now = found_anew(&row).unwrap_or_else(|e| vec![format!("cannot be made: {e}")]);
        expected.sort();
        now.sort();
        if expected != now {
            let _ = writeln!(wrong, "{}, {}\n  expected {expected:#?}\n  found {now:#?}", row.at, row.title);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_plans_that_are_changed_are_clean() {
    let mut bases: BTreeSet<String> = rows().into_iter().map(|r| r.base).collect();
    bases.insert("thirty".to_owned());
    assert!(bases.len() >= 10, "{bases:?}");
    let mut shapes = BTreeMap::new();
    for name in &bases {
        let plan = plan::read(&base(name)).unwrap();
        let model = Model::of(&plan);
        let faults: Vec<_> =
            rules::check(&model).into_iter().filter(|f| f.rule.severity != Severity::Advice).collect();
        assert!(faults.is_empty(), "{name}: {faults:#?}");
        let other = shapes.insert(plan::write(&Plan { name: String::new(), ..plan }), name);
        assert_eq!(other, None, "{name} is another plan");
    }
    let thirty = plan::read(&base("thirty")).unwrap();
    assert_eq!((thirty.gateways.len(), thirty.vpcs.len()), (30, 3));
}

#[test]
fn there_are_enough_and_every_rule_is_in_two() {
    let rows = rows();
    assert!(rows.len() >= 150, "{} rows", rows.len());
    let mut seen = BTreeSet::new();
    for row in &rows {
        let change = (&row.base, &row.change);
        assert!(seen.insert(change), "{}: the same change as another row", row.at);
    }
    let finds = |code: &str| {
        let names = |line: &&String| line.split(' ').nth(1) == Some(code);
        rows.iter().filter(|r| r.findings.iter().any(|f| names(&f))).count()
    };
    let few: Vec<_> = RULES.iter().filter(|r| finds(r.code) < 2).map(|r| (r.code, finds(r.code))).collect();
    assert!(few.is_empty(), "in less than two rows: {few:?}");
}

#[test]
fn the_table_of_mistakes_is_written_from_the_rows() {
    let mut text = String::from(
        "# Mistakes\n\nWritten from `tests/mistakes`, where each is made in a clean plan and found. What is found says \
         why and on which document it rests: `vpe-planner explain CODE`.\n",
    );
    let mut theme = String::new();
    for row in rows() {
        if row.theme != theme {
            theme.clone_from(&row.theme);
            let _ = write!(text, "\n## {theme}\n\n| Mistake | Found as | At |\n|---|---|---|\n");
        }
        for (i, finding) in row.findings.iter().enumerate() {
            let mut words = finding.splitn(3, ' ');
            let (severity, code) = (words.next().unwrap(), words.next().unwrap());
            let places: Vec<_> = words.next().unwrap().split(' ').map(|p| format!("`{p}`")).collect();
            let title = if i == 0 { row.title.as_str() } else { "" };
            let _ = writeln!(text, "| {title} | {severity} `{code}` | {} |", places.join("<br>"));
        }
    }
    let path = root().join("docs/mistakes.md");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == text, "docs/mistakes.md is stale: UPDATE_EXPECT=1 writes it");
}
