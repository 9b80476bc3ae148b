//! The subnets of a VPC, with the use of their addresses.

use super::paste::{Paste, Rows};
use super::{Of, add, subnet_row};
use crate::app::ui::{Button, Kind, Progress, Section, Sym};
use crate::app::words;
use crate::edit::New;
use crate::plan::{Field, Key, Object};
use yew::prelude::*;

/// The section. `selected` is the subnet that is shown below it.
pub(super) fn section(of: &Of<'_>, selected: Option<&Key>) -> Html {
    let id = format!("{}/subnets", of.object.clone().place().path(&of.view.plan));
    let add_id = format!("{id}:add");
    let rows = &of.written.wanted.subnets;
    let choice = !of.is_new() || rows.iter().any(|s| !s.origin.is_new());
    let button = |exists: bool| {
        let new = add::subnet(of, exists);
        let first = Object::Subnet(new.key.clone()).at(Field::Zone).path(&of.view.plan);
        of.adding(New::Subnet(of.key.clone(), new), first)
    };
    let label = of.label(&of.object);
    let progress = Progress::Words(words::count(rows.len(), "subnet", "subnets").into());
    html! {
        <Section {id} title="Subnets" {progress}>
            if rows.is_empty() {
                <p class="lead">{ "None yet. A subnet is a block of addresses in one zone; a gateway takes its address in a zone from a subnet there." }</p>
            } else {
                <div class="scroll" tabindex="0" role="region" aria-label={format!("Subnets of {label}")}>
                    <table class="tight edit nets stack">
                        <thead><tr>
                            <th scope="col">{ "Zone" }</th><th scope="col">{ "Name" }</th>
                            if choice { <th scope="col">{ "Origin" }</th><th scope="col">{ "ID" }</th> }
                            <th scope="col">{ "CIDR" }</th><th scope="col">{ "Use" }</th>
                            <th scope="col" class="num">{ "Held" }</th><th scope="col" class="num">{ "Taken" }</th>
                            <th scope="col" class="num">{ "Planned" }</th><th scope="col" class="num">{ "Free" }</th>
                            <th scope="col"><span class="vh">{ "Remove" }</span></th>
                        </tr></thead>
                        { for (0..rows.len()).map(|i| subnet_row::row(of, rows, i, choice, selected, &add_id)) }
                    </table>
                </div>
                <p class="helper under">{ "Held: the first four addresses and the last of each subnet, which IBM Cloud keeps. Each gateway takes one address in a zone, so Free is also how many more gateways fit. \"+ 1\" is an address that IBM Cloud will choose: counted, and known after creation." }</p>
            }
            <p class="row">
                <Button id={add_id.clone()} kind={Kind::Ghost} icon={Sym::Add} onclick={button(!of.is_new())}>{ "Add a subnet" }</Button>
                if !of.is_new() {
                    <Button kind={Kind::Ghost} icon={Sym::Add} onclick={button(false)}>{ "Plan a new subnet" }</Button>
                }
            </p>
            <Paste view={of.view.clone()} rows={Rows::Subnets(of.key.clone())} focus={of.focus.clone()} />
        </Section>
    }
}
