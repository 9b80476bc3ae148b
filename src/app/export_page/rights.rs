//! The roles that whoever runs an export needs.

use crate::app::ui::{Sym, icon};
use crate::app::view::View;
use crate::app::words;
use crate::catalog::{ACTIONS, Right};
use crate::export::{AS_EVENTS, Tool, WHO, for_tool};
use crate::steps;
use yew::prelude::*;

/// A table for each run of a tool. They are those of the `README.md` beside its files.
pub(super) fn tables(tool: Tool, view: &View) -> Html {
    let runs: Vec<steps::Run> = steps::runs(&view.model).iter().map(|run| for_tool(run, tool)).collect();
    let table = |run: &steps::Run| {
        html! {
            <table class="stack tight gap rights">
                if runs.len() > 1 {
                    <caption>{ run.region().or(run.account.as_deref()).unwrap_or("Authorization policies") }</caption>
                }
                <thead><tr>
                    <th scope="col">{ "Role" }</th><th scope="col">{ "On" }</th><th scope="col">{ "To" }</th>
                    <th scope="col">{ "Actions that IBM\u{2019}s pages name" }</th><th scope="col">{ "Source" }</th>
                </tr></thead>
                <tbody>{ for run.rights().into_iter().map(row) }</tbody>
            </table>
        }
    };
    html! {
        <details class="sec">
            <summary>{ icon(Sym::Chevron) }<h2>{ "Who may run it" }</h2><span class="state">{ "roles and actions" }</span></summary>
            <p class="muted">{ WHO }{ " " }{ AS_EVENTS }{ " " }<a href={ACTIONS} target="_blank" rel="noreferrer">{ "All actions of a role" }</a></p>
            { for runs.iter().map(table) }
        </details>
    }
}

fn row(right: &'static Right) -> Html {
    let source = right.source;
    html! {
        <tr>
            <th scope="row">{ right.role }</th>
            <td data-l="On">{ right.on }</td>
            <td data-l="To">{ right.to }</td>
            <td data-l="Actions" class="break">{ for right.actions.iter().map(|a| html! { <code class="small">{ *a }{ " " }</code> }) }</td>
            <td class="small">
                <a href={source.url} target="_blank" rel="noreferrer">{ source.title }</a>{ ", " }{ words::date(source.date) }
            </td>
        </tr>
    }
}
