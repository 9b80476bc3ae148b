//! The export page: the files, to copy and to download.

mod adopt;
mod alone;
mod archive;
mod files;
mod output;
mod rights;
#[cfg(test)]
mod tests;
mod tools;

use super::browser;
use super::route::Page;
use super::shell::Frame;
use super::state::{Action, Dispatch, use_dispatch};
use super::ui::{Button, Go, Kind, MainPart, Sym, Tab, Tabs, icon};
use super::view::Seen;
use super::words;
use crate::export::Tool;
use adopt::Adopt;
use alone::Alone;
use files::FileList;
use output::Output;
use std::rc::Rc;
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
    let dispatch = use_dispatch();
    let tool = use_state_eq(|| Tool::Cli);
    let view = &props.frame.view;
    let output = use_memo(view.clone(), |view| Rc::new(Output::of(view)));
    let onchoose = {
        let tool = tool.setter();
        Callback::from(move |id: AttrValue| {
            if let Some(chosen) = Tool::ALL.into_iter().find(|t| t.folder() == &*id) {
                tool.set(chosen);
            }
        })
    };
    let tabs: Vec<Tab> =
        Tool::ALL.map(|t| Tab { id: t.folder().into(), label: tools::title(t).into() }).to_vec();
    html! {
        <MainPart title={format!("Export of {}", words::plan_name(&view.plan.name))} class="export">
            <header class="phead">
                <h1 tabindex="-1">{ "Export" }</h1>
                if !output.is_empty() {
                    <span class="row push"><Button kind={Kind::Primary} icon={Sym::Save} onclick={download_all(view, &output, &dispatch)}>
                        { "Download all as one zip" }
                    </Button></span>
                }
                <p>{ "The same plan in three spellings. One of them is enough: each creates everything that is planned, in order, and looks up what exists. Do not run a script and Terraform for the same plan: Terraform does not know what a script has made, and would try to make it again." }</p>
            </header>
            { errors(view) }
            { left_out(&output) }
            if output.is_empty() {
                { nothing() }
            } else {
                <Tabs name="export" label="Export" {tabs} chosen={tool.folder()} {onchoose} />
                <div role="tabpanel" id="export-panel" class="take" aria-labelledby={format!("export-{}", tool.folder())} tabindex="0">
                    { tools::about(*tool, view, &output) }
                    { rights::tables(*tool, view) }
                    <FileList key={tool.folder()} tool={*tool} output={(*output).clone()} />
                    <Alone view={view.clone()} tool={*tool} />
                    <Adopt view={view.clone()} />
                </div>
            }
        </MainPart>
    }
}

/// Open errors do not stop an export; that they are there is said.
fn errors(view: &Seen) -> Html {
    let n = view.counts.errors;
    if n == 0 {
        return Html::default();
    }
    let (what, they) =
        if n == 1 { ("1 error is open".to_owned(), "it") } else { (format!("{n} errors are open"), "them") };
    html! {
        <div class="find err line">
            { icon(Sym::Error) }
            <p><b>{ what }{ "." }</b>{ format!(" IBM Cloud would refuse what these files say there. Each file lists {they} at its head, and the lines are marked.") }</p>
            <Go to={Page::Overview} at="findings">{ "See the findings" }</Go>
        </div>
    }
}

fn left_out(output: &Output) -> Html {
    if output.left_out.is_empty() {
        return Html::default();
    }
    html! {
        <div class="find warn">
            { icon(Sym::Warning) }
            <div><b>{ "Not exported" }</b><ul>{ for output.left_out.iter().map(|sentence| html! { <li>{ sentence }</li> }) }</ul></div>
        </div>
    }
}

/// A plan with nothing in it yet.
fn nothing() -> Html {
    html! {
        <p>
            { "There is nothing to export yet: the plan has no VPC in a region. " }
            <Go to={Page::Overview}>{ "Go to the overview" }</Go>{ ", which says how to begin." }
        </p>
    }
}

fn download_all(view: &Seen, output: &Rc<Output>, dispatch: &Dispatch) -> Callback<()> {
    let (name, output, dispatch) = (view.plan.name.clone(), output.clone(), dispatch.clone());
    Callback::from(move |()| {
        let done = archive::zip(&words::file_stem(&name), output.files())
            .and_then(|bytes| browser::download(&words::file_name(&name, "zip"), "application/zip", &bytes));
        if let Err(why) = done {
            dispatch.act(Action::Say(why));
        }
    })
}
