//! One change for many gateways, seen before it is made.

use super::many::{Ask, Outcome, What, outcome};
use crate::app::browser;
use crate::app::state::{Action, Dispatch, use_dispatch};
use crate::app::ui::{Button, Kind};
use crate::app::view::{Seen, View};
use crate::edit::Change;
use crate::plan::{Field, Key, Object, Place};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Rows of the preview that are drawn.
const ROWS: usize = 100;

/// Properties of [`Apply`].
#[derive(Properties, PartialEq)]
pub(in crate::app) struct ApplyProps {
    /// The plan.
    pub(in crate::app) view: Seen,
    /// The gateways that it changes.
    pub(in crate::app) gateways: Rc<Vec<Key>>,
    /// Those in words: `all 30 gateways`.
    pub(in crate::app) scope: AttrValue,
    /// Whether only addresses are offered.
    #[prop_or_default]
    pub(in crate::app) addresses: bool,
}

/// The button that opens the choice, what it comes to, and the button that does it.
#[component]
pub(in crate::app) fn Apply(props: &ApplyProps) -> Html {
    let dispatch = use_dispatch();
    let ask = use_state_eq(|| None::<Ask>);
    let toggle = {
        let ask = ask.clone();
        Callback::from(move |_: MouseEvent| ask.set(if ask.is_some() { None } else { Some(Ask::default()) }))
    };
    let content = match &*ask {
        Some(now) => {
            let out = outcome(&props.view, &props.gateways, now);
            html! {
                <div class="fix-preview">
                    { fields(&props.view, props.addresses, now, &ask) }
                    { result(&out, &dispatch, &ask) }
                </div>
            }
        }
        None => Html::default(),
    };
    html! {
        <div class="fixes">
            <button type="button" id="apply" class={if props.addresses { "btn ghost s" } else { "btn third" }}
                aria-expanded={if ask.is_some() { "true" } else { "false" }} onclick={toggle}>
                { "Apply to " }{ &props.scope }{ "\u{2026}" }
            </button>
            { content }
        </div>
    }
}

type Asked = UseStateHandle<Option<Ask>>;

/// Takes what stands in a field into the ask: what to do, or with what.
fn changed(now: &Ask, id: &str, text: String) -> Ask {
    let mut ask = Ask { with: text, ..now.clone() };
    if id == "apply-what"
        && let Some((what, ..)) = What::ALL.iter().find(|w| w.1 == ask.with)
    {
        ask.what = *what;
        ask.with.clear();
    }
    ask
}

/// The fields. One listener hears them all.
fn fields(view: &View, addresses: bool, now: &Ask, asked: &Asked) -> Html {
    let plan = &view.plan;
    let oninput = {
        let (now, asked) = (now.clone(), asked.setter());
        Callback::from(move |event: InputEvent| {
            let Some(element) = super::target(&event) else { return };
            let id = element.id();
            let text = match element.dyn_into::<HtmlInputElement>() {
                Ok(input) => input.value(),
                Err(element) => element.unchecked_into::<HtmlSelectElement>().value(),
            };
            asked.set(Some(changed(&now, &id, text)));
        })
    };
    let offered = if addresses { &What::ALL[..What::ADDRESSES] } else { &What::ALL[..] };
    let vpc = |key: &Key| plan.label(&Object::Vpc(key.clone()));
    let with = match now.what {
        What::Free => input("Begin at the free address number", "1", now),
        What::SameLast => input("The last number, or the next free in all zones", "4", now),
        What::Tag | What::Untag => input("Tag", "", now),
        What::Attach | What::Detach => {
            let groups = plan.groups().map(|(v, g)| {
                let label = plan.label(&Object::Group(g.key.clone()));
                option(g.key.as_str(), format!("{label}, of {}", vpc(&v.key)), &now.with)
            });
            select("Security group", groups.collect(), now)
        }
        What::Copy => {
            let vpcs = plan.vpcs.iter().map(|v| option(v.key.as_str(), vpc(&v.key), &now.with));
            select("VPC", vpcs.collect(), now)
        }
        What::Chosen | What::None => Html::default(),
    };
    let what = What::ALL.iter().find(|w| w.0 == now.what).map_or("", |w| w.1);
    let whats = offered.iter().map(|(_, value, label)| option(value, (*label).to_owned(), what));
    html! {
        <div class="grid" {oninput}>
            <div class="field">
                <label for="apply-what">{ "What" }</label>
                <select id="apply-what">{ for whats }</select>
            </div>
            { with }
        </div>
    }
}

fn option(value: &str, label: String, now: &str) -> Html {
    html! { <option value={value.to_owned()} selected={value == now}>{ label }</option> }
}

fn input(label: &'static str, placeholder: &'static str, now: &Ask) -> Html {
    html! {
        <div class="field" key={label}>
            <label for="apply-with">{ label }</label>
            <input id="apply-with" {placeholder} value={now.with.clone()} autocomplete="off" spellcheck="false" />
        </div>
    }
}

fn select(label: &'static str, options: Vec<Html>, now: &Ask) -> Html {
    html! {
        <div class="field" key={label}>
            <label for="apply-with">{ label }</label>
            <select id="apply-with">{ option("", "Choose".to_owned(), &now.with) }{ for options }</select>
        </div>
    }
}

fn result(out: &Outcome, dispatch: &Dispatch, asked: &Asked) -> Html {
    let act = if out.adds { "Add" } else { "Change" };
    let off = match (&out.edit, out.missing) {
        (Some(_), _) => None,
        (None, Some(missing)) => Some(missing),
        (None, None) => Some("Nothing changes"),
    };
    let onclick = {
        let (dispatch, asked, edit) = (dispatch.clone(), asked.setter(), out.edit.clone());
        let said = format!("{} {}.", out.count, if out.adds { "added" } else { "changed" });
        Callback::from(move |()| {
            let Some(edit) = edit.clone() else { return };
            asked.set(None);
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(edit, said.clone()));
            browser::focus_on("apply");
        })
    };
    html! {
        <>
            if !out.changes.is_empty() { { preview(out) } }
            { for out.left.iter().map(|words| html! { <p class="small muted gap">{ words }</p> }) }
            <p class="row gap">
                <Button kind={Kind::Second} off={off.map(AttrValue::Static)} {onclick}>
                    { act }{ " " }{ if out.count.is_empty() { "gateways" } else { out.count.as_str() } }
                </Button>
            </p>
        </>
    }
}

fn preview(out: &Outcome) -> Html {
    let row = |change: &Change| {
        let place = Place { object: change.object.clone(), field: None };
        let what = match change.field {
            // The entry's own words say which zone.
            Some(Field::Address) | None => "",
            Some(field) => field.label(),
        };
        html! {
            <tr>
                <th scope="row" class="break">{ place.label(&out.after) }{ if what.is_empty() { "" } else { ", " } }{ what }</th>
                <td data-l="Now" class="break">{ &change.from }</td>
                <td data-l="Then" class="break">{ &change.to }</td>
            </tr>
        }
    };
    let more = out.changes.len().saturating_sub(ROWS);
    html! {
        <>
            <p class="gap" role="status">{ format!("{} in {}, as one step that undo takes back:", changes(out.changes.len()), out.count) }</p>
            <div class="scroll preview" tabindex="0" role="region" aria-label="What changes">
            <table class="tight stack">
                <thead><tr><th scope="col">{ "What" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "Then" }</th></tr></thead>
                <tbody>{ for out.changes.iter().take(ROWS).map(row) }</tbody>
            </table>
            </div>
            if more > 0 { <p class="small muted gap">{ format!("And {}.", changes(more)) }</p> }
        </>
    }
}

fn changes(n: usize) -> String {
    crate::app::words::count(n, "change", "changes")
}
