//! The plans that this browser keeps, as a table.

use super::row::KeptRow;
use crate::app::store::{Listing, Refusal};
use crate::app::ui::{Sym, icon};
use yew::prelude::*;

/// What can be done to a kept plan, by its id.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Act {
    /// It gets another name.
    Rename(String, String),
    /// It is kept a second time.
    Duplicate(String),
    /// It is given as a file that is named after it.
    Download(String, String),
    /// It is deleted.
    Delete(String),
}

/// The plans that this browser keeps; `onact` is told what is to be done.
pub(super) fn kept_plans(listing: &Listing, onact: &Callback<Act>) -> Html {
    let Listing { plans, refusal } = listing;
    html! {
        <section aria-labelledby="kept">
            <div class="sec-h"><h2 id="kept">{ "Plans in this browser" }</h2></div>
            if let Some(refusal) = refusal { { refused(*refusal) } }
            if plans.is_empty() {
                if refusal.is_none() {
                    <p class="muted">{ "None yet. A plan is kept here from the moment it is opened, and saved after each change." }</p>
                }
            } else {
                <table class="stack plans">
                    <thead><tr>
                        <th scope="col">{ "Plan" }</th><th scope="col">{ "Content" }</th>
                        <th scope="col"><span class="vh">{ "What can be done" }</span></th>
                    </tr></thead>
                    <tbody>
                        { for plans.iter().map(|kept| html! {
                            <KeptRow key={kept.id.clone()} kept={kept.clone()} onact={onact.clone()} />
                        }) }
                    </tbody>
                </table>
            }
        </section>
    }
}

fn refused(refusal: Refusal) -> Html {
    html! {
        <div class="find warn line">
            { icon(Sym::Warning) }
            <p>{ "Plans are not kept: " }{ refusal.to_string() }
                { ". What is opened stays in this tab until the tab is closed; save it as a file before." }</p>
        </div>
    }
}
