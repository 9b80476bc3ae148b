//! SARIF 2.1.0 (OASIS, with errata 01 of 28 Aug 2023), which code hosts and editors
//! show at the lines of the plan's file.

mod form;

use super::Checked;
use super::located::{Located, Region};
use crate::catalog::Source;
use crate::cli::json::pretty;
use crate::cli::manifest::sha256;
use crate::cli::text::{self, printable};
use crate::plan::Place;
use crate::rules::{Finding, RULES, Rule, Severity};
use form::{
    ArtifactLocation, Configuration, Driver, Invocation, Location, Log, LogicalLocation, Message,
    Notification, PhysicalLocation, Properties, RegionJson, ResultJson, RuleJson, Run, Tool,
};
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write;

/// The name of our fingerprint, with the version of its form. GitHub's upload adds one
/// of the lines beside it, and warns where a tool has put its own under that name.
const FINGERPRINT: &str = "vpePlannerFinding/v1";

/// Digits of a fingerprint.
const FINGERPRINT_DIGITS: usize = 32;

/// A place of a finding.
struct Said {
    path: String,
    /// In the form of a message.
    label: String,
    region: Region,
}

/// A checked plan as a log.
pub(in crate::cli) fn findings(checked: &Checked<'_>) -> String {
    let located = Located::of(checked.text);
    let mut seen = HashMap::new();
    let results = checked.findings.iter().map(|finding| {
        let said = |place: &Place| Said {
            path: place.path(checked.plan),
            label: literal(&place.label(checked.plan)),
            region: located.region(place),
        };
        let places: Vec<Said> = finding.places.iter().map(said).collect();
        let (first, others) = places.split_at(1.min(places.len()));
        let location = |(id, place): (usize, &Said)| Location {
            id: (id > 0).then_some(id),
            physical_location: physical(checked.path, place.region),
            logical_locations: vec![LogicalLocation { fully_qualified_name: place.path.clone() }],
            message: (id > 0).then(|| plain(&place.label)),
        };
        ResultJson {
            rule_id: finding.rule.code,
            rule_index: RULES.iter().position(|rule| *rule == finding.rule).unwrap_or_default(),
            level: level(finding.rule.severity),
            message: message(finding, others, checked.mended),
            locations: first.iter().map(|place| location((0, place))).collect(),
            related_locations: (1..).zip(others).map(location).collect(),
            partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint(finding, &places, &mut seen))]),
        }
    });
    let results = results.collect();
    log(results, Invocation { execution_successful: true, tool_execution_notifications: Vec::new() })
}

/// The log of a plan that could not be checked; `line` is where the fault is.
pub(in crate::cli) fn trouble(path: &str, line: Option<usize>, sentence: &str) -> String {
    let region = Region { line: line.unwrap_or(1), ..Region::START };
    let location = Location {
        id: None,
        physical_location: physical(path, region),
        logical_locations: Vec::new(),
        message: None,
    };
    let notification =
        Notification { level: "error", message: plain(&literal(sentence)), locations: [location] };
    log(
        Vec::new(),
        Invocation { execution_successful: false, tool_execution_notifications: vec![notification] },
    )
}

fn log(results: Vec<ResultJson>, invocation: Invocation) -> String {
    let driver = Driver {
        name: "VPE Planner",
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: RULES.iter().map(|rule| rule_json(rule)).collect(),
    };
    pretty(&Log {
        version: "2.1.0",
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        runs: [Run {
            tool: Tool { driver },
            invocations: [invocation],
            column_kind: "utf16CodeUnits",
            results,
        }],
    })
}

fn rule_json(rule: &Rule) -> RuleJson {
    let Source { url, .. } = rule.source;
    let source = text::source(&rule.source);
    let explanation = literal(rule.explanation);
    RuleJson {
        id: rule.code,
        short_description: plain(&format!("{}.", literal(rule.summary))),
        full_description: plain(&explanation),
        help: Message {
            text: format!("{explanation}\n\nSource: {}, {url}", literal(&source)),
            markdown: Some(format!("{explanation}\n\nSource: [{}]({url})", literal(&source))),
        },
        help_uri: url,
        default_configuration: Configuration { level: level(rule.severity) },
        properties: Properties {
            severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "recommendation",
            },
        },
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "note",
    }
}

/// What is wrong, its fix, and links to the other places.
fn message(finding: &Finding, others: &[Said], mended: bool) -> Message {
    let mut text = literal(&finding.message());
    if let Some(fix) = &finding.fix {
        let by = text::applied_by(fix.kind, mended);
        let _ = write!(text, "\nFix: {} ({by}).", literal(&fix.title));
    }
    let links: Vec<_> = (1..).zip(others).map(|(id, place)| format!("[{}]({id})", place.label)).collect();
    if !links.is_empty() {
        let _ = write!(text, "\nAlso at {}.", links.join("; "));
    }
    plain(&text)
}

fn plain(text: &str) -> Message {
    Message { text: text.to_owned(), markdown: None }
}

/// A text that is shown as it is: its brackets are no link, its braces no placeholder.
fn literal(text: &str) -> String {
    let text = printable(text);
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '[' | ']' => out.extend(['\\', c]),
            '{' | '}' => out.extend([c, c]),
            c => out.push(c),
        }
    }
    out
}

fn physical(path: &str, region: Region) -> PhysicalLocation {
    let Region { line, column, end_column } = region;
    PhysicalLocation {
        artifact_location: artifact(path),
        region: RegionJson { start_line: line, start_column: column, end_column },
    }
}

/// A path as a URI: from the root of the repository, unless it begins elsewhere.
fn artifact(path: &str) -> ArtifactLocation {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'/' | b'-' | b'.' | b'_' | b'~' => uri.push(byte.into()),
            _ if byte.is_ascii_alphanumeric() => uri.push(byte.into()),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    if uri.starts_with('/') {
        return ArtifactLocation { uri: format!("file://{uri}"), uri_base_id: None };
    }
    ArtifactLocation { uri, uri_base_id: Some("%SRCROOT%") }
}

/// What stays the same while a finding does, whatever lines and names become of its
/// objects: the rule and the paths of the places, and a number from the second on.
fn fingerprint(finding: &Finding, places: &[Said], seen: &mut HashMap<String, usize>) -> String {
    let mut what = finding.rule.code.to_owned();
    for place in places {
        what.push('\n');
        what.push_str(&place.path);
    }
    let hash = &sha256(what.as_bytes())[..FINGERPRINT_DIGITS];
    let times = seen.entry(what).or_default();
    *times += 1;
    format!("{hash}:{times}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_people_are_neither_links_nor_placeholders() {
        assert_eq!(literal(r"[x](https://a) {0} \ é"), r"\[x\](https://a) {{0}} \\ é");
        assert_eq!(literal("a\nb"), r"a\\nb");
    }

    #[test]
    fn paths_are_uris() {
        let uri = |path: &str| (artifact(path).uri, artifact(path).uri_base_id);
        assert_eq!(
            uri("plans/my plan,1:2%.json"),
            ("plans/my%20plan%2C1%3A2%25.json".into(), Some("%SRCROOT%"))
        );
        assert_eq!(uri("/tmp/é.json"), ("file:///tmp/%C3%A9.json".into(), None));
    }
}
