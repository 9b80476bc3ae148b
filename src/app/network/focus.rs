//! Where the focus goes once a change is drawn.

use crate::app::browser;
use std::cell::RefCell;
use std::rc::Rc;
use yew::prelude::*;

/// The element that gets the focus after the next drawing.
#[derive(Debug, Clone, Default)]
pub(super) struct Focus(Rc<RefCell<Option<String>>>);

impl PartialEq for Focus {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Focus {
    /// Asks for the focus on the element with this id, which may not be there yet.
    pub(super) fn next(&self, id: impl Into<String>) {
        *self.0.borrow_mut() = Some(id.into());
    }
}

/// Moves the focus after each drawing to where it was asked for.
#[hook]
pub(super) fn use_focus() -> Focus {
    let focus = (*use_memo((), |()| Focus::default())).clone();
    {
        let focus = focus.clone();
        use_effect(move || {
            let asked = focus.0.borrow_mut().take();
            if let Some(id) = asked {
                browser::focus_on(&id);
            }
        });
    }
    focus
}
