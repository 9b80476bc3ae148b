//! The start page: plans to begin with, plans that are kept.

use super::browser;
use super::route::{Page, Route};
use super::shell::Bar;
use super::store;
use super::ui::MainPart;
use crate::plan::{Plan, TEMPLATES, Template, read};
use yew::prelude::*;

/// The start page.
#[component]
pub(super) fn Start() -> Html {
    let kept = use_memo((), |()| store::with(|store| store.list()));
    let template = |template: &'static Template| {
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Ok(plan) = read(template.text) {
                open(&plan);
            }
        });
        html! {
            <li><button type="button" class="card" {onclick}>
                <b>{ template.title }</b><span>{ template.summary }</span><span class="helper">{ template.size }</span>
            </button></li>
        }
    };
    let blank = Callback::from(|_: MouseEvent| open(&Plan::default()));
    html! {
        <>
            <Bar />
            <MainPart title="" class="start">
                <div class="hero">
                    <h1 tabindex="-1">{ "Plan IBM Cloud Virtual Private Endpoint gateways and take away the code that builds them." }</h1>
                </div>
                <h2>{ "Start from a template" }</h2>
                <ul class="cards">
                    { for TEMPLATES.iter().map(template) }
                    <li><button type="button" class="card" onclick={blank}><b>{ "Blank plan" }</b><span>{ "Name a region and a VPC, then add gateways." }</span></button></li>
                </ul>
                <h2>{ "Plans in this browser" }</h2>
                { match &*kept {
                    Ok(list) => html! { <ul>{ for list.iter().map(|k| html! {
                        <li key={k.id.clone()}><a href={Route::page(&k.id, Page::Overview).href()}>{ if k.name.is_empty() { "Plan without a name" } else { &k.name } }</a></li>
                    }) }</ul> },
                    Err(why) => html! { <p>{ "Plans cannot be listed: " }{ why.to_string() }{ "." }</p> },
                } }
            </MainPart>
        </>
    }
}

/// Keeps a plan as a new one and opens it. A plan that storage refuses is opened
/// all the same; the page of the plan then says so.
pub(super) fn open(plan: &Plan) {
    let id = browser::fresh_id();
    // The plan's own page says what storage refuses, as soon as something changes.
    let _refused = store::with(|store| store.write(&id, plan, browser::now()));
    browser::go(&Route::page(&id, Page::Overview).href());
}
