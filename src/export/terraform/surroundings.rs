//! What stands around the resources: versions, provider, variables, outputs.

use super::gateways::key;
use super::hcl::{Attr, Block, Expr, Item, attr, entry, field, raw, text};
use super::names::{id, label, variable};
use super::push;
use crate::export::Heading;
use crate::plan::{Field, Key, Object};
use crate::steps::{Kind, Known, LookUp, Run, Scope, Step, Thing};

/// The lowest version of Terraform that IBM recommends for the provider's
/// version 2 (its README of 5 Aug 2026).
pub(super) const TERRAFORM: &str = ">= 1.5.1";

pub(super) fn versions(heading: &Heading) -> Vec<Item> {
    let provider = Object::Plan.at(Field::Provider);
    let constraint = heading.targets.provider.constraint();
    let ibm = Expr::Object(vec![
        field("source", text("IBM-Cloud/ibm"), None),
        field("version", text(constraint), provider),
    ]);
    let providers = Block::new("required_providers", &[], vec![attr("ibm", ibm, None)]);
    let items = vec![attr("required_version", text(TERRAFORM), None), Item::Blank, Item::Block(providers)];
    vec![Item::Block(Block::new("terraform", &[], items))]
}

pub(super) fn provider(run: &Run) -> Vec<Item> {
    let region = match &run.scope {
        Scope::Region { code, place } => vec![attr("region", text(code), place.clone())],
        Scope::Policies => Vec::new(),
    };
    vec![
        Item::Comment("The API key comes from the environment: IC_API_KEY or IBMCLOUD_API_KEY.".to_owned()),
        Item::Block(Block::new("provider", &["ibm"], region)),
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
        | Step::Acl(_)
        | Step::AclRule(_)
        | Step::Subnet(_)
        | Step::Group(_)
        | Step::Rule(_)
        | Step::DnsBinding(_)
        | Step::ResourceBinding(_)
        | Step::Resolver(_)
        | Step::Gateway(_)
        | Step::ReservedIp(_)
        | Step::Binding(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Change(_)
        | Step::Adopt(_) => None,
    })
}

pub(super) fn variables(run: &Run) -> Vec<Item> {
    let mut items = Vec::new();
    if run.account.is_some() {
        let is_id = "can(regex(\"^[0-9a-f]{32}$\", var.account_id))";
        let says = "The ID of an account has 32 digits of 0-9 and a-f.";
        let what = match run.scope {
            Scope::Region { .. } => "ID of the account that the plan is for",
            Scope::Policies => "ID of the account that owns what is reached",
        };
        push(&mut items, variable_block("account_id", what, is_id, says));
    }
    for s in given(run) {
        let what = if s.thing.known == Known::Name { "Name" } else { "ID" };
        let (kind, label) = (s.thing.kind.name(), s.thing.label());
        let description = match &s.thing.known {
            Known::Id(id) if id == label => format!("{what} of an existing {kind}"),
            Known::Id(_) | Known::Name | Known::Made => format!("{what} of the existing {kind} {label}"),
        };
        let name = variable(&s.thing);
        let (condition, says) = match (&s.thing.known, s.thing.kind) {
            (Known::Name, _) => (format!("trimspace(var.{name}) != \"\""), "The name must not be empty."),
            (_, Kind::ResourceGroup) => (
                format!("can(regex(\"^[0-9a-f]{{32}}$\", var.{name}))"),
                "The ID of a resource group has 32 digits of 0-9 and a-f.",
            ),
            _ => (
                format!("can(regex(\"^[-0-9a-z_]{{1,64}}$\", var.{name}))"),
                "The ID has 1 to 64 characters of a-z, 0-9, hyphen and underscore.",
            ),
        };
        push(&mut items, variable_block(&name, &description, &condition, says));
    }
    items
}

/// A text that must be given. Forms of IDs: the API's own (ibm-vpc 0.36.0 and the
/// provider's pages, read 21 Nov 2026).
fn variable_block(name: &str, description: &str, condition: &str, says: &str) -> Block {
    let validation = vec![attr("condition", raw(condition), None), attr("error_message", text(says), None)];
    let items = vec![
        attr("description", text(description), None),
        attr("type", raw("string"), None),
        attr("nullable", raw("false"), None),
        Item::Blank,
        Item::Block(Block::new("validation", &[], validation)),
    ];
    Block::new("variable", &[name], items)
}

pub(super) fn values(run: &Run) -> Vec<Item> {
    let account =
        run.account.iter().map(|account| attr("account_id", text(account), run.account_place.clone()));
    let values = given(run).map(|s| {
        let value = s.id().unwrap_or(&s.thing.name);
        attr(&variable(&s.thing), text(value), s.place.clone())
    });
    account.chain(values).collect()
}

/// One output for each gateway that is new, taken over, or gets an address.
pub(super) fn outputs(run: &Run) -> Vec<Item> {
    let mut items = Vec::new();
    let mut told: Vec<&Key> = Vec::new();
    for step in &run.steps {
        let (gateway, description, mut value) = match step.plain() {
            Step::Gateway(s) => {
                let resource = format!("ibm_is_virtual_endpoint_gateway.{}", label(&s.thing.key));
                let what = "its host names, and its address in each zone";
                let value = vec![
                    field("id", raw(id(&s.thing)), None),
                    field("crn", raw(format!("{resource}.crn")), None),
                    field("service_endpoints", raw(format!("{resource}.service_endpoints")), None),
                ];
                (&s.thing, format!("Endpoint gateway {}: {what}", s.thing.label()), value)
            }
            Step::Binding(s) if s.gateway.known != Known::Name => {
                let what = "the addresses that it gets here";
                let value = vec![field("id", raw(id(&s.gateway)), None)];
                (&s.gateway, format!("Existing endpoint gateway {}: {what}", s.gateway.label()), value)
            }
            Step::Binding(_)
            | Step::LookUp(_)
            | Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Acl(_)
            | Step::AclRule(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::DnsBinding(_)
            | Step::ResourceBinding(_)
            | Step::Resolver(_)
            | Step::ReservedIp(_)
            | Step::Change(_)
            | Step::Tags(_)
            | Step::Policy(_)
            | Step::Adopt(_) => continue,
        };
        if told.contains(&&gateway.key) {
            continue;
        }
        told.push(&gateway.key);
        value.push(field("addresses", Expr::Object(addresses(run, gateway)), None));
        let attrs =
            vec![attr("description", text(description), None), attr("value", Expr::Object(value), None)];
        push(&mut items, Block::new("output", &[&label(&gateway.key)], attrs));
    }
    items
}

/// The addresses of a gateway by zone, read from the reserved IPs: the gateway's
/// own list is one refresh behind.
fn addresses(run: &Run, gateway: &Thing) -> Vec<Attr> {
    let label = label(&gateway.key);
    let bound = run.steps.iter().filter_map(|step| match step.plain() {
        Step::Binding(s) => (s.gateway.key == gateway.key).then_some(&s.address),
        Step::LookUp(_)
        | Step::Vpc(_)
        | Step::Prefix(_)
        | Step::Acl(_)
        | Step::AclRule(_)
        | Step::Subnet(_)
        | Step::Group(_)
        | Step::Rule(_)
        | Step::DnsBinding(_)
        | Step::ResourceBinding(_)
        | Step::Resolver(_)
        | Step::Gateway(_)
        | Step::ReservedIp(_)
        | Step::Change(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Adopt(_) => None,
    });
    let read = bound.map(|address| {
        let kind = match address.existing() {
            Some(ip) if !ip.adopted => "ibm_is_virtual_endpoint_gateway_ip",
            Some(_) | None => "ibm_is_subnet_reserved_ip",
        };
        entry(&address.slot, raw(format!("{kind}.{label}[{}].address", key(address))), None)
    });
    read.collect()
}
