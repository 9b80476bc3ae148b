//! A rule of a security group in its table.

use super::rows::{Row, after_removal};
use super::{Of, add};
use crate::app::ui::{Opt, Select, TextField};
use crate::edit::{Choice, Edit};
use crate::plan::{Direction, Field, Key, Object, Protocol, Resource, SecurityGroup, SecurityGroupRule};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

/// Rules of which a block is or was shown. They keep showing it while it is typed
/// anew, although the plan says anywhere as long as it is empty.
pub(super) struct Typing {
    pub(super) rules: Rc<RefCell<BTreeSet<Key>>>,
    pub(super) redraw: UseForceUpdateHandle,
}

/// What a rule says of the other side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Anywhere,
    Block,
    Group,
}

impl Side {
    fn word(self) -> &'static str {
        match self {
            Self::Anywhere => "anywhere",
            Self::Block => "block",
            Self::Group => "group",
        }
    }
}

/// The row at a position.
pub(super) fn row(
    of: &Of<'_>,
    group: &Resource<SecurityGroup>,
    i: usize,
    choice: bool,
    typing: &Typing,
    add_id: &str,
) -> Html {
    let all = &group.wanted.rules;
    let rule = &all[i];
    let wanted = &rule.wanted;
    let object = Object::Rule(rule.key.clone());
    let name = match wanted.name.as_str() {
        "" => format!("rule {}", rule.key),
        name => format!("rule {name}"),
    };
    let row = Row::new(of, object, name.clone());
    let next = after_removal(all, i).map(|r| Object::Rule(r.key.clone()).at(Field::Name).path(&of.view.plan));
    let cells = html! {
        <>
            <td data-l="Rule" class="w-m"><TextField spot={row.spot(Field::Name)} label={row.label("Name")} hide_label=true value={wanted.name.clone()}
                placeholder="by IBM Cloud" findings_elsewhere=true /></td>
            if choice { <td data-l="Origin" class="w-s">{ row.origin(&rule.origin, choice, true) }</td> }
            <td data-l="Direction" class="w-m"><Select spot={row.spot(Field::Direction)} label={row.label("Direction")} hide_label=true value={direction(wanted.direction)}
                options={directions(&row.object)} findings_elsewhere=true /></td>
            <td data-l="Protocol" class="w-l"><Select spot={row.spot(Field::Protocol)} label={row.label("Protocol")} hide_label=true value={protocol(wanted.protocol)}
                options={protocols(&row.object)} findings_elsewhere=true /></td>
            <td data-l="Ports">{ ports(&row, wanted) }</td>
            <td data-l="From or to" class="w-xl">{ sides(&row, of, group, rule, typing) }</td>
            <td data-l="Which" class="w-l">{ which(&row, of, rule, typing) }</td>
            <td class="end">{ row.remove(&format!("The {name}"), next, add_id) }</td>
        </>
    };
    row.draw(if choice { 8 } else { 7 }, cells, Classes::new())
}

pub(super) fn direction(of: Direction) -> &'static str {
    match of {
        Direction::Inbound => "Inbound",
        Direction::Outbound => "Outbound",
    }
}

pub(super) fn directions(object: &Object) -> Vec<Opt> {
    let option = |d| Opt::new(direction(d), direction(d), Edit::choose(object.clone(), Choice::Direction(d)));
    [Direction::Inbound, Direction::Outbound].map(option).to_vec()
}

pub(super) fn protocol(of: Protocol) -> &'static str {
    match of {
        Protocol::Tcp => "TCP",
        Protocol::Udp => "UDP",
        Protocol::Icmp => "ICMP",
        Protocol::IcmpTcpUdp => "ICMP, TCP, UDP",
    }
}

pub(super) fn protocols(object: &Object) -> Vec<Opt> {
    let option = |p| Opt::new(protocol(p), protocol(p), Edit::choose(object.clone(), Choice::Protocol(p)));
    [Protocol::Tcp, Protocol::Udp, Protocol::Icmp, Protocol::IcmpTcpUdp].map(option).to_vec()
}

/// First and last port; only TCP and UDP have them.
fn ports(row: &Row<'_>, rule: &SecurityGroupRule) -> Html {
    if !matches!(rule.protocol, Protocol::Tcp | Protocol::Udp) {
        return html! { <span class="fixed muted">{ "all" }</span> };
    }
    html! {
        <span class="pair">
            <TextField spot={row.spot(Field::PortMin)} label={row.label("First port")} hide_label=true value={rule.port_min.clone()}
                keyboard="numeric" placeholder="all" findings_elsewhere=true />
            <span class="to">{ "to" }</span>
            <TextField spot={row.spot(Field::PortMax)} label={row.label("Last port")} hide_label=true value={rule.port_max.clone()}
                keyboard="numeric" placeholder="all" findings_elsewhere=true />
        </span>
    }
}

fn side(rule: &Resource<SecurityGroupRule>, typing: &Typing) -> Side {
    let mut rules = typing.rules.borrow_mut();
    if !rule.wanted.remote_group.is_none() {
        Side::Group
    } else if !rule.wanted.remote.is_empty() || rules.contains(&rule.key) {
        rules.insert(rule.key.clone());
        Side::Block
    } else {
        Side::Anywhere
    }
}

/// What kind of other side.
fn sides(
    row: &Row<'_>,
    of: &Of<'_>,
    group: &Resource<SecurityGroup>,
    rule: &Resource<SecurityGroupRule>,
    typing: &Typing,
) -> Html {
    let onpick = {
        let (rules, redraw, key) = (typing.rules.clone(), typing.redraw.clone(), rule.key.clone());
        Callback::from(move |word: AttrValue| {
            if *word == *Side::Block.word() {
                rules.borrow_mut().insert(key.clone());
            } else {
                rules.borrow_mut().remove(&key);
            }
            redraw.force_update();
        })
    };
    // Where the row is new to its kind, something definite is put in.
    let block =
        if rule.wanted.remote.is_empty() { add::first_prefix(of) } else { Some(rule.wanted.remote.clone()) };
    let other = of.written.wanted.security_groups.iter().find(|g| g.key != group.key).unwrap_or(group);
    let to = |label: &str, remote: String, remote_group: Key| Edit::All {
        label: label.to_owned(),
        edits: vec![
            Edit::text(row.object.clone(), Field::Remote, remote),
            Edit::choose(row.object.clone(), Choice::RemoteGroup(remote_group)),
        ],
    };
    let option = |side: Side, label: &'static str, edit: Edit| Opt::new(side.word(), label, edit);
    let options = vec![
        option(Side::Anywhere, "Anywhere", to("set remote to anywhere", String::new(), Key::none())),
        option(
            Side::Block,
            "Address or block",
            to("set remote to a block", block.unwrap_or_default(), Key::none()),
        ),
        option(Side::Group, "Security group", to("set remote to a group", String::new(), other.key.clone())),
    ];
    let spot = row.spot(Field::Remote);
    let spot = crate::app::view::Spot { id: format!("{}/side", row.id).into(), findings: Vec::new(), ..spot };
    html! {
        <Select {spot} label={row.label("Other side")} hide_label=true value={side(rule, typing).word()} {options} {onpick} findings_elsewhere=true />
    }
}

/// The block or group of the other side.
fn which(row: &Row<'_>, of: &Of<'_>, rule: &Resource<SecurityGroupRule>, typing: &Typing) -> Html {
    match side(rule, typing) {
        Side::Anywhere => html! { <span class="fixed muted">{ "any address" }</span> },
        Side::Block => html! {
            <TextField spot={row.spot(Field::Remote)} label={row.label("Address or block")} hide_label=true
                value={rule.wanted.remote.clone()} mono=true placeholder="empty: anywhere" findings_elsewhere=true />
        },
        Side::Group => {
            let option = |g: &Resource<SecurityGroup>| {
                let choice = Choice::RemoteGroup(g.key.clone());
                let edit = Edit::choose(row.object.clone(), choice);
                Opt::new(g.key.to_string(), of.label(&Object::Group(g.key.clone())), edit)
            };
            let options: Vec<Opt> = of.written.wanted.security_groups.iter().map(option).collect();
            html! {
                <Select spot={row.spot(Field::RemoteGroup)} label={row.label("Group")} hide_label=true
                    value={rule.wanted.remote_group.to_string()} {options} findings_elsewhere=true />
            }
        }
    }
}
