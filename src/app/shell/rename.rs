//! The plan's name in the bar, and renaming it there.

use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Sym, icon};
use crate::edit::Edit;
use crate::plan::{Field, Object};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`PlanName`].
#[derive(Properties, PartialEq)]
pub(super) struct PlanNameProps {
    /// The name.
    pub(super) name: AttrValue,
}

/// The plan's name with the button that renames it.
#[component]
pub(super) fn PlanName(props: &PlanNameProps) -> Html {
    let dispatch = use_dispatch();
    let editing = use_state_eq(|| false);
    let (input, button) = (use_node_ref(), use_node_ref());
    {
        let input = input.clone();
        use_effect_with(*editing, move |editing| {
            if let (true, Some(input)) = (*editing, input.cast::<HtmlInputElement>()) {
                // A field that has just been drawn takes the focus.
                let _focused = input.focus();
                input.select();
            }
        });
    }
    let oninput = {
        let dispatch = dispatch.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            dispatch.edit(Edit::text(Object::Plan, Field::Name, input.value()));
        })
    };
    let close = {
        let editing = editing.setter();
        move || {
            dispatch.act(Action::Settle);
            editing.set(false);
        }
    };
    let onblur = {
        let close = close.clone();
        Callback::from(move |_: FocusEvent| close())
    };
    let onkeydown = {
        let button = button.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | "Escape") {
                // Or the button, which gets the focus now, would take the same key.
                event.prevent_default();
                close();
                if let Some(button) = button.cast::<web_sys::HtmlElement>() {
                    // The button is always there and takes the focus.
                    let _focused = button.focus();
                }
            }
        })
    };
    let onclick = {
        let editing = editing.setter();
        Callback::from(move |_: MouseEvent| editing.set(true))
    };
    html! {
        <div class="plan">
            <span class="vh">{ "Plan: " }</span>
            if *editing {
                <input ref={input} aria-label="Name of the plan" value={props.name.clone()} spellcheck="false"
                    {oninput} {onblur} {onkeydown} />
            } else {
                <b>{ if props.name.is_empty() { "Plan without a name" } else { &props.name } }</b>
            }
            <button ref={button} type="button" class="opt-n" {onclick}>
                { icon(Sym::Edit) }<span class="vh">{ "Rename the plan" }</span>
            </button>
        </div>
    }
}
