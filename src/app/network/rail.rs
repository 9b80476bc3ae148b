//! Adding a VPC, from the rail and from elsewhere.

use super::add;
use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, Dispatch};
use crate::app::ui::{Sym, icon};
use crate::app::view::Seen;
use crate::edit::{Edit, New};
use crate::plan::{Field, Object};
use yew::prelude::*;

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
