//! The tool versions that a plan aims at, understood.

use crate::catalog::{self, Ability, Versions};
use crate::plan::{CliVersion, DEFAULT_API_VERSION, ProviderVersion, Targets};

/// The tool versions that exports are written for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aims {
    /// Versions of the CLI's plug-in.
    pub plug_in: Versions,
    /// The API's `version` date, as written.
    pub api: String,
    /// Versions of the Terraform provider.
    pub provider: Versions,
}

impl Aims {
    /// What a plan says; no date of the API means the usual one.
    pub(super) fn of(said: &Targets) -> Self {
        Self {
            plug_in: match said.cli {
                CliVersion::From16 => catalog::PLUG_IN_FROM_16,
                CliVersion::Before16 => catalog::PLUG_IN_BEFORE_16,
            },
            api: if said.api.is_empty() { DEFAULT_API_VERSION.to_owned() } else { said.api.clone() },
            provider: match said.provider {
                ProviderVersion::From2_1 => catalog::PROVIDER_FROM_2_1,
                ProviderVersion::Before1_87 => catalog::PROVIDER_BEFORE_1_87,
            },
        }
    }

    /// The API's date, where it is one.
    pub fn date(&self) -> Option<&str> {
        super::build::date(&self.api).map(|()| self.api.as_str())
    }

    /// Whether the API has something at its date. A text that is no date says nothing: the newest
    /// is taken for it.
    pub fn api_has(&self, ability: &Ability) -> bool {
        self.date().is_none_or(|date| ability.api <= date)
    }
}

impl Default for Aims {
    fn default() -> Self {
        Self::of(&Targets::default())
    }
}
