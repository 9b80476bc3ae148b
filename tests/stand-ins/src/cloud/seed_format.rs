//! The form of a seed file. It is described for its users in the crate's documentation.

use ipnet::Ipv4Net;
use serde::Deserialize;
use serde_json::Value;

use super::world::{Settings, Tags};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Seed {
    #[serde(default = "account")]
    pub(super) account: String,
    #[serde(default = "api_key")]
    pub(super) api_key: String,
    #[serde(default = "token")]
    pub(super) token: String,
    #[serde(default)]
    pub(super) settings: SeedSettings,
    pub(super) resource_groups: Option<Vec<SeedResourceGroup>>,
    #[serde(default)]
    pub(super) access_tags: Vec<String>,
    #[serde(default)]
    pub(super) vpcs: Vec<SeedVpc>,
    #[serde(default)]
    pub(super) policies: Vec<SeedPolicy>,
    /// The accounts beside the first one.
    #[serde(default)]
    pub(super) accounts: Vec<SeedAccount>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedAccount {
    pub(super) id: String,
    pub(super) api_key: String,
    pub(super) token: String,
    pub(super) resource_groups: Option<Vec<SeedResourceGroup>>,
    #[serde(default)]
    pub(super) access_tags: Vec<String>,
    #[serde(default)]
    pub(super) vpcs: Vec<SeedVpc>,
    #[serde(default)]
    pub(super) policies: Vec<SeedPolicy>,
}

/// A policy that lets endpoint gateways of another account reach a service of this one.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedPolicy {
    pub(super) id: String,
    pub(super) source_account: String,
    pub(super) service: String,
    pub(super) instance: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct SeedSettings {
    pub(super) page_size: usize,
    pub(super) pending_reads: u32,
    pub(super) region: Option<String>,
    pub(super) resource_group: Option<String>,
    pub(super) usage_errors_exit_zero: bool,
    pub(super) private_path_permitted: bool,
    pub(super) authorized_accounts: Vec<String>,
    pub(super) plug_in: String,
}

impl Default for SeedSettings {
    fn default() -> Self {
        let usual = Settings::default();
        Self {
            page_size: usual.page_size,
            pending_reads: usual.pending_reads,
            region: None,
            resource_group: None,
            usage_errors_exit_zero: usual.usage_errors_exit_zero,
            private_path_permitted: usual.private_path_permitted,
            authorized_accounts: usual.authorized_accounts,
            plug_in: usual.plug_in,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedResourceGroup {
    pub(super) id: Option<String>,
    pub(super) name: String,
    #[serde(default)]
    pub(super) default: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedVpc {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) region: String,
    pub(super) resource_group: Option<String>,
    #[serde(default)]
    pub(super) enable_hub: bool,
    #[serde(default)]
    pub(super) custom_resolver: bool,
    /// The id of the hub that it is bound to.
    pub(super) bound_to: Option<String>,
    pub(super) address_prefixes: Option<Vec<SeedPrefix>>,
    #[serde(default)]
    pub(super) subnets: Vec<SeedSubnet>,
    #[serde(default)]
    pub(super) security_groups: Vec<SeedGroup>,
    #[serde(default)]
    pub(super) network_acls: Vec<SeedGroup>,
    #[serde(default)]
    pub(super) endpoint_gateways: Vec<SeedGateway>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedPrefix {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) zone: String,
    pub(super) cidr: Ipv4Net,
    #[serde(default)]
    pub(super) is_default: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedSubnet {
    /// The name of its network ACL; none means the VPC's default one.
    pub(super) network_acl: Option<String>,
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) zone: String,
    pub(super) cidr: Ipv4Net,
    pub(super) resource_group: Option<String>,
    #[serde(default)]
    pub(super) reserved_ips: Vec<SeedIp>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedIp {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) address: std::net::Ipv4Addr,
    #[serde(default)]
    pub(super) auto_delete: bool,
    /// The resource that has it, as the API shows a target.
    pub(super) target: Option<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedGroup {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) resource_group: Option<String>,
    /// Whether it is the VPC's default group; without one, the stand-in makes it.
    #[serde(default)]
    pub(super) default: bool,
    #[serde(default)]
    pub(super) rules: Vec<Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedGateway {
    pub(super) id: Option<String>,
    pub(super) name: String,
    pub(super) target: Value,
    #[serde(default = "primary")]
    pub(super) dns_resolution_binding_mode: String,
    pub(super) resource_group: Option<String>,
    /// Names of groups of the VPC; none means the default group.
    #[serde(default)]
    pub(super) security_groups: Vec<String>,
    /// Names of reserved IPs listed in the subnets, as `SUBNET/NAME`.
    #[serde(default)]
    pub(super) ips: Vec<String>,
    #[serde(default)]
    pub(super) tags: Tags,
    #[serde(default)]
    pub(super) resource_bindings: Vec<SeedBinding>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SeedBinding {
    pub(super) name: String,
    pub(super) crn: String,
}

fn account() -> String {
    "aa2432b1fa4d4ace891e9b80fc104e34".to_owned()
}

fn api_key() -> String {
    "stand-in-api-key".to_owned()
}

fn token() -> String {
    "stand-in-token".to_owned()
}

fn primary() -> String {
    "primary".to_owned()
}
