//! What of an existing endpoint gateway changes in place, what replaces it, what cannot change.

use super::{Source, source};

/// What becomes of an existing gateway of which something else is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changing {
    /// Whether the API, and so the scripts, change it while the gateway stays.
    pub in_place: bool,
    /// Whether the Terraform provider destroys the gateway and creates another for it.
    pub replaced: bool,
    /// What else follows of a change in place, a sentence; empty for nothing.
    pub follows: &'static str,
    /// Where the API's part was read. That the provider replaces stands in its schema
    /// ([`source::PROVIDER`]).
    pub source: Source,
}

/// Its name: of the patch, and a new resource to the provider.
pub const NAME: Changing = Changing { in_place: true, replaced: true, follows: "", source: source::API };
/// What it reaches.
pub const TARGET: Changing =
    Changing { in_place: false, replaced: true, follows: "", source: source::CREATING };
/// Its resource group.
pub const RESOURCE_GROUP: Changing =
    Changing { in_place: false, replaced: true, follows: "", source: source::API };
/// Its DNS mode. Five minutes are IBM's, and more than six its advice.
pub const DNS: Changing = Changing {
    in_place: true,
    replaced: false,
    follows: "Wait more than six minutes before the next change of the mode: until then names may not resolve.",
    source: source::HUB_PLANNING,
};
/// Its security groups.
pub const GROUPS: Changing = Changing {
    in_place: true,
    replaced: false,
    follows: "What only the old group admits is cut off.",
    source: source::GROUPS,
};
/// Its addresses.
pub const ADDRESSES: Changing = Changing {
    in_place: true,
    replaced: false,
    follows: "Connections to the old address break, and a reserved IP with auto_delete is gone.",
    source: source::RESERVED_IPS,
};
/// Its tags.
pub const TAGS: Changing = Changing { in_place: true, replaced: false, follows: "", source: source::TAGS };
