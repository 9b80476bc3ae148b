//! Bodies of requests.

use crate::catalog::DNS_MODE;
use crate::export::Tool;
use crate::export::shell::Vars;
use crate::export::text::{self, Text};
use crate::export::words::{direction, dns_mode, dns_shared, has, protocol, target_kind};
use crate::model::Aims;
use crate::plan::{DnsMode, Field, Object, Place, TargetKind};
use crate::steps::{
    Address, Delegation, DnsBinding, ForGateway, From, Gateway, Hub, Known, Ref, Remote, ResourceBinding,
    Rule, Subnet, Tags, Vpc,
};

/// A JSON value of which some leaves are text of the plan or ids.
#[derive(Debug)]
pub(super) enum Json {
    /// A text of the plan.
    Text(String),
    /// JSON that is the planner's own: a word in quotes, a number, a boolean, `$CRN`.
    Word(String),
    /// The id of a thing, as `{"id": …}`.
    Id(Ref),
    /// An object: keys, values, and the places they spell.
    Object(Vec<(&'static str, Self, Option<Place>)>),
    /// A list.
    List(Vec<(Self, Option<Place>)>),
}

/// An entry of an object.
pub(super) type Entry = (&'static str, Json, Option<Place>);

pub(super) fn text(key: &'static str, text: &str, place: Place) -> Entry {
    (key, Json::Text(text.to_owned()), Some(place))
}

pub(super) fn own_word(key: &'static str, word: &str, place: Place) -> Entry {
    (key, Json::Word(format!("\"{word}\"")), Some(place))
}

pub(super) fn id(key: &'static str, thing: &Ref, place: impl Into<Option<Place>>) -> Entry {
    (key, Json::Id(thing.clone()), place.into())
}

/// A number, where it is one of a port.
pub(super) fn number(key: &'static str, port: &str, place: Place) -> Entry {
    let number = port.parse::<u16>().map(|n| Json::Word(n.to_string()));
    (key, number.unwrap_or_else(|_| Json::Text(port.to_owned())), Some(place))
}

/// A body with a name, and a VPC and a resource group where there are such.
pub(super) fn named(
    object: &Object,
    name: &str,
    vpc: Option<&Ref>,
    resource_group: Option<&Ref>,
    more: Vec<Entry>,
) -> Json {
    let mut entries = vec![text("name", name, object.clone().at(Field::Name))];
    entries.extend(vpc.map(|vpc| id("vpc", vpc, object.clone().at(Field::Vpc))));
    entries.extend(resource_group.map(|g| id("resource_group", g, object.clone().at(Field::ResourceGroup))));
    entries.extend(more);
    Json::Object(entries)
}

pub(super) fn prefix(object: &Object, name: &str, zone: &str, cidr: &str) -> Json {
    let at = |field| object.clone().at(field);
    let zone = Json::Object(vec![text("name", zone, at(Field::Zone))]);
    Json::Object(vec![
        text("name", name, at(Field::Name)),
        ("zone", zone, Some(at(Field::Zone))),
        text("cidr", cidr, at(Field::Cidr)),
    ])
}

pub(super) fn vpc_entries(object: &Object, vpc: &Vpc) -> Vec<Entry> {
    let management = if vpc.auto_prefixes { "auto" } else { "manual" };
    let mut entries =
        vec![own_word("address_prefix_management", management, object.clone().at(Field::PrefixManagement))];
    if vpc.enable_hub {
        let place = object.clone().at(Field::EnableHub);
        let hub = Json::Object(vec![("enable_hub", Json::Word("true".to_owned()), Some(place))]);
        entries.push(("dns", hub, None));
    }
    entries
}

/// The identity of a hub.
fn hub(hub: &Hub, object: &Object) -> Entry {
    match hub {
        Hub::Vpc(vpc) => id("vpc", vpc, object.clone().at(Field::Hub)),
        Hub::Crn(crn) => {
            let crn = text("crn", crn, object.clone().at(Field::HubCrn));
            ("vpc", Json::Object(vec![crn]), None)
        }
    }
}

pub(super) fn dns_binding(object: &Object, binding: &DnsBinding) -> Json {
    let name = text("name", &binding.name, object.clone().at(Field::Name));
    Json::Object(vec![name, hub(&binding.hub, object)])
}

/// The body that has a VPC's names resolved by its hub.
pub(super) fn resolver(object: &Object, delegation: &Delegation) -> Json {
    let place = Object::Vpc(delegation.vpc.key.clone()).at(Field::Resolver);
    let resolver = Json::Object(vec![own_word("type", "delegated", place), hub(&delegation.hub, object)]);
    let dns = Json::Object(vec![("resolver", resolver, None)]);
    Json::Object(vec![("dns", dns, None)])
}

pub(super) fn resource_binding(object: &Object, binding: &ResourceBinding) -> Json {
    let at = |field| object.clone().at(field);
    let target = Json::Object(vec![text("crn", &binding.target, at(Field::Target))]);
    Json::Object(vec![text("name", &binding.name, at(Field::Name)), ("target", target, None)])
}

pub(super) fn subnet_entries(object: &Object, subnet: &Subnet) -> Vec<Entry> {
    let mut entries = vec![text("ipv4_cidr_block", &subnet.cidr, object.clone().at(Field::Cidr))];
    entries.extend(subnet.acl.as_ref().map(|a| id("network_acl", a, object.clone().at(Field::NetworkAcl))));
    entries
}

pub(super) fn rule(object: &Object, rule: &Rule, targets: &Aims) -> Json {
    let at = |field| object.clone().at(field);
    let mut entries = vec![
        own_word("direction", direction(rule.direction), at(Field::Direction)),
        own_word("protocol", protocol(rule.protocol, targets, Tool::Api), at(Field::Protocol)),
    ];
    if let Some((min, max)) = &rule.ports {
        entries.push(number("port_min", min, at(Field::PortMin)));
        entries.push(number("port_max", max, at(Field::PortMax)));
    }
    let side = |key, value: &str| Json::Object(vec![text(key, value, at(Field::Remote))]);
    entries.push(match &rule.remote {
        Remote::Address(address) => ("remote", side("address", address), Some(at(Field::Remote))),
        Remote::Block(block) => ("remote", side("cidr_block", block), Some(at(Field::Remote))),
        Remote::Group(group) => id("remote", group, at(Field::RemoteGroup)),
    });
    if !rule.name.is_empty() {
        entries.push(text("name", &rule.name, at(Field::Name)));
    }
    Json::Object(entries)
}

pub(super) fn gateway(object: &Object, gateway: &Gateway, targets: &Aims) -> Json {
    let at = |field| object.clone().at(field);
    let kind = own_word("resource_type", target_kind(gateway.target_kind), at(Field::TargetKind));
    let (target, field) = match gateway.target_kind {
        TargetKind::ProviderInfrastructureService => ("name", Field::TargetName),
        TargetKind::ProviderCloudService | TargetKind::PrivatePathServiceGateway => ("crn", Field::Crn),
    };
    let target = Json::Object(vec![kind, text(target, &gateway.target, at(field))]);
    let mut entries = vec![
        text("name", &gateway.thing.name, at(Field::Name)),
        id("vpc", &gateway.vpc, at(Field::Vpc)),
        ("target", target, None),
    ];
    if !gateway.addresses.is_empty() {
        let ips = gateway.addresses.iter().map(|a| ip(a)).collect();
        entries.push(("ips", Json::List(ips), None));
    }
    if !gateway.groups.is_empty() {
        let groups = gateway.groups.iter().map(|g| (Json::Id(g.clone()), None)).collect();
        entries.push(("security_groups", Json::List(groups), Some(at(Field::SecurityGroups))));
    }
    entries.extend(dns(gateway.dns, &at(Field::Dns), targets));
    entries
        .extend(gateway.resource_group.as_ref().map(|g| id("resource_group", g, at(Field::ResourceGroup))));
    Json::Object(entries)
}

/// The DNS mode: a word, or two booleans before there was one.
pub(super) fn dns(mode: DnsMode, place: &Place, targets: &Aims) -> Vec<Entry> {
    if has(targets, Tool::Api, &DNS_MODE) {
        return vec![own_word("dns_resolution_binding_mode", dns_mode(mode), place.clone())];
    }
    let shared = Json::Word(dns_shared(mode).to_owned());
    let mut entries = vec![("allow_dns_resolution_binding", shared, Some(place.clone()))];
    if mode == DnsMode::PerResourceBinding {
        entries.push(("allow_resource_binding", Json::Word("true".to_owned()), Some(place.clone())));
    }
    entries
}

fn ip(address: &Address) -> (Json, Option<Place>) {
    let at = |field| address.object.clone().at(field);
    match &address.from {
        From::Existing(ip) => (Json::Id(ip.clone()), Some(at(Field::ReservedIp))),
        From::New { name, address: given, auto_delete } => {
            let mut entries =
                vec![id("subnet", &address.subnet, at(Field::Subnet)), text("name", name, at(Field::Zone))];
            entries.extend(given.as_ref().map(|given| text("address", given, at(Field::Address))));
            entries.push(("auto_delete", Json::Word(auto_delete.to_string()), None));
            (Json::Object(entries), None)
        }
    }
}

/// The body that reserves an address for a gateway that exists.
pub(super) fn reserved_ip(of: &ForGateway) -> Json {
    let From::New { name, address, auto_delete } = &of.address.from else { return Json::Object(Vec::new()) };
    let at = |field| of.address.object.clone().at(field);
    let mut entries = vec![text("name", name, at(Field::Zone))];
    entries.extend(address.as_ref().map(|a| text("address", a, at(Field::Address))));
    entries.push(("auto_delete", Json::Word(auto_delete.to_string()), None));
    entries.push(id("target", &of.gateway, None));
    Json::Object(entries)
}

/// The body that attaches tags; `$CRN` is the gateway's.
pub(super) fn tags(object: &Object, tags: &Tags) -> Json {
    let place = object.clone().at(tags.kind.field());
    let crn = Json::Word("$CRN".to_owned());
    let names = tags.tags.iter().map(|t| (Json::Text(t.clone()), Some(place.clone()))).collect();
    let resource = Json::Object(vec![("resource_id", crn, None)]);
    Json::Object(vec![
        ("resources", Json::List(vec![(resource, None)]), None),
        ("tag_names", Json::List(names), Some(place.clone())),
    ])
}

/// Writes a body as JSON in which ids that are not known are variables of jq, with the
/// names that they have in the script. Returns the things whose ids they are, each once.
///
/// This is a program of jq: a text of the plan is a string of JSON, and such a string
/// means the same in jq, since JSON writes each backslash twice and so never the `\(` by
/// which jq begins an expression in a string.
pub(super) fn program<'b>(out: &mut Text, body: &'b Json, vars: &Vars<'_>) -> Vec<&'b Ref> {
    let mut writer = Writer { out, vars, unknown: Vec::new() };
    writer.write(0, "", body, None, "");
    writer.unknown
}

struct Writer<'w, 'b, 'v> {
    out: &'w mut Text,
    vars: &'w Vars<'v>,
    unknown: Vec<&'b Ref>,
}

impl<'b> Writer<'_, 'b, '_> {
    fn write(&mut self, indent: usize, lead: &str, value: &'b Json, place: Option<&Place>, end: &str) {
        let pad = " ".repeat(indent);
        let (open, close) = match value {
            Json::Object(_) => ("{", "}"),
            Json::List(_) => ("[", "]"),
            Json::Text(_) | Json::Word(_) | Json::Id(_) => {
                let leaf = self.leaf(value);
                return self.out.push(&format!("{pad}{lead}{leaf}{end}"), place.cloned());
            }
        };
        self.out.push(&format!("{pad}{lead}{open}"), None);
        match value {
            Json::Object(entries) => {
                for (i, (key, value, place)) in entries.iter().enumerate() {
                    let comma = if i + 1 == entries.len() { "" } else { "," };
                    self.write(indent + 2, &format!("\"{key}\": "), value, place.as_ref(), comma);
                }
            }
            Json::List(items) => {
                for (i, (item, own)) in items.iter().enumerate() {
                    let comma = if i + 1 == items.len() { "" } else { "," };
                    self.write(indent + 2, "", item, own.as_ref().or(place), comma);
                }
            }
            Json::Text(_) | Json::Word(_) | Json::Id(_) => {}
        }
        self.out.push(&format!("{pad}{close}{end}"), None);
    }

    fn leaf(&mut self, value: &'b Json) -> String {
        match value {
            Json::Text(text) => text::json(text),
            Json::Word(json) => json.clone(),
            Json::Id(thing) => match &thing.known {
                Known::Id(id) => format!("{{\"id\": {}}}", text::json(id)),
                Known::Made | Known::Name => {
                    if !self.unknown.iter().any(|t| t.kind == thing.kind && t.key == thing.key) {
                        self.unknown.push(thing);
                    }
                    format!("{{\"id\": {}}}", self.vars.value(thing))
                }
            },
            Json::Object(_) | Json::List(_) => String::new(),
        }
    }
}
