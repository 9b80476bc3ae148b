//! Bash for the VPC API, by curl.

mod body;
mod excerpt;
mod script;
mod url;

pub(super) use excerpt::excerpt;
pub(super) use script::script;
