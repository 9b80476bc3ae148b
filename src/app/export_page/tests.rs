//! The export page, in markup.

use super::*;
use crate::app::state::State;
use crate::app::testing::{clashing, markup};
use crate::handover;
use crate::plan::{Plan, read};

async fn page(plan: Plan) -> String {
    let view = State::new(plan).view;
    let frame = Frame { view: view.clone(), before: view, onstep: Callback::noop(), at: None };
    markup(html! { <ExportPage {frame} /> }).await
}

fn example(text: &str) -> Plan {
    read(text).unwrap()
}

fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn shows_what_it_is_what_it_needs_how_it_runs_and_the_file() {
    let html = page(example(include_str!("../../../examples/key-protect.json"))).await;
    has(
        &html,
        &[
            "Download all as one zip",
            "Do not run a script and Terraform for the same plan",
            "Adopt what a script made\u{2026}",
            r#"role="tab" id="export-cli" aria-selected="true""#,
            r#"role="tabpanel" id="export-panel""#,
            "16.0.0 or later",
            "<b>jq</b>",
            "cli/create.sh",
            r#"Copy<span class="vh"> cli/create.sh</span>"#,
            r#"Download<span class="vh"> cli/create.sh</span>"#,
            "#!/usr/bin/env bash",
        ],
    );
    assert!(!html.contains("class=\"find err"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn open_errors_are_told_and_their_lines_marked_and_still_there_are_files() {
    let html = page(clashing()).await;
    has(
        &html,
        &[
            "errors are open.",
            "See the findings",
            r#"class="l bad""#,
            "Download all as one zip",
            " marked lines",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_plan_has_nothing_to_take_away() {
    let html = page(Plan::default()).await;
    has(&html, &["There is nothing to export yet", "Go to the overview"]);
    assert!(!html.contains("role=\"tab\"") && !html.contains("zip"), "{html}");
}

#[test]
fn the_files_are_those_of_the_terminal_and_each_region_is_a_run() {
    let plan = example(include_str!("../../../examples/two-regions.json"));
    let view = State::new(plan).view;
    let output = Output::of(&view);
    let expected = handover::files(&view.plan, &view.model, &view.findings, &Tool::ALL);
    assert_eq!(output.files().cloned().collect::<Vec<_>>(), expected);
    assert_eq!(output.folders(Tool::Cli), ["cli/1-us-south", "cli/2-eu-gb"]);
    assert_eq!(output.folders(Tool::Terraform), ["terraform/1-us-south", "terraform/2-eu-gb"]);
}
