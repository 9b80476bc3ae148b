//! What stands around the steps of every script.

use super::functions::{Function, define, needed};
use crate::export::text::Text;
use crate::export::{Heading, Line, Tool};
use crate::plan::Place;
use crate::steps::Run;

/// A script under construction but for its steps.
pub(in crate::export) struct Frame<'f> {
    /// The tool.
    pub(in crate::export) tool: Tool,
    /// What it is, in the comment at its head.
    pub(in crate::export) about: &'static [&'static str],
    /// What to say of going on, where it stops.
    pub(in crate::export) resume: &'static str,
    /// How many steps it has.
    pub(in crate::export) steps: usize,
    /// Its exit status where it stops.
    pub(in crate::export) stopped: u8,
    /// What it sets before all else, beside what all scripts set.
    pub(in crate::export) settings: Vec<(String, Option<Place>)>,
    /// The tool's own functions.
    pub(in crate::export) functions: &'f [Function],
    /// Functions that are called.
    pub(in crate::export) used: Vec<&'static str>,
}

/// How `jq` and `curl` are installed.
pub(in crate::export) const JQ: &str = "need jq 'sudo apt-get install jq, or: brew install jq'";
/// As [`JQ`].
pub(in crate::export) const CURL: &str = "need curl 'sudo apt-get install curl, or: brew install curl'";

/// Variables that functions leave something in for others: name, what it is at first, what for.
const STATE: [(&str, &str, &str); 2] = [
    ("UNMADE", "'(the ID of '", "stands in a dry run where an ID is not known yet"),
    ("ASKED", "''", "gateways that wait for the provider of their service"),
];

impl Frame<'_> {
    /// Writes the whole script around its checks and steps.
    pub(in crate::export) fn write(
        mut self,
        heading: &Heading,
        run: &Run,
        checks: Text,
        steps: Text,
    ) -> Vec<Line> {
        self.used.extend(["say", "stop", "on_error", "on_exit", "arguments", "need"]);
        let functions = needed(self.functions, &self.used);
        let has = |name: &str| functions.iter().any(|f| f.name == name);
        let mut out = Text::default();
        out.line("#!/usr/bin/env bash");
        heading.write(&mut out, self.tool, run);
        out.line("#");
        for line in self.about {
            out.comment(line);
        }
        out.gap();
        out.line("if ((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] < 404)); then");
        out.line("  echo \"Stopped: bash 4.4 or later is needed, and this is $BASH_VERSION.\" >&2");
        out.line(format!("  exit {}", self.stopped));
        out.line("fi");
        out.line("set -eEuo pipefail");
        out.line("shopt -s inherit_errexit");
        out.gap();
        out.line("POLL_SECONDS=${POLL_SECONDS:-5} # between two looks or tries");
        if functions.iter().any(|f| f.text.contains("POLL_LIMIT")) {
            out.line("POLL_LIMIT=${POLL_LIMIT:-360}   # looks at what is not ready yet before giving up");
        }
        out.line("RETRY_LIMIT=${RETRY_LIMIT:-10}  # tries of one call while IBM Cloud is busy");
        out.gap();
        for (text, place) in std::mem::take(&mut self.settings) {
            out.push(&text, place);
        }
        out.gap();
        if functions.iter().any(|f| f.text.contains("DRY_RUN")) {
            out.line("DRY_RUN=''");
        }
        out.line("WHERE='before step 1'");
        if has("step") {
            out.line(format!("STEPS={}", self.steps));
        }
        out.line(format!("RESUME='{}'", self.resume));
        out.line("STOPPED=70 # tells an outer shell that an inner one has said why it stops");
        for (name, first, what) in STATE {
            if functions.iter().any(|f| f.text.contains(name)) {
                out.line(format!("{name}={first} # {what}"));
            }
        }
        define(&mut out, &functions);
        out.gap();
        out.line("arguments \"$@\"");
        out.line("trap 'on_error $? $LINENO' ERR");
        out.line("trap 'on_exit $?' EXIT");
        out.line("trap 'exit 129' HUP");
        out.line("trap 'exit 130' INT");
        out.line("trap 'exit 143' TERM");
        out.gap();
        out.append(checks);
        out.gap();
        out.append(steps);
        out.gap();
        if has("waiting") {
            out.line("waiting");
        }
        out.line("say 'Done.'");
        out.finish()
    }
}
