//! The page as a whole: the view that the address names.

use super::browser;
use super::route::Route;
use super::shell::{Bar, Opened};
use super::start::Start;
use super::ui::{MainPart, sprite};
use gloo::events::EventListener;
use gloo::utils::window;
use yew::prelude::*;

/// The page.
#[component]
pub(super) fn Root() -> Html {
    let route = use_state_eq(|| Route::read(&browser::hash()));
    {
        let route = route.setter();
        use_effect_with((), move |()| {
            let listener = EventListener::new(&window(), "hashchange", move |_| {
                route.set(Route::read(&browser::hash()));
            });
            move || drop(listener)
        });
    }
    let to_main = Callback::from(|event: MouseEvent| {
        // The address names the view, so the link must not change it.
        event.prevent_default();
        browser::focus_main();
    });
    let view = match &*route {
        Route::Start => html! { <Start /> },
        Route::Plan { id, page, at } => {
            html! { <Opened key={id.clone()} id={id.clone()} page={page.clone()} at={at.clone().map(AttrValue::from)} /> }
        }
        Route::Unknown => nowhere(),
    };
    html! {
        <>
            { sprite() }
            <a class="skip" href="#main" onclick={to_main}>{ "Skip to the content" }</a>
            { view }
        </>
    }
}

/// What an address that means nothing shows.
fn nowhere() -> Html {
    html! {
        <>
            <Bar />
            <MainPart title="No such view" class="start">
                <h1 tabindex="-1">{ "There is no such view" }</h1>
                <p>{ "The address of this page names no view of VPE Planner. " }<a href="#/">{ "Go to the start page" }</a>{ ", which lists the plans that this browser keeps." }</p>
            </MainPart>
        </>
    }
}
