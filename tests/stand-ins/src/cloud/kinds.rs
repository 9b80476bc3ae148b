//! The kinds of things that an account holds.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use ipnet::Ipv4Net;
use serde::Deserialize;
use serde_json::Value;

use super::mishap::Fate;
use super::world::Settings;

#[derive(Debug, Clone)]
pub(crate) struct ResourceGroup {
    pub(crate) account: String,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) default: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Vpc {
    pub(crate) account: String,
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) region: String,
    pub(crate) resource_group: String,
    pub(crate) enable_hub: bool,
    pub(crate) resolver: Resolver,
    /// Whether a custom resolver of DNS Services is configured for it.
    pub(crate) custom_resolver: bool,
    /// Whether it came with a default address prefix per zone.
    pub(crate) default_prefixes: bool,
    pub(crate) created: bool,
}

/// Who resolves the names that a VPC asks for.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Resolver {
    #[default]
    System,
    /// DNS servers as a body gives them.
    Manual(Vec<Value>),
    /// The resolver of the hub with this id.
    Delegated(String),
}

impl Resolver {
    /// The `type` of it.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Manual(_) => "manual",
            Self::Delegated(_) => "delegated",
        }
    }
}

/// A VPC's binding to a DNS hub.
#[derive(Debug, Clone)]
pub(crate) struct DnsBinding {
    pub(crate) id: String,
    /// The id of the VPC that is bound.
    pub(crate) vpc: String,
    /// The id of the hub.
    pub(crate) hub: String,
    pub(crate) name: String,
    /// For how many more reads it is shown as pending.
    pub(crate) waits: u32,
}

/// A gateway's binding to one resource of its service.
#[derive(Debug, Clone)]
pub(crate) struct ResourceBinding {
    pub(crate) id: String,
    pub(crate) gateway: String,
    pub(crate) name: String,
    pub(crate) crn: String,
    /// The host name that leads to the resource.
    pub(crate) endpoint: String,
}

#[derive(Debug, Clone)]
pub(crate) struct Prefix {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) zone: String,
    pub(crate) cidr: Ipv4Net,
    pub(crate) is_default: bool,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Subnet {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) zone: String,
    pub(crate) cidr: Ipv4Net,
    pub(crate) resource_group: String,
    /// The id of its network ACL.
    pub(crate) acl: String,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Acl {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) resource_group: String,
    pub(crate) is_default: bool,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct AclRule {
    pub(crate) id: String,
    pub(crate) acl: String,
    /// The rule as the API shows it, without id, href and what it stands before.
    pub(crate) body: Value,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Ip {
    pub(crate) id: String,
    pub(crate) subnet: String,
    pub(crate) name: String,
    pub(crate) address: Ipv4Addr,
    pub(crate) auto_delete: bool,
    pub(crate) owner: Owner,
    /// Whether the address was chosen by the service.
    pub(crate) chosen: bool,
    pub(crate) created: bool,
    /// For how many more reads the address is shown as 0.0.0.0.
    pub(crate) waits: u32,
}

/// Who has an address.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Owner {
    Provider,
    Nobody,
    Gateway(String),
    /// Some other resource, as the seed describes it.
    Other(Value),
}

#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) resource_group: String,
    pub(crate) is_default: bool,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) group: String,
    /// The rule as the API shows it, without id and href.
    pub(crate) body: Value,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Gateway {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) target: Value,
    pub(crate) mode: String,
    pub(crate) resource_group: String,
    pub(crate) groups: Vec<String>,
    pub(crate) created: bool,
    /// For how many more reads it is shown as pending.
    pub(crate) waits: u32,
    /// For how many more reads it is shown as deleting, once it is.
    pub(crate) leaving: Option<u32>,
    /// How it ends, when a test decided that.
    pub(crate) end: Option<Fate>,
}

impl Gateway {
    /// Its `lifecycle_state`, and the code of the reason for it.
    pub(crate) fn lifecycle(&self, settings: &Settings) -> (&'static str, Option<&'static str>) {
        let private_path = self.target["resource_type"] == "private_path_service_gateway";
        let permitted = settings.private_path_permitted || self.end == Some(Fate::Permitted);
        match self.end {
            _ if self.leaving.is_some() => ("deleting", None),
            Some(Fate::Denied) if private_path => ("failed", Some("access_denied")),
            Some(Fate::Expired) if private_path => ("failed", Some("access_expired")),
            _ if private_path && !permitted => ("pending", Some("access_pending")),
            _ if self.waits > 0 => ("pending", None),
            Some(Fate::Failed) => ("failed", Some("internal_error")),
            _ => ("stable", None),
        }
    }

    /// Whether it is being made or deleted. A Private Path gateway that waits for its provider's
    /// permission may do so for days, and is not.
    pub(crate) fn busy(&self, settings: &Settings) -> bool {
        matches!(self.lifecycle(settings), ("deleting" | "pending", None))
    }

    /// Lets it become what a test decided.
    pub(crate) fn meet(&mut self, fate: Fate) {
        match fate {
            Fate::Slow(reads) => self.waits = reads,
            end => self.end = Some(end),
        }
    }
}

/// The tags of one resource.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Tags {
    pub(crate) user: BTreeSet<String>,
    pub(crate) access: BTreeSet<String>,
}
