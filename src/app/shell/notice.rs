//! Words about what was done, with an offer to take it back; and what stands in
//! the way of saving.

use crate::app::browser;
use crate::app::state::{Action, Notice, use_dispatch};
use crate::app::store::{Keeping, Saving};
use crate::app::ui::{Button, Kind, Sym, icon};
use crate::app::words;
use crate::plan::{Plan, write};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`NoticeLine`].
#[derive(Properties, PartialEq)]
pub(crate) struct NoticeProps {
    /// The words.
    pub(crate) notice: Option<Notice>,
    /// Told when it is to be taken back.
    pub(crate) onundo: Callback<()>,
    /// Told when it is closed.
    pub(crate) onclose: Callback<()>,
}

/// The notice, said to screen readers when it comes. Its region is always there,
/// or nothing would be said.
#[component]
pub(crate) fn NoticeLine(props: &NoticeProps) -> Html {
    html! {
        <div class="notices" role="status">
            if let Some(notice) = &props.notice {
                <div class="notice">
                    <p>{ &notice.text }</p>
                    if notice.undo {
                        <Button kind={Kind::Third} small=true id="notice-undo" onclick={props.onundo.clone()}>{ "Undo" }</Button>
                    }
                    <Button kind={Kind::Ghost} small=true onclick={props.onclose.clone()}>{ "Close" }<span class="vh">{ " this notice" }</span></Button>
                </div>
            }
        </div>
    }
}

/// Properties of [`SavingTrouble`].
#[derive(Properties, PartialEq)]
pub(super) struct TroubleProps {
    /// How the plan is saved.
    pub(super) of: Keeping,
    /// The plan.
    pub(super) plan: Rc<Plan>,
    /// Opens the plan again as it is kept.
    pub(super) read_again: Callback<()>,
}

/// Why edits are not kept as usual, and what can be done.
#[component]
pub(super) fn SavingTrouble(props: &TroubleProps) -> Html {
    let (words, mine, load) = match &props.of.saving {
        Saving::Saved(_) => return Html::default(),
        Saving::Refused(refusal) => (
            format!("The plan is not saved: {refusal}. It stays in this tab until the tab is closed."),
            None,
            false,
        ),
        Saving::Elsewhere { copy: None } => (
            "Another tab has changed this plan. What is saved is what that tab wrote.".to_owned(),
            Some("Keep mine as a copy"),
            true,
        ),
        Saving::Elsewhere { copy: Some(_) } => (
            "Another tab has changed this plan, and its version stays. What you change here is saved as a copy, \
             a plan of its own."
                .to_owned(),
            Some("Go to my copy"),
            true,
        ),
        Saving::Deleted => (
            "Another tab has deleted this plan. A change here saves it again.".to_owned(),
            Some("Save it again"),
            false,
        ),
    };
    let (read_again, keep_mine) = (props.read_again.clone(), props.of.keep_mine.clone());
    html! {
        <div class="find warn line trouble" role="alert">
            { icon(Sym::Warning) }
            <p>{ words }</p>
            if load {
                <Button small=true onclick={read_again}>{ "Load that version" }</Button>
            }
            if let Some(mine) = mine {
                <Button small=true onclick={keep_mine}>{ mine }</Button>
            } else {
                <SaveFile plan={props.plan.clone()} kind={Kind::Third} />
            }
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
    if let Err(why) =
        browser::download(&words::file_name(&plan.name, "json"), "application/json", text.as_bytes())
    {
        dispatch.act(Action::Say(why));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::store::Refusal;
    use crate::app::testing::{markup, two_gateways};

    #[tokio::test(flavor = "current_thread")]
    async fn each_trouble_says_what_is_and_offers_a_way_on() {
        for (saving, words, buttons) in [
            (Saving::Refused(Refusal::Full), "The plan is not saved: this browser", &["Save file"][..]),
            (
                Saving::Elsewhere { copy: None },
                "What is saved is what that tab wrote",
                &["Load that version", "Keep mine as a copy"],
            ),
            (
                Saving::Elsewhere { copy: Some("c".into()) },
                "saved as a copy",
                &["Load that version", "Go to my copy"],
            ),
            (Saving::Deleted, "Another tab has deleted this plan", &["Save it again"]),
        ] {
            let of = Keeping { saving, keep_mine: Callback::noop() };
            let plan = Rc::new(two_gateways());
            let html = markup(html! { <SavingTrouble {of} {plan} read_again={Callback::noop()} /> }).await;
            assert!(html.contains(words) && html.contains(r#"role="alert""#), "{html}");
            assert_eq!(html.matches("<button").count(), buttons.len(), "{html}");
            for button in buttons {
                assert!(html.contains(&format!("{button}</button>")), "{button} is not in {html}");
            }
        }
        let of = Keeping { saving: Saving::Saved(None), keep_mine: Callback::noop() };
        let plan = Rc::new(two_gateways());
        assert_eq!(markup(html! { <SavingTrouble {of} {plan} read_again={Callback::noop()} /> }).await, "");
    }
}
