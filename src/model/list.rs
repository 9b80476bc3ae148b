//! Lists that are indexed by an index of their own kind, and notes beside them.

use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, Index};

/// The position of a `T` in the model's list of them.
pub struct Ix<T>(u32, PhantomData<fn() -> T>);

impl<T> Clone for Ix<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Ix<T> {}
impl<T> PartialEq for Ix<T> {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0
    }
}
impl<T> Eq for Ix<T> {}
impl<T> PartialOrd for Ix<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Ix<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.cmp(&other.0)
    }
}
impl<T> std::hash::Hash for Ix<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.0.hash(state);
    }
}
impl<T> fmt::Debug for Ix<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// Objects of one kind, in plan order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List<T>(Vec<T>);

impl<T> Default for List<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> List<T> {
    /// Each with its index.
    pub fn enumerate(&self) -> impl Iterator<Item = (Ix<T>, &T)> {
        self.0.iter().enumerate().map(|(i, item)| (ix(i), item))
    }

    /// All indexes.
    pub fn indexes(&self) -> impl Iterator<Item = Ix<T>> + use<T> {
        (0..self.0.len()).map(ix)
    }

    /// Nothing noted yet beside any of them.
    pub fn notes<V>(&self) -> Notes<T, V> {
        let mut notes = Vec::new();
        notes.resize_with(self.0.len(), || None);
        Notes(notes, PhantomData)
    }

    /// Makes room for so many more.
    pub(super) fn reserve(&mut self, more: usize) {
        self.0.reserve(more);
    }

    pub(super) fn push(&mut self, item: T) -> Ix<T> {
        self.0.push(item);
        ix(self.0.len() - 1)
    }

    pub(super) fn get_mut(&mut self, at: Ix<T>) -> &mut T {
        &mut self.0[at.0 as usize]
    }
}

fn ix<T>(i: usize) -> Ix<T> {
    Ix(u32::try_from(i).expect("a plan file is too short for 2^32 objects"), PhantomData)
}

/// What is worked out once for each object of a list, when it is first asked for.
pub struct Notes<T, V>(Vec<Option<V>>, PhantomData<fn() -> T>);

impl<T, V> Notes<T, V> {
    /// What is noted beside an object.
    pub fn get(&self, at: Ix<T>) -> Option<&V> {
        self.0[at.0 as usize].as_ref()
    }

    /// What is noted beside an object, or else is to be.
    pub fn get_or_insert_with(&mut self, at: Ix<T>, make: impl FnOnce() -> V) -> &mut V {
        self.0[at.0 as usize].get_or_insert_with(make)
    }
}

impl<T> Index<Ix<T>> for List<T> {
    type Output = T;
    fn index(&self, at: Ix<T>) -> &T {
        &self.0[at.0 as usize]
    }
}

impl<T> Deref for List<T> {
    type Target = [T];
    fn deref(&self) -> &[T] {
        &self.0
    }
}
