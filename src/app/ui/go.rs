//! Links to views of the open plan.

use crate::app::browser;
use crate::app::route::{Page, Route};
use yew::prelude::*;

/// Which plan is open: its id in this browser.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Here(pub(crate) AttrValue);

/// The id of the open plan; empty where none is open.
#[hook]
pub(crate) fn use_here() -> AttrValue {
    use_context::<Here>().map(|here| here.0).unwrap_or_default()
}

/// Properties of [`Go`].
#[derive(Properties, PartialEq)]
pub(crate) struct GoProps {
    /// The page.
    pub(crate) to: Page,
    /// DOM id of the element that gets the focus; the heading where none is
    /// named.
    #[prop_or_default]
    pub(crate) at: Option<AttrValue>,
    /// Classes.
    #[prop_or_default]
    pub(crate) class: Classes,
    /// `page` or `step`, where the link leads to where one is.
    #[prop_or_default]
    pub(crate) current: Option<&'static str>,
    /// The words of the link.
    pub(crate) children: Html,
}

/// A link to a page of the open plan, or to a field there.
#[component]
pub(crate) fn Go(props: &GoProps) -> Html {
    let here = use_here();
    let at = props.at.as_ref().map(ToString::to_string);
    let href = Route::Plan { id: here.to_string(), page: props.to.clone(), at: at.clone() }.href();
    let onclick = {
        let href = href.clone();
        // A link to where one is changes no address, so nothing else moves the focus.
        Callback::from(move |_: MouseEvent| {
            if browser::hash() == href {
                browser::arrive(at.as_deref());
            }
        })
    };
    html! {
        <a {href} {onclick} class={props.class.clone()} aria-current={props.current}>{ props.children.clone() }</a>
    }
}
