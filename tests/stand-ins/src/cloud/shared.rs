//! A list that is copied when it is changed, so that an account can be kept as it was before each call.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A `Vec` whose clone costs nothing until one of the two is changed.
#[derive(Debug, Clone)]
pub(crate) struct Shared<T>(Arc<Vec<T>>);

impl<T> Default for Shared<T> {
    fn default() -> Self {
        Self(Arc::new(Vec::new()))
    }
}

impl<T> Deref for Shared<T> {
    type Target = Vec<T>;
    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T: Clone> DerefMut for Shared<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        Arc::make_mut(&mut self.0)
    }
}
