//! What scripts call steps: for people, and for programs.

use crate::export::text::one_line;
use crate::export::words::dns_mode;
use crate::plan::Object;
use crate::steps::{Alter, Change, Kind, Step, Thing};

/// What a step is about, as the scripts tell it: `subnet vpe-1 in us-south-1`.
pub(in crate::export) fn title(step: &Step) -> String {
    let gateway = |thing: &Thing| format!("gateway {}", thing.label());
    let title = match step {
        Step::LookUp(s) if s.thing.kind == Kind::Gateway => gateway(&s.thing),
        Step::LookUp(s) => format!("{} {}", s.thing.kind.name(), s.thing.label()),
        Step::Vpc(s) => format!("VPC {}", s.thing.label()),
        Step::Prefix(s) => format!("address prefix {} in {}", s.name, s.zone),
        Step::Acl(s) => format!("network ACL {}", s.thing.label()),
        Step::AclRule(s) => format!("rule {} of {}", s.thing.label(), s.acl.label()),
        Step::Subnet(s) => format!("subnet {} in {}", s.thing.label(), s.zone),
        Step::Group(s) => format!("security group {}", s.thing.label()),
        Step::Rule(s) if s.name.is_empty() => format!("unnamed rule of {}", s.group.label()),
        Step::Rule(s) => format!("rule {} of {}", s.name, s.group.label()),
        Step::DnsBinding(s) => {
            format!("DNS resolution binding of VPC {} to {}", s.vpc.label(), s.hub.label())
        }
        Step::Resolver(s) => format!("resolver of VPC {}, delegated to {}", s.vpc.label(), s.hub.label()),
        Step::ResourceBinding(s) => format!("resource binding {} of {}", s.name, gateway(&s.gateway)),
        Step::Gateway(s) => gateway(&s.thing),
        Step::ReservedIp(s) | Step::Binding(s) => {
            format!("address of {} in {}", gateway(&s.gateway), s.address.slot)
        }
        Step::Tags(s) => format!("{} tags of {}", s.kind.word(), gateway(&s.gateway)),
        Step::Policy(s) => format!("authorization policy for {}", s.service),
        Step::Change(s) => format!("{}: {}", gateway(&s.gateway), change(s)),
        Step::Adopt(s) => return self::title(&s.step),
    };
    one_line(&title)
}

/// What changes of a gateway, in a few words.
pub(in crate::export) fn change(s: &Change) -> String {
    one_line(&match &s.alter {
        Alter::Name(name) => format!("rename to {name}"),
        Alter::Dns { to, .. } => format!("set DNS mode {}", dns_mode(*to)),
        Alter::Attach(group) => format!("attach security group {}", group.label()),
        Alter::Detach(group) => format!("detach security group {}", group.label()),
        Alter::Unbind(ip) => {
            format!("unbind address {}", if ip.address.is_empty() { &ip.name } else { &ip.address })
        }
    })
}

/// A title for reading, which begins with a capital letter.
pub(in crate::export) fn capital(text: &str) -> String {
    text[..1].to_ascii_uppercase() + &text[1..]
}

/// The place in the plan of what a step makes sure of, as `Place::path` writes it.
pub(in crate::export) fn place(step: &Step) -> String {
    step.object().path(|| match step {
        Step::ReservedIp(s) | Step::Binding(s) => s.address.slot.clone(),
        Step::LookUp(_)
        | Step::Vpc(_)
        | Step::Prefix(_)
        | Step::Acl(_)
        | Step::AclRule(_)
        | Step::Subnet(_)
        | Step::Group(_)
        | Step::Rule(_)
        | Step::DnsBinding(_)
        | Step::Resolver(_)
        | Step::ResourceBinding(_)
        | Step::Gateway(_)
        | Step::Change(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Adopt(_) => String::new(),
    })
}

/// What a step makes sure of, as part of a file's name; each in a run has another.
pub(in crate::export) fn file(step: &Step) -> String {
    let object = match step.object() {
        Object::Vpc(k) => format!("vpc-{k}"),
        Object::Prefix(k) => format!("prefix-{k}"),
        Object::Acl(k) => format!("network-acl-{k}"),
        Object::AclRule(k) => format!("network-acl-rule-{k}"),
        Object::Subnet(k) => format!("subnet-{k}"),
        Object::DnsBinding(k) => format!("dns-resolution-binding-{k}"),
        Object::ResourceBinding(k) => format!("resource-binding-{k}"),
        Object::Group(k) => format!("security-group-{k}"),
        Object::Rule(k) => format!("rule-{k}"),
        Object::Gateway(k) => format!("gateway-{k}"),
        Object::Policy(k) => format!("policy-{k}"),
        Object::Address(k, i) => match step {
            Step::ReservedIp(s) | Step::Binding(s) if is_plain(&s.address.slot) => {
                format!("gateway-{k}.address-{}", s.address.slot)
            }
            _ => format!("gateway-{k}.address-{i}"),
        },
        Object::Plan | Object::Taken(..) | Object::ReservedIp(_) => String::from("plan"),
    };
    match step {
        Step::Tags(s) => format!("{object}.{}-tags", s.kind.word()),
        Step::Resolver(_) => format!("{object}.resolver"),
        Step::Change(Change { alter: Alter::Name(_), .. }) => format!("{object}.name"),
        Step::Change(_) => format!("{object}.dns"),
        _ => object,
    }
}

/// Whether a text says the same as part of a file's name, and is no number.
fn is_plain(text: &str) -> bool {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    text.len() <= 40 && text.starts_with(|c: char| c.is_ascii_lowercase()) && text.chars().all(legal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_part_of_a_name_where_it_is_plain() {
        assert!(is_plain("us-south-1"));
        for text in ["", "1", "us-south-1~2", "../x", "a/b", "a.b", "A", "é"] {
            assert!(!is_plain(text), "{text:?}");
        }
    }
}
