//! A VPC with its address prefixes and subnets.

use super::focus::use_focus;
use super::{NetworkProps, Of, details, dns, prefixes, subnet, subnets};
use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Button, Kind, MainPart, origin_tag, use_here};
use crate::app::words;
use crate::edit::Edit;
use crate::plan::{Key, Object};
use yew::prelude::*;

/// A VPC with its prefixes and subnets.
#[component]
pub(in crate::app) fn VpcPage(props: &NetworkProps) -> Html {
    let (dispatch, here, focus) = (use_dispatch(), use_here(), use_focus());
    // Which subnet is shown below the table, and the address that chose it.
    let chosen = use_mut_ref(|| (None::<AttrValue>, None::<Key>));
    let view = &props.frame.view;
    let Some(of) = Of::new(view, &props.vpc, &dispatch, &focus) else { return Html::default() };
    let selected = {
        let mut chosen = chosen.borrow_mut();
        if chosen.0 != props.frame.at {
            chosen.0.clone_from(&props.frame.at);
            if let Some(named) = props.frame.at.as_deref().and_then(|at| subnet_at(&of, at)) {
                chosen.1 = Some(named);
            }
        }
        let subnets = &of.written.wanted.subnets;
        let kept = chosen.1.as_ref().filter(|k| subnets.iter().any(|s| s.key == **k));
        kept.or(subnets.first().map(|s| &s.key)).cloned()
    };
    let label = of.label(&of.object);
    let remove = {
        let (label, object, dispatch) = (label.clone(), of.object.clone(), dispatch.clone());
        Callback::from(move |()| {
            let text = format!("The VPC {label} is removed from the plan.");
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(Edit::Remove(object.clone()), text));
            browser::go(&Route::page(&here, Page::Overview).href());
        })
    };
    html! {
        <MainPart title={format!("{label}, VPC in {}", of.label(&Object::Plan))}>
            <header class="phead">
                <h1 tabindex="-1">{ &label }</h1>
                { origin_tag(of.is_new()) }
                <span class="row push"><Button kind={Kind::Danger} onclick={remove} of={label.clone()}>{ "Remove" }</Button></span>
                <p>{ facts(&of) }</p>
            </header>
            { details::section(&of) }
            { dns::section(&of) }
            { prefixes::section(&of) }
            { subnets::section(&of, selected.as_ref()) }
            if let Some(selected) = &selected { { subnet::section(&of, selected) } }
        </MainPart>
    }
}

/// Where the VPC is and how much is in it.
fn facts(of: &Of<'_>) -> String {
    let place = match of.model.region.get() {
        Some(region) => format!("{region}, {}. 3 zones", region.place),
        None => "No region yet".to_owned(),
    };
    let subnets = words::count(of.model.subnets.len(), "subnet", "subnets");
    let gateways = words::count(of.model.gateways.len(), "endpoint gateway", "endpoint gateways");
    format!("{place}, {subnets}, {gateways}.")
}

/// The subnet of the VPC that an element's id belongs to.
fn subnet_at(of: &Of<'_>, id: &str) -> Option<Key> {
    let mut steps = id.split(['/', ':']);
    let (kind, key) = (steps.next()?, steps.next()?);
    let found = of.written.wanted.subnets.iter().find(|s| match kind {
        "subnets" => s.key.as_str() == key,
        "reserved_ips" => s.wanted.reserved_ips.iter().any(|r| r.key.as_str() == key),
        _ => false,
    });
    found.map(|s| s.key.clone())
}
