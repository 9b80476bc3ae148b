//! Adding a VPC, from the rail and from elsewhere.

use super::add;
use super::subnet::inner;
use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, Dispatch};
use crate::app::ui::{Sym, icon};
use crate::app::view::{Seen, View};
use crate::edit::{Edit, New};
use crate::plan::{Field, Object, Resource, Subnet, Vpc};
use crate::rules::Counts;
use yew::prelude::*;

/// The subnets of a VPC for the rail: DOM id, name with block, findings.
pub(in crate::app) fn rail_subnets(view: &View, vpc: &Resource<Vpc>) -> Vec<(String, String, Counts)> {
    let entry = |subnet: &Resource<Subnet>| {
        let object = Object::Subnet(subnet.key.clone());
        let own = Counts::of(view.findings_of(&object));
        let inner = inner(view, &subnet.key);
        let counts = Counts {
            errors: own.errors + inner.errors,
            warnings: own.warnings + inner.warnings,
            advice: own.advice + inner.advice,
        };
        let label = format!("{} {}", view.plan.label(&object), subnet.wanted.cidr);
        (object.place().path(&view.plan), label, counts)
    };
    vpc.wanted.subnets.iter().map(entry).collect()
}

/// Adds a VPC and opens it at its name.
pub(in crate::app) fn add_vpc(view: &Seen, dispatch: &Dispatch, here: &str) {
    let vpc = add::vpc(&view.plan);
    let (page, place) = (Page::Vpc(vpc.key.clone()), Object::Vpc(vpc.key.clone()).at(Field::Name));
    dispatch.act(Action::Settle);
    dispatch.edit(Edit::Add(New::Vpc(vpc)));
    browser::go(&Route::element(here, page, &place.path(&view.plan)).href());
}

/// What stands in the rail after the VPCs.
pub(in crate::app) fn rail_end(view: &Seen, dispatch: &Dispatch, here: &AttrValue) -> Html {
    let (view, dispatch, here) = (view.clone(), dispatch.clone(), here.clone());
    let onclick = Callback::from(move |_: MouseEvent| add_vpc(&view, &dispatch, &here));
    html! { <li><button type="button" {onclick}>{ icon(Sym::Add) }<span>{ "Add a VPC" }</span></button></li> }
}
