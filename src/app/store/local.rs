//! The shelf that the browser's local storage is.

use super::{Refusal, Shelf, Store};
use gloo::utils::window;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Local storage, asked for anew each time: the browser may take it away.
pub(crate) struct Local;

fn storage() -> Result<Storage, Refusal> {
    window().local_storage().ok().flatten().ok_or(Refusal::Forbidden)
}

/// Why a text was not taken, by the name of the browser's error.
fn why(error: &JsValue) -> Refusal {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|n| n.as_string());
    match name.as_deref() {
        Some("SecurityError" | "InvalidStateError") => Refusal::Forbidden,
        _ => Refusal::Full,
    }
}

impl Shelf for Local {
    fn get(&self, name: &str) -> Result<Option<String>, Refusal> {
        storage()?.get_item(name).map_err(|_| Refusal::Forbidden)
    }

    fn set(&self, name: &str, text: &str) -> Result<(), Refusal> {
        storage()?.set_item(name, text).map_err(|error| why(&error))
    }

    fn remove(&self, name: &str) -> Result<(), Refusal> {
        storage()?.remove_item(name).map_err(|_| Refusal::Forbidden)
    }

    fn names(&self) -> Result<Vec<String>, Refusal> {
        let storage = storage()?;
        let length = storage.length().map_err(|_| Refusal::Forbidden)?;
        Ok((0..length).filter_map(|i| storage.key(i).ok().flatten()).collect())
    }
}

thread_local! {
    static STORE: Store<Local> = Store::new(Local);
}

/// Does something with the plans that this browser keeps.
pub(crate) fn with<T>(act: impl FnOnce(&Store<Local>) -> T) -> T {
    STORE.with(act)
}

/// Keeps the theme for the next visit, where storage allows.
pub(crate) fn keep_theme(theme: &str) {
    // A theme that is not kept is chosen again by hand: nothing to say.
    let _kept = with(|store| store.shelf().set("vpe-planner/theme", theme));
}
