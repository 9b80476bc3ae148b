//! Bash for `ibmcloud` with the VPC plug-in, version 16 and later.

mod create;
mod excerpt;
mod functions;
mod script;
mod sharing;

pub(super) use excerpt::excerpt;
pub(super) use script::script;
