//! Keeping plans on a shelf of named texts.

use crate::plan::{FileError, Plan, read, write};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;

const INDEX: &str = "vpe-planner/index";
const PLAN: &str = "vpe-planner/plan/";

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

/// Why a plan cannot be opened or kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum StoreError {
    /// Storage refuses.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// There is no such plan.
    #[error("this browser keeps no such plan; it may have been deleted, or kept by another browser")]
    Missing,
    /// What is kept is no plan.
    #[error("what this browser keeps is not a plan: {0}")]
    Damaged(#[from] FileError),
}

/// A plan in the list of plans.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// Its id in this browser.
    pub(crate) id: String,
    /// Its name.
    pub(crate) name: String,
    /// When it was last written, in milliseconds since 1970.
    pub(crate) edited: f64,
}

/// The name under which a plan is kept.
pub(crate) fn plan_key(id: &str) -> String {
    format!("{PLAN}{id}")
}

/// The kept plans.
pub(crate) struct Store<S> {
    shelf: S,
    /// Plans that the shelf refused, by id.
    held: RefCell<BTreeMap<String, String>>,
}

impl<S: Shelf> Store<S> {
    /// The plans on this shelf.
    pub(crate) fn new(shelf: S) -> Self {
        Self { shelf, held: RefCell::default() }
    }

    /// The shelf itself, for what is not a plan.
    pub(crate) fn shelf(&self) -> &S {
        &self.shelf
    }

    /// The list of plans, the last edited first. A plan whose entry is missing
    /// is listed all the same.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available.
    pub(crate) fn list(&self) -> Result<Vec<Kept>, Refusal> {
        let index = self.shelf.get(INDEX)?;
        let mut list: Vec<Kept> = index.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let names = self.shelf.names()?;
        let ids: Vec<&str> = names.iter().filter_map(|n| n.strip_prefix(PLAN)).collect();
        list.retain(|kept| ids.contains(&kept.id.as_str()));
        for id in ids {
            if !list.iter().any(|kept| kept.id == id) {
                let name = self.read(id).map(|plan| plan.name).unwrap_or_default();
                list.push(Kept { id: id.to_owned(), name, edited: 0.0 });
            }
        }
        list.sort_by(|a, b| b.edited.total_cmp(&a.edited).then_with(|| a.id.cmp(&b.id)));
        Ok(list)
    }

    /// Opens a plan.
    ///
    /// # Errors
    /// [`StoreError`] when there is none, or what is kept is none.
    pub(crate) fn read(&self, id: &str) -> Result<Plan, StoreError> {
        let held = self.held.borrow().get(id).cloned();
        let text = match held {
            Some(text) => text,
            None => self.shelf.get(&plan_key(id))?.ok_or(StoreError::Missing)?,
        };
        Ok(read(&text)?)
    }

    /// Keeps a plan, reads it back, and notes it in the list. A plan that is
    /// refused is held in memory.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available, full, or forgets.
    pub(crate) fn write(&self, id: &str, plan: &Plan, now: f64) -> Result<(), Refusal> {
        let text = write(plan);
        let kept = self.keep(id, &text);
        if kept.is_ok() {
            self.held.borrow_mut().remove(id);
        } else {
            self.held.borrow_mut().insert(id.to_owned(), text);
        }
        kept?;
        let mut list = self.list()?;
        list.retain(|kept| kept.id != id);
        list.insert(0, Kept { id: id.to_owned(), name: plan.name.clone(), edited: now });
        self.set_index(&list)
    }

    fn keep(&self, id: &str, text: &str) -> Result<(), Refusal> {
        let name = plan_key(id);
        self.shelf.set(&name, text)?;
        if self.shelf.get(&name)?.as_deref() == Some(text) { Ok(()) } else { Err(Refusal::Lost) }
    }

    /// Forgets a plan.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available.
    pub(crate) fn remove(&self, id: &str) -> Result<(), Refusal> {
        self.held.borrow_mut().remove(id);
        self.shelf.remove(&plan_key(id))?;
        let list = self.list()?;
        self.set_index(&list)
    }

    fn set_index(&self, list: &[Kept]) -> Result<(), Refusal> {
        let text = serde_json::to_string(list).expect("ids, names and dates are plain");
        self.shelf.set(INDEX, &text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::two_gateways;

    /// A shelf that refuses to keep what is longer than `room`.
    #[derive(Default)]
    struct Map {
        texts: RefCell<BTreeMap<String, String>>,
        room: Option<usize>,
        forgets: bool,
    }

    impl Shelf for Map {
        fn get(&self, name: &str) -> Result<Option<String>, Refusal> {
            Ok(self.texts.borrow().get(name).cloned())
        }
        fn set(&self, name: &str, text: &str) -> Result<(), Refusal> {
            if self.room.is_some_and(|room| text.len() > room) {
                return Err(Refusal::Full);
            }
            if !self.forgets {
                self.texts.borrow_mut().insert(name.to_owned(), text.to_owned());
            }
            Ok(())
        }
        fn remove(&self, name: &str) -> Result<(), Refusal> {
            self.texts.borrow_mut().remove(name);
            Ok(())
        }
        fn names(&self) -> Result<Vec<String>, Refusal> {
            Ok(self.texts.borrow().keys().cloned().collect())
        }
    }

    #[test]
    fn keeps_several_plans_the_last_edited_first() {
        let store = Store::new(Map::default());
        let mut plan = two_gateways();
        store.write("a", &plan, 1.0).unwrap();
        plan.name = "second".into();
        store.write("b", &plan, 2.0).unwrap();
        let names = |s: &Store<Map>| s.list().unwrap().into_iter().map(|k| k.name).collect::<Vec<_>>();
        assert_eq!(names(&store), ["second", "Keys and secrets"]);
        assert_eq!(store.read("b").unwrap(), plan);
        store.write("a", &two_gateways(), 3.0).unwrap();
        assert_eq!(names(&store), ["Keys and secrets", "second"]);
        store.remove("a").unwrap();
        assert_eq!(names(&store), ["second"]);
        assert_eq!(store.read("a"), Err(StoreError::Missing));
    }

    #[test]
    fn a_plan_that_is_refused_is_held_until_the_tab_closes() {
        for shelf in [Map { room: Some(10), ..Map::default() }, Map { forgets: true, ..Map::default() }] {
            let store = Store::new(shelf);
            assert!(store.write("a", &two_gateways(), 1.0).is_err());
            assert_eq!(store.read("a").unwrap(), two_gateways());
        }
    }

    #[test]
    fn a_lost_or_broken_list_is_made_again_from_the_plans() {
        let store = Store::new(Map::default());
        store.write("a", &two_gateways(), 1.0).unwrap();
        for broken in ["", "{]", "[]", "[{\"id\": 3}]"] {
            store.shelf.set(INDEX, broken).unwrap();
            assert_eq!(store.list().unwrap()[0].name, "Keys and secrets", "{broken}");
        }
        store.shelf.set(&plan_key("a"), "not a plan").unwrap();
        assert!(matches!(store.read("a"), Err(StoreError::Damaged(_))));
    }
}
