//! Address prefixes: the ranges that a VPC gives to its zones.

use super::rows::{Row, after_removal, no_zone, zones};
use super::{Of, add};
use crate::app::ui::{
    Button, Kind, Progress, Radio, RadioGroup, Section, Select, Sym, TextField, Width, origin_tag,
};
use crate::app::words;
use crate::edit::{Choice, Edit, New};
use crate::model;
use crate::plan::{AddressPrefix, Field, Object, On, PrefixManagement, Resource};
use yew::prelude::*;

/// The section.
pub(super) fn section(of: &Of<'_>) -> Html {
    let id = format!("{}/prefixes", of.object.clone().place().path(&of.view.plan));
    let add_id = format!("{id}:add");
    let new = add::prefix(of);
    let first = Object::Prefix(new.key.clone()).at(Field::Name).path(&of.view.plan);
    let onclick = of.adding(New::Prefix(of.key.clone(), new), first);
    let rows = &of.written.wanted.prefixes;
    let made = of.model.prefixes.iter().map(|&p| &of.view.model.prefixes[p]).filter(|p| p.key.is_none());
    let choice = !of.is_new() || rows.iter().any(|p| !p.origin.is_new());
    let columns = if choice { 5 } else { 4 };
    html! {
        <Section {id} title="Address prefixes" progress={progress(of)}>
            <p class="lead">{ "An address prefix is a range of addresses in one zone. Subnets of the zone take their blocks from it." }</p>
            if of.is_new() {
                <RadioGroup spot={of.spot(Field::PrefixManagement)} legend="Address prefixes come from" options={managements(of)} width={Width::Full} />
            }
            if !of.model.prefixes.is_empty() {
                <table class="tight edit stack">
                    <caption class="vh">{ "Address prefixes of " }{ of.label(&of.object) }</caption>
                    <thead><tr>
                        <th scope="col">{ "Name" }</th><th scope="col">{ "Zone" }</th><th scope="col">{ "CIDR" }</th>
                        if choice { <th scope="col">{ "Origin" }</th> }
                        <th scope="col"><span class="vh">{ "Remove" }</span></th>
                    </tr></thead>
                    if made.clone().next().is_some() { <tbody>{ for made.map(|p| default_row(p, choice)) }</tbody> }
                    { for (0..rows.len()).map(|i| row(of, rows, i, choice, columns, &add_id)) }
                </table>
            } else if !of.is_new() {
                <p class="helper">{ "None is given, so they are unknown, and what depends on them is not checked." }</p>
            }
            <p class="row gap"><Button id={add_id} kind={Kind::Ghost} icon={Sym::Add} {onclick}>{ "Add an address prefix" }</Button></p>
        </Section>
    }
}

fn progress(of: &Of<'_>) -> Progress {
    match of.model.prefixes.len() {
        0 if !of.is_new() => Progress::Words("Not known".into()),
        0 => Progress::Words("None".into()),
        n => Progress::Words(words::count(n, "prefix", "prefixes").into()),
    }
}

fn managements(of: &Of<'_>) -> Vec<Radio> {
    let radio = |label: &'static str, help: &'static str, to| Radio {
        label: label.into(),
        help: help.into(),
        edit: Edit::choose(of.object.clone(), Choice::Prefixes(to)),
        on: of.written.wanted.prefix_management == to,
        off: None,
    };
    vec![
        radio(
            "IBM Cloud",
            "The region's default prefix in each zone; others can be added.",
            PrefixManagement::Auto,
        ),
        radio("This plan only", "Each zone with a subnet needs a prefix below.", PrefixManagement::Manual),
    ]
}

/// A prefix that IBM Cloud makes.
fn default_row(prefix: &model::Prefix, choice: bool) -> Html {
    let net = prefix.net.to_string();
    html! {
        <tr key={net.clone()}>
            <td data-l="Name"><span class="fixed muted">{ "default, made by IBM Cloud" }</span></td>
            <td data-l="Zone"><span class="fixed">{ prefix.zone.to_string() }</span></td>
            <td data-l="CIDR"><span class="fixed mono">{ net }</span></td>
            if choice { <td data-l="Origin">{ origin_tag(true) }</td> }
            <td></td>
        </tr>
    }
}

fn row(
    of: &Of<'_>,
    all: &[Resource<AddressPrefix>],
    i: usize,
    choice: bool,
    columns: usize,
    add_id: &str,
) -> Html {
    let prefix = &all[i];
    let object = Object::Prefix(prefix.key.clone());
    let name = of.label(&object);
    let row = Row::new(of, object, format!("address prefix {name}"));
    let next =
        after_removal(all, i).map(|p| Object::Prefix(p.key.clone()).at(Field::Name).path(&of.view.plan));
    let wanted = &prefix.wanted;
    let cells = html! {
        <>
            <td data-l="Name"><TextField spot={row.spot(Field::Name)} label={row.label("Name")} hide_label=true value={wanted.name.clone()}
                placeholder={(prefix.origin.on == On::ReferTo && !prefix.origin.is_new()).then_some("not needed")} findings_elsewhere=true /></td>
            <td data-l="Zone"><Select spot={row.spot(Field::Zone)} label={row.label("Zone")} hide_label=true value={wanted.zone.clone()}
                options={zones(of, &row.object)} none={no_zone(of)} findings_elsewhere=true /></td>
            <td data-l="CIDR"><TextField spot={row.spot(Field::Cidr)} label={row.label("CIDR")} hide_label=true value={wanted.cidr.clone()} mono=true
                findings_elsewhere=true /></td>
            if choice { <td data-l="Origin">{ row.origin(&prefix.origin, choice, true) }</td> }
            <td class="end">{ row.remove(&format!("Address prefix {name}"), next, add_id) }</td>
        </>
    };
    row.draw(columns, cells, Classes::new())
}
