//! Keys that work everywhere in a plan.

use crate::app::state::{Action, Dispatch};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// Ctrl+Z and Ctrl+Shift+Z, on a Mac with the command key: in text fields, too,
/// whose own undo would not know what else changed.
#[hook]
pub(super) fn use_shortcuts(dispatch: &Dispatch) {
    use_effect_with(dispatch.clone(), |dispatch| {
        let dispatch = dispatch.clone();
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&window(), "keydown", options, move |event| {
            let key = event.unchecked_ref::<KeyboardEvent>();
            if let Some(action) =
                action(&key.key(), key.ctrl_key() || key.meta_key(), key.shift_key(), key.alt_key())
            {
                event.prevent_default();
                dispatch.act(action);
            }
        });
        move || drop(listener)
    });
}

/// What a key does.
fn action(key: &str, control: bool, shift: bool, alt: bool) -> Option<Action> {
    if !control || alt {
        return None;
    }
    match (key, shift) {
        ("z" | "Z", false) => Some(Action::Undo),
        ("z" | "Z", true) | ("y" | "Y", false) => Some(Action::Redo),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_undo_and_redo_only() {
        assert_eq!(action("z", true, false, false), Some(Action::Undo));
        assert_eq!(action("Z", true, true, false), Some(Action::Redo));
        assert_eq!(action("y", true, false, false), Some(Action::Redo));
        for (key, control, shift, alt) in
            [("z", false, false, false), ("z", true, false, true), ("y", true, true, false)]
        {
            assert_eq!(action(key, control, shift, alt), None);
        }
    }
}
