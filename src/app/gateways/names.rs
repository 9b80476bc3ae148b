//! The names that gateways answer, and from which VPCs they resolve.

use crate::app::route::Page;
use crate::app::ui::{Go, Sym, icon};
use crate::app::view::View;
use crate::app::words;
use crate::model::{Answered, Asker, Gateway, Ix, NamesOf, Resolves};
use yew::prelude::*;

/// The names of one gateway, a row for each VPC that shares DNS with its own.
pub(in crate::app) fn of_gateway(view: &View, ix: Ix<Gateway>) -> Html {
    let model = &view.model;
    let gateway = &model.gateways[ix];
    let Some(own) = gateway.vpc else { return Html::default() };
    let answered = model.answered(ix);
    let asked = answered.first().map_or(0, |a| a.from.iter().filter(|f| f.0 != Asker::OtherHub).count());
    let others = model.vpcs.len() - asked;
    let table = |a: &Answered| {
        html! {
            <>
                <p class="break">{ heading(a) }<span class="mono">{ names(a) }</span>{ wildcard(a) }</p>
                <table class="tight stack names">
                    <caption class="vh">{ "Where they resolve to " }{ &gateway.label }</caption>
                    <thead><tr><th scope="col">{ "VPC" }</th><th scope="col">{ "Resolves to it" }</th><th scope="col">{ "Why" }</th></tr></thead>
                    <tbody>{ for a.from.iter().map(|(asker, how)| html! {
                        <tr>
                            <th scope="row" class="break">{ label(view, *asker) }</th>
                            <td data-l="Resolves" class="nowrap">{ verdict(*how) }</td>
                            <td data-l="Why">{ why(*how) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </>
        }
    };
    html! {
        <div class="gap">
            <h3>{ "Names it will answer" }</h3>
            { for answered.iter().map(table) }
            if others > 0 {
                <p class="helper gap">{ format!(
                    "{} of the plan {} no DNS with {}, and {} there.",
                    words::count(others, "other VPC", "other VPCs"),
                    if others == 1 { "shares" } else { "share" },
                    model.vpcs[own].label,
                    "the names resolve to what they do without this gateway",
                ) }</p>
            }
        </div>
    }
}

/// A row for each of the gateways at these positions of the plan.
pub(super) fn table(view: &View, gateways: &[usize]) -> Html {
    let all: Vec<Ix<Gateway>> = view.model.gateways.indexes().collect();
    let row = |ix: &Ix<Gateway>| {
        let gateway = &view.model.gateways[*ix];
        let answered = view.model.answered(*ix);
        let one = |a: &Answered| html! { <div>{ heading(a) }<span class="mono">{ names(a) }</span></div> };
        let from = |a: &Answered| {
            let each = alike(view, a).into_iter().map(|(how, labels)| {
                html! { <li>{ verdict(how) }{ " " }<b>{ labels.join(", ") }</b>{ ": " }{ why(how) }</li> }
            });
            html! { <ul>{ for each }</ul> }
        };
        html! {
            <tr key={gateway.key.to_string()}>
                <th scope="row" class="break"><Go to={Page::Gateway(gateway.key.clone())} at="names">{ &gateway.label }</Go></th>
                <td data-l="Names" class="break">{ for answered.iter().map(one) }</td>
                <td data-l="From">if answered.is_empty() { { "in no VPC yet" } }{ for answered.iter().map(from) }</td>
            </tr>
        }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="Names that gateways answer">
        <table class="stack tight names">
            <thead><tr><th scope="col">{ "Gateway" }</th><th scope="col">{ "Names" }</th><th scope="col">{ "From which VPCs they resolve to it" }</th></tr></thead>
            <tbody>{ for gateways.iter().filter_map(|at| all.get(*at)).map(row) }</tbody>
        </table>
        </div>
    }
}

/// The VPCs of an answer by what holds for them, in the order of the first of each.
fn alike(view: &View, a: &Answered) -> Vec<(Resolves, Vec<String>)> {
    let mut groups: Vec<(Resolves, Vec<String>)> = Vec::new();
    for (asker, how) in &a.from {
        let label = label(view, *asker);
        match groups.iter_mut().find(|(of, _)| of == how) {
            Some((_, labels)) => labels.push(label),
            None => groups.push((*how, vec![label])),
        }
    }
    groups
}

fn heading(a: &Answered) -> &'static str {
    match a.of {
        NamesOf::Service => "",
        NamesOf::Resources => "Bound buckets: ",
    }
}

fn names(a: &Answered) -> String {
    if a.names.is_empty() {
        return "known after creation".to_owned();
    }
    a.names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// What a star in front of a name says.
fn wildcard(a: &Answered) -> &'static str {
    let wild = a.names.iter().any(|name| name.value().is_some_and(|n| n.wildcard().is_some()));
    if wild { " (a star stands for every name below)" } else { "" }
}

fn label(view: &View, asker: Asker) -> String {
    match asker {
        Asker::Vpc(vpc) => view.model.vpcs[vpc].label.clone(),
        Asker::OtherHub => "the hub, which is no VPC of the plan".to_owned(),
    }
}

fn verdict(how: Resolves) -> Html {
    match how.verdict() {
        Some(true) => html! { <>{ icon(Sym::Done) }{ " Yes" }</> },
        Some(false) => html! { { "No" } },
        None => html! { <>{ icon(Sym::Advice) }{ " Not sure" }</> },
    }
}

fn why(how: Resolves) -> &'static str {
    match how {
        Resolves::Here => "the gateway is in it",
        Resolves::Shared => "the hub, with which the gateway is shared",
        Resolves::ByHub => "the hub's resolver answers here and knows the gateway",
        Resolves::BoundOnly => {
            "bound to the hub, whose resolver IBM calls essential, but queries are not delegated to it"
        }
        Resolves::Unsaid => {
            "no page of IBM's says that this mode answers for the whole service without a hub"
        }
        Resolves::NoAddress => "the gateway has no address yet",
        Resolves::NotShared => "the mode Disabled keeps the gateway from the hub, which is asked",
        Resolves::HubAnswers => "this mode answers for bound buckets only, the hub's gateway for the service",
    }
}
