//! Tags: one word about what something is.

use yew::prelude::*;

/// Whether something is planned, so that the exports create it, or exists: the
/// word and its mark.
pub(crate) fn origin_tag(new: bool) -> Html {
    if new {
        html! { <span class="tag plan">{ "Planned" }</span> }
    } else {
        html! { <span class="tag">{ "Exists" }</span> }
    }
}
