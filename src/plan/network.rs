//! VPCs and what belongs to them.

use super::{Key, NetworkAcl, On, Resource};
use serde::{Deserialize, Serialize};

/// A virtual private cloud with its address prefixes, subnets and security
/// groups.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Vpc {
    /// Its name; of an existing VPC empty when only the id is known.
    #[serde(default)]
    pub name: String,
    /// Code of its region, such as `us-south`.
    #[serde(default)]
    pub region: String,
    /// Name or id of its resource group; empty for the account's default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resource_group: String,
    /// Where a new VPC's first address prefixes come from.
    #[serde(default, skip_serializing_if = "PrefixManagement::is_auto")]
    pub prefix_management: PrefixManagement,
    /// Who resolves names in it, and for whom it does.
    #[serde(default, skip_serializing_if = "Dns::is_default")]
    pub dns: Dns,
    /// Its bindings to the hubs whose gateways' names it resolves, too; IBM Cloud
    /// takes one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub dns_resolution_bindings: Vec<Resource<DnsBinding>>,
    /// Address prefixes beside those that IBM Cloud makes. Of an existing VPC:
    /// those that are known, none meaning unknown.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub prefixes: Vec<Resource<AddressPrefix>>,
    /// Its network ACLs, beside the default one where the plan does not know that.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub network_acls: Vec<Resource<NetworkAcl>>,
    /// Its subnets.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub subnets: Vec<Resource<Subnet>>,
    /// Its security groups.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub security_groups: Vec<Resource<SecurityGroup>>,
}

/// DNS of a VPC. The words are the API's `dns`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Dns {
    /// Whether it is a hub: other VPCs of the region may be bound to it.
    #[serde(default)]
    pub enable_hub: bool,
    /// Who answers its queries.
    #[serde(default)]
    pub resolver: Resolver,
}

impl Dns {
    fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

/// Who answers a VPC's DNS queries. The words are the API's `dns.resolver.type`;
/// a resolver with servers of one's own (`manual`) is not planned here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Resolver {
    /// The resolvers that IBM Cloud gives the VPC.
    #[default]
    System,
    /// Those of the hub that the VPC is bound to.
    Delegated,
}

/// A DNS resolution binding of a VPC to a hub.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DnsBinding {
    /// Its name, unique in the VPC.
    #[serde(default)]
    pub name: String,
    /// The hub, by key, where it is a VPC of the plan.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub hub: Key,
    /// CRN of the hub, where it is none of the plan's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub hub_crn: String,
}

/// Who makes a new VPC's first address prefixes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum PrefixManagement {
    /// IBM Cloud makes the region's default prefix in each zone.
    #[default]
    Auto,
    /// Nobody: only the prefixes of the plan exist.
    Manual,
}

impl PrefixManagement {
    fn is_auto(&self) -> bool {
        *self == Self::Auto
    }
}

/// A range of addresses that a VPC gives to one zone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddressPrefix {
    /// Its name, unique in the VPC.
    #[serde(default)]
    pub name: String,
    /// Its zone, such as `us-south-1`.
    #[serde(default)]
    pub zone: String,
    /// Its range, such as `10.240.0.0/18`.
    #[serde(default)]
    pub cidr: String,
}

/// A subnet of one zone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Subnet {
    /// Its name, unique in the VPC; of an existing subnet empty when only the id
    /// is known.
    #[serde(default)]
    pub name: String,
    /// Its zone, such as `us-south-1`.
    #[serde(default)]
    pub zone: String,
    /// Its range, such as `10.240.8.0/26`.
    #[serde(default)]
    pub cidr: String,
    /// Name or id of its resource group; empty for the account's default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resource_group: String,
    /// Its network ACL, by key. None given: of a new subnet the VPC's default one,
    /// of an existing one an ACL that is not known.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub network_acl: Key,
    /// Addresses known to be taken by others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Taken>,
    /// Reserved IPs that exist and that a gateway may bind.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reserved_ips: Vec<ReservedIp>,
}

/// Addresses of a subnet that something else uses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Taken {
    /// One address, a range `10.0.0.10-10.0.0.20`, or a block `10.0.0.16/28`.
    #[serde(default)]
    pub addresses: String,
    /// Who uses them, free text.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub holder: String,
}

/// A reserved IP that exists in a subnet and is not bound, or is bound to the
/// existing gateway that refers to it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ReservedIp {
    /// Its short id in this plan.
    pub key: Key,
    /// Its name; empty when only the id is known.
    #[serde(default)]
    pub name: String,
    /// The id that IBM Cloud gave it; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Its address; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// What Terraform does with it. It takes it over with the gateway that has it.
    #[serde(default, skip_serializing_if = "On::is_refer_to")]
    pub on: On,
}

/// A security group: what may reach the gateways it is attached to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SecurityGroup {
    /// Its name, unique in the VPC; of an existing group empty when only the id
    /// is known.
    #[serde(default)]
    pub name: String,
    /// Name or id of its resource group; empty for the account's default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resource_group: String,
    /// Its rules. Those of an existing group that exist are marked so; others
    /// may exist that the plan does not know.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<Resource<SecurityGroupRule>>,
}

/// One rule of a security group. Rules only ever admit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SecurityGroupRule {
    /// Its name, unique in the group; empty to let IBM Cloud make one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Which way the traffic goes, seen from the gateway.
    #[serde(default)]
    pub direction: Direction,
    /// Which traffic.
    #[serde(default)]
    pub protocol: Protocol,
    /// First port of TCP or UDP; empty, with `port_max`, for all ports.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub port_min: String,
    /// Last port of TCP or UDP.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub port_max: String,
    /// Address or block of the other side; empty for anywhere, or where a group
    /// is given.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remote: String,
    /// Security group of the other side, by key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub remote_group: Key,
}

/// Direction of a rule.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Towards the gateway or into the subnet. Of a security group, the only
    /// direction that filters a gateway's traffic.
    #[default]
    Inbound,
    /// From the gateway or out of the subnet.
    Outbound,
}

/// Protocol of a rule: those that every client of IBM Cloud reads.
///
/// IBM warns that others, new in December 2025, can break older clients, so the
/// planner does not offer them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Protocol {
    /// TCP, with or without ports.
    #[default]
    Tcp,
    /// UDP, with or without ports.
    Udp,
    /// ICMP of every type.
    Icmp,
    /// ICMP, TCP and UDP: what was called `all` before December 2025.
    IcmpTcpUdp,
}
