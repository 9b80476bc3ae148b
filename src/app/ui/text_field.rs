//! A field for one line of text.

use super::field::{Around, field};
use super::{Sym, Width, icon};
use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::edit::Edit;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`TextField`].
#[derive(Properties, PartialEq)]
pub(crate) struct TextFieldProps {
    /// Where it is and what is wrong there. Its place has a field, whose text
    /// is edited.
    pub(crate) spot: Spot,
    /// Its label.
    pub(crate) label: AttrValue,
    /// The plan's text.
    pub(crate) value: AttrValue,
    /// Whether it is typed into a machine: a monospaced face.
    #[prop_or_default]
    pub(crate) mono: bool,
    /// The keyboard that a phone offers, such as `numeric`.
    #[prop_or_default]
    pub(crate) keyboard: Option<&'static str>,
    /// What stands there while it is empty: what then holds.
    #[prop_or_default]
    pub(crate) placeholder: Option<AttrValue>,
    /// Texts to choose from, beside any other.
    #[prop_or_default]
    pub(crate) suggestions: Vec<AttrValue>,
    /// Whether the label is for screen readers only, as in a table.
    #[prop_or_default]
    pub(crate) hide_label: bool,
    /// Whether it may stay empty where most may not.
    #[prop_or_default]
    pub(crate) optional: bool,
    /// A line of help below.
    #[prop_or_default]
    pub(crate) helper: Option<AttrValue>,
    /// Its width in the form grid.
    #[prop_or_default]
    pub(crate) width: Width,
    /// Whether the findings stand elsewhere, in a `FindingsAt` of the same spot.
    #[prop_or_default]
    pub(crate) findings_elsewhere: bool,
    /// Takes a text that is more than the field's, such as a pasted object, and says
    /// whether it did.
    #[prop_or_default]
    pub(crate) takes: Option<Callback<String, bool>>,
    /// What stands below the control, such as its parts.
    #[prop_or_default]
    pub(crate) children: Html,
}

/// A text field. Each key changes the plan; leaving it ends the step of undo.
#[component]
pub(crate) fn TextField(props: &TextFieldProps) -> Html {
    let dispatch = use_dispatch();
    let spot = &props.spot;
    let oninput = {
        let (dispatch, place, takes) = (dispatch.clone(), spot.place.clone(), props.takes.clone());
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if takes.as_ref().is_some_and(|takes| takes.emit(input.value())) {
                return;
            }
            if let Some(field) = place.field {
                dispatch.edit(Edit::text(place.object.clone(), field, input.value()));
            }
        })
    };
    let onblur = {
        let dispatch = dispatch.clone();
        Callback::from(move |_: FocusEvent| dispatch.act(Action::Settle))
    };
    let list = (!props.suggestions.is_empty()).then(|| format!("{}:list", spot.id));
    let control = html! {
        <>
            <span class="ctl">
                <input id={spot.id.clone()} class={props.mono.then_some("mono")} value={props.value.clone()}
                    placeholder={props.placeholder.clone()} inputmode={props.keyboard} list={list.clone()}
                    aria-invalid={spot.invalid()} aria-describedby={spot.described_by(props.helper.is_some())}
                    autocomplete="off" autocapitalize="off" spellcheck="false" {oninput} {onblur} />
                if spot.is_refused() { { icon(Sym::Error) } }
            </span>
            if let Some(list) = list {
                <datalist id={list}>
                    { for props.suggestions.iter().map(|s| html! { <option value={s.clone()} /> }) }
                </datalist>
            }
            { props.children.clone() }
        </>
    };
    let around = Around {
        spot,
        label: &props.label,
        hide_label: props.hide_label,
        optional: props.optional,
        helper: props.helper.as_ref(),
        width: props.width,
        findings_elsewhere: props.findings_elsewhere,
    };
    field(&around, control, &dispatch)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key, markup};
    use crate::app::view::Seen;
    use crate::plan::{Field as At, Object};
    use std::rc::Rc;

    #[tokio::test(flavor = "current_thread")]
    async fn a_refused_field_says_so_and_keeps_its_text() {
        let view = Seen::of(&Rc::new(clashing()));
        let spot = view.spot(Object::Address(key("app-secrets"), 0).at(At::Address));
        let html =
            markup(html! { <TextField {spot} label="Address" value="10.240.8.4" mono=true helper="One." /> })
                .await;
        let id = "gateways/app-secrets/addresses/us-south-1/address";
        for part in [
            format!(r#"<label for="{id}""#),
            format!(r#"aria-describedby="{id}:help {id}:findings""#),
            r#"aria-invalid="true""#.to_owned(),
            r#"value="10.240.8.4""#.to_owned(),
            format!(r#"id="{id}:findings""#),
        ] {
            assert!(html.contains(&part), "{part} is not in\n{html}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_field_without_findings_is_not_invalid() {
        let view = Seen::of(&Rc::new(clashing()));
        let spot = view.spot(Object::Gateway(key("app-kms")).at(At::Name));
        let html = markup(html! { <TextField {spot} label="Name" value="app-kms" /> }).await;
        assert!(!html.contains("aria-invalid") && !html.contains("aria-describedby"), "{html}");
    }
}
