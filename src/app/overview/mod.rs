//! The overview of a plan: counts, findings, tables.

use super::shell::Frame;
use super::ui::{FindingBox, MainPart};
use yew::prelude::*;

/// Properties of [`Overview`].
#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// The overview.
#[component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let view = &props.frame.view;
    let name = if view.plan.name.is_empty() { "Plan without a name" } else { &view.plan.name };
    html! {
        <MainPart title={name.to_owned()}>
            <header class="phead"><h1 tabindex="-1">{ name }</h1></header>
            <section id="findings" aria-labelledby="findings-title">
                <h2 id="findings-title">{ "Findings" }</h2>
                { for view.findings.iter().map(|f| html! { <FindingBox finding={f.clone()} /> }) }
            </section>
        </MainPart>
    }
}
