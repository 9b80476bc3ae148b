//! The network ACLs of a VPC.

use super::focus::use_focus;
use super::{NetworkProps, Of, acl, add};
use crate::app::route::Page;
use crate::app::state::use_dispatch;
use crate::app::ui::{Button, Go, Kind, MainPart, Sym};
use crate::edit::New;
use crate::plan::{Field, Object};
use yew::prelude::*;

/// The network ACLs of a VPC.
#[component]
pub(in crate::app) fn AclsPage(props: &NetworkProps) -> Html {
    let (dispatch, focus) = (use_dispatch(), use_focus());
    let view = &props.frame.view;
    let Some(of) = Of::new(view, &props.vpc, &dispatch, &focus) else { return Html::default() };
    let label = of.label(&of.object);
    let acls = &of.written.wanted.network_acls;
    let add_id = format!("{}/network_acls:add", of.object.clone().place().path(&view.plan));
    let new = add::acl(&of);
    let first = Object::Acl(new.key.clone()).at(Field::Name).path(&view.plan);
    let onclick = of.adding(New::Acl(of.key.clone(), new), first);
    html! {
        <MainPart title={format!("Network ACLs of {label} in {}", of.label(&Object::Plan))}>
            <header class="phead">
                <h1 tabindex="-1">{ "Network ACLs of " }{ &label }</h1>
                <p>
                    { "A network ACL (access control list) filters what comes in to its subnets and what goes out of them. Its rules are tried in their order: the first that fits decides, and what fits none is denied. It remembers no connections: the answers of a service go out from its port to high ports of the client, and need a rule, too. A subnet of " }
                    <Go to={Page::Vpc(of.key.clone())}>{ &label }</Go>{ " has exactly one ACL, the VPC's default one where none is chosen; that of a new VPC allows everything." }
                </p>
            </header>
            if acls.is_empty() { <p class="lead">{ "None yet." }</p> }
            { for (0..acls.len()).map(|i| acl::section(&of, acls, i, &add_id)) }
            <p class="row gap"><Button id={add_id.clone()} kind={Kind::Third} icon={Sym::Add} {onclick}>{ "Add a network ACL" }</Button></p>
        </MainPart>
    }
}
