//! The table: one row for each gateway, edited in place.

use super::order::{Column, Wish, counts, groups};
use crate::app::overview::service_name;
use crate::app::route::Page;
use crate::app::state::{Dispatch, use_dispatch};
use crate::app::ui::{Go, Opt, Select, TextField, counts_mark, finding_box, origin_tag};
use crate::app::view::{Seen, View};
use crate::edit::{Choice, Edit};
use crate::model::{Form, Gateway};
use crate::plan::{self, DnsMode, Field, How, Object, Resource, ZoneAddress};
use crate::rules::{Finding, Severity};
use yew::prelude::*;

/// The table of the gateways at these positions of the plan.
pub(super) fn table(view: &Seen, rows: &[usize], wish: &Wish, onsort: Callback<MouseEvent>) -> Html {
    let row = |at: &usize| {
        let key = view.plan.gateways[*at].key.to_string();
        html! { <GatewayRow {key} view={view.clone()} at={*at} /> }
    };
    html! {
        <div class="scroll" tabindex="0" role="region" aria-label="All gateways">
        <table class="tight edit stack gateways">
            <thead><tr onclick={onsort}>{ for Column::ALL.map(|(column, title)| head(column, title, wish)) }</tr></thead>
            { for rows.iter().map(row) }
        </table>
        </div>
    }
}

fn head(column: Column, title: &'static str, wish: &Wish) -> Html {
    let sorted = match wish.sort {
        Some((by, down)) if by == column => Some(if down { "descending" } else { "ascending" }),
        _ => None,
    };
    html! { <th scope="col" aria-sort={sorted}><button type="button" class="sort" value={title}>{ title }</button></th> }
}

/// Properties of [`GatewayRow`]. They are the same where the row looks the same, whatever
/// else has changed in the plan.
#[derive(Properties)]
pub(super) struct RowProps {
    /// The plan.
    view: Seen,
    /// The gateway's position in it.
    at: usize,
}

impl RowProps {
    fn gateway(&self) -> (&Resource<plan::Gateway>, Option<&Gateway>) {
        (&self.view.plan.gateways[self.at], self.view.model.gateways.get(self.at))
    }

    /// What the row shows of other objects.
    fn around(&self) -> (Option<(&str, bool)>, impl Iterator<Item = &str>) {
        let model = &self.view.model;
        let (_, gateway) = self.gateway();
        let vpc = gateway.and_then(|g| g.vpc).map(|vpc| &model.vpcs[vpc]);
        let groups = gateway.into_iter().flat_map(|g| &g.groups).map(|ix| model.groups[*ix].label.as_str());
        let given = gateway.into_iter().flat_map(|g| &g.addresses);
        let ips = given.filter_map(|ix| match model.addresses[*ix].form {
            Form::Existing(ip) => Some(model.reserved_ips[ip?].label.as_str()),
            _ => None,
        });
        (vpc.map(|vpc| (vpc.label.as_str(), vpc.dns.enable_hub)), groups.chain(ips))
    }
}

impl PartialEq for RowProps {
    fn eq(&self, other: &Self) -> bool {
        let ((written, _), (was, _)) = (self.gateway(), other.gateway());
        let ((vpc, labels), (vpc_was, labels_were)) = (self.around(), other.around());
        let page = Page::Gateway(written.key.clone());
        written == was
            && vpc == vpc_was
            && labels.eq(labels_were)
            && self.view.findings_on(&page).eq(other.view.findings_on(&page))
    }
}

/// The row of a gateway.
#[component]
pub(super) fn GatewayRow(props: &RowProps) -> Html {
    let dispatch = use_dispatch();
    match props.gateway() {
        (written, Some(gateway)) => row(&props.view, written, gateway, &dispatch),
        _ => Html::default(),
    }
}

fn row(view: &View, written: &Resource<plan::Gateway>, gateway: &Gateway, dispatch: &Dispatch) -> Html {
    let object = Object::Gateway(written.key.clone());
    let wanted = &written.wanted;
    let page = Page::Gateway(written.key.clone());
    let name = &gateway.label;
    let id = object.clone().place().path(&view.plan);
    let said = format!("{id}:findings");
    let spot = |object: Object, field: Field| view.spot(object.at(field)).said_at(said.clone());
    let pressing: Vec<&Finding> =
        view.findings_on(&page).filter(|f| f.rule.severity != Severity::Advice).collect();
    let address = |(i, entry): (usize, &ZoneAddress)| {
        let given = entry.how == How::Given;
        let at = Object::Address(written.key.clone(), i);
        html! {
            <div class="addr">
                <span class="helper">{ zone(&entry.zone) }</span>
                if given {
                    <TextField spot={spot(at, Field::Address)} label={format!("Address of {name} in {}", entry.zone)} hide_label=true
                        value={entry.address.clone()} mono=true keyboard="decimal" findings_elsewhere=true />
                } else {
                    <span>{ form(view, entry) }</span>
                }
            </div>
        }
    };
    let nothing = if gateway.origin.is_new() { "none yet" } else { "not known" };
    let counted = counts(view, gateway);
    html! {
        <tbody id={id}>
            <tr>
                <td data-l="Name">
                    <TextField spot={spot(object.clone(), Field::Name)} label={format!("Name of {name}")} hide_label=true
                        value={wanted.name.clone()} findings_elsewhere=true />
                    if !gateway.origin.is_new() { { origin_tag(false) } }
                </td>
                <td data-l="VPC" class="break"><span class="fixed">{ vpc(view, gateway) }</span></td>
                <td data-l="Service"><span class="fixed">{ service_name(gateway) }</span></td>
                <td data-l="Addresses">
                    <div class="addrs">
                        { for wanted.addresses.iter().enumerate().map(address) }
                        if wanted.addresses.is_empty() { <span class="fixed muted">{ nothing }</span> }
                    </div>
                </td>
                <td data-l="DNS mode">
                    <Select spot={spot(object.clone(), Field::Dns)} label={format!("DNS mode of {name}")} hide_label=true
                        value={wanted.dns.label()} options={modes(&object, wanted.dns, view, gateway)} findings_elsewhere=true />
                </td>
                <td data-l="Groups" class="break"><span class="fixed">
                    if gateway.groups.is_empty() { <span class="muted">{ "the default" }</span> } else { { groups(view, gateway) } }
                </span></td>
                <td data-l="Findings">
                    <span class="fixed" id={pressing.is_empty().then(|| said.clone())}>
                        <Go to={page}>{ counts_mark(counted) }if counted.is_clean() && counted.advice == 0 { { "none" } }<span class="vh">{ ", open " }{ name }</span></Go>
                    </span>
                </td>
            </tr>
            if !pressing.is_empty() {
                <tr class="said"><td colspan="7"><div class="finds" id={said.clone()}>
                    { for pressing.into_iter().map(|f| finding_box(f, dispatch)) }
                </div></td></tr>
            }
        </tbody>
    }
}

fn vpc(view: &View, gateway: &Gateway) -> Html {
    match gateway.vpc {
        Some(ix) => html! { { &view.model.vpcs[ix].label } },
        None => html! { <span class="muted">{ "none yet" }</span> },
    }
}

/// The last number of a zone, which tells it from the others of its region.
fn zone(zone: &str) -> &str {
    zone.rsplit_once('-').map_or(zone, |(_, number)| number)
}

/// An address that is not typed.
fn form(view: &View, entry: &ZoneAddress) -> String {
    match entry.how {
        How::None => "none yet".to_owned(),
        How::Chosen => "chosen".to_owned(),
        How::Given => entry.address.clone(),
        How::Existing => view.plan.label(&Object::ReservedIp(entry.reserved_ip.clone())),
    }
}

/// The modes that the gateway can have, and the one that it has.
fn modes(object: &Object, now: DnsMode, view: &View, gateway: &Gateway) -> Vec<Opt> {
    let hub = gateway.vpc.is_some_and(|vpc| view.model.vpcs[vpc].dns.enable_hub);
    let bindings = gateway.services.iter().any(|s| s.resource_bindings);
    let can = |mode: DnsMode| match mode {
        DnsMode::Primary => true,
        DnsMode::Disabled => !hub,
        DnsMode::PerResourceBinding => !hub && bindings,
    };
    let all = [DnsMode::Primary, DnsMode::Disabled, DnsMode::PerResourceBinding];
    let option =
        |mode: DnsMode| Opt::new(mode.label(), mode.label(), Edit::choose(object.clone(), Choice::Dns(mode)));
    all.into_iter().filter(|mode| can(*mode) || *mode == now).map(option).collect()
}
