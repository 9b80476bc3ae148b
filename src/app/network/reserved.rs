//! Reserved IPs of a subnet that exist.

use super::add;
use super::rows::{Row, after_removal};
use super::subnet::OfSubnet;
use crate::app::ui::{Button, CheckBox, Kind, Sym, TextField};
use crate::edit::{Choice, Edit, New};
use crate::plan::{Field, Object, On, ReservedIp};
use yew::prelude::*;

/// The table with its button.
pub(super) fn table(subnet: &OfSubnet<'_>) -> Html {
    let of = subnet.of;
    let all = &subnet.written.wanted.reserved_ips;
    let add_id = format!("{}/reserved_ips:add", subnet.id);
    let new = ReservedIp { key: add::reserved_ip(&of.view.model), ..ReservedIp::default() };
    let first = Object::ReservedIp(new.key.clone()).at(Field::Name).path(&of.view.plan);
    let onclick = of.adding(New::ReservedIp(subnet.key.clone(), new), first);
    html! {
        <>
            if !all.is_empty() {
                <table class="tight edit stack">
                    <caption class="vh">{ "Reserved IPs of " }{ &subnet.name }{ " that exist" }</caption>
                    <thead><tr>
                        <th scope="col">{ "Name" }</th><th scope="col">{ "ID" }</th><th scope="col">{ "Address" }</th>
                        <th scope="col">{ "Terraform" }</th>
                        <th scope="col"><span class="vh">{ "Remove" }</span></th>
                    </tr></thead>
                    { for (0..all.len()).map(|i| row(subnet, all, i, &add_id)) }
                </table>
            }
            <p class="row"><Button id={add_id.clone()} kind={Kind::Ghost} icon={Sym::Add} {onclick}
                of={format!("of {}", subnet.name)}>{ "Add a reserved IP" }</Button></p>
        </>
    }
}

fn row(subnet: &OfSubnet<'_>, all: &[ReservedIp], i: usize, add_id: &str) -> Html {
    let of = subnet.of;
    let ip = &all[i];
    let object = Object::ReservedIp(ip.key.clone());
    let name = of.label(&object);
    let row = Row::new(of, object, name.clone());
    let next =
        after_removal(all, i).map(|r| Object::ReservedIp(r.key.clone()).at(Field::Name).path(&of.view.plan));
    let adopted = ip.on == On::Adopt;
    let to = if adopted { On::ReferTo } else { On::Adopt };
    let toggle = Edit::choose(row.object.clone(), Choice::On(to));
    let cells = html! {
        <>
            <td data-l="Name"><TextField spot={row.spot(Field::Name)} label={row.label("Name")} hide_label=true value={ip.name.clone()} findings_elsewhere=true /></td>
            <td data-l="ID"><TextField spot={row.spot(Field::Id)} label={row.label("ID")} hide_label=true value={ip.id.clone()} mono=true
                placeholder="by its name" findings_elsewhere=true /></td>
            <td data-l="Address"><TextField spot={row.spot(Field::Address)} label={row.label("Address")} hide_label=true value={ip.address.clone()} mono=true
                keyboard="decimal" findings_elsewhere=true /></td>
            <td data-l="Terraform"><CheckBox spot={row.spot(Field::On)} label={format!("takes over {name}")} on={adopted} edit={toggle} /></td>
            <td class="end">{ row.remove(&format!("Reserved IP {name}"), next, add_id) }</td>
        </>
    };
    row.draw(5, cells, Classes::new())
}
