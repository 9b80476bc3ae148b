//! `check`: what is wrong with a plan.

use super::args::{Check, FailOn, Format};
use super::fix::{Applied, Mended, mend};
use super::{Exit, Outcome, Trouble, disk, json, text};
use crate::model::Model;
use crate::plan::{self, Plan};
use crate::rules::{self, Counts, Finding};
use std::io::Read;

/// Runs the command.
///
/// # Errors
/// [`Trouble`] when the plan cannot be read or, mended, not be written.
pub(super) fn run(args: &Check, stdin: &mut dyn Read) -> Result<Outcome, Trouble> {
    let input = disk::read_plan(&args.plan, stdin)?;
    if !args.fix {
        let findings = rules::check(&Model::of(&input.plan));
        let out = report(args, &input.name, &input.plan, &findings, None);
        return Ok(Outcome { out, err: String::new(), exit: exit(args, &findings) });
    }
    let Mended { plan, applied, findings } = mend(input.plan);
    let report = report(args, &input.name, &plan, &findings, Some(&applied));
    let exit = exit(args, &findings);
    match input.path {
        // A plan that needed no fix passes as it was written.
        None if applied.is_empty() => Ok(Outcome { out: input.text, err: report, exit }),
        None => Ok(Outcome { out: plan::write(&plan), err: report, exit }),
        Some(path) => {
            if !applied.is_empty() {
                disk::replace(&path, plan::write(&plan).as_bytes())
                    .map_err(|e| Trouble::write(&input.name, &e))?;
            }
            Ok(Outcome { out: report, err: String::new(), exit })
        }
    }
}

fn report(
    args: &Check,
    name: &str,
    plan: &Plan,
    findings: &[Finding],
    applied: Option<&[Applied]>,
) -> String {
    match args.format {
        Format::Json => json::findings(plan, findings, applied),
        Format::Text => {
            let mut out = applied.map_or_else(String::new, text::applied);
            out.push_str(&text::findings(plan, findings, applied.is_some()));
            out.push_str(&text::summary(name, Counts::of(findings), applied.map(<[_]>::len)));
            out
        }
    }
}

fn exit(args: &Check, findings: &[Finding]) -> Exit {
    let counts = Counts::of(findings);
    let failed = match args.fail_on {
        FailOn::Error => counts.errors > 0,
        FailOn::Warning => !counts.is_clean(),
    };
    if failed { Exit::Findings } else { Exit::Fine }
}
