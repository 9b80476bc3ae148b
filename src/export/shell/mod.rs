//! What the two bash exports share: quoting, variables, commands, functions.

mod command;
mod functions;
mod vars;
mod word;

pub(super) use command::{Arg, Command, arg};
pub(super) use functions::{Function, function, functions};
pub(super) use vars::{Vars, variable};
pub(super) use word::word;
