//! `README.md` beside the scripts of an account that lets gateways of another in.

use super::readme::{BODIES, ORDER, beginning};
use crate::export::text::Text;
use crate::export::{Heading, Line, Tool, cli, policy};
use crate::steps::Run;

const FILES: &[&str] = &[
    "| file | does |",
    "|---|---|",
    "| `create.sh` | makes sure that the policies exist: finds what is there, creates what is missing, and prints a line of JSON for each, its place in the plan and its ID. `--dry-run` tells what it would do |",
    "| `verify.sh` | tells which policies are missing; changes nothing. Exit status 0: none, 1: some, 2: it could not look |",
    "| `teardown.sh` | removes the policies that the plan made, after asking; `--yes` does not ask, `--dry-run` only tells. Remove the gateways first |",
];

const CLI_NEEDS: &[&str] = &[
    "- bash 4.4 or later, and `jq`",
    "- `ibmcloud`, logged in to this account: `ibmcloud login`, with `--sso` or `--apikey` as the account wants it, or `ibmcloud target -c ACCOUNT`",
];
const API_NEEDS: &[&str] = &[
    "- bash 4.4 or later, `curl` and `jq`",
    "- the key of this account in `IBMCLOUD_API_KEY`, or a ready token of it in `IAM_TOKEN`",
    "- access to IBM Cloud's public hosts; others are set by `IBMCLOUD_IAM_API_ENDPOINT` and `IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT`",
];

/// Writes the file.
pub(super) fn readme(run: &Run, runs: usize, tool: Tool, heading: &Heading) -> Vec<Line> {
    let mut out = Text::default();
    beginning(&mut out, run, runs, tool, heading);
    FILES.iter().for_each(|line| out.line(line));
    if tool == Tool::Api {
        out.line(BODIES);
    }
    policy::about(&mut out, run);
    out.gap();
    out.line("## What they need");
    out.gap();
    let needs = if tool == Tool::Api { API_NEEDS } else { CLI_NEEDS };
    needs.iter().for_each(|line| out.line(line));
    out.gap();
    ORDER.iter().for_each(|line| out.line(line));
    if tool == Tool::Cli {
        policy::by_hand(&mut out, run, cli::policy_command);
    } else {
        out.gap();
        out.line("The policies are made at `/v1/policies`. IBM's page on cross-account gateways posts them to `/v1/authorization-policies`, which IAM does not have.");
    }
    policy::in_console(&mut out, run);
    out.finish()
}
