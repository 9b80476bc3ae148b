//! Short ids inside a plan.

use serde::{Deserialize, Serialize};
use std::borrow::Borrow;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Longest key, in bytes. Room for any 63-character name.
const MAX: usize = 64;

/// The short id of an object inside its plan, such as `vpe-1`.
///
/// Made once from the object's first name and never changed: places and
/// Terraform labels use it, scripts never do. A lower-case letter, then
/// lower-case letters, digits and single hyphens; at most 64 characters. So a
/// key with its hyphens replaced by underscores is a Terraform label, and two
/// keys never make one label.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(from = "String", into = "String")]
#[cfg_attr(test, schemars(!from, !into, transparent))]
pub struct Key(
    // Shared, as the model, places and findings hold many copies. `None` is the empty
    // text; no text here is empty.
    #[cfg_attr(test, schemars(with = "String", regex(pattern = r"^[a-z][a-z0-9-]*$"), length(max = 64)))]
    Option<Arc<str>>,
);

/// A text that is no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "{0:?} is not a key: expected a lower-case letter, then lower-case letters, digits and hyphens, 64 characters at most"
)]
pub struct KeyError(String);

impl Key {
    /// Takes a text that already has a key's form.
    ///
    /// # Errors
    /// [`KeyError`] when it has not.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        if Self::is_legal(text) { Ok(Self::of(text)) } else { Err(KeyError(text.to_owned())) }
    }

    /// The key of no object: what a reference holds before one is chosen.
    pub fn none() -> Self {
        Self(None)
    }

    /// Whether this refers to no object at all.
    pub fn is_none(&self) -> bool {
        self.0.is_none()
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        self.0.as_deref().unwrap_or_default()
    }

    /// A text with a key's form, or none.
    fn of(text: &str) -> Self {
        Self((!text.is_empty()).then(|| text.into()))
    }

    /// Makes a key out of any text that `taken` does not know yet. `kind`
    /// stands in where the text holds nothing usable.
    pub fn make(text: &str, kind: &str, taken: impl Fn(&str) -> bool) -> Self {
        let mut base = String::new();
        for c in text.chars().map(|c| c.to_ascii_lowercase()) {
            match c {
                'a'..='z' => base.push(c),
                '0'..='9' if !base.is_empty() => base.push(c),
                _ if !base.is_empty() && !base.ends_with('-') => base.push('-'),
                _ => {}
            }
        }
        base.truncate(MAX - 8);
        let base = base.trim_end_matches('-');
        let base = if base.is_empty() { kind } else { base };
        if !taken(base) {
            return Self::of(base);
        }
        let mut n: u32 = 2;
        loop {
            let candidate = format!("{base}-{n}");
            if !taken(&candidate) {
                return Self::of(&candidate);
            }
            n += 1;
        }
    }

    pub(super) fn is_legal(text: &str) -> bool {
        text.len() <= MAX
            && text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({:?})", self.as_str())
    }
}

// As its text does, so that maps of keys can be asked for a text.
impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        Self::of(&text)
    }
}

impl From<Key> for String {
    fn from(key: Key) -> Self {
        key.as_str().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_legal_keys_out_of_anything() {
        for (text, expected) in [
            ("prod-vpc", "prod-vpc"),
            ("Prod VPC", "prod-vpc"),
            ("10.240.0.0", "gateway"),
            ("9lives", "lives"),
            ("a__b", "a-b"),
            ("Zürich", "z-rich"),
            ("", "gateway"),
            ("taken", "taken-3"),
        ] {
            let key = Key::make(text, "gateway", |k| ["taken", "taken-2"].contains(&k));
            assert_eq!(key.as_str(), expected, "from {text:?}");
            assert!(Key::is_legal(key.as_str()));
        }
        assert!(Key::is_legal(Key::make(&"x".repeat(200), "vpc", |_| false).as_str()));
    }

    #[test]
    fn refuses_other_forms() {
        for text in ["", "A", "-a", "1a", "a_b", "a b", "é", &"a".repeat(65)] {
            assert!(Key::new(text).is_err(), "{text:?} should be refused");
        }
    }
}
