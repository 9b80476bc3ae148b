//! What every planned object has: a key, an origin, and what is wanted of it.

use super::{Key, Observed};
use serde::{Deserialize, Serialize};

/// An object of the plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema), schemars(rename = "{W}Resource"))]
#[serde(deny_unknown_fields)]
pub struct Resource<W> {
    /// Its short id in this plan.
    pub key: Key,
    /// Whether the exports create it or look it up.
    #[serde(default, skip_serializing_if = "Origin::is_new")]
    pub origin: Origin,
    /// What is wanted of it, or, where it exists, what is known of it.
    pub wanted: W,
}

/// Whether an object is to be created or exists already.
///
/// Of an existing object only what the plan says is known; the rest is unknown,
/// which is not the same as empty.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Origin {
    /// New or existing.
    pub kind: OriginKind,
    /// The id that IBM Cloud gave an existing object; empty when not known.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// What Terraform does with an existing object.
    #[serde(default, skip_serializing_if = "On::is_refer_to")]
    pub on: On,
    /// What was read of an endpoint gateway. Of other objects nothing is read here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub observed: Option<Box<Observed>>,
    /// Whether the exports change in place what an endpoint gateway has otherwise than wanted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub change: bool,
}

/// The two origins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// The exports create it.
    #[default]
    New,
    /// It exists; the exports refer to it by id, or by its name where the id is
    /// not known.
    Existing,
}

/// What Terraform does with what exists. The other exports only ever refer to it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// It refers to it and leaves it as it is.
    #[default]
    ReferTo,
    /// It takes it over: imports it by its id, and from then on changes and
    /// destroys it as what it made itself.
    Adopt,
}

impl On {
    pub(super) fn is_refer_to(&self) -> bool {
        *self == Self::ReferTo
    }
}

impl Origin {
    /// An object that exists, with its id or an empty text.
    pub fn existing(id: &str) -> Self {
        Self { kind: OriginKind::Existing, id: id.to_owned(), ..Self::default() }
    }

    /// Whether the exports create the object.
    pub fn is_new(&self) -> bool {
        *self == Self::default()
    }
}
