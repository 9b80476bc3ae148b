//! Light or dark.

use crate::app::browser;
use crate::app::store::keep_theme;
use crate::app::ui::{Sym, icon};
use yew::prelude::*;

/// The button that switches between light and dark.
#[component]
pub(super) fn ThemeSwitch() -> Html {
    let onclick = Callback::from(|_: MouseEvent| keep_theme(browser::switch_theme()));
    html! {
        <button class="sep" type="button" {onclick}>
            { icon(Sym::Theme) }<span class="vh">{ "Switch between light and dark" }</span>
        </button>
    }
}
