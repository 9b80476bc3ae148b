//! A choice from a list: the native control.

use super::Width;
use super::field::{Around, field};
use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::edit::Edit;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// An option.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opt {
    /// What tells it from the others.
    pub(crate) value: AttrValue,
    /// What is shown.
    pub(crate) label: AttrValue,
    /// What choosing it does to the plan.
    pub(crate) edit: Edit,
}

impl Opt {
    /// An option.
    pub(crate) fn new(value: impl Into<AttrValue>, label: impl Into<AttrValue>, edit: Edit) -> Self {
        Self { value: value.into(), label: label.into(), edit }
    }
}

/// Properties of [`Select`].
#[derive(Properties, PartialEq)]
pub(crate) struct SelectProps {
    /// Where it is and what is wrong there.
    pub(crate) spot: Spot,
    /// Its label.
    pub(crate) label: AttrValue,
    /// The value of the chosen option. Where no option has it, it is shown
    /// beside them, so that nothing looks chosen that is not.
    pub(crate) value: AttrValue,
    /// The options.
    pub(crate) options: Vec<Opt>,
    /// Told the value of the option that was chosen, too.
    #[prop_or_default]
    pub(crate) onpick: Callback<AttrValue>,
    /// What the option of an empty value says where the list has none.
    #[prop_or(AttrValue::Static("Choose"))]
    pub(crate) none: AttrValue,
    /// Whether the label is for screen readers only, as in a table.
    #[prop_or_default]
    pub(crate) hide_label: bool,
    /// A line of help below.
    #[prop_or_default]
    pub(crate) helper: Option<AttrValue>,
    /// Its width in the form grid.
    #[prop_or_default]
    pub(crate) width: Width,
    /// Whether the findings stand elsewhere, in a `FindingsAt` of the same spot.
    #[prop_or_default]
    pub(crate) findings_elsewhere: bool,
    /// What stands below the control.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A select.
#[component]
pub(crate) fn Select(props: &SelectProps) -> Html {
    let dispatch = use_dispatch();
    let control = use_node_ref();
    let spot = &props.spot;
    let onchange = {
        let (options, onpick, dispatch) = (props.options.clone(), props.onpick.clone(), dispatch.clone());
        Callback::from(move |event: Event| {
            let control: HtmlSelectElement = event.target_unchecked_into();
            let value = control.value();
            let Some(option) = options.iter().find(|o| *o.value == *value) else { return };
            dispatch.act(Action::Settle);
            dispatch.edit(option.edit.clone());
            onpick.emit(option.value.clone());
        })
    };
    {
        // `selected` counts only until the user has chosen once.
        let (control, value) = (control.clone(), props.value.clone());
        use_effect(move || {
            if let Some(control) = control.cast::<HtmlSelectElement>() {
                control.set_value(&value);
            }
        });
    }
    let unlisted = !props.options.iter().any(|o| o.value == props.value);
    let control = html! {
        <>
            <select ref={control} id={spot.id.clone()} aria-invalid={spot.invalid()}
                aria-describedby={spot.described_by(props.helper.is_some())} {onchange}>
                if unlisted {
                    <option value={props.value.clone()} selected=true disabled=true>
                        if props.value.is_empty() { { &props.none } } else { { &props.value }{ " (not in the list)" } }
                    </option>
                }
                { for props.options.iter().map(|o| html! {
                    <option key={o.value.to_string()} value={o.value.clone()} selected={o.value == props.value}>{ &o.label }</option>
                }) }
            </select>
            { props.children.clone() }
        </>
    };
    let around = Around {
        spot,
        label: &props.label,
        hide_label: props.hide_label,
        optional: false,
        helper: props.helper.as_ref(),
        width: props.width,
        findings_elsewhere: props.findings_elsewhere,
    };
    field(&around, control, &dispatch)
}
