//! An entry of the rail.

use crate::app::route::Page;
use crate::app::ui::{Go, counts_mark};
use crate::rules::Counts;
use yew::prelude::*;

/// Properties of [`RailItem`].
#[derive(Properties, PartialEq)]
pub(super) struct RailItemProps {
    /// Where it leads.
    pub(super) to: Page,
    /// DOM id of the element that gets the focus there.
    #[prop_or_default]
    pub(super) at: Option<AttrValue>,
    /// Its words.
    pub(super) label: AttrValue,
    /// Words at the right.
    #[prop_or_default]
    pub(super) words: Option<AttrValue>,
    /// Findings at the right.
    #[prop_or_default]
    pub(super) counts: Counts,
    /// `page` or `step`, where one is there.
    #[prop_or_default]
    pub(super) current: Option<&'static str>,
    /// Entries below it.
    #[prop_or_default]
    pub(super) children: Html,
}

/// An entry of the rail.
#[component]
pub(super) fn RailItem(props: &RailItemProps) -> Html {
    html! {
        <li>
            <Go to={props.to.clone()} at={props.at.clone()} current={props.current}>
                <span>{ &props.label }</span>
                <span class="r">
                    if let Some(words) = &props.words { <span>{ words }</span> }
                    { counts_mark(props.counts) }
                </span>
            </Go>
            { props.children.clone() }
        </li>
    }
}
