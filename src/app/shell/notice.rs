//! Words about what was done, with an offer to take it back; and what stands in
//! the way of saving.

use crate::app::browser;
use crate::app::state::{Action, Notice, use_dispatch};
use crate::app::store::Saving;
use crate::app::ui::{Button, Kind, Sym, icon};
use crate::plan::{Plan, write};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`NoticeLine`].
#[derive(Properties, PartialEq)]
pub(super) struct NoticeProps {
    /// The words.
    pub(super) notice: Option<Notice>,
}

/// The notice, said to screen readers when it comes. Its region is always there,
/// or nothing would be said.
#[component]
pub(super) fn NoticeLine(props: &NoticeProps) -> Html {
    let dispatch = use_dispatch();
    let act = |action: Action| {
        let dispatch = dispatch.clone();
        Callback::from(move |()| dispatch.act(action.clone()))
    };
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &props.notice {
                <div class="notice">
                    <p>{ &notice.text }</p>
                    if notice.undo {
                        <Button kind={Kind::Third} small=true onclick={act(Action::Undo)}>{ "Undo" }</Button>
                    }
                    <Button kind={Kind::Ghost} small=true onclick={act(Action::Dismiss)}>{ "Close" }<span class="vh">{ " this notice" }</span></Button>
                </div>
            }
        </div>
    }
}

/// Properties of [`SavingTrouble`].
#[derive(Properties, PartialEq)]
pub(super) struct TroubleProps {
    /// Where the edits are.
    pub(super) of: Saving,
    /// The plan.
    pub(super) plan: Rc<Plan>,
}

/// Why edits are not kept, and the plan as a file.
#[component]
pub(super) fn SavingTrouble(props: &TroubleProps) -> Html {
    let words = match &props.of {
        Saving::Saved(_) => return Html::default(),
        Saving::Refused(refusal) => {
            format!("The plan is not saved: {refusal}. It stays in this tab until the tab is closed.")
        }
        Saving::Elsewhere => {
            "Another tab has changed this plan. Load this page again to see that; the next change \
                              here replaces it."
                .to_owned()
        }
    };
    html! {
        <div class="find warn line trouble" role="alert">
            { icon(Sym::Warning) }
            <p>{ words }</p>
            <SaveFile plan={props.plan.clone()} kind={Kind::Third} />
        </div>
    }
}

/// Properties of [`SaveFile`].
#[derive(Properties, PartialEq)]
pub(super) struct SaveFileProps {
    /// The plan.
    pub(super) plan: Rc<Plan>,
    /// The button's weight.
    pub(super) kind: Kind,
}

/// The button that gives the plan as a file.
#[component]
pub(super) fn SaveFile(props: &SaveFileProps) -> Html {
    let dispatch = use_dispatch();
    let plan = props.plan.clone();
    let onclick = Callback::from(move |()| save_file(&plan, &dispatch));
    html! { <Button kind={props.kind} icon={Sym::Save} {onclick}>{ "Save file" }</Button> }
}

/// Gives the user the plan as a file.
pub(super) fn save_file(plan: &Plan, dispatch: &crate::app::state::Dispatch) {
    let text = write(plan);
    if let Err(why) = browser::download(&file_name(&plan.name), "application/json", text.as_bytes()) {
        dispatch.act(Action::Say(why));
    }
}

/// The name of a plan's file.
fn file_name(name: &str) -> String {
    let mut base = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            c if c.is_ascii_alphanumeric() => base.push(c),
            _ if !base.is_empty() && !base.ends_with('-') => base.push('-'),
            _ => {}
        }
    }
    let base = base.trim_end_matches('-');
    if base.is_empty() { "plan.json".to_owned() } else { format!("{base}.json") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_plan() {
        assert_eq!(file_name("Payments, prod"), "payments-prod.json");
        assert_eq!(file_name("  "), "plan.json");
        assert_eq!(file_name("../Zürich/"), "z-rich.json");
    }
}
