//! Tags of a gateway: a field of several short texts.

use super::field::{Around, field};
use super::{Sym, Width, icon};
use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::edit::Edit;
use crate::plan::{Field as At, Key};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`Tokens`].
#[derive(Properties, PartialEq)]
pub(crate) struct TokensProps {
    /// Where it is and what is wrong there.
    pub(crate) spot: Spot,
    /// Its label.
    pub(crate) label: AttrValue,
    /// The gateway.
    pub(crate) gateway: Key,
    /// [`At::Tags`] or [`At::AccessTags`].
    pub(crate) field: At,
    /// The tags.
    pub(crate) tags: Vec<AttrValue>,
    /// A line of help below.
    #[prop_or_default]
    pub(crate) helper: Option<AttrValue>,
    /// Its width in the form grid.
    #[prop_or_default]
    pub(crate) width: Width,
}

/// A field of tags: Enter, a comma or leaving it adds what is typed.
#[component]
pub(crate) fn Tokens(props: &TokensProps) -> Html {
    let dispatch = use_dispatch();
    let set = {
        let (gateway, field, dispatch) = (props.gateway.clone(), props.field, dispatch.clone());
        move |tag: &str, on: bool| {
            dispatch.act(Action::Settle);
            dispatch.edit(Edit::Tag { gateway: gateway.clone(), field, tag: tag.to_owned(), on });
        }
    };
    let take = {
        let (set, tags) = (set.clone(), props.tags.clone());
        move |input: &HtmlInputElement| {
            let text = input.value();
            let typed = text.split(',').map(str::trim).filter(|t| !t.is_empty());
            for tag in typed.filter(|t| !tags.iter().any(|known| &**known == *t)) {
                set(tag, true);
            }
            input.set_value("");
        }
    };
    let onkeydown = {
        let take = take.clone();
        Callback::from(move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), "Enter" | ",") {
                event.prevent_default();
                take(&event.target_unchecked_into());
            }
        })
    };
    let onblur = Callback::from(move |event: FocusEvent| take(&event.target_unchecked_into()));
    let token = |tag: &AttrValue| {
        let (set, gone) = (set.clone(), tag.clone());
        let onclick = Callback::from(move |_: MouseEvent| set(&gone, false));
        html! {
            <span class="tag word" key={tag.to_string()}>
                { tag }
                <button type="button" {onclick}>{ icon(Sym::Close) }<span class="vh">{ "Remove " }{ tag }</span></button>
            </span>
        }
    };
    let control = html! {
            <div class="tokens">
                { for props.tags.iter().map(token) }
                <input id={props.spot.id.clone()} aria-invalid={props.spot.invalid()}
                    aria-describedby={props.spot.described_by(props.helper.is_some())}
                    autocomplete="off" autocapitalize="off" spellcheck="false" {onkeydown} {onblur} />
            </div>
    };
    let around = Around {
        spot: &props.spot,
        label: &props.label,
        hide_label: false,
        optional: true,
        helper: props.helper.as_ref(),
        width: props.width,
        findings_elsewhere: false,
    };
    field(&around, control, &dispatch)
}
