//! The page: the only room, with its sub-rooms, that knows Yew and the browser.
//!
//! How it fits together:
//!
//! - **The address decides the view.** [`route::Route`] is what stands after the
//!   `#`; links are made with `Route::href` or the [`ui::Go`] component, and
//!   [`root`] shows the view. A finding's link (`at` of `Go`) also names the
//!   field, which gets the focus on arrival: the path of a [`crate::plan::Place`]
//!   is the DOM id of its field, everywhere.
//! - **One open plan is one [`shell::Workspace`].** It keeps a [`state::State`]
//!   in a reducer, saves it through [`store`], and hands every view one
//!   `Rc<View>`: the plan, its model and its findings, concluded once per edit
//!   ([`view::View`]). Views compare it by pointer.
//! - **A view changes the plan only by dispatching an [`crate::edit::Edit`]**,
//!   through `use_dispatch()` of [`state`]. The dispatcher sits in a context of
//!   its own and never changes, so reading it never renders again.
//! - **A field is one component of [`ui`] with a [`view::Spot`]**, made by
//!   `view.spot(object.at(Field::Name))`: the place, the DOM id, and the findings
//!   there. The component dispatches the edits, marks itself invalid, and shows
//!   the findings with their fixes below. What choices do is data: an option
//!   carries its `Edit`, so that equal properties mean nothing to render.
//! - **Findings that no field shows** are shown by the view with
//!   [`ui::findings_at`], for a row, a section or a whole object.
//! - [`browser`] holds what touches the window: focus, downloads, the clock.
//!   Rendering itself never does, so that components are tested on the host.

mod accounts;
mod browser;
mod diff;
mod export_page;
mod gateway;
mod gateways;
mod network;
mod overview;
mod root;
mod route;
mod rules_page;
mod shell;
mod start;
mod state;
mod store;
#[cfg(test)]
mod testing;
mod ui;
mod view;
mod words;

/// Starts the page: it takes the place of the frame in `index.html`.
pub fn start() {
    yew::set_custom_panic_hook(Box::new(browser::tell_panic));
    browser::mount::<root::Root>("app");
}
