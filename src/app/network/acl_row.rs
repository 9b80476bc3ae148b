//! A rule of a network ACL in its table.

use super::Of;
use super::rows::{Row, after_removal};
use super::rule_row::{direction, directions, protocol, protocols};
use crate::app::state::Action as Act;
use crate::app::ui::{Opt, Select, TextField};
use crate::edit::{Choice, Edit};
use crate::plan::{Action, Field, NetworkAclRule, Object, Resource};
use yew::prelude::*;

/// The row at a position.
pub(super) fn row(
    of: &Of<'_>,
    all: &[Resource<NetworkAclRule>],
    i: usize,
    choice: bool,
    add_id: &str,
) -> Html {
    let rule = &all[i];
    let wanted = &rule.wanted;
    let object = Object::AclRule(rule.key.clone());
    let name = match wanted.name.as_str() {
        "" => format!("rule {}", rule.key),
        name => format!("rule {name}"),
    };
    let row = Row::new(of, object, name.clone());
    let next =
        after_removal(all, i).map(|r| Object::AclRule(r.key.clone()).at(Field::Name).path(&of.view.plan));
    let [source, destination] = sides(&row, wanted);
    let cells = html! {
        <>
            <td data-l="Order"><span class="row order">
                <span class="num">{ i + 1 }</span>{ mover(of, &row, i, all.len(), true) }{ mover(of, &row, i, all.len(), false) }
            </span></td>
            <td data-l="Rule" class="w-m"><TextField spot={row.spot(Field::Name)} label={row.label("Name")} hide_label=true value={wanted.name.clone()}
                findings_elsewhere=true /></td>
            if choice { <td data-l="Origin" class="w-s">{ row.origin(&rule.origin, choice, true) }</td> }
            <td data-l="Action" class="w-l both">
                <Select spot={row.spot(Field::Action)} label={row.label("Action")} hide_label=true value={action(wanted.action)}
                    options={actions(&row.object)} findings_elsewhere=true />
                <Select spot={row.spot(Field::Direction)} label={row.label("Direction")} hide_label=true value={direction(wanted.direction)}
                    options={directions(&row.object)} findings_elsewhere=true />
            </td>
            <td data-l="Protocol" class="w-m"><Select spot={row.spot(Field::Protocol)} label={row.label("Protocol")} hide_label=true value={protocol(wanted.protocol)}
                options={protocols(&row.object)} findings_elsewhere=true /></td>
            <td data-l="From" class="w-l both">{ source }</td>
            <td data-l="To" class="w-l both">{ destination }</td>
            <td class="end">{ row.remove(&format!("The {name}"), next, add_id) }</td>
        </>
    };
    row.draw(if choice { 8 } else { 7 }, cells, Classes::new())
}

/// The button that moves a rule one up or down. The focus stays on it.
fn mover(of: &Of<'_>, row: &Row<'_>, i: usize, count: usize, up: bool) -> Html {
    let Object::AclRule(key) = &row.object else { return Html::default() };
    let (word, sign) = if up { ("up", "↑") } else { ("down", "↓") };
    let id = format!("{}:{word}", row.id);
    let off = if up { i == 0 } else { i + 1 == count };
    let to = if up { i.saturating_sub(1) } else { i + 1 };
    // At either end the button is off, and the other one takes the focus.
    let stays = if up { to > 0 } else { to + 1 < count };
    let next = if stays { id.clone() } else { format!("{}:{}", row.id, if up { "down" } else { "up" }) };
    let (dispatch, focus) = (of.dispatch.clone(), of.focus.clone());
    let edit = Edit::Move { rule: key.clone(), to };
    let text = format!("The {} is number {} now.", row.name, to + 1);
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.act(Act::Settle);
        focus.next(next.clone());
        dispatch.act(Act::Announced(edit.clone(), text.clone()));
    });
    let words = format!("Move {} {word}", row.name);
    html! {
        <button type="button" class="btn ghost s" {id} title={words.clone()} disabled={off} {onclick}>
            <span aria-hidden="true">{ sign }</span><span class="vh">{ words }</span>
        </button>
    }
}

fn action(of: Action) -> &'static str {
    match of {
        Action::Allow => "Allow",
        Action::Deny => "Deny",
    }
}

fn actions(object: &Object) -> Vec<Opt> {
    let option = |a| Opt::new(action(a), action(a), Edit::choose(object.clone(), Choice::Action(a)));
    [Action::Allow, Action::Deny].map(option).to_vec()
}

/// Where the traffic comes from, and where it goes to.
fn sides(row: &Row<'_>, rule: &NetworkAclRule) -> [Html; 2] {
    let text = |field, label: &str, value: &str, hint: &'static str, mono| {
        html! {
            <TextField spot={row.spot(field)} label={row.label(label)} hide_label=true value={value.to_owned()} {mono}
                placeholder={hint} findings_elsewhere=true />
        }
    };
    let pair = |min: Html, max: Html| {
        html! { <span class="pair">{ min }<span class="to">{ "to" }</span>{ max }</span> }
    };
    let ports = rule.has_ports();
    let source = html! {
        <>
            { text(Field::Source, "Source", &rule.source, "anywhere", true) }
            if ports {
                { pair(
                    text(Field::SourcePortMin, "First source port", &rule.source_port_min, "any port", false),
                    text(Field::SourcePortMax, "Last source port", &rule.source_port_max, "any port", false),
                ) }
            }
        </>
    };
    let destination = html! {
        <>
            { text(Field::Destination, "Destination", &rule.destination, "anywhere", true) }
            if ports {
                { pair(
                    text(Field::DestinationPortMin, "First destination port", &rule.destination_port_min, "any port", false),
                    text(Field::DestinationPortMax, "Last destination port", &rule.destination_port_max, "any port", false),
                ) }
            }
        </>
    };
    [source, destination]
}
