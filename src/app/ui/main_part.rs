//! The main part of a view.

use crate::app::browser;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// How long a title waits for the next key.
const PAUSE_MS: u32 = 400;

/// Properties of [`MainPart`].
#[derive(Properties, PartialEq)]
pub(crate) struct MainPartProps {
    /// The document's title, without the program's name; empty for the name
    /// alone.
    pub(crate) title: AttrValue,
    /// Classes.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// When something inside gets the focus.
    #[prop_or_default]
    pub(crate) onfocusin: Callback<FocusEvent>,
    /// The content; its `h1` has `tabindex="-1"`, so that arriving can focus it.
    pub(crate) children: Html,
}

/// The main part, which names the document.
#[component]
pub(crate) fn MainPart(props: &MainPartProps) -> Html {
    // At once for a new view; while a name is typed after a pause, because each
    // change of the title costs a browser more than drawing the page.
    let named = use_mut_ref(|| false);
    use_effect_with(props.title.clone(), move |title| {
        let text = if title.is_empty() { "VPE Planner".to_owned() } else { format!("{title}: VPE Planner") };
        let wait = if named.replace(true) { PAUSE_MS } else { 0 };
        let timer = (wait > 0).then(|| {
            let text = text.clone();
            Timeout::new(wait, move || browser::set_title(&text))
        });
        if timer.is_none() {
            browser::set_title(&text);
        }
        move || drop(timer)
    });
    html! {
        <main id="main" tabindex="-1" class={props.class.clone()} onfocusin={props.onfocusin.clone()}>
            { props.children.clone() }
        </main>
    }
}
