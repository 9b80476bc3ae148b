//! What versions of the tools can say: what exports can be written for, and since when each
//! tool has what plans ask of it.

use super::{Source, source};

/// Major, minor and patch of a version.
pub type Version = [u16; 3];

/// Versions of a tool, between which all say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Versions {
    /// The lowest.
    pub from: Version,
    /// The first that is too high.
    pub before: Version,
}

/// The `vpc-infrastructure` plug-in without the DNS flag of 16.0.0. Rules have had names since
/// 15.2.0 (plug-in release notes, read 21 Nov 2026).
pub const PLUG_IN_BEFORE_16: Versions = Versions { from: [15, 2, 0], before: [16, 0, 0] };
/// The plug-in with that flag.
pub const PLUG_IN_FROM_16: Versions = Versions { from: [16, 0, 0], before: [u16::MAX, 0, 0] };
/// The provider without the DNS mode of 1.87.0. Since 1.81.1 it makes one gateway of a VPC after
/// another by itself (its change log, read 22 Nov 2026).
pub const PROVIDER_BEFORE_1_87: Versions = Versions { from: [1, 81, 1], before: [1, 87, 0] };
/// The provider that reads a gateway's addresses back whole.
pub const PROVIDER_FROM_2_1: Versions = Versions { from: [2, 1, 0], before: [3, 0, 0] };

/// The first `version` date that the API takes.
pub const API_FROM: &str = "2019-01-01";
/// The last that this program was written from: that of IBM's Python SDK 0.36.0.
pub const API_KNOWN_TO: &str = "2026-10-07";

/// Something that not every version of the tools can say.
#[derive(Debug, PartialEq, Eq)]
pub struct Ability {
    /// What it is, for a sentence.
    pub what: &'static str,
    /// The first plug-in that has it.
    pub plug_in: Version,
    /// The first `version` date of the API that has it; empty where any has.
    pub api: &'static str,
    /// The first provider that has it.
    pub provider: Version,
    /// Where that was read.
    pub source: Source,
}

/// The DNS mode as a word of its own; before, a yes or no.
pub static DNS_MODE: Ability = Ability {
    what: "the DNS resolution binding mode as a word",
    plug_in: [16, 0, 0],
    api: "2025-11-18",
    provider: [1, 87, 0],
    source: source::DNS_MIGRATION,
};

/// The mode `per_resource_binding`. The API before 2025-11-18 says it by two booleans; the older
/// tools have the first alone.
pub static PER_RESOURCE: Ability = Ability {
    what: "the DNS mode per_resource_binding",
    plug_in: [16, 0, 0],
    api: "",
    provider: [1, 87, 0],
    source: source::DNS_MIGRATION,
};

/// Bindings of resources to a gateway. No date of the API is known from which it has them.
pub static RESOURCE_BINDINGS: Ability = Ability {
    what: "resource bindings",
    plug_in: [16, 0, 0],
    api: "",
    provider: [1, 87, 0],
    source: source::CLI,
};

/// The rule protocol `icmp_tcp_udp`, which was `all` before, and the provider's flat rules, which
/// were blocks.
pub static RULE_PROTOCOLS: Ability = Ability {
    what: "the rule protocol icmp_tcp_udp",
    plug_in: [16, 0, 0],
    api: "2025-12-09",
    provider: [1, 87, 0],
    source: source::API_CHANGES,
};

/// Names of rules. That the provider's older resource has them is not shown by any source.
pub static RULE_NAMES: Ability = Ability {
    what: "names of rules",
    plug_in: [15, 2, 0],
    api: "",
    provider: [1, 87, 0],
    source: source::CLI,
};

/// All of them.
pub static ABILITIES: [&Ability; 5] =
    [&DNS_MODE, &PER_RESOURCE, &RESOURCE_BINDINGS, &RULE_PROTOCOLS, &RULE_NAMES];

impl Versions {
    /// Whether all of these have what there is since a version.
    pub fn have(self, since: Version) -> bool {
        since <= self.from
    }

    /// In words, such as `16.0.0 or later`.
    pub fn words(self) -> String {
        if self.open() {
            format!("{} or later", dotted(self.from))
        } else {
            format!("{} or later, before {}", dotted(self.from), dotted(self.before))
        }
    }

    /// As Terraform constrains a provider.
    pub fn constraint(self) -> String {
        format!(">= {}, < {}", dotted(self.from), dotted(self.before))
    }

    /// Whether no version is too high.
    pub fn open(self) -> bool {
        self.before[0] == u16::MAX
    }
}

/// A version with its dots.
pub fn dotted([major, minor, patch]: Version) -> String {
    format!("{major}.{minor}.{patch}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_lies_between_the_versions_that_can_be_aimed_at() {
        for ability in ABILITIES {
            assert!(PLUG_IN_FROM_16.have(ability.plug_in), "{}", ability.what);
            assert!(PROVIDER_FROM_2_1.have(ability.provider), "{}", ability.what);
            // None came while a range lasts: all versions of it say the same.
            for (range, since) in
                [(PLUG_IN_BEFORE_16, ability.plug_in), (PROVIDER_BEFORE_1_87, ability.provider)]
            {
                assert!(since <= range.from || since >= range.before, "{}", ability.what);
            }
            assert!(ability.api.is_empty() || (API_FROM < ability.api && ability.api < API_KNOWN_TO));
        }
    }

    #[test]
    fn versions_in_words_and_as_a_constraint() {
        assert_eq!(PLUG_IN_FROM_16.words(), "16.0.0 or later");
        assert_eq!(PLUG_IN_BEFORE_16.words(), "15.2.0 or later, before 16.0.0");
        assert_eq!(PROVIDER_BEFORE_1_87.constraint(), ">= 1.81.1, < 1.87.0");
        assert_eq!(PROVIDER_FROM_2_1.constraint(), ">= 2.1.0, < 3.0.0");
    }
}
