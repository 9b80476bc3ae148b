//! The addresses of a subnet that are not free, with what uses them.

use super::subnet::OfSubnet;
use crate::app::route::Page;
use crate::app::ui::{Go, Sym, icon};
use crate::app::words;
use crate::model::{By, Model, Span, Subnet};
use std::collections::BTreeSet;
use std::net::Ipv4Addr;
use yew::prelude::*;

/// Rows that are shown at most.
const SHOWN: usize = 500;

/// Addresses with the same uses.
#[derive(Debug, PartialEq, Eq)]
struct Stretch {
    span: Span,
    by: Vec<By>,
}

/// Cuts a subnet's addresses wherever a use begins or ends, and keeps what has
/// one, in order; `limit` at most.
fn stretches(subnet: &Subnet, limit: usize) -> Vec<Stretch> {
    let Some(whole) = subnet.net.get().map(Span::from) else { return Vec::new() };
    let mut cuts = BTreeSet::new();
    let inside = |span: Span| Span { first: span.first.max(whole.first), last: span.last.min(whole.last) };
    for occupant in subnet.occupants.iter().filter(|o| o.span.overlaps(whole)) {
        let span = inside(occupant.span);
        cuts.insert(u64::from(u32::from(span.first)));
        cuts.insert(u64::from(u32::from(span.last)) + 1);
    }
    let cuts: Vec<u64> = cuts.into_iter().collect();
    // Each cut is at most one more than the last address there is.
    let address = |n: u64| Ipv4Addr::from(u32::try_from(n).unwrap_or(u32::MAX));
    let pairs = cuts.windows(2).map(|pair| Span { first: address(pair[0]), last: address(pair[1] - 1) });
    let used = pairs.filter_map(|span| {
        let by: Vec<By> = subnet.uses(span.first).map(|o| o.by).collect();
        (!by.is_empty()).then_some(Stretch { span, by })
    });
    used.take(limit).collect()
}

/// The table.
pub(super) fn table(subnet: &OfSubnet<'_>) -> Html {
    let model = &subnet.of.view.model;
    let found = stretches(subnet.model, SHOWN + 1);
    if found.is_empty() {
        return Html::default();
    }
    let chosen: Vec<String> = subnet
        .model
        .chosen
        .iter()
        .map(|&ix| model.gateways[model.addresses[ix].gateway].label.clone())
        .collect();
    let name = &subnet.name;
    html! {
        <>
            <h3 class="over" id={format!("{}/use", subnet.id)}>{ "Addresses of " }{ name }{ " that are not free" }</h3>
            <table class="tight duo" aria-labelledby={format!("{}/use", subnet.id)}>
                <thead><tr>
                    <th scope="col">{ "Address" }</th><th scope="col">{ "State" }</th>
                    <th scope="col">{ "Held by" }</th><th scope="col">{ "Kind" }</th>
                </tr></thead>
                <tbody>{ for found.iter().take(SHOWN).map(|stretch| row(model, subnet.model, stretch)) }</tbody>
            </table>
            if found.len() > SHOWN { <p class="helper under">{ format!("Only the first {SHOWN} are listed.") }</p> }
            if !chosen.is_empty() {
                <p class="helper under">
                    { words::count(chosen.len(), "more address", "more addresses") }{ " will be chosen by IBM Cloud, for " }
                    { words::list(&chosen) }{ "." }
                </p>
            }
        </>
    }
}

fn row(model: &Model, subnet: &Subnet, stretch: &Stretch) -> Html {
    let addresses = written(stretch.span);
    html! {
        <tr key={addresses.clone()}>
            <th scope="row" class="mono">{ addresses }</th>
            <td>{ state(&stretch.by) }</td>
            <td>{ for stretch.by.iter().enumerate().map(|(i, by)| html! { <>if i > 0 { { ", " } }{ holder(model, subnet, *by) }</> }) }</td>
            <td class="muted small">{ kinds(model, subnet, stretch) }</td>
        </tr>
    }
}

/// The addresses as in `10.240.8.0 to 3`: the parts that change.
fn written(span: Span) -> String {
    let (first, last) = (span.first.octets(), span.last.octets());
    if first == last {
        span.first.to_string()
    } else if first[..3] == last[..3] {
        format!("{} to {}", span.first, last[3])
    } else {
        format!("{} to {}", span.first, span.last)
    }
}

/// What the uses come to, with the mark of it.
fn state(by: &[By]) -> Html {
    match by {
        [By::Provider] => html! { <span class="tag held">{ "Held" }</span> },
        [By::Address(_)] => html! { <span class="tag plan">{ "Planned" }</span> },
        _ if !by.iter().any(|b| matches!(b, By::Address(_))) => {
            html! { <span class="tag">{ "Taken" }</span> }
        }
        _ => html! { <span class="cnt">{ icon(Sym::Error) }{ clash(by) }</span> },
    }
}

/// A clash in words.
fn clash(by: &[By]) -> String {
    let planned = by.iter().filter(|b| matches!(b, By::Address(_))).count();
    let other = if by.contains(&By::Provider) {
        Some("Held")
    } else if planned < by.len() {
        Some("Taken")
    } else {
        None
    };
    let planned = match planned {
        1 => "planned".to_owned(),
        2 => "planned twice".to_owned(),
        n => format!("planned {n} times"),
    };
    match other {
        Some(other) => format!("{other} and {planned}"),
        None => format!("P{}", &planned[1..]),
    }
}

fn holder(model: &Model, subnet: &Subnet, by: By) -> Html {
    match by {
        By::Provider => html! { { "IBM Cloud" } },
        By::Taken(i) => {
            let holder = subnet.taken.get(i).map(|(_, holder)| holder.clone()).unwrap_or_default();
            if holder.is_empty() {
                html! { <span class="muted">{ "not said" }</span> }
            } else {
                html! { { holder } }
            }
        }
        By::ReservedIp(ix) => html! { { model.reserved_ips[ix].label.clone() } },
        By::Address(ix) => {
            let gateway = &model.gateways[model.addresses[ix].gateway];
            html! { <Go to={Page::Gateway(gateway.key.clone())}>{ gateway.label.clone() }</Go> }
        }
    }
}

fn kinds(model: &Model, subnet: &Subnet, stretch: &Stretch) -> String {
    let first = subnet.net.get().map(|net| net.network());
    let mut kinds: Vec<String> = Vec::new();
    for by in &stretch.by {
        let kind = match by {
            By::Provider if first == Some(stretch.span.first) => "first four of any subnet",
            By::Provider => "last of any subnet",
            By::Taken(_) => "taken addresses",
            By::ReservedIp(ix) if is_bound(model, *ix) => "reserved IP, bound in this plan",
            By::ReservedIp(_) => "reserved IP",
            By::Address(_) => "planned gateway",
        };
        if !kinds.iter().any(|k| k == kind) {
            kinds.push(kind.to_owned());
        }
    }
    kinds.join(", ")
}

fn is_bound(model: &Model, ip: crate::model::Ix<crate::model::ReservedIp>) -> bool {
    model.addresses.iter().any(|a| a.form == crate::model::Form::Existing(Some(ip)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::network::testing::{after, seen};
    use crate::app::testing::{clashing, key};
    use crate::edit::{Edit, New};
    use crate::plan::{Field, Object, Plan, ReservedIp, Taken};

    /// Each stretch of vpe-1 as `addresses: how many uses`.
    fn told(plan: &Plan) -> Vec<String> {
        let view = seen(plan);
        let subnet = view.model.subnets.iter().find(|s| s.key == key("vpe-1")).unwrap();
        let told = |s: &Stretch| format!("{}: {}", written(s.span), s.by.len());
        stretches(subnet, 100).iter().map(told).collect()
    }

    fn taken(addresses: &str) -> Edit {
        Edit::Add(New::Taken(key("vpe-1"), Taken { addresses: addresses.into(), holder: String::new() }))
    }

    #[test]
    fn stretches_end_where_a_use_does() {
        let ip = ReservedIp { key: key("r"), address: "10.240.8.20".into(), ..ReservedIp::default() };
        let plan = after(
            &clashing(),
            [
                taken("10.240.8.4"),
                taken("10.240.8.18-10.240.8.22"),
                taken("10.240.8.62-10.240.9.9"),
                taken("10.9.0.0/16"),
                Edit::Add(New::ReservedIp(key("vpe-1"), ip)),
            ],
        );
        assert_eq!(
            told(&plan),
            [
                "10.240.8.0 to 3: 1",
                "10.240.8.4: 3",
                "10.240.8.18 to 19: 1",
                "10.240.8.20: 2",
                "10.240.8.21 to 22: 1",
                "10.240.8.62: 1",
                "10.240.8.63: 2",
            ]
        );
        let top =
            after(&clashing(), [Edit::text(Object::Subnet(key("vpe-1")), Field::Cidr, "255.255.255.192/26")]);
        assert_eq!(told(&top), ["255.255.255.192 to 195: 1", "255.255.255.255: 1"]);
        let none = after(&clashing(), [Edit::text(Object::Subnet(key("vpe-1")), Field::Cidr, "nonsense")]);
        assert_eq!(told(&none), [""; 0]);
    }

    #[test]
    fn clashes_are_told_in_words() {
        let view = seen(&clashing());
        let ix = view.model.addresses.indexes().next().unwrap();
        for (by, expected) in [
            (&[By::Address(ix), By::Address(ix)][..], "Planned twice"),
            (&[By::Address(ix); 3][..], "Planned 3 times"),
            (&[By::Taken(0), By::Address(ix)], "Taken and planned"),
            (&[By::Provider, By::Address(ix), By::Address(ix)], "Held and planned twice"),
        ] {
            assert_eq!(clash(by), expected);
        }
    }
}
