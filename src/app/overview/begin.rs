//! The way from an empty plan to a first gateway.

use crate::app::gateway;
use crate::app::network::add_vpc;
use crate::app::route::Page;
use crate::app::state::Dispatch;
use crate::app::ui::{Button, Go, Kind, Sym, icon};
use crate::app::view::Seen;
use crate::plan::Object;
use yew::prelude::*;

/// What is still to be done for a first gateway; nothing once there is one in a
/// VPC with a subnet.
pub(super) fn begin(view: &Seen, dispatch: &Dispatch, here: &str) -> Html {
    let plan = &view.plan;
    let subnets = plan.subnets().next().is_some();
    if !plan.gateways.is_empty() && subnets {
        return Html::default();
    }
    let first = plan.vpcs.first().map(|v| (v.key.clone(), plan.label(&Object::Vpc(v.key.clone()))));
    let vpc = {
        let (view, dispatch, here) = (view.clone(), dispatch.clone(), here.to_owned());
        Callback::from(move |()| add_vpc(&view, &dispatch, &here))
    };
    let add = {
        let (view, dispatch, here) = (view.clone(), dispatch.clone(), here.to_owned());
        Callback::from(move |()| gateway::add(&view, &dispatch, &here))
    };
    let act = |label: &'static str, onclick: Callback<()>| {
        html! { <Button kind={Kind::Third} icon={Sym::Add} {onclick}>{ label }</Button> }
    };
    let subnet = match &first {
        Some((key, label)) => html! {
            <Go to={Page::Vpc(key.clone())} class={Kind::Third.class()}>{ format!("Add subnets to {label}") }</Go>
        },
        None => html! { <span class="helper">{ "after the VPC" }</span> },
    };
    html! {
        <section class="begin" aria-labelledby="begin">
            <div class="sec-h"><h2 id="begin">{ "From here to a first gateway" }</h2></div>
            <ol class="steps">
                { step(
                    "Add a VPC",
                    "Your private network in one region, a virtual private cloud. One that exists is named by its name or id; the exports then look it up.",
                    first.is_some(), act("Add a VPC", vpc),
                ) }
                { step(
                    "Give it subnets",
                    "A range of addresses in one zone, a data centre of the region. A gateway takes an address from a subnet in each zone.",
                    subnets, subnet,
                ) }
                { step(
                    "Add a gateway",
                    "It reaches one service, under an address in each zone.",
                    !plan.gateways.is_empty(), act("Add a gateway", add),
                ) }
            </ol>
        </section>
    }
}

fn step(title: &'static str, help: &'static str, done: bool, act: Html) -> Html {
    html! {
        <li>
            <b>{ title }</b><span class="muted">{ help }</span>
            <span class="what">if done { { icon(Sym::Done) }{ " Done" } } else { { act } }</span>
        </li>
    }
}
