//! `network.tf`: resource groups, VPCs and what belongs to them.

use super::hcl::{Block, Expr, Item, attr, raw, text};
use super::names::{id, label, variable};
use super::{mark, push};
use crate::catalog::{RULE_NAMES, RULE_PROTOCOLS};
use crate::export::not_here::in_terraform;
use crate::export::words::{direction, has, protocol};
use crate::export::{Heading, Tool};
use crate::plan::{Field, Protocol};
use crate::steps::{Hub, Kind, Known, LookUp, Ref, Remote, Rule, Run, Step};

pub(super) fn items(run: &Run, heading: &Heading) -> Vec<Item> {
    let mut items = Vec::new();
    if run.account.is_some() {
        push(&mut items, account());
    }
    for step in &run.steps {
        let block = match step {
            Step::LookUp(s) => look_up(&mut items, s),
            Step::Vpc(_) | Step::Prefix(_) | Step::Subnet(_) | Step::Group(_) | Step::Rule(_) => {
                made(step, heading)
            }
            Step::DnsBinding(_) => made(step, heading),
            Step::Adopt(s) => made(&s.step, heading),
            Step::Resolver(_) => {
                super::gap(&mut items);
                items.extend(in_terraform(step).map(|n| Item::Comment(format!("Not here: {}", n.reason))));
                None
            }
            Step::Gateway(_)
            | Step::ReservedIp(_)
            | Step::Binding(_)
            | Step::ResourceBinding(_)
            | Step::Change(_)
            | Step::Tags(_) => None,
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
fn account() -> Block {
    let check = Block::new(
        "postcondition",
        &[],
        vec![
            attr("condition", raw("self.account_id == var.account_id"), None),
            attr("error_message", text("The API key belongs to another account than the plan."), None),
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
            if !s.after.is_empty() {
                let after = s.after.iter().map(|k| raw(format!("ibm_is_vpc_address_prefix.{}", label(k))));
                items.extend([Item::Blank, attr("depends_on", Expr::List(after.collect()), None)]);
            }
            ("ibm_is_subnet", &s.thing.key, items)
        }
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
    let word = protocol(s.protocol, &heading.targets, Tool::Terraform);
    let ports = s.ports.iter().flat_map(|(min, max)| {
        [attr("port_min", number(min), at(Field::PortMin)), attr("port_max", number(max), at(Field::PortMax))]
    });
    if has(&heading.targets, Tool::Terraform, &RULE_PROTOCOLS) {
        items.push(attr("protocol", text(word), at(Field::Protocol)));
        items.extend(ports);
    } else if s.protocol != Protocol::IcmpTcpUdp {
        // A block for one protocol, and none for all.
        items.extend([Item::Blank, Item::Block(Block::new(word, &[], ports.collect()))]);
    }
    items
}

/// A number as such; any other text in quotes, for the tool to refuse.
fn number(port: &str) -> Expr {
    port.parse::<u16>().map_or_else(|_| text(port), |n| raw(n.to_string()))
}
