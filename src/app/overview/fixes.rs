//! All safe fixes at once, seen before they are made.

use crate::app::browser;
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Button, Kind, Sym, icon};
use crate::app::view::Seen;
use crate::app::words::count;
use crate::edit::Edit;
use crate::handover::{Applied, mend};
use crate::rules::{Finding, FixKind};
use yew::prelude::*;

/// Fixes that are previewed at most. Each is tried, and all is checked again
/// after it.
const MOST: usize = 100;

/// Properties of [`Fixes`].
#[derive(Properties, PartialEq)]
pub(super) struct FixesProps {
    /// The plan.
    pub(super) view: Seen,
}

/// The button that shows what all safe fixes would do, and the one that does it.
#[component]
pub(super) fn Fixes(props: &FixesProps) -> Html {
    let dispatch = use_dispatch();
    let open = use_state_eq(|| false);
    let of_kind = |kind: FixKind| {
        props
            .view
            .findings
            .iter()
            .filter(|f: &&Finding| f.fix.as_ref().is_some_and(|x| x.kind == kind))
            .count()
    };
    let (safe, choices) = (of_kind(FixKind::Safe), of_kind(FixKind::Choice));
    if safe < 2 {
        // One fix has its button in the table.
        return Html::default();
    }
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    html! {
        <div class="fixes">
            <button type="button" class={Kind::Third.class()} aria-expanded={if *open { "true" } else { "false" }} onclick={toggle}>
                { format!("Preview {safe} safe fixes\u{2026}") }
            </button>
            if *open { { preview(&props.view, choices, &dispatch, &open.setter()) } }
        </div>
    }
}

fn preview(
    view: &Seen,
    choices: usize,
    dispatch: &crate::app::state::Dispatch,
    open: &UseStateSetter<bool>,
) -> Html {
    let applied = mend((*view.plan).clone(), MOST).applied;
    if applied.is_empty() {
        return html! { <p class="gap">{ "None of them makes the plan better by itself. Each has its button below." }</p> };
    }
    let edit = step(&applied);
    let said = format!("{} applied.", count(applied.len(), "fix", "fixes"));
    let onclick = {
        let (dispatch, open) = (dispatch.clone(), open.clone());
        Callback::from(move |()| {
            open.set(false);
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(edit.clone(), said.clone()));
            browser::focus_first(&["findings"]);
        })
    };
    html! {
        <div class="fix-preview">
            <p>{ "These have one right answer, widen no access and remove nothing. They are made in this order, as one step that undo takes back." }</p>
            <ol>
                { for applied.iter().map(|fix| html! {
                    <li>{ icon(Sym::of(fix.finding.rule.severity)) }<b>{ fix.title() }</b><span class="muted">{ &fix.finding.title }</span></li>
                }) }
            </ol>
            if applied.len() == MOST { <p class="small muted">{ format!("These are the first {MOST}; there may be more after them.") }</p> }
            if choices > 0 {
                <p class="small muted">{ format!("{} for you to decide; each has its button in the table.", count(choices, "fix is", "fixes are")) }</p>
            }
            <p class="gap"><Button kind={Kind::Second} {onclick}>{ format!("Apply {}", count(applied.len(), "fix", "fixes")) }</Button></p>
        </div>
    }
}

/// All of them as one step.
pub(super) fn step(applied: &[Applied]) -> Edit {
    let label = format!("apply {}", count(applied.len(), "fix", "fixes"));
    Edit::All { label, edits: applied.iter().map(|fix| fix.edit.clone()).collect() }
}
