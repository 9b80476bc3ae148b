//! Gateways by zone: which address each has where.

use super::more;
use crate::app::route::Page;
use crate::app::ui::{Go, Sym, icon, origin_tag};
use crate::app::view::View;
use crate::catalog::{Ports, Transport};
use crate::model::{Address, Form, Gateway, Ix, Model, Placed, Said, Target, Vpc};
use crate::rules::Severity;
use yew::prelude::*;

/// One table for each VPC that has gateways, and one for gateways in none.
pub(super) fn tables(view: &View, rows: usize, show_all: &Callback<()>) -> Html {
    let model = &view.model;
    if model.gateways.is_empty() {
        return Html::default();
    }
    let by_vpc = model.vpcs.enumerate().filter(|(_, v)| !v.gateways.is_empty()).map(|(ix, vpc)| {
        let gateways: Vec<&Gateway> = vpc.gateways.iter().map(|g| &model.gateways[*g]).collect();
        table(view, Some((ix, vpc)), &gateways, rows, show_all)
    });
    let without: Vec<&Gateway> = model.gateways.iter().filter(|g| g.vpc.is_none()).collect();
    html! {
        <section aria-labelledby="gateways">
            <div class="sec-h">
                <h2 id="gateways">{ "Gateways by zone" }</h2>
                <span class="push"><Go to={Page::Gateways}>{ "Edit all in one table" }</Go></span>
            </div>
            { for by_vpc }
            if !without.is_empty() { { table(view, None, &without, rows, show_all) } }
        </section>
    }
}

fn table(
    view: &View,
    vpc: Option<(Ix<Vpc>, &Vpc)>,
    gateways: &[&Gateway],
    rows: usize,
    show_all: &Callback<()>,
) -> Html {
    let model = &view.model;
    let zones = zones(model, vpc.map(|(_, v)| v), gateways);
    let caption = match vpc {
        Some((_, vpc)) if vpc.region.is_empty() => vpc.label.clone(),
        Some((_, vpc)) => format!("{}, {}", vpc.label, vpc.region),
        None => "In no VPC yet".to_owned(),
    };
    let row = |gateway: &&Gateway| {
        let cells = zones.iter().map(|zone| {
            let here = gateway.addresses.iter().map(|a| &model.addresses[*a]);
            let here: Vec<&Address> = here.filter(|a| a.zone.to_string() == *zone).collect();
            html! { <td data-l={zone.clone()}>{ cell(view, gateway, &here) }</td> }
        });
        html! {
            <tr>
                <th scope="row" class="break">
                    <Go to={Page::Gateway(gateway.key.clone())}>{ &gateway.label }</Go>{ " " }{ origin_tag(gateway.origin.is_new()) }
                </th>
                { for cells }
                <td data-l="Service" class="break">{ service(gateway) }</td>
            </tr>
        }
    };
    html! {
        <>
            <div class="scroll" tabindex="0" role="region" aria-label={format!("Gateways, {caption}")}>
            <table class="stack tight zones-of">
                <caption>{ &caption }</caption>
                <thead><tr>
                    <th scope="col">{ "Gateway" }</th>
                    { for zones.iter().map(|zone| html! { <th scope="col">{ zone }</th> }) }
                    <th scope="col">{ "Service" }</th>
                </tr></thead>
                <tbody>{ for gateways.iter().take(rows).map(row) }</tbody>
            </table>
            </div>
            { more(rows, gateways.len(), "gateways", show_all) }
        </>
    }
}

/// The zones of a VPC's region, then others that its gateways name.
fn zones(model: &Model, vpc: Option<&Vpc>, gateways: &[&Gateway]) -> Vec<String> {
    let region = vpc.and_then(|v| v.region.get());
    let mut zones: Vec<String> =
        region.map(|r| r.zones().map(|z| z.to_string()).to_vec()).unwrap_or_default();
    for address in gateways.iter().flat_map(|g| &g.addresses).map(|a| &model.addresses[*a]) {
        let zone = address.zone.to_string();
        if !zone.is_empty() && !zones.contains(&zone) {
            zones.push(zone);
        }
    }
    zones
}

fn cell(view: &View, gateway: &Gateway, addresses: &[&Address]) -> Html {
    if addresses.is_empty() {
        // What nobody said of an existing gateway is unknown.
        let words = if gateway.origin.is_new() { "none yet" } else { "not known" };
        return html! { <span class="muted">{ words }</span> };
    }
    let one = |address: &&Address| {
        let refused = view.findings_of(&address.object()).any(|f| f.rule.severity == Severity::Error);
        let said = match &address.form {
            Form::None => html! { <span class="muted">{ "none yet" }</span> },
            Form::Chosen => html! { { "IBM Cloud chooses" } },
            Form::Given(Said::Text(text)) if text.is_empty() => html! { { "not given yet" } },
            Form::Given(ip) => html! { <><span class="mono">{ ip.to_string() }</span>{ ", planned" }</> },
            Form::Existing(None) => html! { { "a reserved IP that is not in the plan" } },
            Form::Existing(Some(ip)) => {
                let ip = &view.model.reserved_ips[*ip];
                let words = if ip.address.is_empty() { ip.label.clone() } else { ip.address.to_string() };
                html! { <><span class="mono">{ words }</span>{ ", exists" }</> }
            }
        };
        html! {
            <span class="address">
                if refused { { icon(Sym::Error) }<span class="vh">{ "has an error: " }</span> }
                { said }
            </span>
        }
    };
    html! { <>{ for addresses.iter().map(one) }</> }
}

/// What a gateway reaches, in words, with its port.
fn service(gateway: &Gateway) -> String {
    let name = service_name(gateway);
    match port(gateway) {
        Some(port) => format!("{name}, {port}"),
        None => name,
    }
}

/// The name of what a gateway reaches.
pub(in crate::app) fn service_name(gateway: &Gateway) -> String {
    let name = match &gateway.target {
        Target::Infrastructure(Said::Value(service)) => service.name.to_owned(),
        Target::PrivatePath(_) => "Private Path service".to_owned(),
        Target::Cloud(_) | Target::Infrastructure(_) => match gateway.services.as_slice() {
            [] => gateway.target.written(),
            services => services.iter().map(|s| s.name).collect::<Vec<_>>().join(" or "),
        },
    };
    if name.is_empty() { "not chosen yet".to_owned() } else { name }
}

fn port(gateway: &Gateway) -> Option<String> {
    let usual = match &gateway.target {
        Target::Infrastructure(service) => service.get().map(|s| s.ports),
        Target::Cloud(_) | Target::PrivatePath(_) => gateway.services.first().map(|s| s.ports),
    };
    let transport = match usual {
        Some(Ports::Range(t, ..) | Ports::PerInstance(t)) => t,
        None => Transport::Tcp,
    };
    let name = transport.name();
    match (gateway.port.get(), usual) {
        (Some(port), _) => Some(format!("{name} {port}")),
        (None, Some(Ports::Range(_, first, last))) if first == last => Some(format!("{name} {first}")),
        (None, Some(Ports::Range(_, first, last))) => Some(format!("{name} {first} to {last}")),
        (None, _) => None,
    }
}
