//! Network ACLs and their rules.

use super::{Direction, Protocol, Resource};
use serde::{Deserialize, Serialize};

/// A network access control list: what may pass into its subnets and out of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NetworkAcl {
    /// Its name, unique in the VPC; of an existing ACL empty when only the id is
    /// known.
    #[serde(default)]
    pub name: String,
    /// Name or id of its resource group; empty for the account's default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resource_group: String,
    /// Its rules, in the order in which they are tried: the first that fits decides,
    /// and what fits none is denied. Those of an existing ACL that exist are marked
    /// so; others may exist that the plan does not know. A new rule of such an ACL
    /// stands before the next one of the plan that exists, or after all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Resource<NetworkAclRule>>,
}

/// One rule of a network ACL. An ACL remembers nothing: the answers to what a rule
/// lets in need a rule that lets them out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NetworkAclRule {
    /// Its name, unique in the ACL; of an existing rule empty when only the id is
    /// known.
    #[serde(default)]
    pub name: String,
    /// Whether what fits passes.
    #[serde(default)]
    pub action: Action,
    /// Which way the traffic goes, seen from the subnet.
    #[serde(default)]
    pub direction: Direction,
    /// Which traffic.
    #[serde(default)]
    pub protocol: Protocol,
    /// Address or block that it comes from; empty for anywhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// First port of TCP or UDP that it comes from; empty, with `source_port_max`,
    /// for all ports.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source_port_min: String,
    /// Last port that it comes from.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source_port_max: String,
    /// Address or block that it goes to; empty for anywhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub destination: String,
    /// First port of TCP or UDP that it goes to; empty, with `destination_port_max`,
    /// for all ports.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub destination_port_min: String,
    /// Last port that it goes to.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub destination_port_max: String,
}

/// What a rule of a network ACL does with what fits it. The words are the API's.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// It passes.
    #[default]
    Allow,
    /// It is dropped.
    Deny,
}

impl NetworkAclRule {
    /// Whether its traffic has ports.
    pub fn has_ports(&self) -> bool {
        matches!(self.protocol, Protocol::Tcp | Protocol::Udp)
    }
}
