//! The overview as a whole, in markup.

use super::*;
use crate::app::state::State;
use crate::app::testing::{clashing, key, markup, two_gateways};
use crate::edit::{Edit, apply};
use crate::handover::mend;
use crate::plan::{Field, Object, Plan, Resource, read};
use crate::rules::RULES;

async fn overview(plan: Plan) -> String {
    let view = State::new(plan).view;
    let frame = Frame { view: view.clone(), before: view, onstep: Callback::noop(), at: None };
    markup(html! { <Overview {frame} /> }).await
}

fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

fn clean() -> Plan {
    read(include_str!("../../rules/testing/clean.json")).unwrap()
}

fn mixed() -> Plan {
    read(include_str!("../../../examples/mixed.json")).unwrap()
}

/// Two gateways with the same address in each of two zones.
fn clashing_twice() -> Plan {
    let at = Object::Address(key("app-secrets"), 1);
    apply(&clashing(), &Edit::text(at, Field::Address, "10.240.72.4")).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn a_finding_has_its_severity_both_places_its_source_and_its_fix() {
    let html = overview(clashing()).await;
    has(
        &html,
        &[
            "Error</td>",
            "10.240.8.4 is already planned for app-kms.",
            "address-taken</code>",
            r##"href="#/p//gateway/app-kms?at=gateways/app-kms/addresses/us-south-1/address""##,
            r##"href="#/p//gateway/app-secrets?at=gateways/app-secrets/addresses/us-south-1/address""##,
            ">app-secrets, Addresses, us-south-1, address</a>",
            "as of 21 Aug 2026",
            ">Use 10.240.8.5, the next free</button>",
            "has an error: ",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn an_empty_plan_shows_the_way_to_a_first_gateway() {
    let html = overview(Plan::default()).await;
    has(&html, &["Plan without a name", "Add a VPC</button>", "after the VPC", "Add a gateway</button>"]);
    assert!(!html.contains("<table") && !html.contains("class=\"facts\""), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn a_plan_without_findings_says_what_was_checked() {
    let html = overview(clean()).await;
    has(&html, &[&format!("No findings. {} rules were checked", RULES.len()), "none"]);
    assert!(!html.contains("class=\"stack findings\""), "{html}");
    assert!(!html.contains("From here to a first gateway"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn tables_say_which_address_a_gateway_has_where_and_how_full_subnets_are() {
    let html = overview(two_gateways()).await;
    has(
        &html,
        &[
            "<caption>app-vpc, us-south</caption>",
            r#"<td data-l="us-south-2"><span class="address"><span class="mono">10.240.72.4</span>, planned</span></td>"#,
            "Key Protect, TCP 443",
            r#"<td data-l="Planned" class="num">2</td>"#,
            "gateways, planned",
            "subnets in 3 zones",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn what_an_existing_object_does_not_say_is_counted_and_not_called_empty() {
    let html = overview(mixed()).await;
    has(
        &html,
        &[
            "Not checked",
            "1 existing VPC without its address prefixes",
            "2 existing security groups",
            "The plan does not say which account it is for",
            "not known",
            "gateways, 1 exists",
        ],
    );
    let known = Plan { account: "7f2c4e91b0d84a6f9c3355e1a0b27d48".into(), ..clean() };
    let html = overview(known).await;
    assert!(!html.contains("Not checked"), "all is known of new objects: {html}");
}

#[tokio::test(flavor = "current_thread")]
async fn settings_are_fields_of_the_plan() {
    let html = overview(Plan { notes: "For\nreaders".into(), ..clean() }).await;
    has(
        &html,
        &[
            r#"id="plan/name""#,
            r#"id="plan/account""#,
            r#"id="plan/notes""#,
            r#"id="plan/targets/cli""#,
            r#"id="plan/targets/api""#,
            r#"id="plan/targets/provider""#,
            "For\nreaders</p>",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn long_tables_are_cut_and_say_so() {
    let mut plan = clean();
    let gateway = plan.gateways[0].clone();
    for i in 0..ROWS {
        plan.gateways.push(Resource { key: key(&format!("copy-{i}")), ..gateway.clone() });
    }
    let html = overview(plan).await;
    has(&html, &["200 of 201 gateways are shown.", "Show all 201 gateways</button>"]);
}

#[tokio::test(flavor = "current_thread")]
async fn several_safe_fixes_are_offered_together() {
    has(
        &overview(clashing_twice()).await,
        &["Preview 2 safe fixes\u{2026}</button>", r#"aria-expanded="false""#],
    );
    assert!(!overview(clashing()).await.contains("Preview"), "one fix has its button in the table");
}

#[test]
fn all_safe_fixes_are_one_step_to_the_mended_plan() {
    let plan = clashing_twice();
    let mended = mend(plan.clone(), 100);
    assert_eq!(mended.applied.len(), 2);
    assert_eq!(apply(&plan, &fixes::step(&mended.applied)), Ok(mended.plan));
    assert_eq!(mend(plan, 1).applied.len(), 1);
}
