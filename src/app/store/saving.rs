//! Saving the open plan: within a second of an edit, and when the page is left.

use super::{Refusal, plan_key, with};
use crate::app::browser;
use crate::plan::Plan;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{StorageEvent, VisibilityState};
use yew::prelude::*;

/// How long an edit waits to be written together with those after it.
const WAIT_MS: u32 = 400;

/// Where the open plan's last edits are.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Saving {
    /// In this browser, since this time in milliseconds; none where nothing was
    /// written since the plan was opened.
    Saved(Option<f64>),
    /// In this tab only: storage refuses.
    Refused(Refusal),
    /// In this browser, but another tab has written the same plan since.
    Elsewhere,
}

/// What is to be written, and when.
struct Saver {
    id: String,
    plan: Rc<Plan>,
    written: Rc<Plan>,
    timer: Option<Timeout>,
}

impl Saver {
    /// Writes what is not written yet.
    fn flush(&mut self) -> Option<Saving> {
        self.timer = None;
        if Rc::ptr_eq(&self.plan, &self.written) {
            return None;
        }
        let now = browser::now();
        Some(match with(|store| store.write(&self.id, &self.plan, now)) {
            Ok(()) => {
                self.written = self.plan.clone();
                Saving::Saved(Some(now))
            }
            Err(refusal) => Saving::Refused(refusal),
        })
    }
}

/// Saves this plan under this id whenever it changes, and says how that goes.
#[hook]
pub(crate) fn use_saving(id: &AttrValue, plan: &Rc<Plan>) -> Saving {
    let status = use_state_eq(|| Saving::Saved(None));
    let saver =
        use_mut_ref(|| Saver { id: id.to_string(), plan: plan.clone(), written: plan.clone(), timer: None });
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
        let (id, status) = (id.clone(), status.setter());
        use_effect_with((), move |()| {
            let leaving = {
                let (saver, status) = (saver.clone(), status.clone());
                move || report(&saver, &status)
            };
            let hide = leaving.clone();
            let listeners = [
                EventListener::new(&window(), "pagehide", move |_| leaving()),
                EventListener::new(&document(), "visibilitychange", move |_| {
                    if document().visibility_state() == VisibilityState::Hidden {
                        hide();
                    }
                }),
                EventListener::new(&window(), "storage", move |event| {
                    let event = event.unchecked_ref::<StorageEvent>();
                    if event.key().as_deref() == Some(plan_key(&id).as_str()) {
                        status.set(Saving::Elsewhere);
                    }
                }),
            ];
            move || {
                // Leaving the view writes at once what still waits.
                saver.borrow_mut().flush();
                drop(listeners);
            }
        });
    }
    (*status).clone()
}

fn report(saver: &Rc<RefCell<Saver>>, status: &UseStateSetter<Saving>) {
    if let Some(saving) = saver.borrow_mut().flush() {
        status.set(saving);
    }
}

/// A plan compared by pointer.
struct PlanPtr(Rc<Plan>);

impl PartialEq for PlanPtr {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}
