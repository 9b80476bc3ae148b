//! Going over from a script to Terraform: what a script printed is shown, then
//! adopted.

use crate::app::browser;
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Button, Kind, Sym, icon};
use crate::app::view::Seen;
use crate::app::words;
use crate::import::{MAX_MADE_BYTES, Made, MadeError, adopt_made};
use crate::plan::{Object, Plan};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// A file that was opened: its name, and its text or why there is none.
type Opened = (String, Result<Rc<str>, String>);

/// Properties of [`Adopt`].
#[derive(Properties, PartialEq)]
pub(super) struct AdoptProps {
    /// The plan.
    pub(super) view: Seen,
}

/// The section. Nothing is changed before its button is pressed; then it is one
/// step.
#[component]
pub(super) fn Adopt(props: &AdoptProps) -> Html {
    let dispatch = use_dispatch();
    let opened = use_state_eq(|| None::<Opened>);
    let read = use_memo((props.view.clone(), (*opened).clone()), |(view, opened)| {
        let (_, text) = opened.as_ref()?;
        Some(text.clone().and_then(|text| adopt_made(&view.plan, &text).map_err(|e| format!("{e}."))))
    });
    let onchange = {
        let opened = opened.setter();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let file = input.files().and_then(|files| files.get(0));
            // So that the same file can be chosen again.
            input.set_value("");
            if let Some(file) = file {
                open(&file, &opened);
            }
        })
    };
    let close = {
        let opened = opened.setter();
        Callback::from(move |()| opened.set(None))
    };
    let adopt = |made: &Made| {
        let (close, edit, done) = (close.clone(), made.edit.clone(), format!("{}.", becomes(made)));
        Callback::from(move |()| {
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(edit.clone(), done.clone()));
            close.emit(());
        })
    };
    let name = opened.as_ref().map_or("", |(name, _)| name);
    let shown = match &*read {
        None => Html::default(),
        Some(Err(why)) => html! {
            <p class="refused" role="alert">{ icon(Sym::Error) }{ " " }{ name }{ " is not adopted: " }{ why }{ " Nothing is changed." }</p>
        },
        Some(Ok(made)) => {
            let nothing = made.adopted.is_empty() && made.identified.is_empty();
            html! {
                <>
                    <p role="status" class="gap">{ name }{ ": " }{ sentence(made) }</p>
                    { table(&props.view.plan, made) }
                    <p class="row gap">
                        <Button kind={Kind::Third} onclick={adopt(made)} off={nothing.then_some("Nothing changes.")}>{ "Adopt" }</Button>
                        <Button kind={Kind::Ghost} onclick={close.clone()}>{ "Close" }</Button>
                    </p>
                </>
            }
        }
    };
    html! {
        <section aria-labelledby="adopt">
            <h2 id="adopt">{ "Script first, Terraform later" }</h2>
            <p class="muted">
                { "A script prints a line for each thing that it made sure of: " }<code>{ "create.sh > made.jsonl" }</code>
                { " keeps them. Adopted, they become existing things of the plan, and its Terraform imports them." }
            </p>
            <p class="row gap"><label class="btn third">{ "Adopt what a script made\u{2026}" }<input class="vh" type="file" {onchange} /></label></p>
            { shown }
        </section>
    }
}

fn open(file: &web_sys::File, opened: &UseStateSetter<Option<Opened>>) {
    // A file that is too long is not even read.
    let bytes = file.size() as usize;
    if bytes > MAX_MADE_BYTES {
        return opened.set(Some((file.name(), Err(format!("{}.", MadeError::TooLong { bytes })))));
    }
    let opened = opened.clone();
    let done = Callback::from(move |(name, bytes): (String, Result<Vec<u8>, String>)| {
        let text = bytes.and_then(|bytes| match String::from_utf8(bytes) {
            Ok(text) => Ok(Rc::from(text)),
            Err(_) => Err("it is not text in UTF-8.".to_owned()),
        });
        opened.set(Some((name, text)));
    });
    browser::read_file(file.clone(), done);
}

fn becomes(made: &Made) -> String {
    format!("{} over by Terraform", words::count(made.adopted.len(), "thing is taken", "things are taken"))
}

/// What the lines come to.
fn sentence(made: &Made) -> String {
    let mut text = format!("{}.", becomes(made));
    for (n, one, many) in [
        (made.identified.len(), "thing that exists gets its ID.", "things that exist get their ID."),
        (made.unchanged, "stays as it is.", "stay as they are."),
        (made.still_new, "stays new: no line tells of it.", "stay new: no line tells of them."),
    ] {
        if n > 0 {
            text.push(' ');
            text.push_str(&words::count(n, one, many));
        }
    }
    text
}

fn table(plan: &Plan, made: &Made) -> Html {
    let row = |(object, id): &(Object, String), what: &'static str| {
        html! {
            <tr>
                <td class="break">{ object.clone().place().label(plan) }</td>
                <td class="break mono">{ id }</td><td>{ what }</td>
            </tr>
        }
    };
    if made.adopted.is_empty() && made.identified.is_empty() {
        return Html::default();
    }
    html! {
        <div class="scroll preview" tabindex="0" role="region" aria-label="What is adopted">
            <table class="tight">
                <thead><tr><th scope="col">{ "What" }</th><th scope="col">{ "ID" }</th><th scope="col">{ "What happens" }</th></tr></thead>
                <tbody>
                    { for made.adopted.iter().map(|made| row(made, "exists and is taken over")) }
                    { for made.identified.iter().map(|made| row(made, "gets its ID")) }
                </tbody>
            </table>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::read;

    #[test]
    fn what_happens_is_said_in_a_sentence_for_each() {
        let plan = read(include_str!("../../../examples/key-protect.json")).unwrap();
        let lines = r#"{"place":"gateways/endpoint-gateway","id":"r006-c3"}"#;
        let said = sentence(&adopt_made(&plan, lines).unwrap());
        assert_eq!(said, "1 thing is taken over by Terraform. 5 stay new: no line tells of them.");
    }
}
