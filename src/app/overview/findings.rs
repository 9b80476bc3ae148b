//! All findings, as a table.

use super::fixes::Fixes;
use super::{more, unknown};
use crate::app::browser;
use crate::app::route::Page;
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Go, Kind, Sym, icon, rule_link};
use crate::app::view::{Seen, View};
use crate::app::words;
use crate::plan::Place;
use crate::rules::{Finding, RULES};
use yew::prelude::*;

/// Properties of [`Findings`].
#[derive(Properties, PartialEq)]
pub(super) struct FindingsProps {
    /// The plan.
    pub(super) view: Seen,
    /// How many rows are drawn.
    pub(super) rows: usize,
    /// Draws all.
    pub(super) show_all: Callback<()>,
}

/// All findings, each with its places, its source and its fix.
#[component]
pub(super) fn Findings(props: &FindingsProps) -> Html {
    let dispatch = use_dispatch();
    // The row whose fix was pressed and has gone with its finding.
    let fixed = use_mut_ref(|| None::<usize>);
    {
        let fixed = fixed.clone();
        use_effect(move || {
            if let Some(row) = fixed.borrow_mut().take() {
                browser::focus_first(&[&fix_id(row), &fix_id(row.wrapping_sub(1)), "findings"]);
            }
        });
    }
    let view = &props.view;
    let total = view.findings.len();
    let fix = |row: usize, finding: &Finding| {
        let Some(fix) = &finding.fix else { return Html::default() };
        let (dispatch, fixed) = (dispatch.clone(), fixed.clone());
        let (edit, said) = (fix.edit.clone(), format!("{}: done.", fix.title));
        let onclick = Callback::from(move |_: MouseEvent| {
            *fixed.borrow_mut() = Some(row);
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(edit.clone(), said.clone()));
        });
        html! {
            <button type="button" id={fix_id(row)} class={classes!(Kind::Third.class(), "s")} {onclick}>{ &fix.title }</button>
        }
    };
    html! {
        <section aria-labelledby="findings">
            <div class="sec-h">
                <h2 id="findings" tabindex="-1">{ "Findings" }</h2>
                if total > 1 { <span class="small muted push">{ "most serious first" }</span> }
            </div>
            if total == 0 {
                { none(view) }
            } else {
                <Fixes view={view.clone()} />
                <table class="stack findings">
                    <thead><tr>
                        <th scope="col">{ "Severity" }</th><th scope="col">{ "Finding" }</th><th scope="col">{ "Place" }</th>
                        <th scope="col">{ "Source" }</th><th scope="col">{ "Fix" }</th>
                    </tr></thead>
                    <tbody>
                        { for view.findings.iter().take(props.rows).enumerate().map(|(i, f)| row(view, f, fix(i, f))) }
                    </tbody>
                </table>
                { more(props.rows, total, "findings", &props.show_all) }
            }
        </section>
    }
}

fn fix_id(row: usize) -> String {
    format!("fix-{row}")
}

fn row(view: &View, finding: &Finding, fix: Html) -> Html {
    let severity = finding.rule.severity;
    let source = finding.rule.source;
    html! {
        <tr>
            <td class="nowrap">{ icon(Sym::of(severity)) }{ " " }{ words::severity(severity) }</td>
            <td class="break">{ finding.message() }<br /><span class="small">{ rule_link(finding.rule) }</span></td>
            <td class="break"><ul>{ for finding.places.iter().map(|p| place(view, p)) }</ul></td>
            <td class="small">
                <a href={source.url} target="_blank" rel="noreferrer">{ source.title }</a><br />
                <span class="helper">{ "as of " }{ words::date(source.date) }</span>
            </td>
            <td>{ fix }</td>
        </tr>
    }
}

fn place(view: &View, place: &Place) -> Html {
    let label = match place.label(&view.plan) {
        label if label.is_empty() => "the plan".to_owned(),
        // A plan without a name begins with the comma that would follow it.
        label => label.strip_prefix(", ").map_or(label.clone(), str::to_owned),
    };
    html! {
        <li><Go to={Page::of(&place.object, &view.plan)} at={AttrValue::from(place.path(&view.plan))}>{ label }</Go></li>
    }
}

/// No findings: what that rests on.
fn none(view: &View) -> Html {
    let unknown = unknown::items(view).len();
    html! {
        <p>
            { icon(Sym::Done) }
            { format!(" No findings. {} were checked", words::count(RULES.len(), "rule", "rules")) }
            { match unknown {
                0 => ".".to_owned(),
                1 => "; what one of them needs the plan does not say, see below.".to_owned(),
                _ => "; some of what they need the plan does not say, see below.".to_owned(),
            } }
        </p>
    }
}
