//! Bash for `ibmcloud` with the VPC plug-in.

mod acls;
mod addresses;
mod change;
mod create;
mod excerpt;
mod functions;
mod policies;
mod script;
mod sharing;

pub(super) use excerpt::excerpt;
pub(super) use policies::command as policy_command;
pub(super) use script::script;

use super::aftercare::Side;
use super::{Heading, Tool};
use crate::steps::Run;

/// What the CLI brings along for the scripts that come after creating.
pub(super) fn side(run: &Run, heading: &Heading) -> Side {
    Side {
        tool: Tool::Cli,
        functions: functions::functions(run),
        settings: script::settings(),
        checks: script::checks(run, heading),
        used: script::checks_use(run).to_vec(),
    }
}
