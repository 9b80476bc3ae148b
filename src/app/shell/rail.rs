//! The rail: the plan's parts.

use super::notice::SaveFile;
use super::rail_item::RailItem;
use crate::app::gateway;
use crate::app::network;
use crate::app::route::Page;
use crate::app::state::use_dispatch;
use crate::app::ui::{Kind, Sym, icon, use_here};
use crate::app::view::Seen;
use crate::app::words;
use crate::plan::{Object, Resource, Vpc};
use crate::rules::RULES;
use yew::prelude::*;

/// Properties of [`Rail`].
#[derive(Properties, PartialEq)]
pub(super) struct RailProps {
    /// The plan.
    pub(super) view: Seen,
    /// The page that is shown.
    pub(super) page: Page,
    /// DOM id of the section that has the focus.
    pub(super) step: Option<AttrValue>,
}

/// The rail.
#[component]
pub(super) fn Rail(props: &RailProps) -> Html {
    let (dispatch, here) = (use_dispatch(), use_here());
    let view = &props.view;
    let plan = &view.plan;
    let current = |page: &Page| (*page == props.page).then_some("page");
    let vpcs = plan.vpcs.iter().map(|vpc| {
        let (network, groups) = (Page::Vpc(vpc.key.clone()), Page::Groups(vpc.key.clone()));
        let acls = Page::Acls(vpc.key.clone());
        let name = plan.label(&Object::Vpc(vpc.key.clone()));
        html! {
            <>
                <RailItem to={network.clone()} label={name.clone()} counts={view.counts_on(&network)}
                    words={subnets(&vpc.wanted)} current={current(&network)}>
                    if network == props.page { { parts(view, vpc, &network) } }
                </RailItem>
                <RailItem to={groups.clone()} label={if plan.vpcs.len() == 1 { "Security groups".to_owned() } else { format!("Groups of {name}") }}
                    counts={view.counts_on(&groups)} words={vpc.wanted.security_groups.len().to_string()}
                    current={current(&groups)} />
                <RailItem to={acls.clone()} label={if plan.vpcs.len() == 1 { "Network ACLs".to_owned() } else { format!("ACLs of {name}") }}
                    counts={view.counts_on(&acls)} words={vpc.wanted.network_acls.len().to_string()}
                    current={current(&acls)} />
            </>
        }
    });
    let gateways = plan.gateways.iter().map(|g| {
        let page = Page::Gateway(g.key.clone());
        let shown = page == props.page;
        html! {
            <RailItem key={g.key.to_string()} to={page.clone()} label={plan.label(&Object::Gateway(g.key.clone()))}
                words={(!g.origin.is_new()).then_some("exists")} counts={view.counts_on(&page)} current={current(&page)}>
                if shown { { steps(props, &page) } }
            </RailItem>
        }
    });
    let add = {
        let (view, dispatch, here) = (view.clone(), dispatch.clone(), here.clone());
        Callback::from(move |_: MouseEvent| gateway::add(&view, &dispatch, &here))
    };
    html! {
        <nav class="rail" id="rail" popover="auto" aria-label="Plan">
            <ul>
                <RailItem to={Page::Overview} label="Overview" current={current(&Page::Overview)} />
                <RailItem to={Page::Overview} at="findings" label="Findings" counts={view.counts}
                    words={(view.findings.is_empty()).then_some("none")} />
                <RailItem to={Page::Rules} label="Rules" words={RULES.len().to_string()} current={current(&Page::Rules)} />
            </ul>
            <h2>{ "Network" }</h2>
            <ul>{ for vpcs }{ network::rail_end(view, &dispatch, &here) }</ul>
            <h2>{ "Gateways" }</h2>
            <ul>
                if plan.gateways.len() > 1 {
                    <RailItem to={Page::Gateways} label="All gateways" words={plan.gateways.len().to_string()} current={current(&Page::Gateways)} />
                }
                { for gateways }
                <li><button type="button" onclick={add}>{ icon(Sym::Add) }<span>{ "Add a gateway" }</span></button></li>
                <RailItem to={Page::Accounts} label="Other accounts" counts={view.counts_on(&Page::Accounts)}
                    words={words::count(plan.policies.len(), "policy", "policies")} current={current(&Page::Accounts)} />
            </ul>
            <h2>{ "Hand over" }</h2>
            <ul><RailItem to={Page::Export} label="Export" current={current(&Page::Export)} /></ul>
            <ul class="nar">
                <li><SaveFile plan={plan.clone()} kind={Kind::Ghost} /></li>
                <li><a href="#/">{ "All plans" }</a></li>
            </ul>
            { crate::app::overview::rail_foot(plan) }
        </nav>
    }
}

fn subnets(vpc: &Vpc) -> String {
    words::count(vpc.subnets.len(), "subnet", "subnets")
}

/// The subnets of the VPC that is shown.
fn parts(view: &Seen, vpc: &Resource<Vpc>, page: &Page) -> Html {
    let items = network::rail_subnets(view, vpc).into_iter().map(|(id, label, counts)| {
        html! { <RailItem key={id.clone()} to={page.clone()} at={id.clone()} {label} {counts} /> }
    });
    html! { <ul>{ for items }</ul> }
}

/// The sections of the gateway that is shown.
fn steps(props: &RailProps, page: &Page) -> Html {
    let Page::Gateway(key) = page else { return Html::default() };
    let items = gateway::steps(&props.view, key).into_iter().map(|(id, title, words, counts)| {
        let editing = props.step.as_deref() == Some(id);
        html! {
            <RailItem to={page.clone()} at={id} label={title} words={if editing { Some(AttrValue::from("editing")) } else { words }}
                {counts} current={editing.then_some("step")} />
        }
    });
    html! { <ul>{ for items }</ul> }
}
