//! Bash for the VPC API, by curl.

mod acls;
mod body;
mod change;
mod excerpt;
mod functions;
mod hosts;
mod policies;
mod script;
mod sharing;
mod url;

pub(super) use excerpt::excerpt;

use super::aftercare::Side;
use super::{Heading, Line, Tool};
use crate::steps::{Run, Scope};

/// The script of a run, and the bodies of its requests beside it by file name.
pub(super) fn files(run: &Run, heading: &Heading) -> (Vec<Line>, Vec<(String, Vec<Line>)>) {
    let written = script::script(run, heading, script::Bodies::Files);
    (written.script, written.bodies)
}

/// The script of a run with the bodies of its requests in it.
pub(super) fn script(run: &Run, heading: &Heading) -> Vec<Line> {
    script::script(run, heading, script::Bodies::Here).script
}

/// What the API brings along for the scripts that come after creating, which may look at
/// tags.
pub(super) fn side(run: &Run, heading: &Heading, tags: bool) -> Side {
    // Resource groups are listed whatever the plan says, but for policies, which are in none.
    let mut used = if run.scope == Scope::Policies { Vec::new() } else { vec!["list_groups"] };
    if tags {
        used.push("look_at_tags");
    }
    let checks = hosts::checks(run, &mut used);
    let settings = hosts::hosts(run, heading, &used);
    Side { tool: Tool::Api, functions: functions::functions(run), settings, checks, used }
}
