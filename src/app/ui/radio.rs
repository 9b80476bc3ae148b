//! A choice of which every option is worth reading.

use super::Width;
use super::finding::findings_at;
use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::edit::Edit;
use yew::prelude::*;

/// An option of a group.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Radio {
    /// What is shown.
    pub(crate) label: AttrValue,
    /// A line of help.
    pub(crate) help: AttrValue,
    /// What choosing it does.
    pub(crate) edit: Edit,
    /// Whether it is chosen.
    pub(crate) on: bool,
    /// Why it cannot be chosen; shown in place of the help. One that is chosen
    /// all the same can be left.
    pub(crate) off: Option<AttrValue>,
}

/// Properties of [`RadioGroup`].
#[derive(Properties, PartialEq)]
pub(crate) struct RadioGroupProps {
    /// Where it is and what is wrong there.
    pub(crate) spot: Spot,
    /// What is chosen.
    pub(crate) legend: AttrValue,
    /// The options.
    pub(crate) options: Vec<Radio>,
    /// Whether they stand side by side as tiles.
    #[prop_or_default]
    pub(crate) tiles: bool,
    /// Its width in the form grid.
    #[prop_or_default]
    pub(crate) width: Width,
}

/// A group of radio buttons. The group has the spot's id.
#[component]
pub(crate) fn RadioGroup(props: &RadioGroupProps) -> Html {
    let dispatch = use_dispatch();
    let spot = &props.spot;
    let option = |radio: &Radio| {
        let off = radio.off.is_some() && !radio.on;
        let onchange = {
            let (dispatch, edit) = (dispatch.clone(), radio.edit.clone());
            Callback::from(move |_: Event| {
                dispatch.act(Action::Settle);
                dispatch.edit(edit.clone());
            })
        };
        html! {
            <label class={classes!("opt", off.then_some("off"))}>
                <input type="radio" name={spot.id.clone()} checked={radio.on} disabled={off} {onchange} />
                <span>{ &radio.label }<small>{ radio.off.as_ref().unwrap_or(&radio.help) }</small></span>
            </label>
        }
    };
    html! {
        <fieldset class={matches!(props.width, Width::Full).then_some("w6")} id={spot.id.clone()}
            aria-describedby={spot.described_by(false)}>
            <legend>{ &props.legend }</legend>
            <div class={if props.tiles { "kinds" } else { "gap" }}>{ for props.options.iter().map(option) }</div>
            { findings_at(spot, &dispatch) }
        </fieldset>
    }
}
