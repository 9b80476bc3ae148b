//! `imports.tf`: what exists and Terraform takes over.

use super::hcl::{Block, Expr, Item, attr, raw, text};
use super::names::label;
use super::push;
use crate::plan::Field;
use crate::steps::{ForGateway, Known, Run, Step, Thing};

/// The items of the file; none where nothing is to be taken over.
pub(super) fn items(run: &Run) -> Vec<Item> {
    let mut items: Vec<Item> =
        run.not_adopted.iter().map(|not| Item::Comment(format!("Not here: {}", not.sentence))).collect();
    let blocks = of(run.steps.iter());
    if blocks.is_empty() {
        return items;
    }
    if !items.is_empty() {
        items.push(Item::Blank);
    }
    let has =
        |what: fn(&Step) -> bool| run.steps.iter().any(|s| matches!(s, Step::Adopt(s) if what(&s.step)));
    let mut say = |lines: &[&str]| items.extend(lines.iter().map(|line| Item::Comment((*line).to_owned())));
    say(&[
        "What exists already and is taken over. \"terraform plan\" must say of each that it will be",
        "imported, and of none that it must be replaced or destroyed: the account then has it",
        "otherwise than these files say. After an apply this file can be removed.",
    ]);
    if has(|s| matches!(s, Step::Rule(s) if s.ports.is_some())) {
        say(&["- The ports of a rule are not read by its import: they are updated in place, once."]);
    }
    if has(|s| matches!(s, Step::Acl(_))) {
        say(&[
            "- incremental_rule_update of a network ACL is not read by its import: it is updated in",
            "  place, once, which changes none of its rules.",
        ]);
    }
    if has(|s| matches!(s, Step::Binding(_))) {
        say(&[
            "- The binding of an address (..._gateway_ip) that its gateway does not have yet cannot be",
            "  imported: remove its block here, and it is made.",
        ]);
    }
    items.push(Item::Blank);
    items.extend(blocks);
    items
}

/// The import blocks of some steps.
pub(super) fn of<'s>(steps: impl Iterator<Item = &'s Step>) -> Vec<Item> {
    let mut items = Vec::new();
    for step in steps {
        let Step::Adopt(s) = step else { continue };
        let Some((to, id)) = import(&s.step, &s.id) else { continue };
        let place = step.object().at(Field::Id);
        let block = vec![attr("to", raw(to), None), attr("id", text(id), place.clone())];
        push(&mut items, Block::new("import", &[], block).of(place));
    }
    items
}

/// Where something goes, and what it is imported by.
fn import(step: &Step, id: &str) -> Option<(String, String)> {
    let (to, within, sign) = match step {
        Step::Vpc(s) => (format!("ibm_is_vpc.{}", label(&s.thing.key)), None, ""),
        Step::Prefix(s) => (format!("ibm_is_vpc_address_prefix.{}", label(&s.key)), Some(s.vpc.id()?), "/"),
        Step::Acl(s) => (format!("ibm_is_network_acl.{}", label(&s.thing.key)), None, ""),
        Step::AclRule(s) => {
            (format!("ibm_is_network_acl_rule.{}", label(&s.thing.key)), Some(s.acl.id()?), "/")
        }
        Step::Subnet(s) => (format!("ibm_is_subnet.{}", label(&s.thing.key)), None, ""),
        Step::Group(s) => (format!("ibm_is_security_group.{}", label(&s.thing.key)), None, ""),
        Step::Rule(s) => (format!("ibm_is_security_group_rule.{}", label(&s.key)), Some(s.group.id()?), "."),
        Step::Gateway(s) => (format!("ibm_is_virtual_endpoint_gateway.{}", label(&s.thing.key)), None, ""),
        Step::ReservedIp(s) => {
            (of_gateway("ibm_is_subnet_reserved_ip", s)?, Some(s.address.subnet.id()?), "/")
        }
        Step::Binding(s) => {
            (of_gateway("ibm_is_virtual_endpoint_gateway_ip", s)?, Some(s.gateway.id()?), "/")
        }
        Step::DnsBinding(s) => {
            (format!("ibm_is_vpc_dns_resolution_binding.{}", label(&s.key)), Some(s.vpc.id()?), "/")
        }
        Step::ResourceBinding(s) => {
            let (gateway, crn) = (label(&s.gateway.key), Expr::line(&text(&s.target)));
            let to = format!("ibm_is_virtual_endpoint_gateway_resource_binding.{gateway}[{crn}]");
            (to, Some(s.gateway.id()?), "/")
        }
        Step::Policy(s) => (format!("ibm_iam_authorization_policy.{}", label(&s.key)), None, ""),
        // Tags come with their gateway; what changes of it stands in its block.
        Step::Tags(_) | Step::Change(_) | Step::Resolver(_) | Step::LookUp(_) | Step::Adopt(_) => {
            return None;
        }
    };
    Some((to, format!("{}{sign}{id}", within.unwrap_or_default())))
}

/// An address among those of its gateway, where that is in the files at all.
fn of_gateway(kind: &str, s: &ForGateway) -> Option<String> {
    let known = |gateway: &Thing| gateway.known != Known::Name;
    known(&s.gateway).then(|| {
        let slot = Expr::line(&text(&s.address.slot));
        format!("{kind}.{}[{slot}]", label(&s.gateway.key))
    })
}
