//! The overview of a plan: counts, findings, tables, settings.

mod begin;
mod facts;
mod findings;
mod fixes;
mod gateways;
mod network;
mod rail_foot;
mod settings;
#[cfg(test)]
mod tests;
mod unknown;

pub(super) use gateways::service_name;
pub(super) use rail_foot::rail_foot;

use super::route::Page;
use super::shell::Frame;
use super::state::use_dispatch;
use super::ui::{Button, Go, Kind, MainPart, use_here};
use super::words;
use findings::Findings;
use yew::prelude::*;

/// Rows of a table that are drawn at first. A screen shows thirty; thousands
/// would make the page slow for nobody's good.
const ROWS: usize = 200;

/// Properties of [`Overview`].
#[derive(Properties, PartialEq)]
pub(super) struct OverviewProps {
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// The overview.
#[component]
pub(super) fn Overview(props: &OverviewProps) -> Html {
    let (dispatch, here) = (use_dispatch(), use_here());
    let all = use_state_eq(|| false);
    let view = &props.frame.view;
    let plan = &view.plan;
    let name = words::plan_name(&plan.name);
    let rows = if *all { usize::MAX } else { ROWS };
    let show_all = {
        let all = all.setter();
        Callback::from(move |()| all.set(true))
    };
    let empty = plan.vpcs.is_empty() && plan.gateways.is_empty();
    html! {
        <MainPart title={name.clone()} class="overview">
            <header class="phead">
                <h1 tabindex="-1">{ name }</h1>
                <span class="row push"><Go to={Page::Export} class={Kind::Primary.class()}>{ "Export" }</Go></span>
                if !plan.notes.is_empty() { <p class="notes">{ &plan.notes }</p> }
            </header>
            if !empty { { facts::facts(view) } }
            { begin::begin(view, &dispatch, &here) }
            <Findings view={view.clone()} {rows} show_all={show_all.clone()} />
            { unknown::unknown(view) }
            { gateways::tables(view, rows, &show_all) }
            { network::tables(view, rows, &show_all) }
            { settings::settings(view) }
        </MainPart>
    }
}

/// What stands below a table of which not all rows are drawn.
fn more(shown: usize, total: usize, what: &'static str, show_all: &Callback<()>) -> Html {
    if shown >= total {
        return Html::default();
    }
    html! {
        <p class="row gap">
            <span class="small muted">{ format!("{shown} of {total} {what} are shown.") }</span>
            <Button kind={Kind::Ghost} small=true onclick={show_all.clone()}>{ format!("Show all {total} {what}") }</Button>
        </p>
    }
}
