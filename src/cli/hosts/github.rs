//! Workflow commands, which GitHub Actions shows at the lines of the plan's file.

use super::Checked;
use super::located::{Located, Region};
use crate::cli::text::{self, printable};
use crate::rules::{Counts, Finding, Severity};
use std::fmt::Write;

/// How many annotations of one severity GitHub takes from one step (REST API, check
/// runs, read on 25 Nov 2026: 10 warning and 10 error annotations per step).
const MOST: usize = 10;

/// A command for each finding, the most serious first, as far as GitHub takes them;
/// then how many findings there are.
pub(in crate::cli) fn findings(checked: &Checked<'_>) -> String {
    let located = Located::of(checked.text);
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let of_severity = checked.findings.iter().filter(|f| f.rule.severity == severity);
        for finding in of_severity.take(MOST) {
            let region = finding.places.first().map_or(Region::START, |place| located.region(place));
            let title = format!("{} ({})", finding.rule.summary, finding.rule.code);
            let message = message(checked, &located, finding);
            command(&mut out, command_of(severity), checked.path, region, &title, &message);
        }
    }
    out.push_str(&summary(Counts::of(checked.findings)));
    out
}

/// The command for a plan that could not be checked; `line` is where the fault is.
pub(in crate::cli) fn trouble(path: &str, line: Option<usize>, sentence: &str) -> String {
    let region = Region { line: line.unwrap_or(1), ..Region::START };
    let mut out = String::new();
    command(&mut out, "error", path, region, "The plan was not checked", &printable(sentence));
    out
}

fn command_of(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    }
}

/// What is wrong, the fix, the other places and the source, a line each.
fn message(checked: &Checked<'_>, located: &Located<'_>, finding: &Finding) -> String {
    let mut message = printable(&finding.message()).into_owned();
    if let Some(fix) = &finding.fix {
        let by = text::applied_by(fix.kind, checked.mended);
        let _ = write!(message, "\nFix: {} ({by})", printable(&fix.title));
    }
    for place in finding.places.iter().skip(1) {
        let label = place.label(checked.plan);
        let _ = write!(message, "\nAlso at line {}: {}", located.region(place).line, printable(&label));
    }
    let _ = write!(message, "\nSource: {}, {}", text::source(&finding.rule.source), finding.rule.source.url);
    message
}

fn command(out: &mut String, name: &str, path: &str, region: Region, title: &str, message: &str) {
    let Region { line, column, end_column } = region;
    let _ = writeln!(
        out,
        "::{name} file={},line={line},col={column},endColumn={end_column},title={}::{}",
        property(path),
        property(title),
        data(message)
    );
}

/// A command's message, as GitHub's own toolkit writes it.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, as GitHub's own toolkit writes it.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// How many findings there are. It names nothing, so that no name can begin a line,
/// which GitHub would take for a command.
fn summary(counts: Counts) -> String {
    let mut out = text::count(counts);
    let Counts { errors, warnings, advice } = counts;
    let rest = [errors, warnings, advice].map(|n| n.saturating_sub(MOST));
    if rest != [0; 3] {
        let [errors, warnings, advice] = rest;
        let rest = text::count(Counts { errors, warnings, advice });
        let _ = write!(out, "; not shown above, as GitHub takes {MOST} of each from a step: {rest}");
    }
    out.push('\n');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_within_its_part_of_a_command() {
        let mut out = String::new();
        let region = Region { line: 3, column: 5, end_column: 9 };
        command(&mut out, "error", "a,b:c%.json", region, "x,line=9::y\r\n", "1, 2: 100%\r\n::error::z");
        assert_eq!(
            out,
            "::error file=a%2Cb%3Ac%25.json,line=3,col=5,endColumn=9,\
             title=x%2Cline=9%3A%3Ay%0D%0A::1, 2: 100%25%0D%0A::error::z\n"
        );
    }

    #[test]
    fn what_github_does_not_take_is_counted() {
        let counts = |errors, warnings, advice| Counts { errors, warnings, advice };
        assert_eq!(summary(counts(10, 1, 0)), "10 errors, 1 warning, 0 advice\n");
        assert_eq!(summary(counts(0, 0, 0)), "no findings\n");
        assert_eq!(
            summary(counts(0, 11, 14)),
            "0 errors, 11 warnings, 14 advice; not shown above, as GitHub takes 10 of each from a step: \
             0 errors, 1 warning, 4 advice\n"
        );
    }
}
