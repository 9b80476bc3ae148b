//! What comes after creating, alike for both kinds of scripts: `teardown.sh`, which
//! removes what the plan made, and `verify.sh`, which compares what there is with it.
//!
//! Both hold the plan as lines of JSON, look at everything around it once, and work out
//! what goes or differs in one program each. A tool has its own functions to list things
//! (`list_kind`), to look whether one is there (`try_look`), to remove it (`try_remove`)
//! and to look at tags (`look_at_tags`).

mod plan_lines;
mod readme;
mod readme_policies;

pub(super) use readme::access_tags;

use super::shell::{Frame, Function, function, instead};
use super::text::Text;
use super::{Heading, Language, Line, Tool};
use crate::plan::Place;
use crate::steps::{Run, Scope, Step};

/// What a tool brings along.
pub(super) struct Side {
    /// The tool.
    pub(super) tool: Tool,
    /// Its functions.
    pub(super) functions: Vec<Function>,
    /// What its scripts set before all else.
    pub(super) settings: Vec<(String, Option<Place>)>,
    /// How its scripts make sure of tools, account and region.
    pub(super) checks: Text,
    /// Functions that those call.
    pub(super) used: Vec<&'static str>,
}

/// Those that both scripts use.
const FUNCTIONS: [Function; 11] = [
    function!("keep_list", ["list_kind"]),
    function!("matched", []),
    function!("look_around", ["keep_list", "matched"]),
    function!("differences", ["matched"]),
    function!("awaited", ["matched", "say"]),
    function!("verdict", ["differences", "awaited"]),
    function!("removals", ["matched"]),
    function!("confirm", ["removals", "stop", "say"]),
    function!("still_there", ["try_look", "pause", "stop"]),
    function!("remove", ["still_there", "try_remove", "pause", "say", "stop"]),
    function!("remove_all", ["remove", "step"]),
];

/// Those that stand in for others where the run is about authorization policies.
const POLICIES: [Function; 4] = [
    function!("look_around" in "look_around_policies", ["policies", "pick_policy"]),
    function!("differences" in "differences_policies", []),
    function!("awaited" in "awaited_policies", []),
    function!("removals" in "removals_policies", []),
];

const TEARDOWN: [Function; 2] =
    [function!("usage" in "usage_teardown", []), function!("arguments" in "arguments_teardown", ["usage"])];

const VERIFY: [Function; 3] = [
    function!("usage" in "usage_verify", []),
    function!("arguments" in "arguments_verify", ["usage"]),
    function!("on_exit" in "on_exit_verify", ["say"]),
];

const ABOUT_TEARDOWN: [&str; 3] = [
    "Removes what the plan made: `bash teardown.sh --dry-run` tells what, `bash teardown.sh`",
    "asks and removes it. What existed before the plan stays, and so does what holds something",
    "that the plan did not make. Run it again after a failure: what is gone is passed over.",
];

const ABOUT_VERIFY: [&str; 2] = [
    "Compares what there is with the plan, prints a sentence for each difference, and changes",
    "nothing. Exit status: 0 no difference, 1 differences, 2 it could not look.",
];

/// The files beside `create.sh` of a run, of so many runs. `side` is what the tool brings
/// along to a script, told whether that looks at tags.
pub(super) fn files(
    run: &Run,
    runs: usize,
    heading: &Heading,
    side: &dyn Fn(bool) -> Side,
) -> [(&'static str, Language, Vec<Line>); 3] {
    let tool = side(false).tool;
    let readme = match run.scope {
        Scope::Region { .. } => readme::readme(run, runs, tool, heading),
        Scope::Policies => readme_policies::readme(run, runs, tool, heading),
    };
    [
        ("verify.sh", Language::Bash, verify(run, heading, side(has_tags(run)))),
        ("teardown.sh", Language::Bash, teardown(run, heading, side(false))),
        ("README.md", Language::Markdown, readme),
    ]
}

/// Writes `teardown.sh` of a run.
fn teardown(run: &Run, heading: &Heading, side: Side) -> Vec<Line> {
    let mut steps = plan_lines::plan(run, &heading.targets, side.tool);
    steps.gap();
    steps.line("look_around");
    steps.line("confirm");
    steps.line("remove_all");
    let script = Script {
        about: &ABOUT_TEARDOWN,
        resume: "Run the script again to go on: what is gone is passed over.",
        stopped: 1,
        own: &TEARDOWN,
        settings: &["YES=''", "REMOVALS='' # what is to be removed: a line of JSON each"],
        used: &["look_around", "confirm", "remove_all"],
    };
    script.write(run, heading, side, steps)
}

/// How `verify.sh` ends within.
const DIFFERENT: &str = "DIFFERENT=71 # tells that there are differences";

/// Writes `verify.sh` of a run.
fn verify(run: &Run, heading: &Heading, side: Side) -> Vec<Line> {
    let mut steps = plan_lines::plan(run, &heading.targets, side.tool);
    steps.gap();
    steps.line("look_around");
    let mut used = vec!["look_around", "verdict"];
    if has_tags(run) {
        steps.line("look_at_tags");
        used.push("look_at_tags");
    }
    steps.line("verdict");
    let script = Script {
        about: &ABOUT_VERIFY,
        resume: "Nothing was changed.",
        stopped: 2,
        own: &VERIFY,
        settings: match run.scope {
            Scope::Region { .. } => &[DIFFERENT, "LOOKED_TAGS='' # lists of tags: a line of JSON each"],
            Scope::Policies => &[DIFFERENT],
        },
        used: &used,
    };
    script.write(run, heading, side, steps)
}

/// Whether a run attaches tags.
fn has_tags(run: &Run) -> bool {
    run.steps.iter().any(|step| matches!(step, Step::Tags(_)))
}

struct Script<'s> {
    about: &'static [&'static str],
    resume: &'static str,
    stopped: u8,
    own: &'s [Function],
    settings: &'s [&'static str],
    used: &'s [&'static str],
}

impl Script<'_> {
    fn write(self, run: &Run, heading: &Heading, side: Side, steps: Text) -> Vec<Line> {
        let Side { tool, functions, mut settings, checks, mut used } = side;
        let mut functions = [&functions[..], &FUNCTIONS].concat();
        if run.scope == Scope::Policies {
            functions = instead(&functions, &POLICIES);
        }
        let functions = instead(&functions, self.own);
        settings.extend(self.settings.iter().map(|s| ((*s).to_owned(), None)));
        settings.push(("LOOKED='' # lists of what there is: a line of JSON each".to_owned(), None));
        used.extend(self.used);
        let frame = Frame {
            tool,
            about: self.about,
            resume: self.resume,
            steps: 0,
            stopped: self.stopped,
            settings,
            functions: &functions,
            used,
        };
        frame.write(heading, run, checks, steps)
    }
}
