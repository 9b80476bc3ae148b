//! `README.md` beside the scripts.

use crate::export::markdown::escape;
use crate::export::text::Text;
use crate::export::{Heading, Line, Tool, notes, rights};
use crate::steps::{Run, Step, TagKind};

const CREATE: &str = "| `create.sh` | makes sure that everything in the plan exists: finds what is there, creates what is missing, and prints a line of JSON for each thing, its place in the plan and its ID. `--dry-run` tells what it would do |";
const OTHERS: &[&str] = &[
    "| `verify.sh` | compares what there is with the plan and prints a sentence for each difference; changes nothing. Exit status 0: none, 1: some, 2: it could not look |",
    "| `teardown.sh` | removes what the plan made, in the reverse order, after asking; `--yes` does not ask, `--dry-run` only tells. What existed before stays, and so does what holds something that the plan did not make |",
];
pub(super) const BODIES: &str = "| `bodies/` | the bodies of the requests of `create.sh`: JSON in which IDs not known before are variables |";

const CLI_NEEDS: &[&str] = &[
    "- bash 4.4 or later, and `jq`",
    "- `ibmcloud` with the plug-in `vpc-infrastructure` 16.0.0 or later",
    "- to be logged in: `ibmcloud login`, with `--sso` or `--apikey` as your account wants it",
];
const API_NEEDS: &[&str] = &[
    "- bash 4.4 or later, `curl` and `jq`",
    "- the key of the account in `IBMCLOUD_API_KEY`, or a ready token in `IAM_TOKEN`",
    "- access to IBM Cloud's public hosts; others are set by `IBMCLOUD_IAM_API_ENDPOINT`, `IBMCLOUD_IS_NG_API_ENDPOINT` (with `/v1` at its end), `IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT` and `IBMCLOUD_GT_API_ENDPOINT`",
];

pub(super) const ORDER: &[&str] = &[
    "## In which order",
    "",
    "```sh",
    "bash create.sh --dry-run",
    "bash create.sh > made.jsonl",
    "bash verify.sh",
    "```",
    "",
    "`bash teardown.sh` takes it all back.",
    "",
];

const REST: &[&str] = &[
    "## After a failure",
    "",
    "The scripts say at which step they stopped, and why. Run the same script again: `create.sh` keeps what is there, and `teardown.sh` passes over what is gone. Things are found by their names, so do not rename them in between.",
    "",
    "## Terraform",
    "",
    "Use the scripts or Terraform for this plan, never both: Terraform does not know what the scripts made, and would try to make it a second time.",
    "",
    "To go on with Terraform later, tell the plan what was made, then export it again:",
    "",
    "```sh",
    "vpe-planner adopt PLAN made.jsonl",
    "vpe-planner export PLAN --to DIR",
    "```",
];

/// Writes what the file begins with, beside the scripts of a run, of so many runs.
pub(super) fn beginning(out: &mut Text, run: &Run, runs: usize, tool: Tool, heading: &Heading) {
    out.line(format!("# {} scripts", tool.name()));
    out.gap();
    let plan = if heading.plan.is_empty() { "without a name".to_owned() } else { escape(&heading.plan) };
    out.line(format!("- Plan: {plan}"));
    out.line(format!("- Content: {}", escape(&heading.hash)));
    if let Some(region) = run.region() {
        out.line(format!("- Region: {}", escape(region)));
    }
    match &run.account {
        Some(account) => out.line(format!("- Account: {}", escape(account))),
        None => out.line("- Account: not said by the plan, and not compared"),
    }
    list(out, "Errors that are open, which IBM Cloud would refuse:", heading.open.iter().map(|(_, s)| s));
    list(out, "Not exported:", heading.left_out.iter());
    out.gap();
    if runs > 1 {
        out.line(
            "Each region of the plan has a folder of its own, and so has each account that lets gateways in. Go through them in the order of their numbers, and back for `teardown.sh`.",
        );
        out.gap();
    }
}

/// Writes the file beside the scripts of a run, of so many runs.
pub(super) fn readme(run: &Run, runs: usize, tool: Tool, heading: &Heading) -> Vec<Line> {
    let mut out = Text::default();
    beginning(&mut out, run, runs, tool, heading);
    out.line("| file | does |");
    out.line("|---|---|");
    out.line(CREATE);
    if tool == Tool::Api {
        out.line(BODIES);
    }
    OTHERS.iter().for_each(|line| out.line(line));
    if tool == Tool::Cli && super::has_tags(run) {
        out.gap();
        out.line("`verify.sh` reads user tags from `ibmcloud resource search`, which may lag behind, and does not compare access tags: no command of `ibmcloud` is known to list those of one thing. `verify.sh` of the API scripts compares both.");
    }
    out.gap();
    out.line("## What they need");
    out.gap();
    let needs = if tool == Tool::Api { API_NEEDS } else { CLI_NEEDS };
    needs.iter().for_each(|line| out.line(line));
    let access = access_tags(run);
    if !access.is_empty() {
        out.line(format!(
            "- the access tags that the plan attaches, which must exist in the account before: {}. To make one: `ibmcloud resource tag-create --tag-names NAME:VALUE`",
            escape(&access.join(", "))
        ));
    }
    rights::section(&mut out, run);
    notes::sections(&mut out, run);
    out.gap();
    ORDER.iter().chain(REST).for_each(|line| out.line(line));
    out.finish()
}

/// The access tags that a run attaches, each once.
pub(in crate::export) fn access_tags(run: &Run) -> Vec<&str> {
    let mut all: Vec<&str> = Vec::new();
    for step in &run.steps {
        let Step::Tags(s) = step.plain() else { continue };
        let access = s.tags.iter().filter(|_| s.kind == TagKind::Access);
        for tag in access {
            if !all.contains(&tag.as_str()) {
                all.push(tag);
            }
        }
    }
    all
}

fn list<'s>(out: &mut Text, title: &str, sentences: impl Iterator<Item = &'s String>) {
    for (i, sentence) in sentences.enumerate() {
        if i == 0 {
            out.gap();
            out.line(title);
            out.gap();
        }
        out.line(format!("- {}", escape(sentence)));
    }
}
