//! A shelf that is a map, and that can be told to refuse.

use super::{Refusal, Shelf};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

/// A shelf in memory. Clones are the same shelf, as two tabs have one storage.
#[derive(Debug, Clone, Default)]
pub(crate) struct Map {
    texts: Rc<RefCell<BTreeMap<String, String>>>,
    /// Longest text that it takes.
    pub(crate) room: Rc<Cell<Option<usize>>>,
    /// Whether nothing may be stored or read.
    pub(crate) forbidden: Rc<Cell<bool>>,
    /// Whether it drops what it is given.
    pub(crate) forgets: Rc<Cell<bool>>,
}

impl Map {
    fn open(&self) -> Result<&RefCell<BTreeMap<String, String>>, Refusal> {
        if self.forbidden.get() { Err(Refusal::Forbidden) } else { Ok(&self.texts) }
    }
}

impl Shelf for Map {
    fn get(&self, name: &str) -> Result<Option<String>, Refusal> {
        Ok(self.open()?.borrow().get(name).cloned())
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Refusal> {
        let texts = self.open()?;
        if self.room.get().is_some_and(|room| text.len() > room) {
            return Err(Refusal::Full);
        }
        if !self.forgets.get() {
            texts.borrow_mut().insert(name.to_owned(), text.to_owned());
        }
        Ok(())
    }

    fn remove(&self, name: &str) -> Result<(), Refusal> {
        self.open()?.borrow_mut().remove(name);
        Ok(())
    }

    fn names(&self) -> Result<Vec<String>, Refusal> {
        Ok(self.open()?.borrow().keys().cloned().collect())
    }
}
