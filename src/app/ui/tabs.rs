//! Tabs by the ARIA pattern: arrows move, the panel follows.

use web_sys::HtmlElement;
use yew::prelude::*;

/// A tab.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tab {
    /// What tells it from the others; part of its DOM id.
    pub(crate) id: AttrValue,
    /// What is shown.
    pub(crate) label: AttrValue,
}

/// Properties of [`Tabs`].
#[derive(Properties, PartialEq)]
pub(crate) struct TabsProps {
    /// A prefix for DOM ids: the tabs are `NAME-ID`, the panel is `NAME-panel`.
    pub(crate) name: AttrValue,
    /// What the tabs choose.
    pub(crate) label: AttrValue,
    /// The tabs.
    pub(crate) tabs: Vec<Tab>,
    /// Id of the chosen one.
    pub(crate) chosen: AttrValue,
    /// Told the id of the tab that is chosen.
    pub(crate) onchoose: Callback<AttrValue>,
}

/// A list of tabs. The panel stands elsewhere, with the id `NAME-panel`,
/// `role="tabpanel"`, and `aria-labelledby` the chosen tab's id.
#[component]
pub(crate) fn Tabs(props: &TabsProps) -> Html {
    let list = use_node_ref();
    let dom_id = |tab: &Tab| format!("{}-{}", props.name, tab.id);
    let onkeydown = {
        let (list, tabs, chosen) = (list.clone(), props.tabs.clone(), props.chosen.clone());
        let onchoose = props.onchoose.clone();
        Callback::from(move |event: KeyboardEvent| {
            let (count, at) = (tabs.len(), tabs.iter().position(|t| t.id == chosen).unwrap_or(0));
            let next = match event.key().as_str() {
                "ArrowRight" => (at + 1) % count,
                "ArrowLeft" => (at + count - 1) % count,
                "Home" => 0,
                "End" => count - 1,
                _ => return,
            };
            event.prevent_default();
            onchoose.emit(tabs[next].id.clone());
            let buttons = list.cast::<HtmlElement>().map(|l| l.children());
            let button = u32::try_from(next).ok().and_then(|i| buttons?.item(i));
            if let Some(button) = button {
                // A button of this list always takes the focus.
                let _focused = wasm_bindgen::JsCast::unchecked_into::<HtmlElement>(button).focus();
            }
        })
    };
    let tab = |tab: &Tab| {
        let chosen = tab.id == props.chosen;
        let (onchoose, id) = (props.onchoose.clone(), tab.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| onchoose.emit(id.clone()));
        html! {
            <button type="button" role="tab" id={dom_id(tab)} key={tab.id.to_string()} {onclick}
                aria-selected={if chosen { "true" } else { "false" }}
                aria-controls={format!("{}-panel", props.name)}
                tabindex={if chosen { "0" } else { "-1" }}>{ &tab.label }</button>
        }
    };
    html! {
        <div class="tabs" role="tablist" aria-label={props.label.clone()} ref={list} {onkeydown}>
            { for props.tabs.iter().map(tab) }
        </div>
    }
}
