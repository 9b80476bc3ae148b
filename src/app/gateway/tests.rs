//! The page of a gateway as markup.

use super::{GatewayPage, Of};
use crate::app::shell::Frame;
use crate::app::state::Dispatch;
use crate::app::testing::{clashing, key, markup, two_gateways};
use crate::app::view::Seen;
use crate::edit::{Choice, Edit, apply};
use crate::plan::{DnsMode, Field, How, Object, Plan, TargetKind};
use std::rc::Rc;
use yew::prelude::*;

async fn page(plan: Plan, gateway: &str) -> String {
    let view = Seen::of(&Rc::new(plan));
    let frame = Frame { before: view.clone(), view, at: None, onstep: Callback::noop() };
    markup(html! { <GatewayPage gateway={key(gateway)} {frame} /> }).await
}

fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_clash_stands_on_top_at_its_field_and_in_the_state_of_its_section() {
    let html = page(clashing(), "app-secrets").await;
    has(
        &html,
        &[
            // On top: a link to the field, with the fix beside it.
            "?at=gateways/app-secrets/addresses/us-south-1/address",
            "us-south-1: 10.240.8.4 is already planned for app-kms</a>",
            ">Use 10.240.8.5, the next free</button>",
            // At the field.
            r#"aria-invalid="true" aria-describedby="gateways/app-secrets/addresses/us-south-1:findings""#,
            r#"id="gateways/app-secrets/addresses/us-south-1:findings""#,
            "<b>Error: 10.240.8.4 is already planned for app-kms.</b>",
            // In the section's state, in words.
            r#"<span class="vh">1 error</span>"#,
            "<h1 tabindex=\"-1\">app-secrets</h1>",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_gateway_without_faults_is_done_and_leads_on_to_the_review() {
    let html = page(two_gateways(), "app-kms").await;
    assert!(!html.contains("todo"), "{html}");
    assert_eq!(html.matches("</svg>Done</span>").count(), 5, "{html}");
    assert_eq!(html.matches("Continue to Review").count(), 6, "the review itself leads nowhere\n{html}");
    has(
        &html,
        &[
            "Gateway in app-vpc to Key Protect.",
            "Key Protect, us-south, TCP 443",
            "10.240.8.4, 10.240.72.4, 10.240.136.4",
            "1 of 5 chosen.",
            "TCP 443 from 10.240.0.0/16",
            "app-kms-us-south-1, app-kms-us-south-2 and app-kms-us-south-3",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn what_cannot_be_chosen_stays_and_says_why() {
    let html = page(two_gateways(), "app-kms").await;
    let radio =
        r#"<input type="radio" name="gateways/app-kms/dns" disabled="disabled"><span>Per resource binding"#;
    has(&html, &[radio, "Not for this service: only Object Storage supports resource bindings."]);
    has(
        &html,
        &["Next free in every zone</button><span class=\"helper\">No zone waits for an address</span>"],
    );
    // Chosen all the same, as a file can have it, it can be left.
    let edit = Edit::choose(Object::Gateway(key("app-kms")), Choice::Dns(DnsMode::PerResourceBinding));
    let html = page(apply(&two_gateways(), &edit).unwrap(), "app-kms").await;
    assert!(!html.contains(radio), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn the_third_control_follows_how_the_address_comes_about() {
    let at = Object::Address(key("app-kms"), 0);
    for (how, part) in [
        (How::None, "none yet</output>"),
        (How::Chosen, "known after creation</output>"),
        (How::Given, r#"value="10.240.8.4""#),
        (How::Existing, "The subnet has none"),
    ] {
        let html =
            page(apply(&two_gateways(), &Edit::choose(at.clone(), Choice::How(how))).unwrap(), "app-kms")
                .await;
        has(&html, &[part]);
    }
}

#[tokio::test(flavor = "current_thread")]
async fn without_a_group_the_default_one_applies_and_one_is_offered() {
    let groups = two_gateways().gateways[0].wanted.security_groups.clone();
    let detach = groups.into_iter().map(|group| Edit::Attach { gateway: key("app-kms"), group, on: false });
    let plan = detach.fold(two_gateways(), |plan, edit| apply(&plan, &edit).unwrap());
    let html = page(plan, "app-kms").await;
    has(
        &html,
        &[
            "IBM Cloud attaches the default group of app-vpc",
            "Plan app-kms-clients, which admits TCP 443 from",
        ],
    );
    let html = page(two_gateways(), "app-kms").await;
    assert!(!html.contains("Plan app-kms-clients"), "{html}");
}

#[tokio::test(flavor = "current_thread")]
async fn each_kind_of_target_has_its_own_fields() {
    let kind = |kind| Edit::choose(Object::Gateway(key("app-kms")), Choice::TargetKind(kind));
    for (edit, there, not) in [
        (kind(TargetKind::ProviderCloudService), "Region of the service", "NTP time server, ibm-ntp-server"),
        (
            kind(TargetKind::PrivatePathServiceGateway),
            "CRN of the Private Path service",
            "Region of the service",
        ),
        (kind(TargetKind::ProviderInfrastructureService), "NTP time server, ibm-ntp-server", "CRN of the"),
    ] {
        let html = page(apply(&two_gateways(), &edit).unwrap(), "app-kms").await;
        assert!(html.contains(there) && !html.contains(not), "{there}, not {not}\n{html}");
    }
}

fn crn(text: &str) -> Edit {
    Edit::text(Object::Gateway(key("app-kms")), Field::Crn, text)
}

#[tokio::test(flavor = "current_thread")]
async fn a_service_tells_its_regions_names_and_source() {
    let html = page(two_gateways(), "app-kms").await;
    has(
        &html,
        &[
            "eu-es, Madrid (not offered from the VPC's region)",
            "The VPC is in us-south. The service lists which can be reached.",
            "From the CRN: private.us-south.kms.cloud.ibm.com",
            "Key Protect: virtual private endpoints, 19 May 2026",
            "endpoint of a service, for all its users",
            // The review.
            "<dt>Service endpoints</dt><dd class=\"break\">private.us-south.kms.cloud.ibm.com</dd>",
        ],
    );
    assert!(!html.contains("Instance (GUID)"), "Key Protect has no instances to choose");
}

#[tokio::test(flavor = "current_thread")]
async fn an_instance_is_put_together_from_its_parts() {
    let half = crn("crn:v1:bluemix:public:databases-for-redis:eu-de::::");
    let html = page(apply(&two_gateways(), &half).unwrap(), "app-kms").await;
    has(
        &html,
        &[
            r#"value="Databases for Redis""#,
            "Account that owns the instance",
            "Instance (GUID)",
            r#"<option value="eu-de" selected="selected""#,
            "service instance that is not named yet",
            "names no instance of Databases for Redis",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_text_that_is_no_crn_is_split_all_the_same() {
    let html =
        page(apply(&two_gateways(), &crn("crn:v1:bluemix:public:KMS:us-south")).unwrap(), "app-kms").await;
    has(&html, &[r#"<div class="wrong"><dt>service, not one</dt><dd>KMS</dd></div>"#, "it has 6 segments"]);
}

#[tokio::test(flavor = "current_thread")]
async fn entries_of_no_zone_can_be_removed_and_missing_ones_added() {
    let zone = Edit::text(Object::Address(key("app-kms"), 2), Field::Zone, "eu-de-1");
    let html = page(apply(&two_gateways(), &zone).unwrap(), "app-kms").await;
    has(&html, &["Remove the entry eu-de-1", "Plan an address in us-south-3"]);
}

fn example(text: &str) -> Plan {
    crate::plan::read(text).unwrap()
}

#[tokio::test(flavor = "current_thread")]
async fn buckets_are_bound_in_a_table_with_the_note_on_restrictions() {
    let plan = example(include_str!("../../../examples/local-access.json"));
    let html = page(plan.clone(), "local-cos").await;
    has(
        &html,
        &[
            "Local access: buckets bound to the gateway",
            "make its context-based restrictions first",
            r#"id="resource_bindings/invoices/target""#,
            "CRN of the bucket of reports",
            "Remove resource binding invoices",
            "Bind a bucket</button>",
            "Buckets bound to local-cos need context-based restrictions first.",
        ],
    );
    let primary = Edit::choose(Object::Gateway(key("local-cos")), Choice::Dns(DnsMode::Primary));
    let html = page(apply(&plan, &primary).unwrap(), "local-cos").await;
    has(&html, &["local-cos is primary and has resource bindings.", ">Use Disabled</button>"]);
    let html = page(two_gateways(), "app-kms").await;
    assert!(!html.contains("Bind a bucket"), "Key Protect has none");
}

#[tokio::test(flavor = "current_thread")]
async fn a_hub_has_primary_gateways_only() {
    let html = page(example(include_str!("../../../examples/dns-hub.json")), "hub-kms").await;
    has(&html, &["Not in a DNS hub: its gateways are Primary.", "every VPC that is bound to this hub"]);
}

#[test]
fn a_gateway_that_is_gone_is_none() {
    let view = Seen::of(&Rc::new(two_gateways()));
    assert!(Of::new(&view, &key("gone"), &Dispatch::new(Callback::noop())).is_none());
}
