//! How Terraform refers to things.

use crate::plan::Key;
use crate::steps::{Kind, Known, Thing};

/// A key as a label.
pub(super) fn label(key: &Key) -> String {
    key.as_str().replace('-', "_")
}

/// The type of a new thing's resource.
fn resource_type(kind: Kind) -> &'static str {
    match kind {
        Kind::ResourceGroup => "ibm_resource_group",
        Kind::Vpc => "ibm_is_vpc",
        Kind::Acl => "ibm_is_network_acl",
        Kind::AclRule => "ibm_is_network_acl_rule",
        Kind::Subnet => "ibm_is_subnet",
        Kind::Group => "ibm_is_security_group",
        Kind::ReservedIp => "ibm_is_subnet_reserved_ip",
        Kind::Gateway => "ibm_is_virtual_endpoint_gateway",
    }
}

/// The variable that holds the id of an existing thing, or the name of a
/// resource group.
pub(super) fn variable(thing: &Thing) -> String {
    let (kind, what) = match (thing.kind, &thing.known) {
        (Kind::ResourceGroup, Known::Name) => ("resource_group", "name"),
        (Kind::ResourceGroup, _) => ("resource_group", "id"),
        (Kind::Vpc, _) => ("vpc", "id"),
        (Kind::Acl, _) => ("network_acl", "id"),
        (Kind::AclRule, _) => ("network_acl_rule", "id"),
        (Kind::Subnet, _) => ("subnet", "id"),
        (Kind::Group, _) => ("security_group", "id"),
        (Kind::ReservedIp, _) => ("reserved_ip", "id"),
        (Kind::Gateway, _) => ("gateway", "id"),
    };
    format!("{kind}_{}_{what}", label(&thing.key))
}

/// The expression of a thing's id.
pub(super) fn id(thing: &Thing) -> String {
    // The id of a rule's resource is that of its ACL with that of the rule.
    let id = if thing.kind == Kind::AclRule { "rule_id" } else { "id" };
    match thing.known {
        _ if thing.adopted => format!("{}.{}.{id}", resource_type(thing.kind), label(&thing.key)),
        Known::Made => format!("{}.{}.{id}", resource_type(thing.kind), label(&thing.key)),
        Known::Id(_) => format!("var.{}", variable(thing)),
        // A list of reserved IPs is what the provider has; a local picks one.
        Known::Name if thing.kind == Kind::ReservedIp => format!("local.reserved_ip_{}", label(&thing.key)),
        Known::Name => format!("data.{}.{}.id", resource_type(thing.kind), label(&thing.key)),
    }
}
