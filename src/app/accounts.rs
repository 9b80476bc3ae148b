//! How other accounts let the plan's gateways in: authorization policies, edited in place.

use super::browser;
use super::shell::Frame;
use super::state::{Action, Dispatch, use_dispatch};
use super::ui::{
    Button, Kind, MainPart, Select, Sym, TextField, finding_box, icon, is_adopted, origin_options,
    origin_word,
};
use super::view::Seen;
use crate::edit::{Edit, New};
use crate::plan::{Field, Key, Object, OriginKind, Policy, Resource};
use yew::prelude::*;

/// Properties of [`AccountsPage`].
#[derive(Properties, PartialEq)]
pub(super) struct AccountsProps {
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// DOM id of the button that adds a policy.
const ADD: &str = "policies:add";

/// The policies of a plan.
#[component]
pub(super) fn AccountsPage(props: &AccountsProps) -> Html {
    let dispatch = use_dispatch();
    let view = &props.frame.view;
    let plan = &view.plan;
    let account = view.spot(Object::Plan.at(Field::Account));
    html! {
        <MainPart title={format!("Other accounts, in {}", plan.label(&Object::Plan))}>
            <header class="phead">
                <h1 tabindex="-1">{ "Other accounts" }</h1>
                <p>{ "Where a gateway reaches a service that another account owns, that account has to let it in first, by an authorization policy. The exports write the policies of each account as a folder of their own, to be run with that account's credentials; its README has the steps in the console, too." }</p>
            </header>
            <div class="grid">
                <TextField spot={account} label="Account of this plan" optional=true mono=true value={plan.account.clone()}
                    helper="Its gateways are the ones that are let in" />
            </div>
            if plan.policies.is_empty() {
                <p class="lead gap">{ "No policy yet." }</p>
            } else {
                <table class="tight edit stack gap">
                    <caption class="vh">{ "Authorization policies" }</caption>
                    <thead><tr>
                        <th scope="col">{ "Target account" }</th><th scope="col">{ "Service" }</th><th scope="col">{ "Instance" }</th>
                        <th scope="col">{ "Source account" }</th><th scope="col">{ "Origin" }</th><th scope="col"><span class="vh">{ "Remove" }</span></th>
                    </tr></thead>
                    { for plan.policies.iter().map(|policy| row(view, policy, &dispatch)) }
                </table>
                <p class="helper">{ "The target account owns the service, and the policy is made there; the source account is that of the gateways, which is the plan's where none is given. The service is named as in its CRNs. Without an instance the policy is for all of them, as IBM's page has it." }</p>
            }
            <p class="row gap"><Button id={ADD} kind={Kind::Third} icon={Sym::Add} onclick={adding(view, &dispatch)}>{ "Add an authorization policy" }</Button></p>
        </MainPart>
    }
}

fn adding(view: &Seen, dispatch: &Dispatch) -> Callback<()> {
    let plan = &view.plan;
    let key = Key::make("policy", "policy", |k| plan.policies.iter().any(|p| p.key.as_str() == k));
    let first = Object::Policy(key.clone()).at(Field::TargetAccount).path(plan);
    let edit = Edit::Add(New::Policy(Resource { key, wanted: Policy::default(), ..Resource::default() }));
    let dispatch = dispatch.clone();
    Callback::from(move |()| {
        dispatch.act(Action::Settle);
        dispatch.edit(edit.clone());
        browser::focus_on(&first);
    })
}

fn row(view: &Seen, policy: &Resource<Policy>, dispatch: &Dispatch) -> Html {
    let object = Object::Policy(policy.key.clone());
    let (wanted, origin) = (&policy.wanted, &policy.origin);
    let name = view.plan.label(&object);
    let id = object.clone().place().path(&view.plan);
    let said = format!("{id}:findings");
    let spot = |field: Field| view.spot(object.clone().at(field)).said_at(said.clone());
    let field = |field: Field, head: &'static str, value: &str, placeholder: Option<AttrValue>| {
        html! {
            <td data-l={head}><TextField spot={spot(field)} label={format!("{head} of policy {name}")} hide_label=true
                value={value.to_owned()} mono=true {placeholder} findings_elsewhere=true /></td>
        }
    };
    let mut found = view.findings_of(&object).peekable();
    let own = (!view.plan.account.is_empty()).then(|| view.plan.account.clone().into());
    let existing = origin.kind == OriginKind::Existing;
    let remove = format!("Remove policy {name}");
    let onclick = {
        let (dispatch, object) = (dispatch.clone(), object.clone());
        let announced = format!("The authorization policy {name} is removed from the plan.");
        Callback::from(move |_: MouseEvent| {
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(Edit::Remove(object.clone()), announced.clone()));
            browser::focus_on(ADD);
        })
    };
    html! {
        <tbody key={id.clone()} {id}>
            <tr>
                { field(Field::TargetAccount, "Target account", &wanted.target_account, None) }
                { field(Field::Service, "Service", &wanted.service, None) }
                { field(Field::Instance, "Instance", &wanted.instance, Some("all".into())) }
                { field(Field::SourceAccount, "Source account", &wanted.source_account, own) }
                <td data-l="Origin">
                    <Select spot={spot(Field::Origin)} label={format!("Origin of policy {name}")} hide_label=true
                        value={origin_word(origin)} options={origin_options(&object, "New", "Exists")} findings_elsewhere=true />
                    if existing {
                        <TextField spot={spot(Field::Id)} label={format!("ID of policy {name}")} hide_label=true
                            value={origin.id.clone()} mono=true placeholder={Some(AttrValue::Static(if is_adopted(origin) { "ID" } else { "ID, optional" }))} findings_elsewhere=true />
                    }
                </td>
                <td class="end">
                    <button type="button" class="btn ghost danger s" title={remove.clone()} {onclick}>
                        { icon(Sym::Close) }<span class="vh">{ remove }</span>
                    </button>
                </td>
            </tr>
            if found.peek().is_some() {
                <tr class="said"><td colspan="6"><div class="finds" id={said.clone()}>
                    { for found.map(|f| finding_box(f, dispatch)) }
                </div></td></tr>
            }
        </tbody>
    }
}
