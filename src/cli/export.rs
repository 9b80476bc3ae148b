//! `export`: the files that build a plan.

use super::args::Export;
use super::folder::{Fate, put};
use super::stale::{Stale, stale};
use super::text::{self, printable};
use super::{Exit, Outcome, Trouble, disk};
use crate::export::{File, Tool};
use crate::handover;
use crate::model::Model;
use crate::rules::{self, Finding, Severity};
use std::fmt::Write;
use std::io::Read;
use std::path::Path;

/// Runs the command.
///
/// # Errors
/// [`Trouble`] when the plan cannot be read or the folder not be written.
pub(super) fn run(args: &Export, stdin: &mut dyn Read) -> Result<Outcome, Trouble> {
    let input = disk::read_plan(&args.plan, stdin)?;
    let model = Model::of(&input.plan);
    let findings = rules::check(&model);
    let errors: Vec<Finding> =
        findings.iter().filter(|f| f.rule.severity == Severity::Error).cloned().collect();
    let count = match errors.len() {
        1 => "1 error".to_owned(),
        n => format!("{n} errors"),
    };
    let name = printable(&input.name);
    if !errors.is_empty() && !args.despite_errors {
        let listed = text::findings(&input.plan, &errors, false);
        let err =
            format!("{listed}vpe-planner: {name} has {count} and is not exported without --despite-errors\n");
        return Ok(Outcome { out: String::new(), err, exit: Exit::Findings });
    }
    let tools = args.only.map_or_else(|| Tool::ALL.to_vec(), |only| vec![only.into()]);
    let files = handover::files(&input.plan, &model, &findings, &tools);
    if args.check {
        return compare(&args.to, &files, &tools);
    }
    let mut outcome = Outcome::fine(String::new());
    if !errors.is_empty() {
        let _ = writeln!(outcome.err, "vpe-planner: {name} is exported despite {count}");
    }
    for (path, fate) in put(&args.to, &files, &tools)? {
        let path = args.to.join(path).display().to_string();
        let path = printable(&path);
        let _ = match fate {
            Fate::Written => writeln!(outcome.out, "wrote {path}"),
            Fate::Unchanged => writeln!(outcome.out, "unchanged {path}"),
            Fate::Removed => writeln!(outcome.out, "removed {path}"),
            Fate::LeftAlone(why) => {
                outcome.exit = Exit::Findings;
                writeln!(outcome.err, "vpe-planner: {path} is left alone: {why}")
            }
        };
    }
    Ok(outcome)
}

/// Names what is stale in the folder.
fn compare(dir: &Path, files: &[File], tools: &[Tool]) -> Result<Outcome, Trouble> {
    let stale = stale(dir, files, tools)?;
    let shown = dir.display().to_string();
    let shown = printable(&shown);
    let mut outcome = Outcome::fine(String::new());
    for (path, why) in &stale {
        let path = dir.join(path).display().to_string();
        let path = printable(&path);
        let _ = match why {
            Stale::Missing => writeln!(outcome.out, "missing {path}"),
            Stale::Differs => writeln!(outcome.out, "differs {path}"),
            Stale::Kept(why) => writeln!(outcome.out, "differs {path}: {why}"),
            Stale::LeftOver => writeln!(outcome.out, "left over {path}"),
        };
    }
    if stale.is_empty() {
        let _ = writeln!(outcome.out, "{shown} is fresh: it holds what the export would write");
    } else {
        outcome.exit = Exit::Findings;
        let kept = stale.iter().any(|(_, why)| matches!(why, Stale::Kept(_)));
        let first = if kept { "move away what an export would leave alone, then " } else { "" };
        let _ = writeln!(outcome.err, "vpe-planner: {shown} is stale: {first}export the plan into it again");
    }
    Ok(outcome)
}
