//! What was read of an endpoint gateway that exists.

use super::DnsMode;
use serde::{Deserialize, Serialize};

/// What IBM Cloud had when an existing endpoint gateway was read. What was not read is unknown,
/// which is not the same as empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Observed {
    /// The day that it was read, as `YYYY-MM-DD`; empty where nobody says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// Its name; empty where it was not read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// CRN or name of what it reaches; empty where it was not read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub target: String,
    /// Its resource group.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resource_group: Option<Seen>,
    /// Its DNS mode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dns: Option<DnsMode>,
    /// Its security groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_groups: Option<Vec<Seen>>,
    /// Its addresses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addresses: Option<Vec<SeenAddress>>,
    /// Its user tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<String>>,
    /// Its access tags.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access_tags: Option<Vec<String>>,
}

/// Something that a gateway refers to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Seen {
    /// Its id; empty where it was not read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Its name; empty where it was not read.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
}

/// A reserved IP that is bound to a gateway.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SeenAddress {
    /// Its zone; empty where it is not known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub zone: String,
    /// Its address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Id of the reserved IP.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// Name of the reserved IP.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
}

impl Seen {
    /// What a reader calls it.
    pub fn label(&self) -> &str {
        if self.name.is_empty() { &self.id } else { &self.name }
    }

    /// Whether it is what has this id or name; `None` where the two have neither in common.
    pub fn is(&self, id: &str, name: &str) -> Option<bool> {
        if !self.id.is_empty() && !id.is_empty() {
            Some(self.id == id)
        } else if !self.name.is_empty() && !name.is_empty() {
            Some(self.name == name)
        } else {
            None
        }
    }
}
