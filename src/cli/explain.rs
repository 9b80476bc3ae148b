//! The commands that need no plan: `rules`, `explain` and `new`.

use super::args::Format;
use super::{json, text};
use crate::plan::TEMPLATES;
use crate::rules::{self, RULES};
use std::fmt::Write;

/// Column at which explanations are wrapped.
const WIDTH: usize = 80;

/// All rules.
pub(super) fn rules(format: Format) -> String {
    let rules = RULES;
    if format == Format::Json {
        return json::rules(rules);
    }
    let width = rules.iter().map(|r| r.code.len()).max().unwrap_or_default();
    let mut out = String::new();
    for rule in rules {
        let _ = writeln!(out, "{:width$}  {:7}  {}", rule.code, rule.severity.name(), rule.summary);
    }
    out
}

/// One rule; the arguments took its code from the list of all.
pub(super) fn rule(code: &str) -> String {
    let rule = rules::rule(code).expect("only codes of rules pass as arguments");
    let mut out = format!("{}: {}\n{}.\n\n", rule.severity.name(), rule.code, rule.summary);
    wrap(&mut out, rule.explanation);
    let _ = write!(out, "\nSource: {}\n{}\n", text::source(&rule.source), rule.source.url);
    out
}

/// A plan to start from; the arguments took its id from the list of all.
pub(super) fn template(id: &str) -> String {
    let template = TEMPLATES.iter().find(|t| t.id == id).expect("only ids of templates pass as arguments");
    template.text.to_owned()
}

fn wrap(out: &mut String, text: &str) {
    let mut column = 0;
    for word in text.split_whitespace() {
        let length = word.chars().count();
        if column > 0 && column + 1 + length > WIDTH {
            out.push('\n');
            column = 0;
        }
        if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(word);
        column += length;
    }
    out.push('\n');
}
