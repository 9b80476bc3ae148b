//! The network's pages as they are drawn.

use super::testing::{after, frame, full};
use super::{AclsPage, GroupsPage, VpcPage};
use crate::app::testing::{key, markup};
use crate::edit::{Edit, New};
use crate::plan::{self, Field, Object, Plan, Taken};
use std::collections::BTreeSet;
use yew::prelude::*;

async fn vpc(plan: &Plan, of: &str, at: Option<&str>) -> String {
    markup(html! { <VpcPage vpc={key(of)} frame={frame(plan, at)} /> }).await
}

async fn groups(plan: &Plan) -> String {
    markup(html! { <GroupsPage vpc={key("prod")} frame={frame(plan, None)} /> }).await
}

async fn acls(plan: &Plan) -> String {
    markup(html! { <AclsPage vpc={key("prod")} frame={frame(plan, None)} /> }).await
}

/// The full plan with a network ACL of `vpe-1`, which has two rules.
fn with_acl() -> Plan {
    let rule = |k: &str, protocol| plan::Resource {
        key: key(k),
        wanted: plan::NetworkAclRule { name: k.to_owned(), protocol, ..plan::NetworkAclRule::default() },
        ..plan::Resource::default()
    };
    let rules = vec![rule("in", plan::Protocol::Tcp), rule("ping", plan::Protocol::Icmp)];
    let wanted = plan::NetworkAcl { name: "vpe-acl".to_owned(), rules, ..plan::NetworkAcl::default() };
    let acl = plan::Resource { key: key("acl"), wanted, ..plan::Resource::default() };
    let subnet = Object::Subnet(key("vpe-1"));
    let edits = [
        Edit::Add(New::Acl(key("prod"), acl)),
        Edit::choose(subnet, crate::edit::Choice::NetworkAcl(key("acl"))),
    ];
    after(&full(), edits)
}

/// The values of an attribute, in order.
fn values<'h>(html: &'h str, attribute: &str) -> Vec<&'h str> {
    let opening = format!(" {attribute}=\"");
    html.split(opening.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The text of the label of the control with this id.
fn label<'h>(html: &'h str, id: &str) -> Option<&'h str> {
    let (_, rest) = html.split_once(&format!("<label for=\"{id}\""))?;
    let (_, rest) = rest.split_once('>')?;
    rest.split("</label>").next()
}

fn has(html: &str, part: &str) {
    assert!(html.contains(part), "{part} is not in\n{html}");
}

fn has_not(html: &str, part: &str) {
    assert!(!html.contains(part), "{part} is in\n{html}");
}

/// All controls have a label, all ids are of one element, and what describes a
/// control is there.
fn holds_together(html: &str) {
    let ids = values(html, "id");
    let known: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(known.len(), ids.len(), "an id is used twice: {ids:?}");
    for control in
        html.split('<').filter(|e| ["input ", "select ", "textarea "].iter().any(|n| e.starts_with(n)))
    {
        if !control.contains("type=\"radio\"") {
            let id = values(control, "id")[0];
            assert!(label(html, id).is_some_and(|l| !l.trim().is_empty()), "{id} has no label");
        }
    }
    for said in values(html, "aria-describedby").iter().chain(&values(html, "aria-labelledby")) {
        assert!(said.split(' ').all(|id| known.contains(id)), "{said} is nowhere");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn pages_hold_together() {
    let empty = after(&full(), [Edit::text(Object::Vpc(key("fresh")), Field::Region, "")]);
    for html in [
        vpc(&full(), "prod", None).await,
        vpc(&full(), "prod", Some("reserved_ips/spare/name")).await,
        vpc(&full(), "fresh", None).await,
        vpc(&empty, "fresh", None).await,
        groups(&full()).await,
        acls(&full()).await,
        acls(&with_acl()).await,
    ] {
        holds_together(&html);
        assert!(values(&html, "style").is_empty(), "the page's policy refuses style attributes");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn each_field_is_named_with_its_row() {
    let html = vpc(&full(), "prod", Some("subnets/vpe-1")).await;
    for (id, expected) in [
        ("subnets/app-1/cidr", "CIDR of app-1"),
        ("subnets/app-1/id", "ID of app-1"),
        ("subnets/vpe-1/zone", "Zone of vpe-1"),
        ("subnets/vpe-1/resource_group", "Resource group of vpe-1 (optional)"),
        ("subnets/vpe-1/taken/1/addresses", "Addresses of entry 2 of vpe-1"),
        ("reserved_ips/spare/address", "Address of spare"),
        ("prefixes/p1/cidr", "CIDR of address prefix 10.240.0.0/18"),
        ("subnets/vpe-1/paste", "Rows of taken addresses of vpe-1"),
    ] {
        assert_eq!(label(&html, id), Some(expected), "{id}");
    }
    let html = groups(&full()).await;
    assert_eq!(label(&html, "rules/https/port_max"), Some("Last port of rule https"));
    assert_eq!(label(&html, "rules/from-clients/remote_group"), Some("Group of rule from-clients"));
    has_not(&html, "id=\"rules/ping/port_min\"");
    let html = acls(&with_acl()).await;
    assert_eq!(label(&html, "network_acl_rules/in/source"), Some("Source of rule in"));
    let last = "network_acl_rules/in/destination_port_max";
    assert_eq!(label(&html, last), Some("Last destination port of rule in"));
    has_not(&html, "id=\"network_acl_rules/ping/source_port_min\"");
    has(&html, "Subnet vpe-1 has it.");
    let html = vpc(&with_acl(), "prod", Some("subnets/vpe-1")).await;
    assert_eq!(label(&html, "subnets/vpe-1/network_acl"), Some("Network ACL of vpe-1"));
}

#[tokio::test(flavor = "current_thread")]
async fn a_rule_of_an_acl_moves_within_its_list() {
    let html = acls(&with_acl()).await;
    has(&html, "Move rule in down");
    let off = html.split('<').filter(|e| e.starts_with("button") && e.contains("disabled"));
    let off: Vec<&str> = off.flat_map(|e| values(e, "id")).collect();
    assert_eq!(off, ["network_acl_rules/in:up", "network_acl_rules/ping:down"]);
}

#[tokio::test(flavor = "current_thread")]
async fn the_address_chooses_the_subnet_that_is_shown() {
    for (at, shown) in [
        (None, "app-1"),
        (Some("subnets/vpe-1/taken/0/addresses"), "vpe-1"),
        (Some("reserved_ips/spare/name"), "vpe-1"),
        (Some("subnets/nobody"), "app-1"),
        (Some("vpcs/prod/name"), "app-1"),
    ] {
        let html = vpc(&full(), "prod", at).await;
        has(&html, &format!("<h2 id=\"subnets/{shown}\" tabindex=\"-1\">"));
        assert_eq!(html.matches("aria-current=\"true\"").count(), 1, "{at:?}");
    }
}

#[tokio::test(flavor = "current_thread")]
async fn use_is_told_in_figures_and_row_by_row() {
    let html = vpc(&full(), "prod", Some("subnets/vpe-1")).await;
    has(&html, "5 held by IBM Cloud, 4 taken, 1 planned, 54 free of 64");
    has(&html, ">0 + 1</td>");
    has(&html, "59 usable, 54 free: 54 more gateways fit. The next free address is 10.240.8.4.");
    has(&html, "<th scope=\"row\" class=\"mono\">10.240.8.40 to 41</th>");
    has(&html, "Taken and planned");
    has(&html, "1 more address will be chosen by IBM Cloud, for cos.");
}

#[tokio::test(flavor = "current_thread")]
async fn what_ibm_cloud_makes_is_shown_and_not_edited() {
    let html = vpc(&full(), "fresh", None).await;
    has(&html, "default, made by IBM Cloud");
    has(&html, "10.243.64.0/18");
    assert!(!values(&html, "value").contains(&"10.243.64.0/18"));
    has_not(&html, ">Origin</th>");
    let unknown = after(&full(), [Edit::Remove(Object::Prefix(key("p1")))]);
    has(&vpc(&unknown, "prod", None).await, "None is given, so they are unknown");
}

#[tokio::test(flavor = "current_thread")]
async fn what_is_wrong_stands_below_its_row_with_its_fix() {
    let plan = after(
        &full(),
        [
            Edit::text(Object::Subnet(key("vpe-1")), Field::Cidr, "10.240.8.7/26"),
            Edit::text(Object::Prefix(key("p1")), Field::Cidr, ""),
            Edit::text(Object::Rule(key("https")), Field::PortMin, "x"),
            Edit::Add(New::Taken(key("app-1"), Taken::default())),
        ],
    );
    let html = vpc(&plan, "prod", None).await;
    holds_together(&html);
    let (_, row) = html.split_once("id=\"subnets/vpe-1/row\"").unwrap();
    let (row, _) = row.split_once("</tbody>").unwrap();
    has(row, "aria-describedby=\"subnets/vpe-1/row:findings\"");
    has(row, ">Use 10.240.8.0/26</button>");
    has(&html, "The CIDR of");
    has(&html, ">Take the empty entry out</button>");
    let html = groups(&plan).await;
    holds_together(&html);
    has(&html, "\"x\" cannot be the first port");
}

#[tokio::test(flavor = "current_thread")]
async fn a_hostile_name_stays_text() {
    let name = "\"><img src=x onerror=alert(1)>";
    let plan = after(
        &full(),
        [
            Edit::text(Object::Vpc(key("prod")), Field::Name, name),
            Edit::text(Object::Subnet(key("vpe-1")), Field::Name, name),
            Edit::text(Object::Taken(key("vpe-1"), 0), Field::Holder, name),
            Edit::text(Object::Group(key("clients")), Field::Name, name),
        ],
    );
    for html in [vpc(&plan, "prod", Some("subnets/vpe-1")).await, groups(&plan).await] {
        has_not(&html, "<img");
        has_not(&html, &format!("--vpc {name}"));
    }
}

#[tokio::test(flavor = "current_thread")]
async fn a_vpc_is_a_hub_or_is_bound_to_one() {
    let plan = plan::read(include_str!("../../../examples/dns-hub.json")).unwrap();
    let html = vpc(&plan, "hub", None).await;
    let hub =
        html.split('<').find(|e| e.contains(r#"id="vpcs/hub/dns/enable_hub""#) && e.starts_with("input"));
    assert!(hub.is_some_and(|e| e.contains("checked")), "{html}");
    assert!(!html.contains("Bind it to a DNS hub"), "a hub is bound to none");
    holds_together(&html);
    let html = vpc(&plan, "app", None).await;
    assert!(html.contains("Bound to a hub") && html.contains("six minutes"), "{html}");
    assert!(html.contains("Remove DNS resolution binding app-to-hub"), "{html}");
    holds_together(&html);
    let alone = after(&plan, [Edit::Remove(Object::DnsBinding(key("app-to-hub")))]);
    let html = vpc(&alone, "app", None).await;
    assert!(html.contains("Bind it to a DNS hub</button>"), "{html}");
}
