//! What is planned, as written.
//!
//! The plan holds what people and imports said, in their words: leaf fields are
//! text, and a half-typed address is a legal plan. What the words mean is worked
//! out in [`crate::model`]; what is wrong with them in [`crate::rules`].
//!
//! Fields stand in the order in which the file shows them. References are by
//! [`Key`]; a reference to nothing is legal here and becomes a finding.

mod acl;
mod file;
mod find;
mod gateway;
mod json_path;
mod key;
mod network;
mod observed;
mod place;
mod policy;
mod resource;
mod targets;
mod templates;

pub use acl::{Action, NetworkAcl, NetworkAclRule};
pub use file::{FILE_VERSION, FileError, MAX_FILE_BYTES, read, write};
pub use gateway::{DnsMode, Gateway, How, ResourceBinding, Target, TargetKind, ZoneAddress};
pub use key::{Key, KeyError};
pub use network::{
    AddressPrefix, Direction, Dns, DnsBinding, PrefixManagement, Protocol, ReservedIp, Resolver,
    SecurityGroup, SecurityGroupRule, Subnet, Taken, Vpc,
};
pub use observed::{Observed, Seen, SeenAddress};
pub use place::{Field, Object, Place, address_segment};
pub use policy::Policy;
pub use resource::{On, Origin, OriginKind, Resource};
pub use targets::{CliVersion, DEFAULT_API_VERSION, ProviderVersion, Targets};
pub use templates::{TEMPLATES, Template};

use serde::{Deserialize, Serialize};

/// One plan: what its author calls it, and everything it wants to exist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The plan's own name, free text.
    #[serde(default)]
    pub name: String,
    /// Free text for the plan's readers; nothing is exported from it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Id of the account that the plan is for; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// Versions of the tools that exports are written for.
    #[serde(default)]
    pub targets: Targets,
    /// VPCs with what belongs to them, in the user's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vpcs: Vec<Resource<Vpc>>,
    /// Endpoint gateways, in the user's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gateways: Vec<Resource<Gateway>>,
    /// Authorization policies by which other accounts let the gateways in, in the
    /// user's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub policies: Vec<Resource<Policy>>,
}

#[cfg(test)]
mod schema {
    /// Regenerates `static/plan.schema.json` with `UPDATE_EXPECT=1`.
    #[test]
    fn the_committed_schema_is_the_types() {
        let schema = super::file::schema();
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/static/plan.schema.json");
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            std::fs::write(path, &text).unwrap();
        }
        let committed = std::fs::read_to_string(path).unwrap();
        assert!(committed == text, "static/plan.schema.json is stale: run with UPDATE_EXPECT=1");
    }
}
