//! Tags: one word about what something is.

use yew::prelude::*;

/// Properties of [`OriginTag`].
#[derive(Properties, PartialEq)]
pub(crate) struct OriginTagProps {
    /// Whether the exports create it.
    pub(crate) new: bool,
}

/// Whether something is planned or exists: the word and its mark.
#[component]
pub(crate) fn OriginTag(props: &OriginTagProps) -> Html {
    origin_tag(props.new)
}

/// [`OriginTag`] as a function.
pub(crate) fn origin_tag(new: bool) -> Html {
    if new {
        html! { <span class="tag plan">{ "Planned" }</span> }
    } else {
        html! { <span class="tag">{ "Exists" }</span> }
    }
}
