//! What a text of the plan says.

use std::fmt;

/// A text of the plan: understood, or as it was written.
///
/// Rules and look-ups use the value. An export that is asked for despite errors
/// spells either, so that what a user wrote reaches the tool as it is.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Said<T> {
    /// It means this.
    Value(T),
    /// It means nothing, or nothing was written.
    Text(String),
}

impl<T> Default for Said<T> {
    /// Nothing was written.
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl<T> Said<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Text(_) => None,
        }
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

impl<T: Copy> Said<T> {
    /// The value, where there is one.
    pub fn get(&self) -> Option<T> {
        self.value().copied()
    }
}

impl<T: fmt::Display> fmt::Display for Said<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(value) => value.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}
