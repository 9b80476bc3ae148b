//! What the two bash exports share: quoting, variables, commands, functions, and what
//! stands around the steps of a script.
//!
//! Functions leave results in variables instead of printing them, so that no inner shell
//! stands between a failure and the script: `ANSWER` is the JSON of the last call, `FOUND`
//! the id of what was looked for or created, empty where there is none.

mod acls;
mod command;
mod frame;
mod functions;
mod names;
mod vars;
mod word;
mod writer;

pub(super) use acls::acl_rule_words;
pub(super) use command::{Arg, Command, arg, command};
pub(super) use frame::{CURL, Frame, JQ};
pub(super) use functions::{Function, function, instead};
pub(super) use names::{capital, change, file, place};
pub(super) use vars::{Vars, variable};
pub(super) use word::word;
pub(super) use writer::Writer;
