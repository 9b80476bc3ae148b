//! The security groups of a VPC.

use super::focus::use_focus;
use super::rule_row::Typing;
use super::{NetworkProps, Of, add, group};
use crate::app::route::Page;
use crate::app::state::use_dispatch;
use crate::app::ui::{Button, Go, Kind, MainPart, Sym};
use crate::catalog::GROUPS_PER_GATEWAY;
use crate::edit::New;
use crate::plan::{Field, Object};
use std::collections::BTreeSet;
use yew::prelude::*;

/// The security groups of a VPC.
#[component]
pub(in crate::app) fn GroupsPage(props: &NetworkProps) -> Html {
    let (dispatch, focus) = (use_dispatch(), use_focus());
    let typing = Typing { rules: use_mut_ref(BTreeSet::new), redraw: use_force_update() };
    let view = &props.frame.view;
    let Some(of) = Of::new(view, &props.vpc, &dispatch, &focus) else { return Html::default() };
    let label = of.label(&of.object);
    let groups = &of.written.wanted.security_groups;
    let add_id = format!("{}/security_groups:add", of.object.clone().place().path(&view.plan));
    let new = add::group(&of);
    let first = Object::Group(new.key.clone()).at(Field::Name).path(&view.plan);
    let onclick = of.adding(New::Group(of.key.clone(), new), first);
    html! {
        <MainPart title={format!("Security groups of {label} in {}", of.label(&Object::Plan))}>
            <header class="phead">
                <h1 tabindex="-1">{ "Security groups of " }{ &label }</h1>
                <p>
                    { "A security group says which traffic is admitted; what no rule admits is dropped. Of a gateway's traffic, groups filter only what comes in to it: inbound rules count, outbound rules do nothing there. A gateway has " }
                    { GROUPS_PER_GATEWAY }{ " groups at most, and the default group of " }<Go to={Page::Vpc(of.key.clone())}>{ &label }</Go>{ " where it has none." }
                </p>
            </header>
            if groups.is_empty() { <p class="lead">{ "None yet." }</p> }
            { for (0..groups.len()).map(|i| group::section(&of, groups, i, &typing, &add_id)) }
            <p class="row gap"><Button id={add_id.clone()} kind={Kind::Third} icon={Sym::Add} {onclick}>{ "Add a security group" }</Button></p>
        </MainPart>
    }
}
