//! `adopt`: what a script made becomes what exists and Terraform takes over.

use super::args::Adopt;
use super::text::printable;
use super::{Outcome, Trouble, disk};
use crate::edit;
use crate::import::{Made, adopt_made};
use crate::plan;
use std::fmt::Write;
use std::io::Read;
use std::path::Path;

/// Runs the command.
///
/// # Errors
/// [`Trouble`] when one of the two cannot be read, the lines do not fit the plan, or
/// the plan cannot be written.
pub(super) fn run(args: &Adopt, stdin: &mut dyn Read) -> Result<Outcome, Trouble> {
    if disk::is_stdin(&args.plan) && disk::is_stdin(&args.made) {
        return Err(Trouble::OneInput);
    }
    let input = disk::read_plan(&args.plan, stdin)?;
    let (name, text) = disk::read(&args.made, stdin)?;
    let made = adopt_made(&input.plan, &text).map_err(|problem| Trouble::NotMade { name, problem })?;
    let adopted = edit::apply(&input.plan, &made.edit).expect("the edit was made for this plan");
    let text = plan::write(&adopted);
    let Some(to) = &args.to else {
        return Ok(Outcome { err: summary(&made), ..Outcome::fine(text) });
    };
    write(to, &text)?;
    let mut out = summary(&made);
    let _ = writeln!(out, "wrote {}", printable(&to.display().to_string()));
    Ok(Outcome::fine(out))
}

/// Writes a file, whether it is there or not.
fn write(to: &Path, text: &str) -> Result<(), Trouble> {
    let written = if to.exists() {
        disk::replace(to, text.as_bytes())
    } else {
        disk::write(to, text.as_bytes(), false)
    };
    written.map_err(|e| Trouble::write(&to.display().to_string(), &e))
}

/// What changes, a line each.
fn summary(made: &Made) -> String {
    let mut text = String::new();
    for (count, what) in [
        (made.adopted.len(), "taken over by Terraform"),
        (made.identified.len(), "existing, with an ID now"),
        (made.unchanged, "as they were"),
        (made.still_new, "still new: no line tells of them"),
    ] {
        if count > 0 {
            let _ = writeln!(text, "{count} {what}");
        }
    }
    text
}
