//! Addresses of a subnet that something else uses.

use super::rows::{Row, after_removal};
use super::subnet::OfSubnet;
use crate::app::ui::{Button, Kind, Sym, TextField};
use crate::edit::New;
use crate::plan::{Field, Object, Taken};
use yew::prelude::*;

/// The table with its button.
pub(super) fn table(subnet: &OfSubnet<'_>) -> Html {
    let of = subnet.of;
    let all = &subnet.written.wanted.taken;
    let add_id = format!("{}/taken:add", subnet.id);
    let first = Object::Taken(subnet.key.clone(), all.len()).at(Field::Addresses).path(&of.view.plan);
    let onclick = of.adding(New::Taken(subnet.key.clone(), Taken::default()), first);
    html! {
        <>
            if !all.is_empty() {
                <table class="tight edit stack">
                    <caption class="vh">{ "Taken addresses of " }{ &subnet.name }</caption>
                    <thead><tr>
                        <th scope="col">{ "Addresses" }</th><th scope="col">{ "Used by" }</th>
                        <th scope="col"><span class="vh">{ "Remove" }</span></th>
                    </tr></thead>
                    { for (0..all.len()).map(|i| row(subnet, all, i, &add_id)) }
                </table>
            }
            <p class="row"><Button id={add_id.clone()} kind={Kind::Ghost} icon={Sym::Add} {onclick}
                of={format!("of {}", subnet.name)}>{ "Add taken addresses" }</Button></p>
        </>
    }
}

fn row(subnet: &OfSubnet<'_>, all: &[Taken], i: usize, add_id: &str) -> Html {
    let of = subnet.of;
    let taken = &all[i];
    let object = Object::Taken(subnet.key.clone(), i);
    let name = if taken.addresses.is_empty() {
        format!("entry {} of {}", i + 1, subnet.name)
    } else {
        format!("taken addresses {}", taken.addresses)
    };
    let row = Row::new(of, object, name);
    // Entries are told apart by position: the next one gets this one's.
    let next = after_removal(all, i).map(|_| {
        let at = if i + 1 < all.len() { i } else { i - 1 };
        Object::Taken(subnet.key.clone(), at).at(Field::Addresses).path(&of.view.plan)
    });
    let what = format!("The entry {} of the taken addresses of {}", taken.addresses, subnet.name);
    let cells = html! {
        <>
            <td data-l="Addresses"><TextField spot={row.spot(Field::Addresses)} label={format!("Addresses of entry {} of {}", i + 1, subnet.name)}
                hide_label=true value={taken.addresses.clone()} mono=true placeholder="address, range or block" findings_elsewhere=true /></td>
            <td data-l="Used by"><TextField spot={row.spot(Field::Holder)} label={format!("User of entry {} of {}", i + 1, subnet.name)}
                hide_label=true value={taken.holder.clone()} findings_elsewhere=true /></td>
            <td class="end">{ row.remove(&what, next, add_id) }</td>
        </>
    };
    row.draw(3, cells, Classes::new())
}
