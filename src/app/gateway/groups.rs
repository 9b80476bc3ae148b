//! What may reach the gateway.

use super::Of;
use crate::app::route::Page;
use crate::app::state::Action;
use crate::app::ui::{Button, CheckBox, Go, Kind, findings_at, origin_tag};
use crate::app::view::Spot;
use crate::app::words;
use crate::catalog::GROUPS_PER_GATEWAY;
use crate::edit::Edit;
use crate::model::{Group, GroupRule, Ix, Remote};
use crate::plan::{Direction, Field, Key, Protocol};
use crate::rules::offers;
use yew::prelude::*;

/// Rules of a group that are told before the rest is counted.
const TOLD: usize = 3;

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let attached = &of.written.wanted.security_groups;
    let spot = of.view.spot(of.object.clone().at(Field::SecurityGroups));
    let own: Vec<_> = of.vpc().map(|v| v.groups.clone()).unwrap_or_default();
    let label = of.vpc().map_or("Security groups".to_owned(), |v| format!("Security groups of {}", v.label));
    let strangers = attached.iter().filter(|k| !own.iter().any(|ix| of.view.model.groups[*ix].key == **k));
    let empty = own.is_empty() && attached.is_empty();
    html! {
        <fieldset id={spot.id.clone()} aria-describedby={spot.described_by(false)}>
            <legend class="vh">{ "Security groups attached to the gateway" }</legend>
            <p class="muted">{ applies(of, attached.len()) }</p>
            if empty {
                <p class="helper gap">
                    { "The plan has no security group of this VPC. " }
                    if let Some(vpc) = of.vpc() { <Go to={Page::Groups(vpc.key.clone())}>{ "Describe its security groups" }</Go> }
                </p>
            } else {
                <div class="scroll gap" tabindex="0" role="region" aria-label={label}>
                    <table class="duo tight">
                        <thead><tr>
                            <th scope="col">{ "Group" }</th><th scope="col">{ "Origin" }</th>
                            <th scope="col">{ "Admits inbound" }</th><th scope="col" class="num">{ "Gateways" }</th>
                        </tr></thead>
                        <tbody>
                            { for own.iter().map(|ix| row(of, *ix, &spot)) }
                            { for strangers.map(|key| stranger(of, key, &spot)) }
                        </tbody>
                    </table>
                </div>
            }
            { offered(of) }
            <div class="gap">{ findings_at(&spot, of.dispatch) }</div>
        </fieldset>
    }
}

/// Which groups apply.
fn applies(of: &Of<'_>, attached: usize) -> String {
    if attached > 0 {
        return format!("{attached} of {GROUPS_PER_GATEWAY} chosen.");
    }
    let vpc = of.vpc().map_or("the VPC", |v| &v.label);
    format!(
        "None of {GROUPS_PER_GATEWAY} chosen: IBM Cloud attaches the default group of {vpc}, and the plan does not know what that admits."
    )
}

/// The button that plans a group for the service's ports, unless one admits them.
fn offered(of: &Of<'_>) -> Html {
    let Some(fix) = offers::group_for(&of.view.model, of.model) else { return Html::default() };
    let (dispatch, edit) = (of.dispatch.clone(), fix.edit);
    let onclick = Callback::from(move |()| {
        dispatch.act(Action::Settle);
        dispatch.edit(edit.clone());
    });
    html! { <p class="row gap"><Button kind={Kind::Third} small=true {onclick}>{ fix.title }</Button></p> }
}

/// The box that attaches a group.
fn attach(of: &Of<'_>, key: &Key, label: String, spot: &Spot) -> Html {
    let on = of.written.wanted.security_groups.contains(key);
    let edit = Edit::Attach { gateway: of.key.clone(), group: key.clone(), on: !on };
    let id = format!("{}/{key}", spot.id);
    // Each box has its own id; the findings of the whole describe those attached.
    let findings = if on { spot.findings.clone() } else { Vec::new() };
    html! { <CheckBox spot={Spot { id: id.into(), findings, ..spot.clone() }} {label} {on} {edit} /> }
}

fn row(of: &Of<'_>, ix: Ix<Group>, spot: &Spot) -> Html {
    let model = &of.view.model;
    let group = &model.groups[ix];
    let gateways = model.gateways.iter().filter(|g| g.groups.contains(&ix)).count();
    html! {
        <tr key={group.key.to_string()}>
            <td>{ attach(of, &group.key, group.label.clone(), spot) }</td>
            <td>{ origin_tag(group.origin.is_new()) }</td>
            <td>{ admits(of, group) }</td>
            <td class="num" data-l="gateways">{ gateways }</td>
        </tr>
    }
}

/// A group that is attached and is none of the VPC's.
fn stranger(of: &Of<'_>, key: &Key, spot: &Spot) -> Html {
    html! {
        <tr key={key.to_string()}>
            <td>{ attach(of, key, key.to_string(), spot) }</td><td></td><td>{ "not a group of this VPC" }</td><td></td>
        </tr>
    }
}

/// What a group admits inbound, as far as the plan knows.
fn admits(of: &Of<'_>, group: &Group) -> String {
    let rules: Vec<_> = group
        .rules
        .iter()
        .map(|ix| &of.view.model.rules[*ix])
        .filter(|r| r.direction == Direction::Inbound)
        .map(|r| admitted(of, r))
        .collect();
    match rules.len() {
        0 if group.origin.is_new() => "nothing".to_owned(),
        0 => "not known".to_owned(),
        n if n > TOLD => {
            format!(
                "{} and {}",
                rules[..TOLD].join(", "),
                words::count(n - TOLD, "other rule", "other rules")
            )
        }
        _ => rules.join(", "),
    }
}

fn admitted(of: &Of<'_>, rule: &GroupRule) -> String {
    let what = match rule.protocol {
        Protocol::Tcp => "TCP",
        Protocol::Udp => "UDP",
        Protocol::Icmp => "ICMP",
        Protocol::IcmpTcpUdp => "ICMP, TCP and UDP",
    };
    let ports = match &rule.ports {
        Some((first, last)) if first == last => format!(" {first}"),
        Some((first, last)) => format!(" {first} to {last}"),
        None => String::new(),
    };
    let from = match &rule.remote {
        Remote::Anywhere => "anywhere".to_owned(),
        Remote::Address(ip) => ip.to_string(),
        Remote::Net(net) => net.to_string(),
        Remote::Group(ix) if *ix == rule.group => "the group itself".to_owned(),
        Remote::Group(ix) => of.view.model.groups[*ix].label.clone(),
        Remote::Unknown(text) => text.clone(),
    };
    format!("{what}{ports} from {from}")
}
