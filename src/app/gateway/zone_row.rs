//! The address of one zone: its subnet, how it comes about, which one.

use super::Of;
use crate::address::next_free;
use crate::app::state::Action;
use crate::app::ui::{Button, Kind, Opt, Select, TextField, finding_box, strip};
use crate::app::view::Spot;
use crate::catalog;
use crate::edit::{Choice, Edit, New, zones};
use crate::model::{self, Counts};
use crate::plan::{Field, How, Key, Object, ZoneAddress};
use yew::prelude::*;

/// The row of an entry.
pub(super) fn row(of: &Of<'_>, i: usize) -> Html {
    let (Some(entry), Some(&ix)) = (of.written.wanted.addresses.get(i), of.model.addresses.get(i)) else {
        return Html::default();
    };
    let understood = &of.view.model.addresses[ix];
    let object = Object::Address(of.key.clone(), i);
    let id = object.clone().place().path(&of.view.plan);
    let said = format!("{id}:findings");
    let spot = |field: Field| of.view.spot(object.clone().at(field)).said_at(said.clone());
    let subnet = understood.subnet.map(|ix| &of.view.model.subnets[ix]);
    let findings: Vec<_> = of.view.findings_of(&object).collect();
    let heading = format!("{id}:zone");
    html! {
        <div class="zrow" role="group" aria-labelledby={heading.clone()} key={id.clone()} id={id.clone()}>
            <h3 id={heading}>{ if entry.zone.is_empty() { "no zone" } else { &entry.zone } }</h3>
            <div class="wide-n">
                <Select spot={spot(Field::Subnet)} label="Subnet" value={entry.subnet.to_string()} findings_elsewhere=true
                    options={subnets(of, &object, entry)} none="Choose a subnet">
                    { capacity(subnet) }
                </Select>
            </div>
            <Select spot={spot(Field::How)} label="Address is" value={word(entry.how)} findings_elsewhere=true
                options={forms(&object, entry, subnet)} />
            { third(of, &object, entry, subnet, spot) }
            if !findings.is_empty() || is_extra(of, i) {
                <div class="finds" id={said.clone()}>
                    { for findings.into_iter().map(|f| finding_box(f, of.dispatch)) }
                    if is_extra(of, i) { <p>{ remove(of, object, &entry.zone) }</p> }
                </div>
            }
        </div>
    }
}

/// What follows how the address comes about.
fn third(
    of: &Of<'_>,
    object: &Object,
    entry: &ZoneAddress,
    subnet: Option<&model::Subnet>,
    spot: impl Fn(Field) -> Spot,
) -> Html {
    match entry.how {
        How::Given => html! {
            <TextField spot={spot(Field::Address)} label="Address" value={entry.address.clone()} mono=true
                keyboard="decimal" findings_elsewhere=true />
        },
        How::Existing => {
            let ips = subnet.map(|s| s.reserved_ips.as_slice()).unwrap_or_default();
            let ips = ips.iter().map(|ix| &of.view.model.reserved_ips[*ix]);
            let chosen = ips.clone().find(|ip| ip.key == entry.reserved_ip);
            let options: Vec<Opt> = ips
                .map(|ip| {
                    let choice = Choice::ReservedIp(ip.key.clone());
                    Opt::new(ip.key.to_string(), ip.label.clone(), Edit::choose(object.clone(), choice))
                })
                .collect();
            let none = if options.is_empty() { "The subnet has none" } else { "Choose one" };
            let helper =
                chosen.map(|ip| ip.address.to_string()).filter(|a| !a.is_empty()).map(AttrValue::from);
            html! {
                <Select spot={spot(Field::ReservedIp)} label="Reserved IP" value={entry.reserved_ip.to_string()}
                    {options} {none} {helper} findings_elsewhere=true />
            }
        }
        How::Chosen | How::None => {
            let words = if entry.how == How::Chosen { "known after creation" } else { "none yet" };
            let id = spot(Field::Address).id;
            html! { <div class="field"><label for={id.clone()}>{ "Address" }</label><output class="val" {id}>{ words }</output></div> }
        }
    }
}

/// The subnets of the entry's zone, with the chosen one wherever it is.
fn subnets(of: &Of<'_>, object: &Object, entry: &ZoneAddress) -> Vec<Opt> {
    let Some(vpc) = of.view.plan.vpc(&of.written.wanted.vpc) else { return Vec::new() };
    let near = vpc.wanted.subnets.iter().filter(|s| s.wanted.zone == entry.zone || s.key == entry.subnet);
    near.map(|s| {
        let name = of.view.plan.label(&Object::Subnet(s.key.clone()));
        let elsewhere =
            if s.wanted.zone == entry.zone { String::new() } else { format!(", in {}", s.wanted.zone) };
        let label = format!("{name}, {}{elsewhere}", s.wanted.cidr);
        Opt::new(s.key.to_string(), label, choose_subnet(object, entry, &s.key))
    })
    .collect()
}

/// Chooses a subnet. Where nothing was planned, IBM Cloud then chooses.
fn choose_subnet(object: &Object, entry: &ZoneAddress, subnet: &Key) -> Edit {
    let choose = Edit::choose(object.clone(), Choice::Subnet(subnet.clone()));
    if entry.how != How::None || !entry.subnet.is_none() {
        return choose;
    }
    let label = format!("choose the subnet in {}", entry.zone);
    Edit::All { label, edits: vec![choose, Edit::choose(object.clone(), Choice::How(How::Chosen))] }
}

/// The four forms. A given address begins with the next free one.
fn forms(object: &Object, entry: &ZoneAddress, subnet: Option<&model::Subnet>) -> Vec<Opt> {
    let how = |how| Edit::choose(object.clone(), Choice::How(how));
    let free = subnet.and_then(next_free).filter(|_| entry.address.is_empty());
    let given = match free {
        Some(free) => Edit::All {
            label: format!("give an address in {}", entry.zone),
            edits: vec![how(How::Given), Edit::text(object.clone(), Field::Address, free.to_string())],
        },
        None => how(How::Given),
    };
    vec![
        Opt::new(word(How::Chosen), "Chosen by IBM Cloud", how(How::Chosen)),
        Opt::new(word(How::Given), "This address", given),
        Opt::new(word(How::Existing), "Existing reserved IP", how(How::Existing)),
        Opt::new(word(How::None), "None yet", how(How::None)),
    ]
}

fn word(how: How) -> &'static str {
    match how {
        How::None => "none",
        How::Chosen => "chosen",
        How::Given => "given",
        How::Existing => "existing",
    }
}

/// The use of the subnet and how much of it is free.
fn capacity(subnet: Option<&model::Subnet>) -> Html {
    let counts = subnet.map(model::Subnet::counts).unwrap_or_default();
    let Counts { total: 1.., free, .. } = counts else { return Html::default() };
    html! { <span class="cap">{ strip(counts) }<span>{ free }{ " free" }</span></span> }
}

/// Whether an entry is none of the VPC's zones, or not the first of its zone.
fn is_extra(of: &Of<'_>, i: usize) -> bool {
    let entries = &of.written.wanted.addresses;
    let Some(region) = of.vpc().and_then(|v| v.region.get()) else { return false };
    let zone = &entries[i].zone;
    let known = catalog::zone(zone).is_some_and(|z| z.region == region);
    !known || entries[..i].iter().any(|e| e.zone == *zone)
}

fn remove(of: &Of<'_>, object: Object, zone: &str) -> Html {
    let dispatch = of.dispatch.clone();
    let onclick = Callback::from(move |()| {
        dispatch.act(Action::Settle);
        dispatch.edit(Edit::Remove(object.clone()));
    });
    html! { <Button kind={Kind::Danger} small=true {onclick}>{ format!("Remove the entry {zone}") }</Button> }
}

/// A row with a button for each zone of the VPC that has no entry.
pub(super) fn missing<'o>(of: &'o Of<'_>) -> impl Iterator<Item = Html> + 'o {
    let entries = of.view.plan.vpc(&of.written.wanted.vpc).map(|v| zones(&v.wanted));
    let lacks = |entry: &ZoneAddress| !of.written.wanted.addresses.iter().any(|a| a.zone == entry.zone);
    entries.unwrap_or_default().into_iter().filter(lacks).map(|entry| {
        let zone = entry.zone.clone();
        let (dispatch, key) = (of.dispatch.clone(), of.key.clone());
        let onclick = Callback::from(move |()| {
            dispatch.act(Action::Settle);
            dispatch.edit(Edit::Add(New::Address(key.clone(), entry.clone())));
        });
        html! {
            <div class="zrow" key={format!("add-{zone}")}>
                <h3>{ &zone }</h3>
                <p class="wide-n"><Button small=true {onclick}>{ "Plan an address in " }{ &zone }</Button></p>
            </div>
        }
    })
}
