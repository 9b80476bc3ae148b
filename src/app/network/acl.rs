//! A network ACL with its rules and its subnets.

use super::details::rest;
use super::rows::after_removal;
use super::{Of, acl_row, add};
use crate::app::state::Action;
use crate::app::ui::{
    Button, Kind, Opt, Progress, Section, Select, Sym, TAKEN_OVER, TextField, Width, findings_at, is_adopted,
    origin_options, origin_tag, origin_word, resource_group_help,
};
use crate::app::words;
use crate::edit::{Choice, Edit, New};
use crate::plan::{Field, Key, NetworkAcl, Object, OriginKind, Resource};
use crate::rules::{Counts, offers};
use yew::prelude::*;

/// The section of the ACL at a position.
pub(super) fn section(of: &Of<'_>, all: &[Resource<NetworkAcl>], i: usize, add_id: &str) -> Html {
    let acl = &all[i];
    let object = Object::Acl(acl.key.clone());
    let id = object.clone().place().path(&of.view.plan);
    let name = of.label(&object);
    let existing = acl.origin.kind == OriginKind::Existing;
    let adopted = is_adopted(&acl.origin);
    let spot = |field: Field| of.view.spot(object.clone().at(field));
    let rest = rest(of, &object, &[Field::Origin, Field::Name, Field::Id, Field::ResourceGroup]);
    let next = after_removal(all, i).map(|a| Object::Acl(a.key.clone()).at(Field::Name).path(&of.view.plan));
    let next = next.unwrap_or_else(|| add_id.to_owned());
    html! {
        <Section key={id.clone()} id={id.clone()} title={name.clone()} progress={progress(of, acl)}>
            <div class="grid" role="group" aria-label={name.clone()}>
                <TextField spot={spot(Field::Name)} label="Name" value={acl.wanted.name.clone()} width={Width::Third}
                    optional={existing && !acl.origin.id.is_empty()} />
                if existing || !of.is_new() {
                    <Select spot={spot(Field::Origin)} label="Origin" value={origin_word(&acl.origin)}
                        options={origin_options(&object, "New", "Exists")} helper={adopted.then_some(TAKEN_OVER)} width={Width::Third} />
                } else {
                    <div class="field w2"><span class="label">{ "Origin" }</span><span class="fixed">{ origin_tag(true) }</span></div>
                }
                if existing {
                    <TextField spot={spot(Field::Id)} label="ID" value={acl.origin.id.clone()} mono=true optional={!adopted}
                        width={Width::Third} helper={(!adopted).then_some("Empty to look it up by its name, which Terraform cannot")} />
                }
                if !existing || adopted {
                    <TextField spot={spot(Field::ResourceGroup)} label="Resource group" value={acl.wanted.resource_group.clone()}
                        optional=true width={Width::Third} helper={resource_group_help(&acl.origin)} />
                }
                if !rest.findings.is_empty() { <div class="w6">{ findings_at(&rest, of.dispatch) }</div> }
            </div>
            <p class="helper under">{ subnets(of, &acl.key) }</p>
            { rules(of, acl, &name, existing) }
            <p class="row">{ offered(of, &acl.key, &name) }<span class="push">{ remove(of, object, &name, next) }</span></p>
        </Section>
    }
}

fn progress(of: &Of<'_>, acl: &Resource<NetworkAcl>) -> Progress {
    let rules = acl.wanted.rules.iter().map(|r| Object::AclRule(r.key.clone()));
    let objects = std::iter::once(Object::Acl(acl.key.clone())).chain(rules);
    let counts = Counts::of(objects.flat_map(|o| of.view.findings_of(&o).collect::<Vec<_>>()));
    if counts != Counts::default() {
        return Progress::Found(counts);
    }
    Progress::Words(words::count(acl.wanted.rules.len(), "rule", "rules").into())
}

/// Which subnets have the ACL.
fn subnets(of: &Of<'_>, acl: &Key) -> String {
    let own = of.written.wanted.subnets.iter().filter(|s| s.wanted.network_acl == *acl);
    let names: Vec<String> = own.map(|s| of.label(&Object::Subnet(s.key.clone()))).collect();
    match names.len() {
        0 => "No subnet has it yet: choose it at a subnet of the VPC.".to_owned(),
        1 => format!("Subnet {} has it.", names[0]),
        _ => format!("Subnets {} have it.", words::list(&names)),
    }
}

fn rules(of: &Of<'_>, acl: &Resource<NetworkAcl>, name: &str, existing: bool) -> Html {
    let all = &acl.wanted.rules;
    let add_id = format!("{}/rules:add", Object::Acl(acl.key.clone()).place().path(&of.view.plan));
    let new = add::acl_rule(of, acl);
    let first = Object::AclRule(new.key.clone()).at(Field::Name).path(&of.view.plan);
    let onclick = of.adding(New::AclRule(acl.key.clone(), new), first);
    let choice = existing || all.iter().any(|r| !r.origin.is_new());
    html! {
        <>
            if all.is_empty() {
                <p class="helper under">
                    { if existing { "No rule is given; those that exist are not known." } else { "No rule yet, so that everything is denied." } }
                </p>
            } else {
                <div class="scroll under" tabindex="0" role="region" aria-label={format!("Rules of {name}")}>
                    <table class="tight edit rules stack">
                        <thead><tr>
                            <th scope="col">{ "Order" }</th><th scope="col">{ "Rule" }</th>
                            if choice { <th scope="col">{ "Origin" }</th> }
                            <th scope="col">{ "Action" }</th><th scope="col">{ "Protocol" }</th>
                            <th scope="col">{ "From" }</th><th scope="col">{ "To" }</th>
                            <th scope="col"><span class="vh">{ "Remove" }</span></th>
                        </tr></thead>
                        { for (0..all.len()).map(|i| acl_row::row(of, all, i, choice, &add_id)) }
                    </table>
                </div>
                if existing {
                    <p class="helper under">{ "A new rule stands before the next one here that exists, else after all rules of the ACL." }</p>
                }
            }
            <p class="row">
                <Button id={add_id.clone()} kind={Kind::Ghost} icon={Sym::Add} {onclick} of={format!("to {name}")}>{ "Add a rule" }</Button>
            </p>
        </>
    }
}

/// Buttons that add the rules which gateways behind the ACL need.
fn offered(of: &Of<'_>, key: &Key, name: &str) -> Html {
    let Some(&ix) = of.model.acls.iter().find(|&&ix| of.view.model.acls[ix].key == *key) else {
        return Html::default();
    };
    let buttons = offers::through_acl(&of.view.model, ix).into_iter().map(|(gateway, fix)| {
        let (dispatch, edit) = (of.dispatch.clone(), fix.edit);
        let text = format!("Rules for {gateway} are added to {name}.");
        let onclick = Callback::from(move |()| {
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(edit.clone(), text.clone()));
        });
        html! { <Button kind={Kind::Third} small=true {onclick}>{ format!("{}, for {gateway}", fix.title) }</Button> }
    });
    html! { <>{ for buttons }</> }
}

/// The network ACLs that a subnet can have, as options.
pub(super) fn options(of: &Of<'_>, subnet: &Object, is_new: bool) -> Vec<Opt> {
    let none = Edit::choose(subnet.clone(), Choice::NetworkAcl(Key::none()));
    let what = if is_new { "The VPC's default one" } else { "Not known" };
    let acls = of.written.wanted.network_acls.iter().map(|a| {
        let edit = Edit::choose(subnet.clone(), Choice::NetworkAcl(a.key.clone()));
        Opt::new(a.key.to_string(), of.label(&Object::Acl(a.key.clone())), edit)
    });
    std::iter::once(Opt::new("", what, none)).chain(acls).collect()
}

fn remove(of: &Of<'_>, object: Object, name: &str, next: String) -> Html {
    let (dispatch, focus) = (of.dispatch.clone(), of.focus.clone());
    let text = format!("The network ACL {name} is removed from the plan.");
    let onclick = Callback::from(move |()| {
        dispatch.act(Action::Settle);
        focus.next(next.clone());
        dispatch.act(Action::Announced(Edit::Remove(object.clone()), text.clone()));
    });
    html! { <Button kind={Kind::Danger} {onclick} of={name.to_owned()}>{ "Remove the ACL" }</Button> }
}
