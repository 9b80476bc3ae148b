//! Keeping plans on a shelf.

use super::listing::{Listing, Removed, kept, place};
use super::{Refusal, Shelf};
use crate::plan::{FileError, Plan, read, write};
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::collections::BTreeMap;

const INDEX: &str = "vpe-planner/index";
const PLAN: &str = "vpe-planner/plan/";

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
    #[error("what this browser keeps cannot be read: {0}")]
    Damaged(#[from] FileError),
}

/// An entry of the index.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Entry {
    id: String,
    name: String,
    edited: f64,
}

/// A plan that the shelf refused.
#[derive(Debug, Clone)]
struct Held {
    text: String,
    refusal: Refusal,
    edited: f64,
}

/// The name under which a plan is kept.
pub(crate) fn plan_key(id: &str) -> String {
    format!("{PLAN}{id}")
}

/// The kept plans.
pub(crate) struct Store<S> {
    shelf: S,
    held: RefCell<BTreeMap<String, Held>>,
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

    /// Lists the plans, those that cannot be read and those that storage refused
    /// included.
    pub(crate) fn listing(&self) -> Listing {
        let index = self.index();
        let noted = |id: &str| index.iter().find(|e| e.id == id);
        let mut plans = Vec::new();
        for (id, held) in self.held.borrow().iter() {
            place(&mut plans, kept(id, &held.text, None, held.edited, Some(held.refusal)));
        }
        let refusal = match self.shelf.names() {
            Ok(names) => {
                for id in names.iter().filter_map(|n| n.strip_prefix(PLAN)) {
                    if plans.iter().any(|p| p.id == id) {
                        continue;
                    }
                    if let Ok(Some(text)) = self.on_shelf(id) {
                        let entry = noted(id);
                        let edited = entry.map_or(0.0, |e| e.edited);
                        place(&mut plans, kept(id, &text, entry.map(|e| e.name.as_str()), edited, None));
                    }
                }
                None
            }
            Err(refusal) => Some(refusal),
        };
        Listing { plans, refusal }
    }

    /// The text that is kept of a plan, whether it can be read or not.
    ///
    /// # Errors
    /// [`StoreError`] when there is none.
    pub(crate) fn text(&self, id: &str) -> Result<String, StoreError> {
        let held = self.held.borrow().get(id).map(|h| h.text.clone());
        match held {
            Some(text) => Ok(text),
            None => self.on_shelf(id)?.ok_or(StoreError::Missing),
        }
    }

    /// Opens a plan.
    ///
    /// # Errors
    /// [`StoreError`] when there is none, or what is kept is none.
    pub(crate) fn read(&self, id: &str) -> Result<Plan, StoreError> {
        Ok(read(&self.text(id)?)?)
    }

    /// The text on the shelf, which another tab may have put there.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available.
    pub(crate) fn on_shelf(&self, id: &str) -> Result<Option<String>, Refusal> {
        self.shelf.get(&plan_key(id))
    }

    /// Why a plan is in this tab only, where it is.
    pub(crate) fn refusal(&self, id: &str) -> Option<Refusal> {
        self.held.borrow().get(id).map(|h| h.refusal)
    }

    /// Keeps a plan, reads it back, and notes it in the index. A plan that is
    /// refused is held in memory.
    ///
    /// # Errors
    /// [`Refusal`] when storage is not available, full, or forgets.
    pub(crate) fn write(&self, id: &str, plan: &Plan, now: f64) -> Result<(), Refusal> {
        self.put(id, write(plan), &plan.name, now)
    }

    fn put(&self, id: &str, text: String, name: &str, edited: f64) -> Result<(), Refusal> {
        let key = plan_key(id);
        let written = self.shelf.set(&key, &text).and_then(|()| match self.shelf.get(&key)? {
            Some(back) if back == text => Ok(()),
            _ => Err(Refusal::Lost),
        });
        match written {
            Ok(()) => {
                self.held.borrow_mut().remove(id);
                let mut index = self.index();
                index.retain(|e| e.id != id);
                index.insert(0, Entry { id: id.to_owned(), name: name.to_owned(), edited });
                self.set_index(&index);
            }
            Err(refusal) => {
                self.held.borrow_mut().insert(id.to_owned(), Held { text, refusal, edited });
            }
        }
        written
    }

    /// Gives a plan another name.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such plan, or it is in this tab only now.
    pub(crate) fn rename(&self, id: &str, name: &str, now: f64) -> Result<(), StoreError> {
        let plan = Plan { name: name.to_owned(), ..self.read(id)? };
        Ok(self.write(id, &plan, now)?)
    }

    /// Keeps a plan a second time, under a name that says so.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such plan, or the copy is in this tab only.
    pub(crate) fn duplicate(&self, id: &str, copy: &str, now: f64) -> Result<(), StoreError> {
        let plan = self.read(id)?;
        let names: Vec<String> = self.listing().plans.into_iter().map(|p| p.name).collect();
        let name =
            (1..)
                .map(|n| {
                    if n == 1 { format!("{} (copy)", plan.name) } else { format!("{} (copy {n})", plan.name) }
                })
                .map(|name| name.trim_start().to_owned())
                .find(|name| !names.contains(name))
                .unwrap_or_default();
        Ok(self.write(copy, &Plan { name, ..plan }, now)?)
    }

    /// Forgets a plan, and gives what brings it back.
    ///
    /// # Errors
    /// [`StoreError`] when there is no such plan or storage is not available.
    pub(crate) fn remove(&self, id: &str) -> Result<Removed, StoreError> {
        let text = self.text(id)?;
        let of = self.listing().plans.into_iter().find(|p| p.id == id);
        let (name, edited) = of.map(|p| (p.name, p.edited)).unwrap_or_default();
        let was_held = self.held.borrow_mut().remove(id).is_some();
        let gone = self.shelf.remove(&plan_key(id));
        if !was_held {
            gone?;
        }
        let mut index = self.index();
        index.retain(|e| e.id != id);
        self.set_index(&index);
        Ok(Removed { id: id.to_owned(), text, name, edited })
    }

    /// Brings a removed plan back as it was, byte for byte.
    ///
    /// # Errors
    /// [`Refusal`] when storage takes it no more; it is then in this tab only.
    pub(crate) fn restore(&self, removed: &Removed) -> Result<(), Refusal> {
        self.put(&removed.id, removed.text.clone(), &removed.name, removed.edited)
    }

    /// What is noted of plans; nothing where the index is lost or broken, for the
    /// plans themselves are the truth.
    fn index(&self) -> Vec<Entry> {
        let text = self.shelf.get(INDEX).ok().flatten();
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    fn set_index(&self, index: &[Entry]) {
        let text = serde_json::to_string(index).expect("ids, names and dates are plain");
        // A plan that is kept but not noted is listed all the same, without its date.
        let _noted = self.shelf.set(INDEX, &text);
    }
}

#[cfg(test)]
mod tests {
    use super::super::listing::Content;
    use super::super::testing::Map;
    use super::*;
    use crate::app::testing::two_gateways;

    fn names(store: &Store<Map>) -> Vec<String> {
        store.listing().plans.into_iter().map(|k| k.name).collect()
    }

    #[test]
    fn keeps_several_plans_the_last_edited_first() {
        let store = Store::new(Map::default());
        let mut plan = two_gateways();
        store.write("a", &plan, 1.0).unwrap();
        plan.name = "second".into();
        store.write("b", &plan, 2.0).unwrap();
        assert_eq!(names(&store), ["second", "Keys and secrets"]);
        assert_eq!(store.read("b").unwrap(), plan);
        store.write("a", &two_gateways(), 3.0).unwrap();
        assert_eq!(names(&store), ["Keys and secrets", "second"]);
        let first = store.listing().plans[0].clone();
        assert_eq!(
            (first.edited, first.content, first.held),
            (3.0, Ok(Content { vpcs: 1, gateways: 2 }), None)
        );
    }

    #[test]
    fn what_is_removed_comes_back_byte_for_byte() {
        let shelf = Map::default();
        let store = Store::new(shelf.clone());
        store.write("a", &two_gateways(), 1.0).unwrap();
        shelf.set(&plan_key("b"), "{ not a plan").unwrap();
        let before = store.listing();
        let removed = [store.remove("a").unwrap(), store.remove("b").unwrap()];
        assert_eq!(store.listing().plans, []);
        assert_eq!(store.read("a"), Err(StoreError::Missing));
        assert_eq!(store.remove("a"), Err(StoreError::Missing));
        for removed in &removed {
            store.restore(removed).unwrap();
        }
        assert_eq!(store.listing(), before);
        assert_eq!(store.text("b").unwrap(), "{ not a plan");
    }

    #[test]
    fn a_copy_has_a_name_of_its_own() {
        let store = Store::new(Map::default());
        store.write("a", &two_gateways(), 1.0).unwrap();
        store.duplicate("a", "b", 2.0).unwrap();
        store.duplicate("a", "c", 3.0).unwrap();
        assert_eq!(
            names(&store),
            ["Keys and secrets (copy 2)", "Keys and secrets (copy)", "Keys and secrets"]
        );
        assert_eq!(store.read("c").unwrap().gateways, two_gateways().gateways);
        store.rename("b", "other", 4.0).unwrap();
        assert_eq!(names(&store)[0], "other");
        assert_eq!(store.rename("z", "other", 4.0), Err(StoreError::Missing));
    }

    #[test]
    fn a_plan_that_is_refused_is_held_and_listed_until_the_tab_closes() {
        let full = Map::default();
        full.room.set(Some(10));
        let forbidden = Map::default();
        forbidden.forbidden.set(true);
        let forgetful = Map::default();
        forgetful.forgets.set(true);
        for (shelf, refusal) in
            [(full, Refusal::Full), (forbidden, Refusal::Forbidden), (forgetful, Refusal::Lost)]
        {
            let store = Store::new(shelf);
            assert_eq!(store.write("a", &two_gateways(), 1.0), Err(refusal));
            assert_eq!(store.read("a").unwrap(), two_gateways());
            let listing = store.listing();
            assert_eq!(listing.plans[0].held, Some(refusal));
            assert_eq!(listing.refusal, (refusal == Refusal::Forbidden).then_some(refusal));
            let removed = store.remove("a").unwrap();
            assert_eq!(store.listing().plans, []);
            assert_eq!(store.restore(&removed), Err(refusal));
            assert_eq!(store.read("a").unwrap(), two_gateways());
        }
    }

    #[test]
    fn what_cannot_be_read_is_listed_with_its_name_and_its_reason() {
        let store = Store::new(Map::default());
        store.write("a", &two_gateways(), 1.0).unwrap();
        let newer = r#"{"vpe_planner": 9, "plan": {}}"#;
        store.shelf.set(&plan_key("a"), newer).unwrap();
        let plan = store.listing().plans[0].clone();
        assert_eq!(
            (plan.name.as_str(), plan.content),
            ("Keys and secrets", Err(FileError::Newer { found: 9 }))
        );
        assert_eq!(store.read("a"), Err(StoreError::Damaged(FileError::Newer { found: 9 })));
        assert_eq!(store.text("a").unwrap(), newer);
    }

    #[test]
    fn a_lost_or_broken_index_loses_no_plan() {
        let store = Store::new(Map::default());
        store.write("a", &two_gateways(), 1.0).unwrap();
        for broken in ["", "{]", "[]", "[{\"id\": 3}]"] {
            store.shelf.set(INDEX, broken).unwrap();
            assert_eq!(names(&store), ["Keys and secrets"], "{broken}");
        }
    }
}
