//! The page of a gateway.

use super::code_panel::CodePanel;
use super::sections::Part;
use super::{Of, access, add, addresses, details, dns, groups, review, service, todo};
use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::shell::{Frame, ViewSwitch};
use crate::app::state::{Action, use_dispatch};
use crate::app::ui::{Button, Kind, MainPart, Progress, Section, origin_tag, use_here};
use crate::edit::Edit;
use crate::plan::{Key, Object};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// Properties of [`GatewayPage`].
#[derive(Properties, PartialEq)]
pub(in crate::app) struct GatewayProps {
    /// The gateway.
    pub(in crate::app) gateway: Key,
    /// The plan and its surroundings.
    pub(in crate::app) frame: Frame,
}

/// A gateway.
#[component]
pub(in crate::app) fn GatewayPage(props: &GatewayProps) -> Html {
    let (dispatch, here) = (use_dispatch(), use_here());
    let onfocusin = use_callback(props.frame.onstep.clone(), |event: FocusEvent, onstep| {
        onstep.emit(section_of(&event).map(AttrValue::from));
    });
    let view = &props.frame.view;
    let Some(of) = Of::new(view, &props.gateway, &dispatch) else { return Html::default() };
    let label = view.plan.label(&of.object);
    let another = {
        let (view, dispatch, here) = (view.clone(), dispatch.clone(), here.clone());
        Callback::from(move |()| add::add(&view, &dispatch, &here))
    };
    let copy = {
        let (view, key, vpc) = (view.clone(), of.key.clone(), of.written.wanted.vpc.clone());
        let (dispatch, here) = (dispatch.clone(), here.clone());
        Callback::from(move |()| add::duplicate(&view, &key, &vpc, &dispatch, &here))
    };
    let remove = {
        let (label, object, dispatch) = (label.clone(), of.object.clone(), dispatch.clone());
        Callback::from(move |()| {
            let text = format!("The gateway {label} is removed from the plan.");
            dispatch.act(Action::Announced(Edit::Remove(object.clone()), text));
            browser::go(&Route::page(&here, Page::Overview).href());
        })
    };
    let section = |part: Part, content: Html| {
        let next = part.next(view, of.key).map(|p| (p.id().into(), p.title().into()));
        let progress = if part == Part::Access {
            Progress::Words(access::words(&of).into())
        } else {
            part.progress(view, of.key)
        };
        html! {
            <Section id={part.id()} title={part.title()} {progress} {next}>
                { content }
            </Section>
        }
    };
    html! {
        <>
            <ViewSwitch />
            <MainPart title={format!("{label}, gateway in {}", view.plan.label(&Object::Plan))} {onfocusin}>
                <header class="phead">
                    <h1 tabindex="-1">{ &label }</h1>
                    { origin_tag(of.written.origin.is_new()) }
                    <span class="row push">
                        <Button kind={Kind::Ghost} onclick={copy}>{ "Duplicate" }</Button>
                        <Button kind={Kind::Danger} onclick={remove}>{ "Remove" }</Button>
                    </span>
                    <p>{ review::sentence(&of) }{ " Fill the sections in any order; each change is saved as you make it." }</p>
                </header>
                { todo::summary(&of) }
                { section(Part::Service, service::content(&of)) }
                { section(Part::Details, details::content(&of)) }
                { section(Part::Addresses, addresses::content(&of)) }
                { section(Part::Groups, groups::content(&of)) }
                { section(Part::Dns, dns::content(&of)) }
                { section(Part::Access, access::content(&of)) }
                { section(Part::Review, review::content(&of, &another)) }
            </MainPart>
            <CodePanel view={view.clone()} before={props.frame.before.clone()} gateway={of.key.clone()} />
        </>
    }
}

/// DOM id of the section in which something has got the focus.
fn section_of(event: &FocusEvent) -> Option<String> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    Some(element.closest("details.sec").ok()??.id())
}
