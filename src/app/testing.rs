//! What the page's tests share.

use super::state::{Action, Dispatch};
use crate::edit::{Edit, apply};
use crate::plan::{Field, Key, Object, Plan, TEMPLATES, read};
use yew::prelude::*;

/// A key.
pub(super) fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

/// A plan of two gateways in three zones.
pub(super) fn two_gateways() -> Plan {
    read(TEMPLATES.iter().find(|t| t.id == "keys-and-secrets").unwrap().text).unwrap()
}

/// The same with one address planned twice.
pub(super) fn clashing() -> Plan {
    let at = Object::Address(key("app-secrets"), 0);
    apply(&two_gateways(), &Edit::text(at, Field::Address, "10.240.8.4")).unwrap()
}

#[derive(Properties, PartialEq)]
struct InPlanProps {
    children: Html,
}

#[component]
fn InPlan(props: &InPlanProps) -> Html {
    let dispatch = use_memo((), |()| Dispatch::new(Callback::from(|_: Action| ())));
    html! {
        <ContextProvider<Dispatch> context={(*dispatch).clone()}>{ props.children.clone() }</ContextProvider<Dispatch>>
    }
}

/// The markup of these components inside an open plan.
pub(super) async fn markup(children: Html) -> String {
    yew::LocalServerRenderer::<InPlan>::with_props(InPlanProps { children }).hydratable(false).render().await
}
