//! Where the last edits are, in words.

use crate::app::browser;
use crate::app::store::Saving;
use yew::prelude::*;

/// Where the last edits are.
pub(super) fn status(of: &Saving) -> Html {
    let words = match of {
        Saving::Saved(None) => "Saved in this browser".to_owned(),
        Saving::Saved(Some(at)) => format!("Saved in this browser, {}", browser::clock(*at)),
        Saving::Refused(_) => "Not saved: in this tab only".to_owned(),
        Saving::Elsewhere { .. } => "Changed in another tab".to_owned(),
        Saving::Deleted => "Deleted in another tab".to_owned(),
    };
    html! { <p class="saved" role="status">{ words }</p> }
}
