//! The main part of a view.

use crate::app::browser;
use yew::prelude::*;

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
    use_effect_with(props.title.clone(), |title| {
        let text = if title.is_empty() { "VPE Planner".to_owned() } else { format!("{title}: VPE Planner") };
        browser::set_title(&text);
    });
    html! {
        <main id="main" tabindex="-1" class={props.class.clone()} onfocusin={props.onfocusin.clone()}>
            { props.children.clone() }
        </main>
    }
}
