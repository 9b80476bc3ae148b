//! One subnet: its resource group, what takes its addresses, what is free.

use super::paste::{Paste, Rows};
use super::{Of, acl, not_free, reserved, taken};
use crate::address::next_free;
use crate::app::ui::{Select, TextField, finding_box, is_adopted, resource_group_help};
use crate::app::view::View;
use crate::app::words;
use crate::model;
use crate::plan::{self, Field, Key, Object, Resource};
use crate::rules::{Counts, Finding};
use yew::prelude::*;

/// A subnet of the VPC.
pub(super) struct OfSubnet<'s> {
    pub(super) of: &'s Of<'s>,
    pub(super) key: &'s Key,
    /// What a reader calls it.
    pub(super) name: String,
    /// Its path.
    pub(super) id: String,
    /// As written.
    pub(super) written: &'s Resource<plan::Subnet>,
    /// Understood.
    pub(super) model: &'s model::Subnet,
}

/// The section of the subnet with this key.
pub(super) fn section(of: &Of<'_>, key: &Key) -> Html {
    let object = Object::Subnet(key.clone());
    let written = of.written.wanted.subnets.iter().find(|s| s.key == *key);
    let found = of.model.subnets.iter().copied().find(|&ix| of.view.model.subnets[ix].key == *key);
    let (Some(written), Some(ix)) = (written, found) else { return Html::default() };
    let subnet = OfSubnet {
        of,
        key,
        name: of.label(&object),
        id: object.clone().place().path(&of.view.plan),
        written,
        model: &of.view.model.subnets[ix],
    };
    let OfSubnet { name, id, .. } = &subnet;
    let spot = of.view.spot(object.clone().at(Field::ResourceGroup));
    let acl_spot = of.view.spot(object.clone().at(Field::NetworkAcl));
    html! {
        <section class="sec subnet" key={id.clone()} aria-labelledby={id.clone()}>
            <div class="sec-h wrap">
                <h2 id={id.clone()} tabindex="-1">{ name }{ " " }<span class="mono muted">{ &written.wanted.cidr }</span></h2>
                <span class="muted small">{ facts(&subnet) }</span>
            </div>
            <div class="finds">{ for of_addresses(of.view, key).into_iter().map(|f| finding_box(f, of.dispatch)) }</div>
            <div class="grid gap">
                <Select spot={acl_spot} label={format!("Network ACL of {name}")} value={written.wanted.network_acl.to_string()}
                    options={acl::options(of, &object, written.origin.is_new())} />
                if written.origin.is_new() || is_adopted(&written.origin) {
                    <TextField {spot} label={format!("Resource group of {name}")} value={written.wanted.resource_group.clone()}
                        optional=true helper={resource_group_help(&written.origin)} />
                }
            </div>
            <div class="duo-cols">
                <div>
                    <h3>{ "Taken addresses" }</h3>
                    <p class="helper">{ "What else uses addresses of the subnet. What is not listed counts as free." }</p>
                    { taken::table(&subnet) }
                    <Paste key={format!("paste-{key}")} view={of.view.clone()} rows={Rows::Taken(key.clone())} focus={of.focus.clone()} />
                </div>
                <div>
                    <h3>{ "Reserved IPs that exist" }</h3>
                    <p class="helper">{ "A reserved IP is an address that the subnet keeps under a name. A gateway can be bound to one that is not bound yet." }</p>
                    { reserved::table(&subnet) }
                </div>
            </div>
            { not_free::table(&subnet) }
        </section>
    }
}

/// The findings of the addresses that gateways plan in a subnet, each once.
fn of_addresses<'v>(view: &'v View, key: &Key) -> Vec<&'v Finding> {
    let model = &view.model;
    let planned = model.addresses.iter().filter(|a| a.subnet.is_some_and(|s| model.subnets[s].key == *key));
    let mut found: Vec<&Finding> = Vec::new();
    for address in planned {
        for finding in view.findings_of(&Object::Address(address.gateway_key.clone(), address.position)) {
            if !found.iter().any(|f| std::ptr::eq(*f, finding)) {
                found.push(finding);
            }
        }
    }
    found
}

/// How many findings there are of what belongs to a subnet, its own fields aside.
pub(super) fn inner(view: &View, key: &Key) -> Counts {
    let mut found = of_addresses(view, key);
    let Some((_, subnet)) = view.plan.subnets().find(|(_, s)| s.key == *key) else {
        return Counts::default();
    };
    let taken = (0..subnet.wanted.taken.len()).map(|i| Object::Taken(key.clone(), i));
    let ips = subnet.wanted.reserved_ips.iter().map(|r| Object::ReservedIp(r.key.clone()));
    for object in taken.chain(ips) {
        for finding in view.findings_of(&object) {
            if !found.iter().any(|f| std::ptr::eq(*f, finding)) {
                found.push(finding);
            }
        }
    }
    Counts::of(found)
}

/// Where the subnet is and what is left of it.
fn facts(subnet: &OfSubnet<'_>) -> String {
    let counts = subnet.model.counts();
    let zone = match subnet.written.wanted.zone.as_str() {
        "" => "No zone yet.".to_owned(),
        zone => format!("{zone}."),
    };
    if counts.total == 0 {
        return format!("{zone} Without a CIDR its addresses are not known.");
    }
    let more = words::count(
        usize::try_from(counts.free).unwrap_or(usize::MAX),
        "more gateway fits",
        "more gateways fit",
    );
    let next =
        next_free(subnet.model).map_or_else(String::new, |ip| format!(" The next free address is {ip}."));
    format!("{zone} {} usable, {} free: {more}.{next}", counts.total - counts.held, counts.free)
}
