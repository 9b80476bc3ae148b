//! What stands around the resources: versions, provider, variables, outputs.

use super::gateways::key;
use super::hcl::{Block, Expr, Item, attr, entry, field, raw, text};
use super::names::{id, label, variable};
use super::push;
use crate::plan::{Field, Object};
use crate::steps::{Kind, Known, LookUp, Run, Step};

/// The lowest version of Terraform that IBM recommends for the provider's
/// version 2 (its README of 5 Aug 2026).
const TERRAFORM: &str = ">= 1.5.1";
const PROVIDER: &str = ">= 2.1.0, < 3.0.0";

pub(super) fn versions() -> Vec<Item> {
    let ibm = Expr::Object(vec![
        field("source", text("IBM-Cloud/ibm"), None),
        field("version", text(PROVIDER), None),
    ]);
    let providers = Block::new("required_providers", &[], vec![attr("ibm", ibm, None)]);
    let items = vec![attr("required_version", text(TERRAFORM), None), Item::Blank, Item::Block(providers)];
    vec![Item::Block(Block::new("terraform", &[], items))]
}

pub(super) fn provider(run: &Run) -> Vec<Item> {
    let region = attr("region", text(&run.region), run.region_place.clone());
    vec![
        Item::Comment("The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.".to_owned()),
        Item::Block(Block::new("provider", &["ibm"], vec![region])),
    ]
}

/// What differs from account to account.
fn given(run: &Run) -> impl Iterator<Item = &LookUp> {
    run.steps.iter().filter_map(|step| match step {
        // What is taken over stands in `imports.tf`.
        Step::LookUp(s) if s.thing.adopted => None,
        Step::LookUp(s) => match (&s.thing.known, s.thing.kind) {
            (Known::Id(_), _) | (Known::Name, Kind::ResourceGroup) => Some(s),
            (Known::Name | Known::Made, _) => None,
        },
        Step::Vpc(_)
        | Step::Prefix(_)
        | Step::Subnet(_)
        | Step::Group(_)
        | Step::Rule(_)
        | Step::Gateway(_)
        | Step::ReservedIp(_)
        | Step::Binding(_)
        | Step::Tags(_)
        | Step::Adopt(_) => None,
    })
}

pub(super) fn variables(run: &Run) -> Vec<Item> {
    let mut items = Vec::new();
    let mut declare = |name: &str, description: String| {
        let attrs = vec![
            attr("description", text(description), None),
            attr("type", raw("string"), None),
            attr("nullable", raw("false"), None),
        ];
        push(&mut items, Block::new("variable", &[name], attrs));
    };
    if run.account.is_some() {
        declare("account_id", "Account that the plan is for".to_owned());
    }
    for s in given(run) {
        let what = if s.thing.known == Known::Name { "Name" } else { "ID" };
        let (kind, label) = (s.thing.kind.name(), s.thing.label());
        let description = match &s.thing.known {
            Known::Id(id) if id == label => format!("{what} of an existing {kind}"),
            Known::Id(_) | Known::Name | Known::Made => format!("{what} of the existing {kind} {label}"),
        };
        declare(&variable(&s.thing), description);
    }
    items
}

pub(super) fn values(run: &Run) -> Vec<Item> {
    let account = run
        .account
        .iter()
        .map(|account| attr("account_id", text(account.as_str()), Object::Plan.at(Field::Account)));
    let values = given(run).map(|s| {
        let value = s.id().unwrap_or(&s.thing.name);
        attr(&variable(&s.thing), text(value), s.place.clone())
    });
    account.chain(values).collect()
}

/// One output for each gateway that is new or taken over. Its addresses are read from the reserved
/// IPs, because the gateway's own list is one refresh behind.
pub(super) fn outputs(run: &Run) -> Vec<Item> {
    let mut items = Vec::new();
    for step in &run.steps {
        let Step::Gateway(gateway) = step.plain() else { continue };
        let label = label(&gateway.thing.key);
        let resource = format!("ibm_is_virtual_endpoint_gateway.{label}");
        let addresses = gateway.addresses.iter().map(|address| {
            let kind = match address.existing() {
                Some(ip) if !ip.adopted => "ibm_is_virtual_endpoint_gateway_ip",
                Some(_) | None => "ibm_is_subnet_reserved_ip",
            };
            entry(&address.slot, raw(format!("{kind}.{label}[{}].address", key(address))), None)
        });
        let value = Expr::Object(vec![
            field("id", raw(id(&gateway.thing)), None),
            field("crn", raw(format!("{resource}.crn")), None),
            field("service_endpoints", raw(format!("{resource}.service_endpoints")), None),
            field("addresses", Expr::Object(addresses.collect()), None),
        ]);
        let attrs = vec![
            attr("description", text(format!("Endpoint gateway {}", gateway.thing.label())), None),
            attr("value", value, None),
        ];
        push(&mut items, Block::new("output", &[&label], attrs));
    }
    items
}
