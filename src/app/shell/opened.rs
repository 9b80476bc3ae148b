//! Opening a kept plan.

use super::{Bar, Workspace};
use crate::app::route::Page;
use crate::app::store::{self, StoreError};
use crate::app::ui::MainPart;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Opened`].
#[derive(Properties, PartialEq)]
pub(crate) struct OpenedProps {
    /// The plan's id in this browser.
    pub(crate) id: AttrValue,
    /// The page.
    pub(crate) page: Page,
    /// DOM id of the element that gets the focus.
    pub(crate) at: Option<AttrValue>,
}

/// A kept plan, or why it cannot be opened.
#[component]
pub(crate) fn Opened(props: &OpenedProps) -> Html {
    let plan = use_memo(props.id.clone(), |id| store::with(|store| store.read(id)).map(Rc::new));
    match &*plan {
        Ok(plan) => html! {
            <Workspace id={props.id.clone()} plan={plan.clone()} page={props.page.clone()} at={props.at.clone()} />
        },
        Err(why) => html! { <Unopened why={why.clone()} /> },
    }
}

#[derive(Properties, PartialEq)]
struct UnopenedProps {
    why: StoreError,
}

#[component]
fn Unopened(props: &UnopenedProps) -> Html {
    html! {
        <>
            <Bar />
            <MainPart title="The plan cannot be opened" class="start">
                <h1 tabindex="-1">{ "The plan cannot be opened" }</h1>
                <p>{ "The reason: " }{ props.why.to_string() }{ "." }</p>
                <p><a href="#/">{ "Go to the start page" }</a>{ ", which lists the plans that this browser keeps." }</p>
            </MainPart>
        </>
    }
}
