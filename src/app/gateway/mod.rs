//! A gateway, section by section, and the code for it.

use super::browser;
use super::route::{Page, Route};
use super::shell::Frame;
use super::state::Dispatch;
use super::ui::{MainPart, OriginTag, TextField};
use super::view::{Seen, View};
use crate::edit::{Edit, New};
use crate::plan::{Field, Gateway, Key, Object, Resource};
use crate::rules::Counts;
use yew::prelude::*;

/// Properties of [`GatewayPage`].
#[derive(Properties, PartialEq)]
pub(super) struct GatewayProps {
    /// The gateway.
    pub(super) gateway: Key,
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// A gateway.
#[component]
pub(super) fn GatewayPage(props: &GatewayProps) -> Html {
    let view = &props.frame.view;
    let Some(gateway) = view.plan.gateway(&props.gateway) else { return Html::default() };
    let object = Object::Gateway(props.gateway.clone());
    let label = view.plan.label(&object);
    html! {
        <MainPart title={format!("{label}, gateway in {}", view.plan.name)}>
            <header class="phead"><h1 tabindex="-1">{ &label }</h1><OriginTag new={gateway.origin.is_new()} /></header>
            <div class="grid">
                <TextField spot={view.spot(object.at(Field::Name))} label="Name" value={gateway.wanted.name.clone()} />
            </div>
        </MainPart>
    }
}

/// The sections of a gateway: DOM id, title, state in words, findings.
pub(super) fn steps(
    _view: &View,
    _key: &Key,
) -> Vec<(&'static str, &'static str, Option<AttrValue>, Counts)> {
    Vec::new()
}

/// Adds a gateway and opens it.
pub(super) fn add(view: &Seen, dispatch: &Dispatch, here: &str) {
    let key = Key::make("gateway", "gateway", |k| view.plan.gateways.iter().any(|g| g.key.as_str() == k));
    let wanted = Gateway { name: key.to_string(), ..Gateway::default() };
    dispatch.edit(Edit::Add(New::Gateway(Resource { key: key.clone(), wanted, ..Resource::default() })));
    browser::go(&Route::page(here, Page::Gateway(key)).href());
}
