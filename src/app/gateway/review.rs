//! The gateway in short, section by section.

use super::sections::Part;
use super::{Of, access};
use crate::app::route::Page;
use crate::app::ui::{Button, Go, Kind, counts_mark};
use crate::app::words;
use crate::catalog::Ports;
use crate::model::{Form, Target};
use crate::rules::Counts;
use yew::prelude::*;

/// The section. `another` adds another gateway.
pub(super) fn content(of: &Of<'_>, another: &Callback<()>) -> Html {
    let item = |part: Part, words: String| {
        let counts = Counts { advice: 0, ..part.counts(of.view, of.key) };
        html! {
            <>
                <dt>{ part.title() }</dt>
                <dd>{ counts_mark(counts) }{ if counts.is_clean() { "" } else { " " } }{ words }</dd>
                <dd><Go to={Page::Gateway(of.key.clone())} at={part.id()}>{ "Change" }<span class="vh">{ " " }{ part.title() }</span></Go></dd>
            </>
        }
    };
    html! {
        <>
            <dl class="kv">
                { item(Part::Service, service(of)) }
                <dt>{ "Service endpoints" }</dt>
                <dd class="break">{ endpoints(of) }</dd>
                <dd><Go to={Page::Gateway(of.key.clone())} at={Part::Service.id()}>{ "Change" }<span class="vh">{ " service endpoints" }</span></Go></dd>
                { item(Part::Details, details(of)) }
                { item(Part::Addresses, addresses(of)) }
                { item(Part::Groups, groups(of)) }
                { item(Part::Dns, of.written.wanted.dns.label().to_owned()) }
                { item(Part::Access, access::words(of)) }
            </dl>
            <p class="row gap">
                <Go to={Page::Export} class={Kind::Primary.class()}>{ "Export the plan" }</Go>
                <Button kind={Kind::Second} onclick={another.clone()}>{ "Add another gateway" }</Button>
                if !of.view.counts.is_clean() {
                    <span class="small muted">{ "You can export now; what is wrong stays marked in the files." }</span>
                }
            </p>
        </>
    }
}

/// What the gateway is, in one sentence.
pub(super) fn sentence(of: &Of<'_>) -> String {
    let vpc = of.vpc().map_or("a VPC not chosen yet", |v| v.label.as_str());
    format!("Gateway in {vpc} to {}.", reached(of).unwrap_or_else(|| "a service not chosen yet".to_owned()))
}

/// The service's name.
fn reached(of: &Of<'_>) -> Option<String> {
    match &of.model.target {
        Target::Infrastructure(service) => service.get().map(|s| s.name.to_owned()),
        Target::PrivatePath(crn) => crn.value().map(|_| "a Private Path service".to_owned()),
        Target::Cloud(crn) => match of.model.services.first() {
            Some(service) => Some(service.name.to_owned()),
            None => crn.value().map(|crn| crn.service().to_owned()),
        },
    }
}

fn service(of: &Of<'_>) -> String {
    let Some(name) = reached(of) else { return "Not chosen yet".to_owned() };
    let location = of.model.target.crn().map(|crn| crn.location().to_owned()).filter(|l| !l.is_empty());
    let ports = match of.model.services.first().map(|s| s.ports) {
        Some(Ports::Range(t, first, last)) if first == last => Some((t, first.to_string())),
        Some(Ports::Range(t, first, last)) => Some((t, format!("{first} to {last}"))),
        Some(Ports::PerInstance(t)) => Some((t, of.model.port.to_string())),
        None => None,
    };
    let ports = ports.filter(|(_, port)| !port.is_empty()).map(|(t, port)| format!("{} {port}", t.name()));
    [Some(name), location, ports].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// The names that resolve to the gateway's addresses.
fn endpoints(of: &Of<'_>) -> String {
    let names = of.model.endpoints();
    if names.is_empty() {
        return "Known after creation".to_owned();
    }
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn details(of: &Of<'_>) -> String {
    let wanted = &of.written.wanted;
    let mut parts = vec![match of.vpc() {
        Some(vpc) => format!("{} in {}", of.model.label, vpc.label),
        None => of.model.label.clone(),
    }];
    if !wanted.resource_group.is_empty() {
        parts.push(format!("resource group {}", wanted.resource_group));
    }
    let tags = wanted.tags.len() + wanted.access_tags.len();
    if tags > 0 {
        parts.push(words::count(tags, "tag", "tags"));
    }
    parts.join(", ")
}

fn addresses(of: &Of<'_>) -> String {
    let model = &of.view.model;
    let mut parts = Vec::new();
    let mut chosen = 0;
    for ix in &of.model.addresses {
        match &model.addresses[*ix].form {
            Form::None => {}
            Form::Chosen => chosen += 1,
            Form::Given(ip) => parts.push(ip.to_string()),
            Form::Existing(Some(ip)) => {
                let ip = &model.reserved_ips[*ip];
                parts.push(if ip.address.is_empty() { ip.label.clone() } else { ip.address.to_string() });
            }
            Form::Existing(None) => parts.push("a reserved IP not chosen yet".to_owned()),
        }
    }
    if chosen > 0 {
        parts.push(format!("{chosen} chosen by IBM Cloud"));
    }
    if parts.is_empty() { "None yet".to_owned() } else { parts.join(", ") }
}

fn groups(of: &Of<'_>) -> String {
    let labels: Vec<_> = of.model.groups.iter().map(|ix| of.view.model.groups[*ix].label.clone()).collect();
    if labels.is_empty() { "The VPC's default group".to_owned() } else { labels.join(", ") }
}
