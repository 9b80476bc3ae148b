//! A security group with its rules.

use super::details::rest;
use super::rows::after_removal;
use super::rule_row::{self, Typing};
use super::{Of, add};
use crate::app::state::Action;
use crate::app::ui::{
    Button, Kind, Progress, Section, Select, Sym, TAKEN_OVER, TextField, Width, findings_at, is_adopted,
    origin_options, origin_tag, origin_word, resource_group_help,
};
use crate::app::words;
use crate::edit::{Edit, New};
use crate::plan::{Field, Object, OriginKind, Resource, SecurityGroup};
use crate::rules::Counts;
use yew::prelude::*;

/// The section of the group at a position.
pub(super) fn section(
    of: &Of<'_>,
    all: &[Resource<SecurityGroup>],
    i: usize,
    typing: &Typing,
    add_id: &str,
) -> Html {
    let group = &all[i];
    let object = Object::Group(group.key.clone());
    let id = object.clone().place().path(&of.view.plan);
    let name = of.label(&object);
    let existing = group.origin.kind == OriginKind::Existing;
    let adopted = is_adopted(&group.origin);
    let spot = |field: Field| of.view.spot(object.clone().at(field));
    let rest = rest(of, &object, &[Field::Origin, Field::Name, Field::Id, Field::ResourceGroup]);
    let next =
        after_removal(all, i).map(|g| Object::Group(g.key.clone()).at(Field::Name).path(&of.view.plan));
    html! {
        <Section key={id.clone()} id={id.clone()} title={name.clone()} progress={progress(of, group)}>
            <div class="grid" role="group" aria-label={name.clone()}>
                <TextField spot={spot(Field::Name)} label="Name" value={group.wanted.name.clone()} width={Width::Third}
                    optional={existing && !group.origin.id.is_empty()} />
                if existing || !of.is_new() {
                    <Select spot={spot(Field::Origin)} label="Origin" value={origin_word(&group.origin)}
                        options={origin_options(&object, "New", "Exists")} helper={adopted.then_some(TAKEN_OVER)} width={Width::Third} />
                } else {
                    <div class="field w2"><span class="label">{ "Origin" }</span><span class="fixed">{ origin_tag(true) }</span></div>
                }
                if existing {
                    <TextField spot={spot(Field::Id)} label="ID" value={group.origin.id.clone()} mono=true optional={!adopted}
                        width={Width::Third} helper={(!adopted).then_some("Empty to look it up by its name")} />
                }
                if !existing || adopted {
                    <TextField spot={spot(Field::ResourceGroup)} label="Resource group" value={group.wanted.resource_group.clone()}
                        optional=true width={Width::Third} helper={resource_group_help(&group.origin)} />
                }
                if !rest.findings.is_empty() { <div class="w6">{ findings_at(&rest, of.dispatch) }</div> }
            </div>
            { rules(of, group, &name, existing, typing, remove(of, object, &name, next, add_id)) }
        </Section>
    }
}

fn progress(of: &Of<'_>, group: &Resource<SecurityGroup>) -> Progress {
    let rules = group.wanted.rules.iter().map(|r| Object::Rule(r.key.clone()));
    let objects = std::iter::once(Object::Group(group.key.clone())).chain(rules);
    let counts = Counts::of(objects.flat_map(|o| of.view.findings_of(&o).collect::<Vec<_>>()));
    if counts != Counts::default() {
        return Progress::Found(counts);
    }
    Progress::Words(words::count(group.wanted.rules.len(), "rule", "rules").into())
}

fn rules(
    of: &Of<'_>,
    group: &Resource<SecurityGroup>,
    name: &str,
    existing: bool,
    typing: &Typing,
    remove: Html,
) -> Html {
    let all = &group.wanted.rules;
    let add_id = format!("{}/rules:add", Object::Group(group.key.clone()).place().path(&of.view.plan));
    let new = add::rule(of);
    let first = Object::Rule(new.key.clone()).at(Field::Name).path(&of.view.plan);
    let onclick = of.adding(New::Rule(group.key.clone(), new), first);
    let choice = existing || all.iter().any(|r| !r.origin.is_new());
    html! {
        <>
            if all.is_empty() {
                <p class="helper under">
                    { if existing { "No rule is given; those that exist are not known." } else { "No rule yet, so that nothing is admitted." } }
                </p>
            } else {
                <div class="scroll under" tabindex="0" role="region" aria-label={format!("Rules of {name}")}>
                    <table class="tight edit rules stack">
                        <thead><tr>
                            <th scope="col">{ "Rule" }</th>
                            if choice { <th scope="col">{ "Origin" }</th> }
                            <th scope="col">{ "Direction" }</th><th scope="col">{ "Protocol" }</th><th scope="col">{ "Ports" }</th>
                            <th scope="col">{ "From or to" }</th><th scope="col">{ "Which" }</th>
                            <th scope="col"><span class="vh">{ "Remove" }</span></th>
                        </tr></thead>
                        { for (0..all.len()).map(|i| rule_row::row(of, group, i, choice, typing, &add_id)) }
                    </table>
                </div>
            }
            <p class="row">
                <Button id={add_id.clone()} kind={Kind::Ghost} icon={Sym::Add} {onclick} of={format!("to {name}")}>{ "Add a rule" }</Button>
                <span class="push">{ remove }</span>
            </p>
        </>
    }
}

fn remove(of: &Of<'_>, object: Object, name: &str, next: Option<String>, add_id: &str) -> Html {
    let (dispatch, focus) = (of.dispatch.clone(), of.focus.clone());
    let text = format!("The security group {name} is removed from the plan.");
    let next = next.unwrap_or_else(|| add_id.to_owned());
    let onclick = Callback::from(move |()| {
        dispatch.act(Action::Settle);
        focus.next(next.clone());
        dispatch.act(Action::Announced(Edit::Remove(object.clone()), text.clone()));
    });
    html! { <Button kind={Kind::Danger} {onclick} of={name.to_owned()}>{ "Remove the group" }</Button> }
}
