//! Counts in a row.

use crate::app::route::Page;
use crate::app::ui::{Go, counts_mark};
use crate::app::view::View;
use crate::app::words::count;
use crate::model::Form;
use std::collections::BTreeSet;
use yew::prelude::*;

/// How much there is in the plan.
pub(super) fn facts(view: &View) -> Html {
    let model = &view.model;
    let addresses = model.addresses.iter().filter(|a| a.form != Form::None);
    let bound = addresses.clone().filter(|a| matches!(a.form, Form::Existing(_))).count();
    let zones: BTreeSet<String> =
        model.subnets.iter().map(|s| s.zone.to_string()).filter(|z| !z.is_empty()).collect();
    let existing = |origins: &mut dyn Iterator<Item = bool>| origins.filter(|new| !new).count();
    let gateways = existing(&mut model.gateways.iter().map(|g| g.origin.is_new()));
    let groups = existing(&mut model.groups.iter().map(|g| g.origin.is_new()));
    html! {
        <dl class="facts">
            <div>
                <dt>{ "findings" }</dt>
                <dd><Go to={Page::Overview} at="findings">
                    if view.findings.is_empty() { { "none" } } else { { counts_mark(view.counts) } }
                    <span class="vh">{ ", go to the list" }</span>
                </Go></dd>
            </div>
            { fact(model.gateways.len(), "gateway", "gateways", gateways) }
            { fact(addresses.count(), "address", "addresses", bound) }
            { fact(model.groups.len(), "security group", "security groups", groups) }
            <div>
                <dt>{ if model.subnets.len() == 1 { "subnet in " } else { "subnets in " } }{ count(zones.len(), "zone", "zones") }</dt>
                <dd>{ model.subnets.len() }</dd>
            </div>
        </dl>
    }
}

fn fact(n: usize, one: &'static str, many: &'static str, exist: usize) -> Html {
    let noun = if n == 1 { one } else { many };
    let state = match (n, exist) {
        (0, _) => "",
        (_, 0) => ", planned",
        (n, e) if n == e => {
            if n == 1 {
                ", exists"
            } else {
                ", all exist"
            }
        }
        (_, 1) => ", 1 exists",
        _ => "",
    };
    let some = if state.is_empty() && n > 0 { format!(", {exist} exist") } else { String::new() };
    html! { <div><dt>{ noun }{ state }{ some }</dt><dd>{ n }</dd></div> }
}
