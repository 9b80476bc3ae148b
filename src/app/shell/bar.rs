//! The bar on top of every view.

use super::theme::ThemeSwitch;
use yew::prelude::*;

/// Properties of [`Bar`].
#[derive(Properties, PartialEq)]
pub(crate) struct BarProps {
    /// Before the program's name: the button of the menu.
    #[prop_or_default]
    pub(crate) before: Html,
    /// After the program's name: the plan.
    #[prop_or_default]
    pub(crate) children: Html,
    /// Tools, at the right.
    #[prop_or_default]
    pub(crate) tools: Html,
    /// Whether a rail stands below, which holds the way home on narrow screens.
    #[prop_or_default]
    pub(crate) rail: bool,
}

/// The bar: the program's name, the plan, the tools, the theme.
#[component]
pub(crate) fn Bar(props: &BarProps) -> Html {
    html! {
        <header class="bar">
            { props.before.clone() }
            <a class={classes!("brand", props.rail.then_some("has-rail"))} href="#/">
                <svg viewBox="0 0 20 20" aria-hidden="true">
                    <path d="M2.8 4h5M2.8 10h5M2.8 16h5M7.8 4c4.2 0 1.8 6 6.2 6M7.8 16c4.2 0 1.8-6 6.2-6M7.8 10h6.2" />
                    <circle class="ic-solid" cx="15.6" cy="10" r="2.6" />
                </svg>
                <span>{ "VPE Planner" }</span>
            </a>
            { props.children.clone() }
            <div class="acts">{ props.tools.clone() }<ThemeSwitch /></div>
        </header>
    }
}
