//! What both kinds of scripts say of a network ACL's rule that they look for.

use super::{Writer, word};
use crate::export::Tool;
use crate::export::words::{action, direction, protocol};
use crate::steps::{AclRule, Side};

/// The arguments of `find_acl_rule`.
pub(in crate::export) fn acl_rule_words(s: &AclRule, w: &Writer<'_>, tool: Tool) -> String {
    let before = s.before.as_ref().map_or_else(|| "''".to_owned(), |rule| w.vars.id(rule));
    let (does, way) = (action(s.action), direction(s.direction));
    let traffic = protocol(s.protocol, &w.heading.targets, tool);
    let (source, destination) = (word(&s.source.text), word(&s.destination.text));
    let name = word(&s.thing.name);
    let (from, to) = (ports(&s.source), ports(&s.destination));
    format!("{name} {before} {does} {way} {traffic} {source} {destination} {from} {to}")
}

/// First and last port. No ports are all of them.
fn ports(side: &Side) -> String {
    match &side.ports {
        Some((min, max)) => format!("{} {}", word(min), word(max)),
        None => "1 65535".to_owned(),
    }
}
