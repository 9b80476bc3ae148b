//! The IAM roles that making things takes, and the actions behind them that IBM's pages name.
//!
//! A row is what one kind of work needs. Which step needs which row is said in `steps/rights.rs`.
//! IBM's pages name no action for most rows; its list of actions is [`ACTIONS`].

use super::{Source, source};

/// A role, and what it is for.
#[derive(Debug, PartialEq, Eq)]
pub struct Right {
    /// The role's name, as the console has it.
    pub role: &'static str,
    /// The service or resource type that it is for, as the console calls it.
    pub on: &'static str,
    /// What it takes the role for: the end of "to …".
    pub to: &'static str,
    /// Actions that a page names for it, for a role of one's own.
    pub actions: &'static [&'static str],
    /// Where it was read.
    pub source: &'static Source,
}

/// IBM's list of the actions behind each role.
pub const ACTIONS: &str = "https://cloud.ibm.com/docs/account?topic=account-iam-service-roles-actions";

macro_rules! rights {
    ($($(#[$doc:meta])* $name:ident = $role:literal, $on:literal, $to:literal, $actions:expr, $source:ident;)*) => {
        $($(#[$doc])* pub static $name: Right = Right {
            role: $role, on: $on, to: $to, actions: &$actions, source: &source::$source,
        };)*
        /// All of them, in the order in which they are told.
        pub static ALL: &[&Right] = &[$(&$name),*];
    };
}

/// The rows, each once.
pub mod right {
    use super::{Right, source};

    rights! {
        /// Finding a resource group.
        RESOURCE_GROUP = "Viewer", "Resource group", "find the resource groups that the plan names", [], MODULE;
        /// Finding what exists.
        SEE = "Viewer", "VPC Infrastructure Services", "find what exists, and compare", [], VPC_ACCESS;
        /// Making VPCs and what is theirs alone.
        VPC = "Editor", "Virtual Private Cloud", "make VPCs and their address prefixes", [], VPC_ACCESS;
        /// Making something in a VPC that exists.
        USE_VPC = "Operator", "Virtual Private Cloud", "make something in VPCs that exist", ["is.vpc.vpc.operate"], VPC_ACCESS;
        /// Binding a VPC to a hub.
        DNS_BINDING = "Editor", "Virtual Private Cloud", "bind VPCs to DNS hubs, and unbind them",
            ["is.vpc.dns-resolution-binding.create", "is.vpc.dns-resolution-binding.delete"], EVENTS;
        /// Being bound to a hub. It is an authorization between services, and no role of a person's.
        DNS_CONNECTOR = "DNS Binding Connector", "the DNS hub, for VPCs: an authorization between services, made by the hub's administrator",
            "be bound to it, in the same account, too", ["is.vpc.dns-resolution-binding.disconnect"], HUB_ACCESS;
        /// Changing a VPC's resolver.
        RESOLVER = "Editor", "Virtual Private Cloud", "change who resolves names in VPCs", [], VPC_ACCESS;
        /// Making subnets.
        SUBNET = "Editor", "Subnet", "make subnets", [], VPC_ACCESS;
        /// Making network ACLs and rules.
        ACL = "Editor", "Network ACL", "make network ACLs and their rules", [], VPC_ACCESS;
        /// Making security groups and rules.
        GROUP = "Editor", "Security Group for VPC", "make security groups and their rules", [], VPC_ACCESS;
        /// Attaching a security group.
        USE_GROUP = "Operator", "Security Group for VPC", "attach security groups", ["is.security-group.security-group.operate"], VPC_ACCESS;
        /// Making gateways.
        GATEWAY = "Editor", "Virtual Private Endpoint for VPC", "make endpoint gateways",
            ["is.endpoint-gateway.endpoint-gateway.create"], VPE_ACCESS;
        /// Changing gateways that exist.
        CHANGE = "Editor", "Virtual Private Endpoint for VPC", "change endpoint gateways that exist",
            ["is.endpoint-gateway.endpoint-gateway.update"], VPE_ACCESS;
        /// Seeing what a gateway reaches.
        TARGET = "Viewer", "the services that gateways reach", "see them as targets", [], CREATING;
        /// Letting gateways of another account in. Nobody grants more than they have.
        POLICY = "Viewer", "the services that gateways of other accounts reach", "authorize those gateways", [], AUTHORIZATIONS;
        /// Reserving an address.
        RESERVED_IP = "Operator", "Subnet", "reserve addresses and bind them to gateways",
            ["is.subnet.subnet.operate", "is.subnet.reserved-ip.create", "is.subnet.reserved-ip.attach"], VPE_ACCESS;
        /// Binding a reserved IP to a gateway.
        BIND = "Operator", "Virtual Private Endpoint for VPC", "bind reserved IPs to gateways",
            ["is.endpoint-gateway.endpoint-gateway.attach"], VPE_ACCESS;
        /// Binding resources to a gateway.
        RESOURCE_BINDING = "Editor", "Virtual Private Endpoint for VPC", "bind buckets to gateways", [], VPE_ACCESS;
        /// Attaching user tags.
        USER_TAGS = "Editor", "Virtual Private Endpoint for VPC", "attach user tags to gateways",
            ["global-search-tagging.tag.attach-user-tag"], TAG_ACCESS;
        /// Attaching access tags.
        ACCESS_TAGS = "Administrator", "Virtual Private Endpoint for VPC", "attach access tags, which must exist, to gateways",
            ["global-search-tagging.tag.attach-access-tag"], TAG_ACCESS;
    }
}
