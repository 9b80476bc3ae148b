//! Endpoint gateways.

use super::{Key, Resource};
use serde::{Deserialize, Serialize};

/// An endpoint gateway: a service's addresses inside a VPC.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gateway {
    /// Its name, unique among the VPC's gateways; of an existing gateway empty
    /// when only the id is known.
    #[serde(default)]
    pub name: String,
    /// The VPC it is in, by key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub vpc: Key,
    /// What it reaches.
    #[serde(default)]
    pub target: Target,
    /// Name or id of its resource group; empty for the account's default.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resource_group: String,
    /// One entry for each zone in which it gets an address, or may.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<ZoneAddress>,
    /// What the names of its new reserved IPs begin with; empty for its own name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub ip_prefix: String,
    /// Whether IBM Cloud deletes its new reserved IPs together with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub auto_release: bool,
    /// Security groups attached to it, by key; none for the VPC's default group.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub security_groups: Vec<Key>,
    /// Who resolves the service's names to its addresses.
    #[serde(default)]
    pub dns: DnsMode,
    /// Resources that its VPC reaches by this gateway alone: buckets of Object
    /// Storage, which is then called local access.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub resource_bindings: Vec<Resource<ResourceBinding>>,
    /// User tags.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Access tags, `key:value`; they must exist in the account.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub access_tags: Vec<String>,
}

/// What a gateway reaches.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Which of the three kinds.
    #[serde(default)]
    pub kind: TargetKind,
    /// CRN of the cloud service or Private Path service.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub crn: String,
    /// Name of the infrastructure service.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Port that clients use, where it differs by instance, or a range such as
    /// `443-9093`; empty for the service's usual one.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub port: String,
    /// Names that the service answers here, where they are known, a wildcard in
    /// front perhaps; none for those that follow from the CRN.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub endpoints: Vec<String>,
}

/// Kinds of target. The words are those of the API's `target.resource_type`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// A service of IBM Cloud, or one instance of it, by CRN.
    #[default]
    ProviderCloudService,
    /// A partner's or one's own service behind Private Path, by CRN.
    PrivatePathServiceGateway,
    /// A service of the infrastructure itself, by name.
    ProviderInfrastructureService,
}

/// A resource that is bound to a gateway.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ResourceBinding {
    /// The binding's name, unique in the gateway.
    #[serde(default)]
    pub name: String,
    /// CRN of the resource, which is a bucket.
    #[serde(default)]
    pub target: String,
}

/// How a gateway gets its address in one zone.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ZoneAddress {
    /// The zone, such as `us-south-1`.
    #[serde(default)]
    pub zone: String,
    /// The subnet it comes from, by key.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub subnet: Key,
    /// Which of the four forms.
    #[serde(default)]
    pub how: How,
    /// The address, where it is given. Kept while another form is chosen.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The existing reserved IP, by key. Kept while another form is chosen.
    #[serde(default, skip_serializing_if = "Key::is_none")]
    pub reserved_ip: Key,
}

/// The four forms of an address.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// None yet: one can be bound later.
    #[default]
    None,
    /// IBM Cloud chooses a free address of the subnet.
    Chosen,
    /// This address.
    Given,
    /// A reserved IP that exists.
    Existing,
}

/// DNS resolution binding mode. The words are the API's
/// `dns_resolution_binding_mode` (version 2025-11-18 and later).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DnsMode {
    /// A DNS hub that the VPC is bound to resolves the service's names, too.
    #[default]
    Primary,
    /// The names resolve in the gateway's own VPC only.
    Disabled,
    /// Single resources are resolved here; Object Storage only.
    PerResourceBinding,
}

impl DnsMode {
    /// What a reader calls it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Primary => "Primary",
            Self::Disabled => "Disabled",
            Self::PerResourceBinding => "Per resource binding",
        }
    }
}
