//! DNS of a VPC: whether it is a hub, to which hub it is bound, who answers its
//! queries.

use super::Of;
use super::rows::{Row, after_removal};
use crate::app::ui::{
    Button, CheckBox, Kind, Opt, Progress, Radio, RadioGroup, Section, Select, Sym, TextField, Width,
    findings_at, note,
};
use crate::catalog::note;
use crate::edit::{Choice, Edit, New};
use crate::plan::{DnsBinding, Field, Key, Object, Resolver, Resource};
use yew::prelude::*;

/// The section.
pub(super) fn section(of: &Of<'_>) -> Html {
    let wanted = &of.written.wanted;
    let rows = &wanted.dns_resolution_bindings;
    let id = format!("{}/dns", of.object.clone().place().path(&of.view.plan));
    let add_id = format!("{id}:add");
    let new = proposed(of);
    let first = Object::DnsBinding(new.key.clone()).at(Field::Hub).path(&of.view.plan);
    let onclick = of.adding(New::DnsBinding(of.key.clone(), new), first);
    let hub = of.spot(Field::EnableHub);
    let bound = !rows.is_empty();
    html! {
        <Section {id} title="DNS" progress={progress(of)}>
            <p class="lead">{ "A DNS hub knows the names of its gateways and of those in every VPC of the region that is bound to it. A VPC is a hub, or bound to one, or neither." }</p>
            <CheckBox spot={hub.clone()} label="A DNS hub" on={wanted.dns.enable_hub}
                help={Some(AttrValue::Static("Each gateway in it is Primary, and no other VPC of the hub has one for the same service."))}
                edit={Edit::choose(of.object.clone(), Choice::EnableHub(!wanted.dns.enable_hub))} />
            { findings_at(&hub, of.dispatch) }
            if bound {
                <table class="tight edit stack">
                    <caption class="vh">{ "DNS resolution bindings of " }{ of.label(&of.object) }</caption>
                    <thead><tr>
                        <th scope="col">{ "Binding" }</th><th scope="col">{ "Hub" }</th><th scope="col">{ "CRN of another hub" }</th>
                        <th scope="col">{ "Origin" }</th><th scope="col"><span class="vh">{ "Remove" }</span></th>
                    </tr></thead>
                    { for (0..rows.len()).map(|i| row(of, rows, i, &add_id)) }
                </table>
            }
            if bound || wanted.dns.resolver == Resolver::Delegated {
                <RadioGroup spot={of.spot(Field::Resolver)} legend="DNS queries are answered by" options={resolvers(of)} width={Width::Full} />
            }
            if !bound && !wanted.dns.enable_hub {
                <p class="row gap"><Button id={add_id} kind={Kind::Ghost} icon={Sym::Add} {onclick}>{ "Bind it to a DNS hub" }</Button></p>
            }
            if bound || wanted.dns.enable_hub {
                { note(&note::AUTHORIZED) }
                { note(&note::HUB_RESOLVER) }
                { note(&note::CONNECTED) }
                { note(&note::SIX_MINUTES) }
            }
        </Section>
    }
}

fn progress(of: &Of<'_>) -> Progress {
    let words = match (of.written.wanted.dns.enable_hub, of.model.dns_bindings.is_empty()) {
        (true, _) => "Hub",
        (false, false) => "Bound to a hub",
        (false, true) => "By itself",
    };
    Progress::Words(words.into())
}

fn resolvers(of: &Of<'_>) -> Vec<Radio> {
    let radio = |label: &'static str, help: &'static str, to| Radio {
        label: label.into(),
        help: help.into(),
        edit: Edit::choose(of.object.clone(), Choice::Resolver(to)),
        on: of.written.wanted.dns.resolver == to,
        off: None,
    };
    let system = "The resolvers of IBM Cloud. The hub learns the names of this VPC's gateways by the binding; IBM calls the hub's own resolver essential for those of the hub.";
    let delegated =
        "The hub's custom resolver of DNS Services, which has to be there: all names that it knows.";
    vec![radio("IBM Cloud", system, Resolver::System), radio("The hub", delegated, Resolver::Delegated)]
}

/// A binding to the first hub of the plan in the region.
fn proposed(of: &Of<'_>) -> Resource<DnsBinding> {
    let plan = &of.view.plan;
    let region = &of.written.wanted.region;
    let hub =
        plan.vpcs.iter().find(|v| v.wanted.dns.enable_hub && v.wanted.region == *region && v.key != *of.key);
    let hub = hub.map_or_else(Key::none, |v| v.key.clone());
    let name = "to-hub".to_owned();
    let key = Key::make(&name, "dns-binding", |k| plan.dns_bindings().any(|(_, b)| b.key.as_str() == k));
    Resource { key, wanted: DnsBinding { name, hub, hub_crn: String::new() }, ..Resource::default() }
}

fn row(of: &Of<'_>, all: &[Resource<DnsBinding>], i: usize, add_id: &str) -> Html {
    let binding = &all[i];
    let object = Object::DnsBinding(binding.key.clone());
    let name = of.label(&object);
    let next =
        after_removal(all, i).map(|b| Object::DnsBinding(b.key.clone()).at(Field::Name).path(&of.view.plan));
    let row = Row::new(of, object, format!("DNS resolution binding {name}"));
    let wanted = &binding.wanted;
    let cells = html! {
        <>
            <td data-l="Binding"><TextField spot={row.spot(Field::Name)} label={row.label("Name")} hide_label=true value={wanted.name.clone()}
                findings_elsewhere=true /></td>
            <td data-l="Hub"><Select spot={row.spot(Field::Hub)} label={row.label("Hub")} hide_label=true value={wanted.hub.to_string()}
                options={hubs(of, &row.object)} findings_elsewhere=true /></td>
            <td data-l="CRN of another hub">
                if wanted.hub.is_none() {
                    <TextField spot={row.spot(Field::HubCrn)} label={row.label("CRN of the hub")} hide_label=true value={wanted.hub_crn.clone()} mono=true
                        findings_elsewhere=true />
                }
            </td>
            <td data-l="Origin">{ row.origin(&binding.origin, !of.is_new() || !binding.origin.is_new(), true) }</td>
            <td class="end">{ row.remove(&format!("DNS resolution binding {name}"), next, add_id) }</td>
        </>
    };
    row.draw(5, cells, Classes::new())
}

fn hubs(of: &Of<'_>, object: &Object) -> Vec<Opt> {
    let set = |key: Key| Edit::choose(object.clone(), Choice::Hub(key));
    let others = of.view.plan.vpcs.iter().filter(|v| v.key != *of.key);
    let option = |key: &Key| Opt::new(key.to_string(), of.label(&Object::Vpc(key.clone())), set(key.clone()));
    let mut options = vec![Opt::new("", "Another, by its CRN", set(Key::none()))];
    options.extend(others.map(|v| option(&v.key)));
    options
}
