//! Where the last edits are, in words.

use crate::app::browser;
use crate::app::store::Saving;
use yew::prelude::*;

/// Properties of [`Status`].
#[derive(Properties, PartialEq)]
pub(super) struct StatusProps {
    /// Where the edits are.
    pub(super) of: Saving,
}

/// Where the last edits are.
#[component]
pub(super) fn Status(props: &StatusProps) -> Html {
    let words = match &props.of {
        Saving::Saved(None) => "Saved in this browser".to_owned(),
        Saving::Saved(Some(at)) => format!("Saved in this browser, {}", browser::clock(*at)),
        Saving::Refused(_) => "Not saved: in this tab only".to_owned(),
        Saving::Elsewhere => "Changed in another tab".to_owned(),
    };
    html! { <p class="saved" role="status">{ words }</p> }
}
