//! `network.tf`: resource groups, VPCs and what belongs to them.

use super::hcl::{Block, Expr, Item, attr, raw, text};
use super::names::{id, label, variable};
use super::{mark, push};
use crate::catalog::{RULE_NAMES, RULE_PROTOCOLS};
use crate::export::not_here::{self, in_terraform};
use crate::export::words::{action, direction, has, protocol};
use crate::export::{Heading, Tool};
use crate::plan::{Field, Protocol};
use crate::steps::{AclRule, Hub, Kind, Known, LookUp, Ref, Remote, Rule, Run, Step};

pub(super) fn items(run: &Run, heading: &Heading) -> Vec<Item> {
    let mut items = Vec::new();
    if run.account.is_some() {
        push(&mut items, account("The API key belongs to another account than the plan."));
    }
    for step in &run.steps {
        let block = match step {
            Step::LookUp(s) => look_up(&mut items, s),
            Step::AclRule(s) if not_here::unknown_rule(s) => {
                tell(&mut items, step);
                None
            }
            Step::Acl(_) | Step::AclRule(_) => made(step, heading),
            Step::Vpc(_) | Step::Prefix(_) | Step::Subnet(_) | Step::Group(_) | Step::Rule(_) => {
                made(step, heading)
            }
            Step::DnsBinding(_) => made(step, heading),
            Step::Adopt(s) => made(&s.step, heading),
            Step::Resolver(_) => {
                tell(&mut items, step);
                None
            }
            Step::Gateway(_)
            | Step::ReservedIp(_)
            | Step::Binding(_)
            | Step::ResourceBinding(_)
            | Step::Tags(_)
            | Step::Change(_)
            | Step::Policy(_) => None,
        };
        if let Some(block) = block {
            mark(&mut items, heading, &step.object());
            push(&mut items, block);
        }
    }
    items
}

/// Label of the data that tells the account. No key begins so.
const ACCOUNT: &str = "_account";

/// The comparison of the account: reading any resource group tells it.
pub(super) fn account(differs: &str) -> Block {
    let check = Block::new(
        "postcondition",
        &[],
        vec![
            attr("condition", raw("self.account_id == var.account_id"), None),
            attr("error_message", text(differs), None),
        ],
    );
    let lifecycle = Block::new("lifecycle", &[], vec![Item::Block(check)]);
    Block::new(
        "data",
        &["ibm_resource_group", ACCOUNT],
        vec![attr("is_default", raw("true"), None), Item::Blank, Item::Block(lifecycle)],
    )
}

/// What finds something by its name; what is known by id is a variable.
fn look_up(items: &mut Vec<Item>, s: &LookUp) -> Option<Block> {
    if s.thing.known != Known::Name {
        return None;
    }
    let label = label(&s.thing.key);
    let name = || attr("name", text(&s.thing.name), s.place.clone());
    let vpc = s.within.iter().map(|vpc| attr("vpc", raw(id(vpc)), None));
    let (kind, attrs) = match s.thing.kind {
        Kind::ResourceGroup => {
            let name = raw(format!("var.{}", variable(&s.thing)));
            ("ibm_resource_group", vec![attr("name", name, s.place.clone())])
        }
        Kind::Vpc => ("ibm_is_vpc", vec![name()]),
        Kind::Subnet => ("ibm_is_subnet", std::iter::once(name()).chain(vpc).collect()),
        Kind::Group => ("ibm_is_security_group", std::iter::once(name()).chain(vpc).collect()),
        Kind::ReservedIp => return reserved_ip(items, s),
        // Only by id: the provider ends when it finds no gateway of a name.
        Kind::Gateway => return None,
        // As well: it has no data source for these.
        Kind::Acl | Kind::AclRule => {
            tell(items, &Step::LookUp(s.clone()));
            return None;
        }
    };
    Some(Block::new("data", &[kind, &label], attrs).of(s.place.clone()))
}

/// Reserved IPs can be listed, not found by name: one of the list is picked.
fn reserved_ip(items: &mut Vec<Item>, s: &LookUp) -> Option<Block> {
    let subnet = s.within.as_ref()?;
    let label = label(&s.thing.key);
    let list = vec![attr("subnet", raw(id(subnet)), None)];
    push(items, Block::new("data", &["ibm_is_subnet_reserved_ips", &label], list));
    let name = Expr::line(&text(&s.thing.name));
    let pick = format!(
        "one([for ip in data.ibm_is_subnet_reserved_ips.{label}.reserved_ips : ip.reserved_ip if ip.name == {name}])"
    );
    Some(Block::new("locals", &[], vec![attr(&format!("reserved_ip_{label}"), raw(pick), s.place.clone())]))
}

fn resource_group(group: Option<&Ref>, step: &Step) -> Option<Item> {
    group.map(|g| attr("resource_group", raw(id(g)), step.object().at(Field::ResourceGroup)))
}

/// The block of a part of the network that is new or taken over. Of the latter
/// what the plan does not say is left out, which leaves it as it is.
fn made(step: &Step, heading: &Heading) -> Option<Block> {
    let at = |field| step.object().at(field);
    let (kind, key, items) = match step {
        Step::Vpc(s) => {
            let mut items = vec![attr("name", text(&s.thing.name), at(Field::Name))];
            items.extend(resource_group(s.resource_group.as_ref(), step));
            if !s.thing.adopted || !s.auto_prefixes {
                let management = if s.auto_prefixes { "auto" } else { "manual" };
                items.push(attr("address_prefix_management", text(management), at(Field::PrefixManagement)));
            }
            if s.enable_hub {
                let hub = vec![attr("enable_hub", raw("true"), at(Field::EnableHub))];
                items.extend([Item::Blank, Item::Block(Block::new("dns", &[], hub))]);
            }
            ("ibm_is_vpc", &s.thing.key, items)
        }
        Step::DnsBinding(s) => {
            let hub = match &s.hub {
                Hub::Vpc(hub) => attr("id", raw(id(hub)), at(Field::Hub)),
                Hub::Crn(crn) => attr("crn", text(crn), at(Field::HubCrn)),
            };
            let items = vec![
                attr("name", text(&s.name), at(Field::Name)),
                attr("vpc_id", raw(id(&s.vpc)), None),
                Item::Blank,
                Item::Block(Block::new("vpc", &[], vec![hub])),
            ];
            ("ibm_is_vpc_dns_resolution_binding", &s.key, items)
        }
        Step::Prefix(s) => {
            let items = vec![
                attr("name", text(&s.name), at(Field::Name)),
                attr("vpc", raw(id(&s.vpc)), None),
                attr("zone", text(&s.zone), at(Field::Zone)),
                attr("cidr", text(&s.cidr), at(Field::Cidr)),
            ];
            ("ibm_is_vpc_address_prefix", &s.key, items)
        }
        Step::Subnet(s) => {
            let mut items = vec![
                attr("name", text(&s.thing.name), at(Field::Name)),
                attr("vpc", raw(id(&s.vpc)), None),
                attr("zone", text(&s.zone), at(Field::Zone)),
            ];
            if !s.thing.adopted || !s.cidr.is_empty() {
                items.push(attr("ipv4_cidr_block", text(&s.cidr), at(Field::Cidr)));
            }
            items.extend(resource_group(s.resource_group.as_ref(), step));
            // One that exists and is known by its name only cannot be found.
            if let Some(acl) = s.acl.as_ref().filter(|acl| acl.adopted || acl.known != Known::Name) {
                items.push(attr("network_acl", raw(id(acl)), at(Field::NetworkAcl)));
            }
            if !s.after.is_empty() {
                let after = s.after.iter().map(|k| raw(format!("ibm_is_vpc_address_prefix.{}", label(k))));
                items.extend([Item::Blank, attr("depends_on", Expr::List(after.collect()), None)]);
            }
            ("ibm_is_subnet", &s.thing.key, items)
        }
        Step::Acl(s) => {
            let mut items = Vec::new();
            if !s.thing.adopted || !s.thing.name.is_empty() {
                items.push(attr("name", text(&s.thing.name), at(Field::Name)));
            }
            items.push(attr("vpc", raw(id(&s.vpc)), None));
            items.extend(resource_group(s.resource_group.as_ref(), step));
            ("ibm_is_network_acl", &s.thing.key, items)
        }
        Step::AclRule(s) => ("ibm_is_network_acl_rule", &s.thing.key, acl_rule(step, s, heading)),
        Step::Group(s) => {
            let mut items = Vec::new();
            if !s.thing.adopted || !s.thing.name.is_empty() {
                items.push(attr("name", text(&s.thing.name), at(Field::Name)));
            }
            items.push(attr("vpc", raw(id(&s.vpc)), None));
            items.extend(resource_group(s.resource_group.as_ref(), step));
            ("ibm_is_security_group", &s.thing.key, items)
        }
        Step::Rule(s) => ("ibm_is_security_group_rule", &s.key, rule(step, s, heading)),
        Step::LookUp(_)
        | Step::Gateway(_)
        | Step::ResourceBinding(_)
        | Step::Resolver(_)
        | Step::ReservedIp(_)
        | Step::Binding(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Change(_)
        | Step::Adopt(_) => return None,
    };
    Some(Block::new("resource", &[kind, &label(key)], items).of(step.object().place()))
}

fn rule(step: &Step, s: &Rule, heading: &Heading) -> Vec<Item> {
    let at = |field| step.object().at(field);
    let mut items = vec![attr("group", raw(id(&s.group)), None)];
    if !s.name.is_empty() && has(&heading.targets, Tool::Terraform, &RULE_NAMES) {
        items.push(attr("name", text(&s.name), at(Field::Name)));
    }
    items.push(attr("direction", text(direction(s.direction)), at(Field::Direction)));
    items.push(match &s.remote {
        Remote::Address(remote) | Remote::Block(remote) => attr("remote", text(remote), at(Field::Remote)),
        Remote::Group(group) => attr("remote", raw(id(group)), at(Field::RemoteGroup)),
    });
    let ports = s.ports.iter().flat_map(|(min, max)| {
        [attr("port_min", number(min), at(Field::PortMin)), attr("port_max", number(max), at(Field::PortMax))]
    });
    items.extend(traffic(step, s.protocol, ports.collect(), heading));
    items
}

fn acl_rule(step: &Step, s: &AclRule, heading: &Heading) -> Vec<Item> {
    let at = |field| step.object().at(field);
    let mut items =
        vec![attr("network_acl", raw(id(&s.acl)), None), attr("name", text(&s.thing.name), at(Field::Name))];
    if let Some(before) = &s.before {
        items.push(attr("before", raw(id(before)), None));
    }
    items.extend([
        attr("action", text(action(s.action)), at(Field::Action)),
        attr("direction", text(direction(s.direction)), at(Field::Direction)),
        attr("source", text(&s.source.text), at(Field::Source)),
        attr("destination", text(&s.destination.text), at(Field::Destination)),
    ]);
    let mut ports = Vec::new();
    if let Some((min, max)) = &s.source.ports {
        ports.push(attr("source_port_min", number(min), at(Field::SourcePortMin)));
        ports.push(attr("source_port_max", number(max), at(Field::SourcePortMax)));
    }
    if let Some((min, max)) = &s.destination.ports {
        ports.push(attr("port_min", number(min), at(Field::DestinationPortMin)));
        ports.push(attr("port_max", number(max), at(Field::DestinationPortMax)));
    }
    items.extend(traffic(step, s.protocol, ports, heading));
    items
}

/// A protocol with its ports: as arguments, or, for versions of the provider that lack them,
/// as a block for one protocol and none for all.
fn traffic(step: &Step, of: Protocol, ports: Vec<Item>, heading: &Heading) -> Vec<Item> {
    let word = protocol(of, &heading.targets, Tool::Terraform);
    if has(&heading.targets, Tool::Terraform, &RULE_PROTOCOLS) {
        let argument = attr("protocol", text(word), step.object().at(Field::Protocol));
        return [argument].into_iter().chain(ports).collect();
    }
    match of {
        Protocol::IcmpTcpUdp => Vec::new(),
        _ => vec![Item::Blank, Item::Block(Block::new(word, &[], ports))],
    }
}

/// A comment of its own on what is not here.
fn tell(items: &mut Vec<Item>, step: &Step) {
    if let Some(not) = in_terraform(step) {
        super::gap(items);
        items.extend([Item::Comment(format!("Not here: {}", not.reason)), Item::Blank]);
    }
}

/// A number as such; any other text in quotes, for the tool to refuse.
fn number(port: &str) -> Expr {
    port.parse::<u16>().map_or_else(|_| text(port), |n| raw(n.to_string()))
}
