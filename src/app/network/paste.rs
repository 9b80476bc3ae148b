//! Adding rows that were copied from a spreadsheet or a terminal.

use super::focus::Focus;
use super::paste_preview::{Preview, first_field, preview};
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Button, Kind, Sym, icon};
use crate::app::view::Seen;
use crate::app::words;
use crate::import::{MAX_PASTE_BYTES, MAX_PASTE_ROWS};
use crate::model::Said;
use crate::plan::{Key, Object, OriginKind};
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// What rows are added to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Rows {
    /// Subnets of this VPC.
    Subnets(Key),
    /// Taken addresses of this subnet.
    Taken(Key),
}

impl Rows {
    fn object(&self) -> Object {
        match self {
            Self::Subnets(key) => Object::Vpc(key.clone()),
            Self::Taken(key) => Object::Subnet(key.clone()),
        }
    }
}

/// Properties of [`Paste`].
#[derive(Properties, PartialEq)]
pub(super) struct PasteProps {
    /// The plan.
    pub(super) view: Seen,
    /// What rows are added to.
    pub(super) rows: Rows,
    /// Gets the focus for the first row that was added.
    pub(super) focus: Focus,
}

/// A field for rows, with what they come to. Nothing is added before the button
/// is pressed; then it is one step.
#[component]
pub(super) fn Paste(props: &PasteProps) -> Html {
    let dispatch = use_dispatch();
    let text = use_state_eq(AttrValue::default);
    let chosen = use_state_eq(|| None::<OriginKind>);
    let (view, into) = (&props.view, &props.rows);
    let id = format!("{}/paste", into.object().place().path(&view.plan));
    let name = view.plan.label(&into.object());

    let read =
        use_memo((view.clone(), into.clone(), (*text).clone(), *chosen), |(view, into, text, chosen)| {
            let presumed = presumed(view, into);
            let read = preview(view, into, text, chosen.unwrap_or(presumed))?;
            // An id says that the subnet exists, whatever the VPC does.
            let kind = chosen.unwrap_or(if read.has_ids { OriginKind::Existing } else { presumed });
            let read = if kind == presumed { read } else { preview(view, into, text, kind)? };
            Ok::<_, String>((read, kind))
        });
    let oninput = {
        let text = text.setter();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            text.set(area.value().into());
        })
    };
    let add = |read: &Preview| {
        let (text, view, focus) = (text.setter(), view.clone(), props.focus.clone());
        let (edit, what) = (read.edit.clone(), format!("{} added.", read.added));
        Callback::from(move |()| {
            let Some(edit) = edit.clone() else { return };
            if let Some(first) = first_field(&view, &edit) {
                focus.next(first);
            }
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(edit, what.clone()));
            text.set(AttrValue::default());
        })
    };
    let (title, label) = match into {
        Rows::Subnets(_) => ("Paste subnets", format!("Rows of subnets of {name}")),
        Rows::Taken(_) => ("Paste taken addresses", format!("Rows of taken addresses of {name}")),
    };
    let shown = match &*read {
        _ if text.is_empty() => Html::default(),
        Err(why) => html! { <p class="refused" role="alert">{ icon(Sym::Error) }{ " " }{ why }</p> },
        Ok((read, kind)) => html! {
            <>
                <p role="status">{ &read.sentence }</p>
                if matches!(into, Rows::Subnets(_)) { { kinds(&id, *kind, &chosen) } }
                { table(read, &name) }
                <p class="row gap">
                    <Button kind={Kind::Third} onclick={add(read)} off={read.edit.is_none().then_some("No row can be added.")}>
                        { "Add " }{ &read.added }
                    </Button>
                </p>
            </>
        },
    };
    html! {
        <details class="paste">
            <summary>{ icon(Sym::Chevron) }{ title }</summary>
            <div class="field">
                <label for={id.clone()}>{ label }</label>
                <textarea id={id.clone()} class="mono" rows="6" spellcheck="false" autocomplete="off" wrap="off"
                    aria-describedby={format!("{id}:help")} value={(*text).clone()} {oninput} />
                <span class="helper" id={format!("{id}:help")}>{ help(view, into) }</span>
            </div>
            { shown }
        </details>
    }
}

/// Whether pasted subnets exist, as long as nobody has said: as their VPC does.
fn presumed(view: &Seen, into: &Rows) -> OriginKind {
    match into {
        Rows::Subnets(key) => view.plan.vpc(key).map(|v| v.origin.kind).unwrap_or_default(),
        Rows::Taken(_) => OriginKind::New,
    }
}

/// What can be pasted, with the command that prints it.
fn help(view: &Seen, into: &Rows) -> Html {
    let (command, columns) = match into {
        Rows::Subnets(key) => {
            let vpc = view.model.vpcs.iter().find(|v| v.key == *key);
            let named = vpc.and_then(|v| known(v.origin.id(), &v.name));
            let within = named.map(|n| format!(" --vpc {n}")).unwrap_or_default();
            (format!("ibmcloud is subnets{within} --all-resource-groups"), "name, zone, CIDR and ID")
        }
        Rows::Taken(key) => {
            let subnet = view.model.subnets.iter().find(|s| s.key == *key);
            let vpc = subnet.map(|s| &view.model.vpcs[s.vpc]);
            let named =
                subnet.and_then(|s| known(s.origin.id(), &s.name)).unwrap_or_else(|| "SUBNET".to_owned());
            let within = vpc.and_then(|v| known(v.origin.id(), &v.name)).map(|n| format!(" --vpc {n}"));
            (
                format!("ibmcloud is subnet-reserved-ips {named}{}", within.unwrap_or_default()),
                "address and name",
            )
        }
    };
    html! {
        <>
            { "Rows of a spreadsheet, or what " }<code class="break">{ command }</code>{ " prints. Columns (" }{ columns }
            { ") are known by their headings, in any order, or by their look. Up to " }
            { MAX_PASTE_BYTES >> 10 }{ " kB and " }{ words::number(MAX_PASTE_ROWS) }{ " rows at a time." }
        </>
    }
}

/// The id or name of something as a command takes it, where it is known.
fn known(id: Option<&crate::model::Id>, name: &Said<crate::model::Name>) -> Option<String> {
    id.map(ToString::to_string).or_else(|| name.value().map(ToString::to_string))
}

/// Whether the pasted subnets exist.
fn kinds(id: &str, kind: OriginKind, chosen: &UseStateHandle<Option<OriginKind>>) -> Html {
    let option = |label: &'static str, to: OriginKind| {
        let chosen = chosen.setter();
        let onchange = Callback::from(move |_: Event| chosen.set(Some(to)));
        html! {
            <label class="opt"><input type="radio" name={format!("{id}:kind")} checked={kind == to} {onchange} /><span>{ label }</span></label>
        }
    };
    html! {
        <fieldset class="row"><legend class="vh">{ "The pasted subnets" }</legend>
            { option("They exist", OriginKind::Existing) }{ option("The exports create them", OriginKind::New) }
        </fieldset>
    }
}

fn table(read: &Preview, name: &str) -> Html {
    if read.rows.is_empty() {
        return Html::default();
    }
    html! {
        <div class="scroll preview" tabindex="0" role="region" aria-label={format!("Pasted rows for {name}")}>
            <table class="tight">
                <thead><tr>
                    <th scope="col" class="num">{ "Line" }</th>
                    { for read.columns.iter().map(|c| html! { <th scope="col">{ *c }</th> }) }
                    <th scope="col">{ "What happens" }</th>
                </tr></thead>
                <tbody>
                    { for read.rows.iter().map(|(line, cells, skip)| html! {
                        <tr class={skip.is_some().then_some("muted")}>
                            <td class="num">{ line }</td>
                            { for cells.iter().map(|cell| html! { <td class="break">{ cell }</td> }) }
                            <td>{ match skip {
                                Some(why) => format!("left out: {why}"),
                                None => "is added".to_owned(),
                            } }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}
