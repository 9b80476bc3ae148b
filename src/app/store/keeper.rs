//! Keeping one open plan while other tabs may have it open, too.

use super::{Refusal, Shelf, Store};
use crate::plan::{Plan, write};

/// Where the open plan's last edits are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Saving {
    /// In this browser, since this time in milliseconds; none where nothing was
    /// written since the plan was opened.
    Saved(Option<f64>),
    /// In this tab only: storage refuses.
    Refused(Refusal),
    /// Another tab has written the plan since it was read here. What was edited
    /// here after that is kept under the id of a copy; there is none as long as
    /// nothing was.
    Elsewhere {
        /// Id of the copy.
        copy: Option<String>,
    },
    /// Another tab has deleted the plan.
    Deleted,
}

/// What is known of an open plan's text on the shelf.
#[derive(Debug)]
pub(crate) struct Keeper {
    id: String,
    /// The text that was last read or written here.
    base: Option<String>,
    /// The id under which this tab's own edits go on.
    copy: Option<String>,
}

impl Keeper {
    /// Begins to keep a plan that has just been opened. One that storage refused
    /// before is offered to it again.
    pub(crate) fn open<S: Shelf>(store: &Store<S>, id: &str, plan: &Plan, now: f64) -> (Self, Saving) {
        let mut keeper = Self { id: id.to_owned(), base: store.on_shelf(id).ok().flatten(), copy: None };
        let saving = match store.refusal(id) {
            None => Saving::Saved(None),
            Some(_) => keeper.save(store, plan, now, String::new),
        };
        (keeper, saving)
    }

    /// Keeps the plan. Where another tab has written it since, that stays, and
    /// this one is kept as a copy, for which `fresh` makes an id.
    pub(crate) fn save<S: Shelf>(
        &mut self,
        store: &Store<S>,
        plan: &Plan,
        now: f64,
        fresh: impl FnOnce() -> String,
    ) -> Saving {
        let foreign = match store.on_shelf(&self.id) {
            Ok(Some(text)) => self.base.as_ref() != Some(&text),
            Ok(None) | Err(_) => false,
        };
        if foreign || self.copy.is_some() {
            return self.save_copy(store, plan, now, fresh);
        }
        match store.write(&self.id, plan, now) {
            Ok(()) => {
                self.base = Some(write(plan));
                Saving::Saved(Some(now))
            }
            Err(refusal) => Saving::Refused(refusal),
        }
    }

    /// Keeps the plan under an id of its own, which [`Self::copy`] then tells.
    pub(crate) fn save_copy<S: Shelf>(
        &mut self,
        store: &Store<S>,
        plan: &Plan,
        now: f64,
        fresh: impl FnOnce() -> String,
    ) -> Saving {
        let copy = self.copy.get_or_insert_with(fresh).clone();
        let name = format!("{} (second tab)", plan.name).trim_start().to_owned();
        match store.write(&copy, &Plan { name, ..plan.clone() }, now) {
            Ok(()) => Saving::Elsewhere { copy: Some(copy) },
            Err(refusal) => Saving::Refused(refusal),
        }
    }

    /// The id of the copy, where there is one.
    pub(crate) fn copy(&self) -> Option<&str> {
        self.copy.as_deref()
    }

    /// Looks at the shelf, as after another tab has written there; `None` where
    /// nothing is new.
    pub(crate) fn look<S: Shelf>(&self, store: &Store<S>) -> Option<Saving> {
        match store.on_shelf(&self.id).ok()? {
            None => self.base.is_some().then_some(Saving::Deleted),
            Some(text) if self.base.as_ref() == Some(&text) => None,
            Some(_) => Some(Saving::Elsewhere { copy: self.copy.clone() }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::Map;
    use super::*;
    use crate::app::testing::two_gateways;

    fn named(name: &str) -> Plan {
        Plan { name: name.into(), ..two_gateways() }
    }

    fn fresh() -> String {
        "copy".to_owned()
    }

    fn names(store: &Store<Map>) -> Vec<String> {
        store.listing().plans.into_iter().map(|k| k.name).collect()
    }

    /// Two tabs, which have one storage and each its memory, on one plan.
    fn two_tabs() -> ([Store<Map>; 2], [Keeper; 2]) {
        let shelf = Map::default();
        let stores = [Store::new(shelf.clone()), Store::new(shelf)];
        stores[0].write("a", &named("plan"), 1.0).unwrap();
        let open = |store: &Store<Map>| {
            let (keeper, saving) = Keeper::open(store, "a", &named("plan"), 2.0);
            assert_eq!(saving, Saving::Saved(None));
            keeper
        };
        let keepers = [open(&stores[0]), open(&stores[1])];
        (stores, keepers)
    }

    #[test]
    fn one_tab_saves_as_often_as_it_likes() {
        let ([store, other], [mut keeper, _]) = two_tabs();
        for i in 0..3 {
            let now = 3.0 + f64::from(i);
            assert_eq!(
                keeper.save(&store, &named(&format!("plan {i}")), now, fresh),
                Saving::Saved(Some(now))
            );
            assert_eq!(keeper.look(&store), None);
        }
        assert_eq!(names(&other), ["plan 2"]);
    }

    #[test]
    fn the_first_to_write_has_the_plan_and_the_other_keeps_a_copy() {
        let ([first, second], [mut one, mut two]) = two_tabs();
        one.save(&first, &named("first"), 3.0, fresh);
        assert_eq!(two.look(&second), Some(Saving::Elsewhere { copy: None }));
        // Even without having been told.
        let copy = Saving::Elsewhere { copy: Some("copy".into()) };
        assert_eq!(two.save(&second, &named("second"), 4.0, fresh), copy);
        assert_eq!(two.save(&second, &named("second still"), 5.0, || panic!("one copy is enough")), copy);
        assert_eq!(names(&first), ["second still (second tab)", "first"]);
        assert_eq!(two.copy(), Some("copy"));
        assert_eq!(one.look(&first), None, "what became a copy does not disturb the plan");
        assert_eq!(one.save(&first, &named("first again"), 6.0, fresh), Saving::Saved(Some(6.0)));
    }

    #[test]
    fn a_plan_that_another_tab_deleted_is_told_and_kept_again_when_it_is_edited() {
        let ([first, second], [mut one, _]) = two_tabs();
        second.remove("a").unwrap();
        assert_eq!(one.look(&first), Some(Saving::Deleted));
        assert_eq!(one.save(&first, &named("back"), 3.0, fresh), Saving::Saved(Some(3.0)));
        assert_eq!(names(&second), ["back"]);
    }

    #[test]
    fn a_refused_plan_is_offered_again_when_it_is_opened() {
        let shelf = Map::default();
        shelf.room.set(Some(10));
        let store = Store::new(shelf.clone());
        assert_eq!(store.write("a", &named("plan"), 1.0), Err(Refusal::Full));
        let (mut keeper, saving) = Keeper::open(&store, "a", &named("plan"), 2.0);
        assert_eq!(saving, Saving::Refused(Refusal::Full));
        assert_eq!(keeper.save(&store, &named("more"), 3.0, fresh), Saving::Refused(Refusal::Full));
        shelf.room.set(None);
        let (_, saving) = Keeper::open(&store, "a", &named("more"), 4.0);
        assert_eq!(saving, Saving::Saved(Some(4.0)));
        assert_eq!(store.listing().plans[0].held, None);
    }

    #[test]
    fn a_copy_that_is_refused_is_told() {
        let ([first, second], [mut one, mut two]) = two_tabs();
        one.save(&first, &named("first"), 3.0, fresh);
        second.shelf().room.set(Some(10));
        assert_eq!(two.save(&second, &named("second"), 4.0, fresh), Saving::Refused(Refusal::Full));
        assert_eq!(second.read("copy").unwrap().name, "second (second tab)");
    }
}
