//! Access from another account: whether the owner of the service has to let the gateway in.

use super::Of;
use crate::app::route::Page;
use crate::app::ui::{Go, Kind, TextField, Width};
use crate::model::{Crn, Target};
use crate::plan::{Field, Object};
use yew::prelude::*;

/// What there is to say of it.
enum Need<'v> {
    /// Nothing has to be done, for a reason.
    None(&'static str),
    /// It depends on the plan's account, which is not known.
    Unknown,
    /// The instance is in the plan's account.
    Own,
    /// The owner of this has to let the gateway in.
    Policy(&'v Crn),
}

fn need<'v>(of: &Of<'v>) -> Need<'v> {
    let crn = match &of.model.target {
        Target::Infrastructure(_) => return Need::None("the infrastructure is in no account"),
        Target::PrivatePath(_) => {
            return Need::None("the provider of the service permits the gateway itself");
        }
        Target::Cloud(crn) if crn.value().is_none() => return Need::None("known once the service is chosen"),
        Target::Cloud(_) => of.model.owned(),
    };
    let (Some(crn), own) = (crn, of.view.model.account.value()) else {
        return Need::None("the service's endpoint is the same for all accounts");
    };
    match own {
        None => Need::Unknown,
        Some(own) if crn.account().as_ref() == Some(own) => Need::Own,
        Some(_) => Need::Policy(crn),
    }
}

/// How far it is, in words.
pub(super) fn words(of: &Of<'_>) -> String {
    match need(of) {
        Need::None(why) => format!("Not needed: {why}"),
        Need::Own => "Not needed: the instance is in your account".to_owned(),
        Need::Unknown => "Whether it is needed is not known".to_owned(),
        Need::Policy(crn) if of.view.model.policies_for(crn).next().is_some() => {
            "A policy of the plan lets it in".to_owned()
        }
        Need::Policy(_) => "A policy is needed".to_owned(),
    }
}

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let need = need(of);
    if matches!(need, Need::None(_)) {
        return html! {
            <>
                <p>{ "A service instance that another account owns is reached only when that account lets the gateway in first, by an authorization policy." }</p>
                if of.model.target.crn().is_some_and(|crn| crn.service() == "cloud-object-storage") {
                    <p class="helper gap">{ "For Object Storage the sources do not agree: IBM's page on cross-account gateways takes it as its case, but the CRN of its endpoint names no account, and that of an instance is refused as a target. Access to another account's buckets is granted there." }</p>
                }
            </>
        };
    }
    let other = of.model.owned().and_then(Crn::account).map(|a| a.to_string()).unwrap_or_default();
    let own = &of.view.plan.account;
    let mut account = of.view.spot(Object::Plan.at(Field::Account));
    // Of other gateways their own pages tell.
    account.findings.retain(|f| f.places.len() == 1 || f.concerns(&of.object));
    // The field keeps its place, and with it the focus, whatever is typed.
    html! {
        <>
            <p>{ "The service is an instance of the account " }<code>{ &other }</code>{ match need {
                Need::Own => ", which is the plan's.".to_owned(),
                Need::Policy(_) => format!(". It has to let endpoint gateways of the account {own} in before the gateway is made, by an authorization policy; without it the gateway is refused, and the message is that the service is not found."),
                Need::None(_) | Need::Unknown => ". Whether it is another one shows once the plan's account is known.".to_owned(),
            } }</p>
            <div class="grid gap">
                <TextField spot={account} label="Account of this plan" optional=true mono=true value={own.clone()} width={Width::Full}
                    helper="32 digits and letters, from Manage, Account in the console" />
            </div>
            if let Need::Policy(crn) = need { { policies(of, crn) } }
        </>
    }
}

/// The policies that let the gateway in, and what becomes of them.
fn policies(of: &Of<'_>, crn: &Crn) -> Html {
    let model = &of.view.model;
    let policies: Vec<_> = model.policies_for(crn).map(|ix| &model.policies[ix]).collect();
    html! {
        <>
            if policies.is_empty() {
                <p class="helper gap">{ "Where the policy is there already, add it and say that it exists: then nothing is made." }</p>
            }
            <ul class="gap">
                { for policies.iter().map(|policy| html! {
                    <li>{ if policy.origin.is_new() { "New policy: " } else { "Policy that exists: " } }{ &policy.label }
                        { if policy.instance.is_empty() { ", all instances" } else { ", this instance" } }</li>
                }) }
            </ul>
            <p class="helper gap">{ "The exports write new policies of an account as a folder of its own that is run first, with that account's credentials: CLI, API calls or Terraform. Its README has the steps in the console for an owner who has only that. The gateway itself cannot be made in the console." }</p>
            <p class="row gap"><Go to={Page::Accounts} class={Kind::Ghost.class()}>{ "Policies of the plan" }</Go></p>
        </>
    }
}
