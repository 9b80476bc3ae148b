//! The page of all gateways, and the names of one, as markup.

use super::{Apply, GatewaysPage, asked, names, names_of, order::Column, order::Wish, sorted};
use crate::app::shell::Frame;
use crate::app::testing::{key, markup};
use crate::app::view::Seen;
use crate::edit::{Choice, Edit, apply};
use crate::plan::{Field, Key, Object, Plan, Resolver, Resource, TargetKind, read};
use std::rc::Rc;
use yew::prelude::*;

fn thirty() -> Plan {
    read(include_str!("../../../tests/mistakes/plans/thirty.json")).unwrap()
}

fn hub() -> Plan {
    read(include_str!("../../../examples/dns-hub.json")).unwrap()
}

async fn page(plan: Plan) -> String {
    let view = Seen::of(&Rc::new(plan));
    let frame = Frame { before: view.clone(), view, at: None, onstep: Callback::noop() };
    markup(html! { <GatewaysPage {frame} /> }).await
}

fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is not in\n{html}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_gateway_has_a_row_of_labelled_fields() {
    let html = page(thirty()).await;
    has(
        &html,
        &[
            r#"<label for="gateways/us-kms/name" class="vh">Name of us-kms</label>"#,
            r#"<label for="gateways/de-kms/addresses/eu-de-1/address" class="vh">Address of de-kms in eu-de-1</label>"#,
            "DNS mode of au-pg",
            "Apply to all 30 gateways\u{2026}",
            r#"<span role="status">30 gateways.</span>"#,
            r#"<option value="de">de-vpc</option>"#,
        ],
    );
    assert_eq!(html.matches("<tbody id=\"gateways/").count(), 30, "{html}");
    assert!(!html.contains("aria-sort"), "nothing is sorted by a column at first");
    assert!(!html.contains("Next rows"), "thirty rows are drawn at once");
}

#[tokio::test(flavor = "current_thread")]
async fn fifty_rows_are_drawn_at_a_time() {
    let mut plan = thirty();
    for n in 0..30 {
        let copy = plan.gateways[n].clone();
        let again = Resource { key: Key::new(&format!("{}-again", copy.key)).unwrap(), ..copy };
        plan.gateways.push(again);
    }
    let html = page(plan).await;
    assert_eq!(html.matches("<tbody id=\"gateways/").count(), 50);
    has(&html, &["Rows 1 to 50 of 60", "Next rows"]);
}

#[tokio::test(flavor = "current_thread")]
async fn errors_and_warnings_stand_below_their_row_with_their_fix() {
    let at = Object::Address(key("de-cos"), 0);
    let clash = Edit::text(at, Field::Address, "10.243.8.4");
    let html = page(apply(&thirty(), &clash).unwrap()).await;
    has(
        &html,
        &[
            r#"id="gateways/de-cos:findings""#,
            r#"aria-invalid="true" aria-describedby="gateways/de-cos:findings""#,
            "<b>Error: 10.243.8.4 is already planned for de-kms.</b>",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_hub_s_gateway_is_primary_and_only_object_storage_is_bound_per_resource() {
    let html = page(hub()).await;
    let select = |id: &str| {
        let start = html.find(&format!(r#"<select id="gateways/{id}/dns""#)).unwrap();
        html[start..].split("</select>").next().unwrap().to_owned()
    };
    assert!(!select("hub-kms").contains("Disabled"), "{}", select("hub-kms"));
    has(&select("data-cos"), &["Primary", "Disabled", "Per resource binding"]);
    let html = page(thirty()).await;
    let start = html.find(r#"<select id="gateways/us-kms/dns""#).unwrap();
    assert!(!html[start..].split("</select>").next().unwrap().contains("Per resource binding"));
}

#[tokio::test(flavor = "current_thread")]
async fn names_are_told_with_the_vpcs_that_resolve_them() {
    assert!(!page(hub()).await.contains("ledger.s3"), "they are shown when they are asked for");
    let table = async |plan: Plan| markup(names::table(&Seen::of(&Rc::new(plan)), &[2, 0])).await;
    let html = table(hub()).await;
    has(
        &html,
        &[
            "private.us-south.kms.cloud.ibm.com",
            "ledger.s3.direct.us-south.cloud-object-storage.appdomain.cloud",
            "<b>hub</b>: the gateway is in it",
            "<b>data, hub, app</b>: this mode answers for bound buckets only",
            "<b>app, data</b>: bound to the hub, whose resolver IBM calls essential",
            "the hub's gateway for the service",
        ],
    );
    assert!(html.find("hub-kms") < html.find("data-cos"), "in the order of the table");
    let delegated = Edit::choose(Object::Vpc(key("app")), Choice::Resolver(Resolver::Delegated));
    let html = table(apply(&hub(), &delegated).unwrap()).await;
    has(&html, &["<b>app</b>: the hub's resolver answers here and knows the gateway"]);
}

#[tokio::test(flavor = "current_thread")]
async fn a_gateway_tells_its_names_and_what_a_star_means() {
    let view = Seen::of(&Rc::new(thirty()));
    let ix = view.model.gateways.indexes().nth(3).unwrap();
    let html = markup(names_of(&view, ix)).await;
    has(
        &html,
        &[
            "us.icr.io, icr.io, *.icr.io</span> (a star stands for every name below)",
            "<td data-l=\"Why\">the gateway is in it</td>",
            "2 other VPCs of the plan share no DNS with us-vpc",
        ],
    );
}

#[tokio::test(flavor = "current_thread")]
async fn a_plan_without_gateways_says_so() {
    has(&page(Plan::default()).await, &["The plan has no gateway yet."]);
    let view = Seen::of(&Rc::new(thirty()));
    let gateways = Rc::new(Vec::new());
    let html = markup(html! { <Apply {view} {gateways} scope="all zones" addresses=true /> }).await;
    has(&html, &[r#"aria-expanded="false""#, "Apply to all zones\u{2026}"]);
}

#[test]
fn a_heading_sorts_up_then_down_then_not() {
    let mut wish = Wish { from: 50, ..Wish::default() };
    let mut seen = Vec::new();
    for column in [Column::Name, Column::Name, Column::Name, Column::Vpc, Column::Dns] {
        wish = sorted(&wish, column);
        seen.push(wish.sort);
    }
    let expected = [
        Some((Column::Name, false)),
        Some((Column::Name, true)),
        None,
        Some((Column::Vpc, false)),
        Some((Column::Dns, false)),
    ];
    assert_eq!((seen.as_slice(), wish.from), (expected.as_slice(), 0));
}

#[test]
fn filters_are_read_from_their_values() {
    let wish = |id: &str, value: &str, on: bool| asked(&Wish { from: 50, ..Wish::default() }, id, value, on);
    assert_eq!(wish("find-vpc", "de", false).vpc, Some(key("de")));
    assert_eq!(wish("find-vpc", "-", false).vpc, Some(Key::none()));
    assert_eq!(wish("find-vpc", "", false), Wish::default());
    assert_eq!(wish("find-kind", "path", false).kind, Some(TargetKind::PrivatePathServiceGateway));
    assert_eq!(wish("find-kind", "", false), Wish::default());
    assert!(wish("find-found", "on", true).found);
    assert_eq!(wish("find", "x", false).text, "x");
}
