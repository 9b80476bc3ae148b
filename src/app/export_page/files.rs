//! The files of one tool, and the text of one of them.

use super::output::{Output, Shown};
use crate::app::browser;
use crate::app::state::{Action, Dispatch, use_dispatch};
use crate::app::ui::{self, Button, CodeBlock, Kind, Sym, icon};
use crate::app::words::count;
use crate::export::Tool;
use std::rc::Rc;
use yew::prelude::*;

/// Lines that are drawn of one file. More would be slow to draw, and nobody reads
/// them here.
const LINES: usize = 1_000;

/// Properties of [`FileList`].
#[derive(Properties)]
pub(super) struct FileListProps {
    /// Whose files.
    pub(super) tool: Tool,
    /// All files.
    pub(super) output: Rc<Output>,
}

impl PartialEq for FileListProps {
    fn eq(&self, other: &Self) -> bool {
        self.tool == other.tool && Rc::ptr_eq(&self.output, &other.output)
    }
}

/// The files of one tool, each to copy and to download, and the text of one.
#[component]
pub(super) fn FileList(props: &FileListProps) -> Html {
    let dispatch = use_dispatch();
    let chosen = use_state_eq(|| 0usize);
    let files = props.output.of_tool(props.tool);
    let at = (*chosen).min(files.len().saturating_sub(1));
    let several = files.len() > 1;
    let row = |(i, file): (usize, &Shown)| {
        let path = AttrValue::from(file.file.path.clone());
        let view = {
            let chosen = chosen.setter();
            Callback::from(move |_: MouseEvent| chosen.set(i))
        };
        html! {
            <tr key={i} class={(several && i == at).then_some("sel")}>
                <th scope="row" class="mono">
                    if several {
                        <button type="button" class="btn ghost s flush" aria-pressed={if i == at { "true" } else { "false" }} onclick={view}>
                            <span class="vh">{ "View " }</span>{ &path }
                        </button>
                    } else { { &path } }
                </th>
                <td class="num" data-l="Lines">{ file.file.lines.len() }</td>
                <td class="errs">
                    if file.refused.contains(&true) { { icon(Sym::Error) }{ " marked lines" } }
                </td>
                <td class="acts">
                    <Button kind={Kind::Ghost} small=true icon={Sym::Copy} of={path.clone()} onclick={copy(&props.output, props.tool, i, &dispatch)}>{ "Copy" }</Button>
                    <Button kind={Kind::Ghost} small=true icon={Sym::Save} of={path} onclick={download(&props.output, props.tool, i, &dispatch)}>{ "Download" }</Button>
                </td>
            </tr>
        }
    };
    html! {
        <>
            <h2>{ "Files" }</h2>
            <table class="stack tight files">
                <thead><tr>
                    <th scope="col">{ "File" }</th><th scope="col" class="num">{ "Lines" }</th>
                    <th scope="col"><span class="vh">{ "Errors" }</span></th><th scope="col"><span class="vh">{ "Take" }</span></th>
                </tr></thead>
                <tbody>{ for files.iter().enumerate().map(row) }</tbody>
            </table>
            if let Some(file) = files.get(at) { { text(file) } }
        </>
    }
}

fn text(shown: &Shown) -> Html {
    let file = &shown.file;
    let lines: Vec<ui::Shown> = file
        .lines
        .iter()
        .zip(&shown.refused)
        .take(LINES)
        .map(|(line, refused)| ui::Shown {
            text: line.text.clone().into(),
            changed: false,
            refused: *refused,
        })
        .collect();
    html! {
        <div class="text">
            <CodeBlock label={file.path.clone()} language={file.language} {lines} />
            if file.lines.len() > LINES {
                <p class="cnote">
                    { format!("The first {LINES} of {}. Copy and Download give all.", count(file.lines.len(), "line", "lines")) }
                </p>
            }
        </div>
    }
}

/// Does something with a file: its place in the list finds it again.
fn with_file(
    output: &Rc<Output>,
    tool: Tool,
    at: usize,
    dispatch: &Dispatch,
    act: impl Fn(&Shown, &Dispatch) + 'static,
) -> Callback<()> {
    let (output, dispatch) = (output.clone(), dispatch.clone());
    Callback::from(move |()| {
        if let Some(file) = output.of_tool(tool).get(at) {
            act(file, &dispatch);
        }
    })
}

fn copy(output: &Rc<Output>, tool: Tool, at: usize, dispatch: &Dispatch) -> Callback<()> {
    with_file(output, tool, at, dispatch, |shown, dispatch| {
        copy_text(shown.file.path.clone(), shown.file.text(), dispatch).emit(());
    })
}

/// Copies a text and says so; `what` is what a reader calls it.
pub(super) fn copy_text(what: String, text: String, dispatch: &Dispatch) -> Callback<()> {
    let dispatch = dispatch.clone();
    Callback::from(move |()| {
        let (what, dispatch) = (what.clone(), dispatch.clone());
        let done = Callback::from(move |copied: bool| {
            dispatch.act(Action::Say(if copied {
                format!("{what} is copied.")
            } else {
                format!("The browser does not let the page copy {what}. Download it, or select its text.")
            }));
        });
        browser::copy(&text, done);
    })
}

fn download(output: &Rc<Output>, tool: Tool, at: usize, dispatch: &Dispatch) -> Callback<()> {
    with_file(output, tool, at, dispatch, |shown, dispatch| {
        // A type that no browser adds an ending for.
        let done = browser::download(shown.name(), "application/octet-stream", shown.file.text().as_bytes());
        if let Err(why) = done {
            dispatch.act(Action::Say(why));
        }
    })
}
