//! A subnet in its table.

use super::Of;
use super::rows::{Row, after_removal, no_zone, zones};
use super::subnet::inner;
use crate::app::route::Page;
use crate::app::ui::{Go, Select, TextField, counts_mark, strip};
use crate::model;
use crate::plan::{Field, Key, Object, Resource, Subnet};
use yew::prelude::*;

/// The row at a position.
pub(super) fn row(
    of: &Of<'_>,
    all: &[Resource<Subnet>],
    i: usize,
    choice: bool,
    selected: Option<&Key>,
    add_id: &str,
) -> Html {
    let subnet = &all[i];
    let object = Object::Subnet(subnet.key.clone());
    let name = of.label(&object);
    let mut row = Row::new(of, object, name.clone());
    // The path itself is the id of the section below the table.
    let section = row.id.clone();
    row.id.push_str("/row");
    let next =
        after_removal(all, i).map(|s| Object::Subnet(s.key.clone()).at(Field::Zone).path(&of.view.plan));
    let wanted = &subnet.wanted;
    let is_selected = selected == Some(&subnet.key);
    let understood = of.model.subnets.get(i).map(|&ix| &of.view.model.subnets[ix]);
    let counts = understood.map(model::Subnet::counts).unwrap_or_default();
    let planned = if counts.chosen > 0 {
        format!("{} + {}", counts.planned, counts.chosen)
    } else {
        counts.planned.to_string()
    };
    let known = |n: u64| if counts.total == 0 { "–".to_owned() } else { n.to_string() };
    let cells = html! {
        <>
            <td data-l="Zone" class="w-m"><Select spot={row.spot(Field::Zone)} label={row.label("Zone")} hide_label=true value={wanted.zone.clone()}
                options={zones(of, &row.object)} none={no_zone(of)} findings_elsewhere=true /></td>
            <td data-l="Name" class="w-s"><TextField spot={row.spot(Field::Name)} label={row.label("Name")} hide_label=true value={wanted.name.clone()} findings_elsewhere=true /></td>
            if choice {
                <td data-l="Origin" class="w-s">{ row.origin(&subnet.origin, choice, false) }</td>
                <td data-l="ID" class="w-s">
                    if subnet.origin.is_new() {
                        <span class="fixed muted small">{ "after creation" }</span>
                    } else {
                        <TextField spot={row.spot(Field::Id)} label={row.label("ID")} hide_label=true value={subnet.origin.id.clone()} mono=true
                            placeholder="by its name" findings_elsewhere=true />
                    }
                </td>
            }
            <td data-l="CIDR" class="w-l"><TextField spot={row.spot(Field::Cidr)} label={row.label("CIDR")} hide_label=true value={wanted.cidr.clone()} mono=true
                findings_elsewhere=true /></td>
            <td data-l="Use" class="use">
                { strip(counts) }
                <span class="row">
                    <Go to={Page::Vpc(of.key.clone())} at={Some(AttrValue::from(section))} current={is_selected.then_some("true")}>
                        { "Addresses" }<span class="vh">{ " of " }{ &name }</span>
                    </Go>
                    { counts_mark(inner(of.view, &subnet.key)) }
                </span>
            </td>
            <td class="num" data-l="Held">{ known(counts.held) }</td>
            <td class="num" data-l="Taken">{ known(counts.taken) }</td>
            <td class="num" data-l="Planned">{ if counts.total == 0 { "–".to_owned() } else { planned } }</td>
            <td class="num" data-l="Free">{ known(counts.free) }</td>
            <td class="end">{ row.remove(&format!("Subnet {name}"), next, add_id) }</td>
        </>
    };
    row.draw(if choice { 11 } else { 9 }, cells, classes!(is_selected.then_some("sel")))
}
