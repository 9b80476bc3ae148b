//! All gateways in one table that is sorted, filtered, searched and edited in place; one
//! change for many of them; the names that they answer.

mod apply;
mod many;
mod names;
mod order;
mod table;
#[cfg(test)]
mod tests;

pub(super) use apply::Apply;
pub(super) use names::of_gateway as names_of;

use super::gateway;
use super::shell::Frame;
use super::state::use_dispatch;
use super::ui::{Button, Kind, MainPart, Sym, use_here};
use super::view::View;
use super::words;
use crate::plan::{Key, Object, TargetKind};
use order::{Column, Wish, order};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Rows that are drawn at a time. More would make each key slow for nobody's good.
const ROWS: usize = 50;

/// Kinds of target in a filter: value, words.
const KINDS: [(&str, &str, TargetKind); 3] = [
    ("cloud", "Cloud services", TargetKind::ProviderCloudService),
    ("path", "Private Path services", TargetKind::PrivatePathServiceGateway),
    ("infrastructure", "Infrastructure services", TargetKind::ProviderInfrastructureService),
];

/// Properties of [`GatewaysPage`].
#[derive(Properties, PartialEq)]
pub(super) struct GatewaysProps {
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// All gateways.
#[component]
pub(super) fn GatewaysPage(props: &GatewaysProps) -> Html {
    let (dispatch, here) = (use_dispatch(), use_here());
    let wish = use_state_eq(Wish::default);
    let view = &props.frame.view;
    let keys: Vec<Key> = view.plan.gateways.iter().map(|g| g.key.clone()).collect();
    let total = keys.len();
    // Rows stay where they are while they are edited: the order is worked out when it is
    // asked for, and when gateways come and go.
    let shown = use_memo(((*wish).clone(), keys), |(wish, _)| Rc::new(order(view, wish)));
    let add = {
        let (view, dispatch, here) = (view.clone(), dispatch.clone(), here.clone());
        Callback::from(move |()| gateway::add(&view, &dispatch, &here))
    };
    let first = wish.from.min(shown.len());
    let find = |key: &Key| view.plan.gateways.iter().position(|g| g.key == *key);
    let page: Vec<usize> = shown.iter().skip(first).take(ROWS).filter_map(find).collect();
    let count = words::count(total, "gateway", "gateways");
    let (said, scope) = if shown.len() == total {
        (format!("{count}."), format!("all {count}"))
    } else {
        let some = words::count(shown.len(), "gateway", "gateways");
        (format!("{} of {count} are shown.", shown.len()), format!("the {some} shown"))
    };
    let none = if total == 0 {
        "The plan has no gateway yet."
    } else {
        "No gateway fits the search and the filters."
    };
    html! {
        <MainPart title={format!("Gateways, {}", words::plan_name(&view.plan.name))} class="gateways-page">
            <header class="phead">
                <h1 tabindex="-1">{ "Gateways" }</h1>
                <span class="row push"><Button kind={Kind::Ghost} icon={Sym::Add} onclick={add}>{ "Add a gateway" }</Button></span>
                <p>{ "Each change is saved as you make it. Rows keep their places while you type; a heading sorts them again." }</p>
            </header>
            { controls(view, &wish) }
            <Apply view={view.clone()} gateways={(*shown).clone()} scope={scope} />
            <p class="row under"><span role="status">{ said }</span>{ pager(first, shown.len(), &wish) }</p>
            if shown.is_empty() {
                <p class="muted">{ none }</p>
            } else {
                { table::table(view, &page, &wish, sorting(&wish)) }
                { pager(first, shown.len(), &wish) }
                { names_below(view, &page, &wish) }
            }
        </MainPart>
    }
}

/// The element that an event began at.
fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// What a heading does, which names its column.
fn sorting(wish: &UseStateHandle<Wish>) -> Callback<MouseEvent> {
    let wish = wish.clone();
    Callback::from(move |event: MouseEvent| {
        let name = target(&event).and_then(|e| e.get_attribute("value"));
        if let Some((column, _)) = Column::ALL.iter().find(|(_, title)| Some(*title) == name.as_deref()) {
            wish.set(sorted(&wish, *column));
        }
    })
}

/// Sorts by a column: upwards, then downwards, then as the plan has them.
fn sorted(wish: &Wish, column: Column) -> Wish {
    let sort = match wish.sort {
        Some((by, false)) if by == column => Some((column, true)),
        Some((by, true)) if by == column => None,
        _ => Some((column, false)),
    };
    Wish { sort, from: 0, ..wish.clone() }
}

/// Takes what stands in a control, by its id, into the wish.
fn asked(wish: &Wish, id: &str, value: &str, on: bool) -> Wish {
    let mut wish = Wish { from: 0, ..wish.clone() };
    match id {
        "find" => value.clone_into(&mut wish.text),
        "find-vpc" if value == "-" => wish.vpc = Some(Key::none()),
        "find-vpc" => wish.vpc = Key::new(value).ok(),
        "find-kind" => wish.kind = KINDS.iter().find(|k| k.0 == value).map(|k| k.2),
        _ => wish.found = on,
    }
    wish
}

/// Search and filters. One listener hears them all.
fn controls(view: &View, wish: &UseStateHandle<Wish>) -> Html {
    let oninput = {
        let wish = wish.clone();
        Callback::from(move |event: InputEvent| {
            let Some(element) = target(&event) else { return };
            let id = element.id();
            let next = match element.dyn_into::<HtmlInputElement>() {
                Ok(input) => asked(&wish, &id, &input.value(), input.checked()),
                Err(element) => {
                    asked(&wish, &id, &element.unchecked_into::<HtmlSelectElement>().value(), false)
                }
            };
            wish.set(next);
        })
    };
    // A browser chooses by itself what it is given first, and that is not the first option.
    let option = |value: &str, label: String, selected: bool| {
        html! { <option value={value.to_owned()} {selected}>{ label }</option> }
    };
    let vpcs = view.plan.vpcs.iter().map(|v| {
        let label = view.plan.label(&Object::Vpc(v.key.clone()));
        option(v.key.as_str(), label, wish.vpc.as_ref() == Some(&v.key))
    });
    let kinds = KINDS.map(|(value, label, kind)| option(value, label.to_owned(), wish.kind == Some(kind)));
    let outside = wish.vpc.as_ref().is_some_and(Key::is_none);
    html! {
        <div class="grid finder" role="search" aria-label="Gateways" {oninput}>
            <div class="field w2">
                <label for="find">{ "Search" }</label>
                <input id="find" type="search" value={wish.text.clone()} autocomplete="off" spellcheck="false"
                    placeholder="Name, service, CRN, address, tag, endpoint" />
            </div>
            <div class="field w1">
                <label for="find-vpc">{ "In" }</label>
                <select id="find-vpc">
                    { option("", "All VPCs".to_owned(), wish.vpc.is_none()) }
                    { for vpcs }
                    { option("-", "No VPC yet".to_owned(), outside) }
                </select>
            </div>
            <div class="field w1">
                <label for="find-kind">{ "To" }</label>
                <select id="find-kind">
                    { option("", "All kinds".to_owned(), wish.kind.is_none()) }
                    { for kinds }
                </select>
            </div>
            <label class="opt w2" for="find-found">
                <input type="checkbox" id="find-found" checked={wish.found} /><span>{ "With errors or warnings only" }</span>
            </label>
        </div>
    }
}

/// The names of the gateways that are drawn, once they are asked for.
fn names_below(view: &View, page: &[usize], wish: &UseStateHandle<Wish>) -> Html {
    let onclick = {
        let wish = wish.clone();
        Callback::from(move |_: MouseEvent| wish.set(Wish { names: !wish.names, ..(*wish).clone() }))
    };
    html! {
        <section aria-labelledby="names">
            <div class="sec-h">
                <h2 id="names" tabindex="-1">{ "Names they will answer" }</h2>
                <button type="button" class="btn third s push" aria-expanded={if wish.names { "true" } else { "false" }} {onclick}>
                    { "The names, and from which VPCs they resolve" }
                </button>
            </div>
            if wish.names { { names::table(view, page) } }
        </section>
    }
}

/// Which rows are drawn, and the way to the others.
fn pager(first: usize, total: usize, wish: &UseStateHandle<Wish>) -> Html {
    if total <= ROWS {
        return Html::default();
    }
    let last = (first + ROWS).min(total);
    let go = |label: &'static str, from: usize, off: bool| {
        let wish = wish.clone();
        let onclick = Callback::from(move |_: MouseEvent| wish.set(Wish { from, ..(*wish).clone() }));
        html! { <button type="button" class="btn ghost s" disabled={off} {onclick}>{ label }</button> }
    };
    html! {
        <span class="row">
            { go("Previous rows", first.saturating_sub(ROWS), first == 0) }
            <span class="small muted">{ format!("Rows {} to {last} of {total}", first + 1) }</span>
            { go("Next rows", last, last == total) }
        </span>
    }
}
