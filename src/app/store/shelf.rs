//! Named texts that outlive the tab.

/// Named texts that outlive the tab. In the browser local storage, in tests a
/// map.
pub(crate) trait Shelf {
    /// The text of this name.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available.
    fn get(&self, name: &str) -> Result<Option<String>, Refusal>;
    /// Keeps a text.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available or full.
    fn set(&self, name: &str, text: &str) -> Result<(), Refusal>;
    /// Forgets a text.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available.
    fn remove(&self, name: &str) -> Result<(), Refusal>;
    /// The names of all texts.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available.
    fn names(&self) -> Result<Vec<String>, Refusal>;
}

/// Why storage does not take or give a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Refusal {
    /// The browser does not let the page store anything.
    #[error("this browser does not let the page store anything")]
    Forbidden,
    /// There is no room left.
    #[error("this browser's storage for the page is full")]
    Full,
    /// What was written did not come back.
    #[error("what was written did not come back when it was read")]
    Lost,
}
