//! VPCs with their subnets, and how full those are.

use super::more;
use crate::app::route::Page;
use crate::app::ui::{Go, origin_tag, strip};
use crate::app::view::View;
use crate::model::{Placed, Subnet, Vpc};
use yew::prelude::*;

/// A table for each VPC.
pub(super) fn tables(view: &View, rows: usize, show_all: &Callback<()>) -> Html {
    if view.model.vpcs.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="vpcs">
            <div class="sec-h"><h2 id="vpcs">{ "VPCs and subnets" }</h2></div>
            { for view.model.vpcs.iter().map(|vpc| table(view, vpc, rows, show_all)) }
        </section>
    }
}

fn table(view: &View, vpc: &Vpc, rows: usize, show_all: &Callback<()>) -> Html {
    let subnets: Vec<&Subnet> = vpc.subnets.iter().map(|s| &view.model.subnets[*s]).collect();
    let region = match vpc.region.get() {
        Some(region) => format!("{region}, {}", region.place),
        None => vpc.region.to_string(),
    };
    html! {
        <div class="vpc-of">
            <p class="row under">
                <b><Go to={Page::Vpc(vpc.key.clone())}>{ &vpc.label }</Go></b>{ origin_tag(vpc.origin.is_new()) }
                <span class="muted">{ region }</span>
            </p>
            if subnets.is_empty() {
                <p class="muted">{ "No subnets yet." }</p>
            } else {
                <div class="scroll" tabindex="0" role="region" aria-label={format!("Subnets of {}", vpc.label)}>
                <table class="stack tight subnets-of">
                    <thead><tr>
                        <th scope="col">{ "Subnet" }</th><th scope="col">{ "Zone" }</th><th scope="col">{ "CIDR" }</th>
                        <th scope="col">{ "Use" }</th><th scope="col" class="num">{ "Held" }</th><th scope="col" class="num">{ "Taken" }</th>
                        <th scope="col" class="num">{ "Planned" }</th><th scope="col" class="num">{ "Free" }</th>
                    </tr></thead>
                    <tbody>{ for subnets.iter().take(rows).map(|s| row(view, vpc, s)) }</tbody>
                </table>
                </div>
                { more(rows, subnets.len(), "subnets", show_all) }
            }
        </div>
    }
}

fn row(view: &View, vpc: &Vpc, subnet: &Subnet) -> Html {
    let c = subnet.counts();
    let known = c.total > 0;
    let number = |n: u64| if known { n.to_string() } else { "not known".to_owned() };
    let planned = match (c.planned, c.chosen) {
        (planned, 0) => planned.to_string(),
        (planned, chosen) => format!("{planned} + {chosen}"),
    };
    let cidr = if subnet.net.is_empty() { "not known".to_owned() } else { subnet.net.to_string() };
    html! {
        <tr>
            <th scope="row" class="break">
                <Go to={Page::Vpc(vpc.key.clone())} at={AttrValue::from(subnet.object().place().path(&view.plan))}>{ &subnet.label }</Go>
            </th>
            <td data-l="Zone" class="nowrap">{ subnet.zone.to_string() }</td>
            <td data-l="CIDR" class="mono">{ cidr }</td>
            <td data-l="Use">{ strip(c) }</td>
            <td data-l="Held" class="num">{ number(c.held) }</td>
            <td data-l="Taken" class="num">{ number(c.taken) }</td>
            <td data-l="Planned" class="num">{ planned }</td>
            <td data-l="Free" class="num">{ number(c.free) }</td>
        </tr>
    }
}
