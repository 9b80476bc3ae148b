//! The versions of the tools that exports are written for.

use serde::{Deserialize, Serialize};

/// The `version` date that API calls carry unless the plan says otherwise:
/// the default of IBM's Python SDK 0.36.0, read on 21 Nov 2026.
pub const DEFAULT_API_VERSION: &str = "2026-10-06";

/// Tool versions aimed at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Targets {
    /// The `vpc-infrastructure` plug-in of the `ibmcloud` command.
    pub cli: CliVersion,
    /// The VPC API's `version` date, as `YYYY-MM-DD`.
    pub api: String,
    /// The Terraform provider `IBM-Cloud/ibm`.
    pub provider: ProviderVersion,
}

/// Plug-in versions between which the grammar differs: 16.0.0 replaced the DNS
/// flag and the rule protocol `all` (release notes, 9 Dec 2025).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum CliVersion {
    /// Before 16.0.0.
    Before16,
    /// 16.0.0 or later.
    #[default]
    From16,
}

/// Provider versions between which the arguments differ: 1.87.0 added the DNS
/// mode and flat rules, 2.1.0 reads gateway addresses back whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum ProviderVersion {
    /// `>= 1.81.1, < 1.87.0`.
    #[serde(rename = "before_1_87")]
    Before1_87,
    /// `>= 2.1.0, < 3.0.0`.
    #[default]
    #[serde(rename = "from_2_1")]
    From2_1,
}

impl Default for Targets {
    fn default() -> Self {
        Self {
            cli: CliVersion::default(),
            api: DEFAULT_API_VERSION.to_owned(),
            provider: ProviderVersion::default(),
        }
    }
}
