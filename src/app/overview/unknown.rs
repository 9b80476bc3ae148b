//! What the plan does not say, so that it could not be checked.

use crate::app::route::Page;
use crate::app::ui::Go;
use crate::app::view::View;
use crate::app::words::count;
use crate::model::{Model, Placed, Said};
use crate::plan::{Field, Object, Place};
use yew::prelude::*;

/// Something that is not known of some objects.
#[derive(Debug, PartialEq)]
pub(super) struct Unknown {
    /// What, of how many.
    what: String,
    /// What follows.
    so: &'static str,
    /// Where it can be said.
    places: Vec<Place>,
}

/// Places that are named, at most: the rest are counted.
const NAMED: usize = 5;

/// What could not be checked; nothing where all is known.
pub(super) fn unknown(view: &View) -> Html {
    let items = items(view);
    if items.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="unknown">
            <div class="sec-h"><h2 id="unknown">{ "Not checked" }</h2><span class="small muted push">{ "what the plan does not say is unknown, not empty" }</span></div>
            <ul class="unknown">{ for items.iter().map(|item| line(view, item)) }</ul>
        </section>
    }
}

fn line(view: &View, item: &Unknown) -> Html {
    let more = item.places.len().saturating_sub(NAMED);
    html! {
        <li>
            <b>{ &item.what }</b><span>{ item.so }</span>
            <span class="small">
                { for item.places.iter().take(NAMED).map(|place| html! {
                    <Go to={Page::of(&place.object, &view.plan)} at={AttrValue::from(place.path(&view.plan))}>{ label(view, place) }</Go>
                }) }
                if more > 0 { <span class="muted">{ format!("and {more} more") }</span> }
            </span>
        </li>
    }
}

fn label(view: &View, place: &Place) -> String {
    match place.object {
        Object::Plan => "Plan settings".to_owned(),
        ref object => view.plan.label(object),
    }
}

/// What could not be checked, the widest first.
pub(super) fn items(view: &View) -> Vec<Unknown> {
    let model = &view.model;
    if model.vpcs.is_empty() && model.gateways.is_empty() {
        return Vec::new();
    }
    let mut items = Vec::new();
    let mut note = |one: &str, many: &str, so: &'static str, places: Vec<Place>| {
        if !places.is_empty() {
            items.push(Unknown { what: count(places.len(), one, many), so, places });
        }
    };
    note(
        "existing VPC without its address prefixes",
        "existing VPCs without their address prefixes",
        "Whether subnets lie inside the prefix of their zone is not known.",
        places(model.vpcs.iter().filter(|v| !v.prefixes_known), Field::Name),
    );
    note(
        "existing subnet without its CIDR",
        "existing subnets without their CIDR",
        "Whether an address lies inside it, and how many are free, is not known.",
        places(model.subnets.iter().filter(|s| !s.origin.is_new() && s.net.is_empty()), Field::Cidr),
    );
    note(
        "existing subnet without its taken addresses",
        "existing subnets without their taken addresses",
        "An address that looks free may be used by something else.",
        places(
            model.subnets.iter().filter(|s| {
                !s.origin.is_new() && !s.net.is_empty() && s.taken.is_empty() && s.reserved_ips.is_empty()
            }),
            Field::Cidr,
        ),
    );
    note(
        "existing security group",
        "existing security groups",
        "It may have rules that the plan does not list; they only ever admit more.",
        places(model.groups.iter().filter(|g| !g.origin.is_new()), Field::Name),
    );
    note(
        "gateway with the default security group of an existing VPC",
        "gateways with the default security group of an existing VPC",
        "Which traffic that group admits is not known.",
        places(default_groups(model), Field::SecurityGroups),
    );
    note(
        "existing gateway without its service",
        "existing gateways without their service",
        "Whether another gateway reaches the same service is not known.",
        places(
            model.gateways.iter().filter(|g| !g.origin.is_new() && g.target.written().is_empty()),
            Field::Crn,
        ),
    );
    if matches!(&model.account, Said::Text(text) if text.is_empty()) {
        items.push(Unknown {
            what: "The account".to_owned(),
            so: "The plan does not say which account it is for, so the exports do not compare it with the one that runs them.",
            places: vec![Object::Plan.at(Field::Account)],
        });
    }
    items
}

fn places<'m, T: Placed + 'm>(of: impl Iterator<Item = &'m T>, field: Field) -> Vec<Place> {
    of.map(|object| object.at(field)).collect()
}

/// Gateways that get the default group of a VPC whose groups nobody described.
fn default_groups(model: &Model) -> impl Iterator<Item = &crate::model::Gateway> {
    model.gateways.iter().filter(|g| {
        g.origin.is_new() && g.groups.is_empty() && g.vpc.is_some_and(|v| !model.vpcs[v].origin.is_new())
    })
}
