//! A box that is ticked or not.

use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::edit::Edit;
use yew::prelude::*;

/// Properties of [`CheckBox`].
#[derive(Properties, PartialEq)]
pub(crate) struct CheckBoxProps {
    /// Where it is and what is wrong there. The findings stand in a
    /// `FindingsAt` of the same spot.
    pub(crate) spot: Spot,
    /// What is shown.
    pub(crate) label: AttrValue,
    /// A line of help.
    #[prop_or_default]
    pub(crate) help: Option<AttrValue>,
    /// Whether it is ticked.
    pub(crate) on: bool,
    /// What changing it does.
    pub(crate) edit: Edit,
    /// Classes.
    #[prop_or_default]
    pub(crate) class: Classes,
}

/// A check box.
#[component]
pub(crate) fn CheckBox(props: &CheckBoxProps) -> Html {
    let dispatch = use_dispatch();
    let edit = props.edit.clone();
    let onchange = Callback::from(move |_: Event| {
        dispatch.act(Action::Settle);
        dispatch.edit(edit.clone());
    });
    html! {
        <label for={props.spot.id.clone()} class={classes!("opt", props.class.clone())}>
            <input type="checkbox" id={props.spot.id.clone()} checked={props.on}
                aria-describedby={props.spot.described_by(false)} {onchange} />
            <span>{ &props.label }if let Some(help) = &props.help { <small>{ help }</small> }</span>
        </label>
    }
}
