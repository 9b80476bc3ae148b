//! Bash for the VPC API, by curl.

mod body;
mod excerpt;
mod functions;
mod hosts;
mod script;
mod sharing;
mod url;

pub(super) use excerpt::excerpt;

use super::{Heading, Line};
use crate::steps::Run;

/// The script of a run, and the bodies of its requests beside it by file name.
pub(super) fn files(run: &Run, heading: &Heading) -> (Vec<Line>, Vec<(String, Vec<Line>)>) {
    let written = script::script(run, heading, script::Bodies::Files);
    (written.script, written.bodies)
}

/// The script of a run with the bodies of its requests in it.
pub(super) fn script(run: &Run, heading: &Heading) -> Vec<Line> {
    script::script(run, heading, script::Bodies::Here).script
}
