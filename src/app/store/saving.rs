//! Saving the open plan: within a second of an edit, and when the page is left.

use super::{Keeper, Saving, plan_key, with};
use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::plan::Plan;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{StorageEvent, VisibilityState};
use yew::prelude::*;

/// How long an edit waits to be written together with those after it.
const WAIT_MS: u32 = 400;

/// What is to be written, and when.
struct Saver {
    keeper: Keeper,
    /// How it went at the opening.
    opened: Saving,
    plan: Rc<Plan>,
    written: Rc<Plan>,
    timer: Option<Timeout>,
}

impl Saver {
    fn open(id: &str, plan: &Rc<Plan>) -> Self {
        let (keeper, opened) = with(|store| Keeper::open(store, id, plan, browser::now()));
        Self { keeper, opened, plan: plan.clone(), written: plan.clone(), timer: None }
    }

    /// Writes what is not written yet.
    fn flush(&mut self) -> Option<Saving> {
        self.timer = None;
        if Rc::ptr_eq(&self.plan, &self.written) {
            return None;
        }
        let saving = with(|store| self.keeper.save(store, &self.plan, browser::now(), browser::fresh_id));
        if !matches!(saving, Saving::Refused(_)) {
            self.written = self.plan.clone();
        }
        Some(saving)
    }
}

/// How the open plan is saved.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Keeping {
    /// Where its last edits are.
    pub(crate) saving: Saving,
    /// Keeps the plan as it is here: as a copy where another tab has changed it,
    /// and then goes there; as before where another tab has deleted it.
    pub(crate) keep_mine: Callback<()>,
}

/// Saves this plan under this id whenever it changes, and says how that goes.
#[hook]
pub(crate) fn use_saving(id: &AttrValue, plan: &Rc<Plan>) -> Keeping {
    let saver = use_mut_ref(|| Saver::open(id, plan));
    let status = use_state_eq(|| saver.borrow().opened.clone());
    {
        let (saver, status) = (saver.clone(), status.setter());
        use_effect_with(PlanPtr(plan.clone()), move |PlanPtr(plan)| {
            let mut inner = saver.borrow_mut();
            inner.plan = plan.clone();
            if inner.timer.is_none() && !Rc::ptr_eq(&inner.plan, &inner.written) {
                let (saver, status) = (saver.clone(), status);
                inner.timer = Some(Timeout::new(WAIT_MS, move || report(&saver, &status)));
            }
        });
    }
    {
        let (saver, id, status) = (saver.clone(), id.clone(), status.setter());
        use_effect_with((), move |()| {
            let listeners = listeners(&saver, id, &status);
            move || {
                // Leaving the view writes at once what still waits.
                saver.borrow_mut().flush();
                drop(listeners);
            }
        });
    }
    {
        let refused = matches!(*status, Saving::Refused(_));
        use_effect_with(refused, |refused| {
            let guard = refused.then(leave_guard);
            move || drop(guard)
        });
    }
    let keep_mine = {
        let (saver, status) = (saver, status.setter());
        use_callback((), move |(), ()| keep_mine(&saver, &status))
    };
    Keeping { saving: (*status).clone(), keep_mine }
}

fn listeners(
    saver: &Rc<RefCell<Saver>>,
    id: AttrValue,
    status: &UseStateSetter<Saving>,
) -> [EventListener; 4] {
    let write = || {
        let (saver, status) = (saver.clone(), status.clone());
        move || report(&saver, &status)
    };
    let look = || {
        let (saver, status) = (saver.clone(), status.clone());
        move || {
            if let Some(saving) = with(|store| saver.borrow().keeper.look(store)) {
                status.set(saving);
            }
        }
    };
    let (left, hidden, told, back) = (write(), write(), look(), look());
    [
        EventListener::new(&window(), "pagehide", move |_| left()),
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().visibility_state() == VisibilityState::Hidden {
                hidden();
            }
        }),
        EventListener::new(&window(), "storage", move |event| {
            let key = event.unchecked_ref::<StorageEvent>().key();
            // No key is named when everything is deleted at once.
            if key.is_none_or(|key| key == plan_key(&id)) {
                told();
            }
        }),
        // A page that comes back as it was left was told nothing meanwhile.
        EventListener::new(&window(), "pageshow", move |_| back()),
    ]
}

/// Lets the browser ask before a tab is closed that alone has the plan.
fn leave_guard() -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "beforeunload", options, |event| event.prevent_default())
}

fn report(saver: &Rc<RefCell<Saver>>, status: &UseStateSetter<Saving>) {
    if let Some(saving) = saver.borrow_mut().flush() {
        status.set(saving);
    }
}

fn keep_mine(saver: &Rc<RefCell<Saver>>, status: &UseStateSetter<Saving>) {
    let mut saver = saver.borrow_mut();
    let now = browser::now();
    let deleted = with(|store| saver.keeper.look(store)) == Some(Saving::Deleted);
    let plan = saver.plan.clone();
    let saving = with(|store| {
        if deleted {
            saver.keeper.save(store, &plan, now, browser::fresh_id)
        } else {
            saver.keeper.save_copy(store, &plan, now, browser::fresh_id)
        }
    });
    saver.written = plan;
    let copy = saver.keeper.copy().filter(|_| matches!(saving, Saving::Elsewhere { .. })).map(str::to_owned);
    drop(saver);
    match copy {
        Some(copy) => browser::go(&Route::page(&copy, Page::Overview).href()),
        None => status.set(saving),
    }
}

/// A plan compared by pointer.
struct PlanPtr(Rc<Plan>);

impl PartialEq for PlanPtr {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
