//! Authorization policies.

use serde::{Deserialize, Serialize};

/// An authorization policy: the account that owns a service lets the endpoint
/// gateways of another account reach it. IBM calls the two the target account and
/// the accessor or source account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// Id of the account whose gateways are let in; empty for the plan's own.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source_account: String,
    /// Id of the account that owns the service, and in which the policy is made.
    #[serde(default)]
    pub target_account: String,
    /// Name of the service as in its CRNs, such as `containers-kubernetes`.
    #[serde(default)]
    pub service: String,
    /// Id of the one instance that is let reach, as in its CRN; empty for all
    /// instances of the service.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub instance: String,
}

impl Policy {
    /// What a reader calls a policy, which has no name: its service, and the account
    /// that owns it; empty where neither is said.
    pub fn label(service: &str, target_account: &str) -> String {
        match (service, target_account) {
            (service, "") => service.to_owned(),
            ("", account) => format!("account {account}"),
            (service, account) => format!("{service} in account {account}"),
        }
    }
}
