//! The arguments. Their comments are the help that the program shows.

use crate::export::Tool;
use crate::plan::TEMPLATES;
use crate::rules::RULES;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Plans IBM Cloud Virtual Private Endpoint (VPE) gateways
///
/// Checks a plan file, and writes the CLI script, the API calls and the Terraform
/// that build it.
///
/// Ends with 0 when all is well, with 1 when the plan has what the check fails on or
/// an export left a file alone or is stale, and with 2 when the arguments mean nothing
/// or a file cannot be read or written.
#[derive(Debug, Parser)]
#[command(name = "vpe-planner", version, arg_required_else_help = true, verbatim_doc_comment)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Check(Check),
    Export(Export),
    Adopt(Adopt),
    Rules(Rules),
    Explain(Explain),
    New(New),
}

/// Check a plan and list what is wrong with it.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// The plan file, or - for standard input.
    pub(super) plan: PathBuf,
    /// How to report findings: for people, for programs, or for code hosts
    ///
    /// sarif is SARIF 2.1.0, which code scanning and editors take. github is workflow
    /// commands, which GitHub Actions shows at the lines of the plan: ten findings of
    /// each severity at most; the rest is counted.
    #[arg(long, value_enum, default_value_t = Report::Text, verbatim_doc_comment)]
    pub(super) format: Report,
    /// What reports call the plan's file: its path from the root of the repository
    ///
    /// Otherwise the path of PLAN, and plan.json for standard input. For the formats
    /// sarif and github.
    #[arg(long, value_name = "NAME", verbatim_doc_comment)]
    pub(super) path: Option<String>,
    /// The least severity that makes the command end with 1.
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub(super) fail_on: FailOn,
    /// Apply the fixes that are safe, and list the rest
    ///
    /// They are applied one at a time, with a check after each, and the plan is
    /// written back to its file. With - it goes to standard output, and the findings
    /// to standard error.
    #[arg(long, verbatim_doc_comment)]
    pub(super) fix: bool,
}

/// Write the files that build a plan
///
/// They go to cli, api and terraform in the folder; where the plan has several
/// regions, to a numbered folder for each in these, to be run in that order.
///
/// A manifest in the folder lists each file written with its SHA-256. On the next
/// export into the same folder a file that was changed since, or that the manifest
/// does not list, is left alone and named, and the command ends with 1. A file that
/// is listed, unchanged and no longer part of the export is removed, because
/// Terraform would still read it.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Export {
    /// The plan file, or - for standard input.
    pub(super) plan: PathBuf,
    /// The folder to write to; made where it is missing.
    #[arg(long, value_name = "DIR")]
    pub(super) to: PathBuf,
    /// Write for this tool only.
    #[arg(long, value_enum, value_name = "TOOL")]
    pub(super) only: Option<Only>,
    /// Export a plan that has errors, which is refused otherwise.
    #[arg(long)]
    pub(super) despite_errors: bool,
    /// Write nothing; end with 1 if the files in the folder are stale
    ///
    /// Names each file that is missing, that differs from what the export would write,
    /// or that is left over from an earlier export.
    #[arg(long, verbatim_doc_comment)]
    pub(super) check: bool,
}

/// Have Terraform take over what a script made
///
/// The scripts of an export print a line for each thing that they made sure of. With
/// them, what was new in the plan exists in it, with its ID, and Terraform takes it
/// over: export the plan again, and its folder for Terraform has import blocks.
///
/// Either all lines fit the plan or nothing is changed.
#[derive(Debug, clap::Args)]
#[command(verbatim_doc_comment)]
pub(super) struct Adopt {
    /// The plan file, or - for standard input.
    pub(super) plan: PathBuf,
    /// The file with the lines of a script, or - for standard input.
    pub(super) made: PathBuf,
    /// The file to write the plan to; standard output without it.
    #[arg(long, value_name = "FILE")]
    pub(super) to: Option<PathBuf>,
}

/// List the rules that plans are checked against.
#[derive(Debug, clap::Args)]
pub(super) struct Rules {
    /// How to list them: for people, or for programs.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

/// Explain a rule: what it finds, why that matters, and who says so.
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The code of the rule, as findings show it.
    #[arg(value_parser = codes(), hide_possible_values = true)]
    pub(super) code: String,
}

/// Print a plan to start from.
#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// The template.
    #[arg(value_parser = templates())]
    pub(super) template: String,
}

// clap shows a comment on a word of these as help on lines of its own; the words
// say it themselves.

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Report {
    Text,
    Json,
    Sarif,
    Github,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    Warning,
    Error,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Only {
    Cli,
    Api,
    Terraform,
}

impl From<Only> for Tool {
    fn from(only: Only) -> Self {
        match only {
            Only::Cli => Self::Cli,
            Only::Api => Self::Api,
            Only::Terraform => Self::Terraform,
        }
    }
}

fn codes() -> PossibleValuesParser {
    RULES.iter().map(|rule| rule.code).into()
}

fn templates() -> PossibleValuesParser {
    TEMPLATES.iter().map(|t| PossibleValue::new(t.id).help(t.summary)).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_agree_with_one_another() {
        Args::command().debug_assert();
    }
}
