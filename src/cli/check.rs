//! `check`: what is wrong with a plan.

use super::args::{Check, FailOn, Report};
use super::disk::{self, Input};
use super::fix::{Applied, Mended, mend};
use super::hosts::{self, Checked, github, sarif};
use super::{Exit, Outcome, Trouble, json, text};
use crate::model::Model;
use crate::plan;
use crate::rules::{self, Counts, Finding};
use std::io::Read;

/// Runs the command.
///
/// # Errors
/// [`Trouble`] when the plan cannot be read or, mended, not be written.
pub(super) fn run(args: &Check, stdin: &mut dyn Read) -> Result<Outcome, Trouble> {
    check(args, stdin).or_else(|trouble| {
        let line = trouble.line();
        let out = match args.format {
            Report::Text | Report::Json => return Err(trouble),
            Report::Sarif => sarif::trouble(&path(args), line, &trouble.to_string()),
            Report::Github => github::trouble(&path(args), line, &trouble.to_string()),
        };
        Ok(Outcome { out, ..trouble.into() })
    })
}

fn check(args: &Check, stdin: &mut dyn Read) -> Result<Outcome, Trouble> {
    let input = disk::read_plan(&args.plan, stdin)?;
    if !args.fix {
        let findings = rules::check(&Model::of(&input.plan));
        let Input { name, text, plan, .. } = &input;
        let checked = Checked { path: &path(args), text, plan, findings: &findings, mended: false };
        let out = report(args.format, name, &checked, &[]);
        return Ok(Outcome { out, err: String::new(), exit: exit(args, &findings) });
    }
    let Mended { plan, applied, findings } = mend(input.plan);
    // A plan that needed no fix passes as it was written.
    let text = if applied.is_empty() { input.text } else { plan::write(&plan) };
    let checked = Checked { path: &path(args), text: &text, plan: &plan, findings: &findings, mended: true };
    let report = report(args.format, &input.name, &checked, &applied);
    let exit = exit(args, &findings);
    let Some(path) = input.path else { return Ok(Outcome { out: text, err: report, exit }) };
    if !applied.is_empty() {
        disk::replace(&path, text.as_bytes()).map_err(|e| Trouble::write(&input.name, &e))?;
    }
    Ok(Outcome { out: report, err: String::new(), exit })
}

/// What code hosts call the plan's file.
fn path(args: &Check) -> String {
    args.path.clone().unwrap_or_else(|| hosts::path_of(&args.plan))
}

fn report(format: Report, name: &str, checked: &Checked<'_>, applied: &[Applied]) -> String {
    let Checked { plan, findings, mended, .. } = *checked;
    match format {
        Report::Json => json::findings(plan, findings, mended.then_some(applied)),
        Report::Text => {
            let mut out = text::applied(applied);
            out.push_str(&text::findings(plan, findings, mended));
            out.push_str(&text::summary(name, Counts::of(findings), mended.then_some(applied.len())));
            out
        }
        Report::Sarif => sarif::findings(checked),
        Report::Github => github::findings(checked),
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
