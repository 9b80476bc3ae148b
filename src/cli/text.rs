//! What people read in the terminal.
//!
//! A plan may come from anyone, so what it says is shown without any character
//! that would steer a terminal or begin a line of its own.

use super::fix::Applied;
use crate::catalog::Source;
use crate::plan::{Place, Plan};
use crate::rules::{Counts, Finding, FixKind};
use std::borrow::Cow;
use std::fmt::Write;

/// Column at which what follows a word such as `at` begins.
const INDENT: &str = "    ";

/// Escapes control characters and those that turn the direction of text.
pub(super) fn printable(text: &str) -> Cow<'_, str> {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if !text.contains(steers) {
        return text.into();
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => shown.push_str("\\n"),
            '\t' => shown.push_str("\\t"),
            c if steers(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    shown.into()
}

/// A list of findings, each with its places, fix and source. `mended` says that safe
/// fixes were tried already: one that is left was of no use.
pub(super) fn findings(plan: &Plan, findings: &[Finding], mended: bool) -> String {
    let mut out = String::new();
    for finding in findings {
        let rule = finding.rule;
        line(&mut out, &format!("{} {}: {}", rule.severity.name(), rule.code, finding.message()));
        places(&mut out, plan, &finding.places);
        if let Some(fix) = &finding.fix {
            let by = applied_by(fix.kind, mended);
            line(&mut out, &format!("{INDENT}fix  {} ({by})", fix.title));
        }
        line(&mut out, &format!("{INDENT}see  {}", source(&rule.source)));
        out.push('\n');
    }
    out
}

/// Who applies a fix, in words.
pub(super) fn applied_by(kind: FixKind, mended: bool) -> &'static str {
    match kind {
        FixKind::Safe if mended => "another finding would take its place",
        FixKind::Safe => "--fix applies it",
        FixKind::Choice => "yours to decide",
    }
}

/// A list of fixes that were applied.
pub(super) fn applied(applied: &[Applied]) -> String {
    let mut out = String::new();
    for fix in applied {
        line(&mut out, &format!("applied {}: {}", fix.code, fix.title));
        for place in &fix.places {
            line(&mut out, &format!("{INDENT}at   {} ({})", place.label, place.path));
        }
        out.push('\n');
    }
    out
}

fn places(out: &mut String, plan: &Plan, places: &[Place]) {
    for place in places {
        line(out, &format!("{INDENT}at   {} ({})", place.label(plan), place.path(plan)));
    }
}

fn line(out: &mut String, text: &str) {
    out.push_str(&printable(text));
    out.push('\n');
}

/// How many findings there are, after the plan's name.
pub(super) fn summary(name: &str, counts: Counts, applied: Option<usize>) -> String {
    let mut out = format!("{}: ", printable(name));
    if let Some(n) = applied {
        let _ = write!(out, "{n} {} applied, ", if n == 1 { "fix" } else { "fixes" });
    }
    let _ = writeln!(out, "{}", count(counts));
    out
}

/// How many findings there are, in words.
pub(super) fn count(counts: Counts) -> String {
    let Counts { errors, warnings, advice } = counts;
    if errors + warnings + advice == 0 {
        return "no findings".to_owned();
    }
    let plural = |n| if n == 1 { "" } else { "s" };
    format!("{errors} error{}, {warnings} warning{}, {advice} advice", plural(errors), plural(warnings))
}

/// A source's title with its date.
pub(super) fn source(source: &Source) -> String {
    format!("{}, {}", source.title, day(source.date))
}

/// `2026-08-21` as people write it: `21 Aug 2026`.
fn day(date: &str) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let mut parts = date.splitn(3, '-');
    let (year, month, day) = (parts.next(), parts.next(), parts.next());
    let month = month.and_then(|m| m.parse::<usize>().ok()).and_then(|m| MONTHS.get(m.checked_sub(1)?));
    match (year, month, day) {
        (Some(year), Some(month), Some(day)) => format!("{} {month} {year}", day.trim_start_matches('0')),
        _ => date.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_steers_the_terminal() {
        assert_eq!(printable("plain, é, 日本"), "plain, é, 日本");
        assert_eq!(printable("a\u{1b}[2Jb\r\nc\u{202e}d"), "a\\u{1b}[2Jb\\u{d}\\nc\\u{202e}d");
    }

    #[test]
    fn days_are_written_as_people_do() {
        assert_eq!(day("2026-08-21"), "21 Aug 2026");
        assert_eq!(day("2026-07-05"), "5 Jul 2026");
        assert_eq!(day("2026-13-05"), "2026-13-05");
        assert_eq!(day("soon"), "soon");
    }

    #[test]
    fn the_summary_counts_in_words() {
        let counts = Counts { errors: 1, warnings: 2, advice: 1 };
        assert_eq!(summary("p.json", counts, None), "p.json: 1 error, 2 warnings, 1 advice\n");
        assert_eq!(summary("p.json", Counts::default(), Some(1)), "p.json: 1 fix applied, no findings\n");
    }
}
