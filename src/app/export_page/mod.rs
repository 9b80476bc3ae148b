//! The export page: the files, to copy and to download.

use super::shell::Frame;
use super::ui::MainPart;
use yew::prelude::*;

/// Properties of [`ExportPage`].
#[derive(Properties, PartialEq)]
pub(super) struct ExportProps {
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// The export page.
#[component]
pub(super) fn ExportPage(props: &ExportProps) -> Html {
    let plan = &props.frame.view.plan;
    html! {
        <MainPart title={format!("Export of {}", plan.name)}>
            <header class="phead"><h1 tabindex="-1">{ "Export" }</h1></header>
        </MainPart>
    }
}
