//! A field for several lines of text.

use super::{Around, Width, field};
use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::edit::Edit;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// Properties of [`TextArea`].
#[derive(Properties, PartialEq)]
pub(crate) struct TextAreaProps {
    /// Where it is and what is wrong there. Its place has a field, whose text
    /// is edited.
    pub(crate) spot: Spot,
    /// Its label.
    pub(crate) label: AttrValue,
    /// The plan's text.
    pub(crate) value: AttrValue,
    /// Whether it may stay empty where most may not.
    #[prop_or_default]
    pub(crate) optional: bool,
    /// A line of help below.
    #[prop_or_default]
    pub(crate) helper: Option<AttrValue>,
    /// Its width in the form grid.
    #[prop_or_default]
    pub(crate) width: Width,
}

/// A text area. Each key changes the plan; leaving it ends the step of undo.
#[component]
pub(crate) fn TextArea(props: &TextAreaProps) -> Html {
    let dispatch = use_dispatch();
    let spot = &props.spot;
    let oninput = {
        let (dispatch, place) = (dispatch.clone(), spot.place.clone());
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            if let Some(field) = place.field {
                dispatch.edit(Edit::text(place.object.clone(), field, area.value()));
            }
        })
    };
    let onblur = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: FocusEvent| dispatch.act(Action::Settle))
    };
    let control = html! {
        <textarea id={spot.id.clone()} rows="3" value={props.value.clone()} aria-invalid={spot.invalid()}
            aria-describedby={spot.described_by(props.helper.is_some())} {oninput} {onblur} />
    };
    let around = Around {
        spot,
        label: &props.label,
        hide_label: false,
        optional: props.optional,
        helper: props.helper.as_ref(),
        width: props.width,
        findings_elsewhere: false,
    };
    field(&around, control, &dispatch)
}
