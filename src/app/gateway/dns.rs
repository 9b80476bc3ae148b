//! Who resolves the service's names to the gateway's addresses.

use super::{Of, bindings};
use crate::app::gateways::names_of;
use crate::app::ui::{Radio, RadioGroup, note};
use crate::catalog::note;
use crate::edit::{Choice, Edit};
use crate::plan::{DnsMode, Field};
use yew::prelude::*;

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let now = of.written.wanted.dns;
    let vpc = of.vpc().map_or("the VPC", |v| v.label.as_str());
    let mode = |mode: DnsMode, help: String, off: Option<AttrValue>| Radio {
        label: mode.label().into(),
        help: help.into(),
        edit: Edit::choose(of.object.clone(), Choice::Dns(mode)),
        on: mode == now,
        off,
    };
    let is_hub = of.vpc().is_some_and(|v| v.dns.enable_hub);
    let hub = if is_hub {
        "The names resolve to these addresses here and in every VPC that is bound to this hub and asks its resolver.".to_owned()
    } else {
        format!("A DNS hub VPC that {vpc} is bound to resolves the service's names to these addresses, too.")
    };
    let own = format!("The names resolve to these addresses in {vpc} only.");
    let resources = "Single buckets of Object Storage are resolved here, each by a binding of its own; all others by the hub, which needs a Primary gateway for the service first. It is for accounts on IBM\u{2019}s list.".to_owned();
    let only_primary = || is_hub.then_some(AttrValue::Static("Not in a DNS hub: its gateways are Primary."));
    let options = vec![
        mode(DnsMode::Primary, hub, None),
        mode(DnsMode::Disabled, own, only_primary()),
        mode(DnsMode::PerResourceBinding, resources, only_primary().or_else(|| no_bindings(of))),
    ];
    html! {
        <>
            <RadioGroup spot={of.view.spot(of.object.clone().at(Field::Dns))} legend="DNS resolution binding mode" {options} />
            <p class="helper gap">{ "A hub is a VPC whose DNS other VPCs share. Without one, Primary and Disabled come to the same." }</p>
            { note(&note::PRIVATE_ZONE) }
            { note(&note::SIX_MINUTES) }
            { bindings::table(of) }
            <div id="names" tabindex="-1">{ names_of(of.view, of.ix) }</div>
        </>
    }
}

/// Why single resources cannot be bound.
fn no_bindings(of: &Of<'_>) -> Option<AttrValue> {
    let services = &of.model.services;
    if services.iter().any(|s| s.resource_bindings) {
        None
    } else if services.is_empty() {
        Some(
            "Only Object Storage supports resource bindings; the service is not chosen yet or another."
                .into(),
        )
    } else {
        Some("Not for this service: only Object Storage supports resource bindings.".into())
    }
}
