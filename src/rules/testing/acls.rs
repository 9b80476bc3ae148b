//! Network ACLs in few words, and a clean plan with one.

use super::{clean, edited, edits::resource, key, subnet};
use crate::edit::{Choice, Edit, New};
use crate::plan::{Action, Direction, Field, Key, NetworkAcl, NetworkAclRule, Object, Plan};

pub(in crate::rules) fn acl(k: &str) -> Object {
    Object::Acl(key(k))
}
pub(in crate::rules) fn acl_rule(k: &str) -> Object {
    Object::AclRule(key(k))
}

/// A new network ACL without rules that is called as its key.
pub(in crate::rules) fn add_acl(of: &str, k: &str) -> Edit {
    let wanted = NetworkAcl { name: k.into(), ..NetworkAcl::default() };
    Edit::Add(New::Acl(key(of), resource(k, wanted)))
}

/// A new rule of a network ACL for TCP of every port that is called as its key.
pub(in crate::rules) fn add_acl_rule(
    of: &str,
    k: &str,
    action: Action,
    direction: Direction,
    source: &str,
) -> Edit {
    let wanted = NetworkAclRule {
        name: k.into(),
        action,
        direction,
        source: source.into(),
        ..NetworkAclRule::default()
    };
    Edit::Add(New::AclRule(key(of), resource(k, wanted)))
}

/// Rules that let TCP through in both directions.
pub(in crate::rules) fn let_https(of: &str) -> Edit {
    let edits = vec![
        add_acl_rule(of, &format!("{of}-in"), Action::Allow, Direction::Inbound, ""),
        add_acl_rule(of, &format!("{of}-out"), Action::Allow, Direction::Outbound, ""),
    ];
    Edit::All { label: String::new(), edits }
}

/// Gives a subnet a network ACL, or none.
pub(in crate::rules) fn attach_acl(to: &str, k: &str) -> Edit {
    let acl = if k.is_empty() { Key::none() } else { key(k) };
    Edit::choose(subnet(to), Choice::NetworkAcl(acl))
}

/// The clean plan with a network ACL `acl` of the subnet `vpe-1`, which lets HTTPS in by
/// the rule `https-in` and its answers out by `https-out`.
pub(in crate::rules) fn with_acl() -> Plan {
    let text = |k: &str, field, text: &str| Edit::text(acl_rule(k), field, text);
    let edits = [
        add_acl("prod", "acl"),
        Edit::text(acl("acl"), Field::Name, "vpe-acl"),
        add_acl_rule("acl", "https-in", Action::Allow, Direction::Inbound, "10.240.0.0/16"),
        text("https-in", Field::Destination, "10.240.8.0/26"),
        text("https-in", Field::DestinationPortMin, "443"),
        text("https-in", Field::DestinationPortMax, "443"),
        add_acl_rule("acl", "https-out", Action::Allow, Direction::Outbound, "10.240.8.0/26"),
        text("https-out", Field::SourcePortMin, "443"),
        text("https-out", Field::SourcePortMax, "443"),
        text("https-out", Field::Destination, "10.240.0.0/16"),
        text("https-out", Field::DestinationPortMin, "1024"),
        text("https-out", Field::DestinationPortMax, "65535"),
        attach_acl("vpe-1", "acl"),
    ];
    edited(&clean(), &edits)
}
