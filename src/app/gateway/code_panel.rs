//! The code for a gateway, at the right of its form: rewritten with each key,
//! with what the last edit changed and what IBM Cloud would refuse.

use super::code_text::{Scope, Text, shown, text};
use crate::app::browser;
use crate::app::route::Page;
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Button, CodeBlock, Go, Kind, Sym, Tab, Tabs, icon};
use crate::app::view::Seen;
use crate::export::Tool;
use crate::plan::Key;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

thread_local! {
    /// The tool that was looked at last: going to another gateway keeps it.
    static LAST: Cell<Tool> = const { Cell::new(Tool::Cli) };
}

/// Properties of [`CodePanel`].
#[derive(Properties, PartialEq)]
pub(super) struct CodePanelProps {
    /// The plan.
    pub(super) view: Seen,
    /// The plan before the last step.
    pub(super) before: Seen,
    /// The gateway.
    pub(super) gateway: Key,
}

/// The code panel.
#[component]
pub(super) fn CodePanel(props: &CodePanelProps) -> Html {
    let dispatch = use_dispatch();
    let tool = use_state_eq(|| LAST.get());
    let scope = use_state_eq(|| Scope::Gateway);
    let kept = use_mut_ref(Vec::<(Seen, Tool, Scope, Rc<Text>)>::new);
    // Of the texts made so far only those of the two plans at hand are kept: what
    // is after one edit is before the next.
    let text_of = |view: &Seen| -> Rc<Text> {
        let mut kept = kept.borrow_mut();
        let same = |k: &&(Seen, Tool, Scope, Rc<Text>)| k.0 == *view && k.1 == *tool && k.2 == *scope;
        if let Some((.., text)) = kept.iter().find(same) {
            return text.clone();
        }
        let made = Rc::new(text(view, &props.gateway, *tool, *scope));
        if kept.len() > 2 {
            kept.remove(0);
        }
        kept.push((view.clone(), *tool, *scope, made.clone()));
        made
    };
    let now = text_of(&props.view);
    let before = if props.before == props.view { now.clone() } else { text_of(&props.before) };

    let onchoose = {
        let tool = tool.setter();
        Callback::from(move |id: AttrValue| {
            if let Some(chosen) = Tool::ALL.into_iter().find(|t| *t.folder() == *id) {
                LAST.set(chosen);
                tool.set(chosen);
            }
        })
    };
    let tabs = Tool::ALL.map(|t| Tab { id: t.folder().into(), label: t.name().into() });
    let onscope = {
        let scope = scope.setter();
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(chosen) = Scope::ALL.into_iter().find(|s| s.label() == value) {
                scope.set(chosen);
            }
        })
    };
    let copy = {
        let (now, dispatch) = (now.clone(), dispatch.clone());
        Callback::from(move |()| {
            let dispatch = dispatch.clone();
            let done = Callback::from(move |done: bool| {
                let words = if done {
                    "The code is copied."
                } else {
                    "The browser did not let the page copy. Select the code and copy it by hand."
                };
                dispatch.act(Action::Say(words.to_owned()));
            });
            browser::copy(&now.joined(), done);
        })
    };
    let download = {
        let now = now.clone();
        Callback::from(move |()| {
            if let Err(why) = browser::download(&now.name, "text/plain", now.joined().as_bytes()) {
                dispatch.act(Action::Say(why));
            }
        })
    };
    let option = |of: Scope| html! { <option selected={of == *scope}>{ of.label() }</option> };
    html! {
        <aside class="codepanel" aria-label="Code for this gateway">
            <Tabs name="code" label="Write the code as" tabs={tabs.to_vec()} chosen={tool.folder()} {onchoose} />
            <div class="cbar">
                <label class="vh" for="code-scope">{ "Code for" }</label>
                <select id="code-scope" onchange={onscope}>{ for Scope::ALL.map(option) }</select>
                <span class="row push">
                    <Button kind={Kind::Ghost} icon={Sym::Copy} onclick={copy}>{ "Copy" }</Button>
                    if now.whole {
                        <Button kind={Kind::Ghost} icon={Sym::Save} onclick={download}>{ "Download" }</Button>
                    } else {
                        <Go to={Page::Export} class={Kind::Ghost.class()}>{ "Each file" }</Go>
                    }
                </span>
            </div>
            <div class="pane" id="code-panel" role="tabpanel" aria-labelledby={format!("code-{}", tool.folder())}>
                if now.lines.is_empty() {
                    <p class="helper none">{ "Nothing of this gateway is new, so there is nothing to create." }</p>
                } else {
                    <CodeBlock label={format!("{}, {}", tool.name(), now.name)} language={now.language}
                        lines={shown(&props.view, &now, &before)} />
                }
            </div>
            <p class="cnote">
                <span>{ icon(Sym::Error) }{ " marks what IBM Cloud would refuse" }</span>
                <span><b class="mono">{ "~" }</b>{ " changed by the last edit" }</span>
            </p>
        </aside>
    }
}
