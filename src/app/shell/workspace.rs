//! One open plan: its state, what stands around it, and the page that is shown.

use super::Bar;
use super::notice::{NoticeLine, SaveFile, SavingTrouble};
use super::rail::Rail;
use super::rename::PlanName;
use super::shortcuts::use_shortcuts;
use super::status::status;
use crate::app::accounts::AccountsPage;
use crate::app::browser;
use crate::app::export_page::ExportPage;
use crate::app::gateway::GatewayPage;
use crate::app::gateways::GatewaysPage;
use crate::app::network::{AclsPage, GroupsPage, VpcPage};
use crate::app::overview::Overview;
use crate::app::route::Page;
use crate::app::rules_page::RulesPage;
use crate::app::state::{Action, Dispatch, State};
use crate::app::store::use_saving;
use crate::app::ui::{Here, Kind, MainPart, Sym, icon};
use crate::app::view::Seen;
use crate::plan::Plan;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Workspace`].
#[derive(Properties, PartialEq)]
pub(crate) struct WorkspaceProps {
    /// The plan's id in this browser.
    pub(crate) id: AttrValue,
    /// The plan as it was opened.
    pub(crate) plan: Rc<Plan>,
    /// The page.
    pub(crate) page: Page,
    /// DOM id of the element that gets the focus.
    pub(crate) at: Option<AttrValue>,
    /// Opens the plan again as it is kept, in place of what is here.
    pub(crate) read_again: Callback<()>,
}

/// What every page of a plan is given.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Frame {
    /// The plan, understood and checked.
    pub(crate) view: Seen,
    /// The plan before the last step.
    pub(crate) before: Seen,
    /// DOM id of the element that the address names, which gets the focus.
    pub(crate) at: Option<AttrValue>,
    /// Told the DOM id of the section that gets the focus.
    pub(crate) onstep: Callback<Option<AttrValue>>,
}

/// One open plan.
#[component]
pub(crate) fn Workspace(props: &WorkspaceProps) -> Html {
    let state = use_reducer(|| State::new((*props.plan).clone()));
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_memo((), |()| Dispatch::new(Callback::from(move |action: Action| dispatcher.dispatch(action))))
    };
    let step = use_state_eq(|| None::<AttrValue>);
    let onstep = {
        let step = step.setter();
        use_callback((), move |at: Option<AttrValue>, ()| step.set(at))
    };
    let keeping = use_saving(&props.id, &state.view.plan);
    use_shortcuts(&dispatch);
    use_arrival(&props.page, &props.at);

    let frame =
        Frame { view: state.view.clone(), before: state.before.clone(), at: props.at.clone(), onstep };
    let plan = &state.view.plan;
    let before = html! {
        <button class="menu" type="button" popovertarget="rail">{ icon(Sym::Menu) }<span class="vh">{ "Plan menu" }</span></button>
    };
    let tools = html! {
        <>
            { travel(&dispatch, Action::Undo, Sym::Undo, "Undo", state.undoes()) }
            { travel(&dispatch, Action::Redo, Sym::Redo, "Redo", state.redoes()) }
            <span class="sep wide"><SaveFile plan={plan.clone()} kind={Kind::Ghost} /></span>
        </>
    };
    let class = matches!(props.page, Page::Gateway(_)).then_some("with-code");
    html! {
        <ContextProvider<Dispatch> context={(*dispatch).clone()}>
        <ContextProvider<Here> context={Here(props.id.clone())}>
            <Bar {before} {tools} rail=true>
                <PlanName name={plan.name.clone()} />
                { status(&keeping.saving) }
            </Bar>
            <div class={classes!("app", class)}>
                <Rail view={state.view.clone()} page={props.page.clone()} step={(*step).clone()} />
                { page(&props.page, frame) }
            </div>
            <div class="feet">
                <SavingTrouble of={keeping} plan={plan.clone()} read_again={props.read_again.clone()} />
                <NoticeLine notice={state.notice.clone()} onundo={act(&dispatch, Action::Undo)} onclose={act(&dispatch, Action::Dismiss)} />
            </div>
        </ContextProvider<Here>>
        </ContextProvider<Dispatch>>
    }
}

fn page(page: &Page, frame: Frame) -> Html {
    let plan = &frame.view.plan;
    if page.object().is_some_and(|object| !plan.has(&object)) {
        return gone();
    }
    match page {
        Page::Overview => html! { <Overview {frame} /> },
        Page::Vpc(k) => html! { <VpcPage key={k.to_string()} vpc={k.clone()} {frame} /> },
        Page::Acls(k) => html! { <AclsPage key={k.to_string()} vpc={k.clone()} {frame} /> },
        Page::Groups(k) => html! { <GroupsPage key={k.to_string()} vpc={k.clone()} {frame} /> },
        Page::Gateways => html! { <GatewaysPage {frame} /> },
        Page::Gateway(k) => html! { <GatewayPage key={k.to_string()} gateway={k.clone()} {frame} /> },
        Page::Accounts => html! { <AccountsPage {frame} /> },
        Page::Export => html! { <ExportPage {frame} /> },
        Page::Rules => html! { <RulesPage view={frame.view} /> },
    }
}

/// What the page of an object shows that the plan no longer has.
fn gone() -> Html {
    html! {
        <MainPart title="No longer in the plan">
            <h1 tabindex="-1">{ "This is no longer in the plan" }</h1>
            <p>{ "What this page was about has been removed. Undo brings it back." }</p>
        </MainPart>
    }
}

/// What a button does that stands for an action.
fn act(dispatch: &Dispatch, action: Action) -> Callback<()> {
    let dispatch = dispatch.clone();
    Callback::from(move |()| dispatch.act(action.clone()))
}

/// A button that goes one step back or forward and names the step.
fn travel(dispatch: &Dispatch, action: Action, sym: Sym, verb: &str, step: Option<&str>) -> Html {
    let dispatch = dispatch.clone();
    let onclick = Callback::from(move |_: MouseEvent| dispatch.act(action.clone()));
    let words = match step {
        Some(step) => format!("{verb}: {step}"),
        None => format!("{verb} (nothing to {})", verb.to_ascii_lowercase()),
    };
    html! {
        <button type="button" disabled={step.is_none()} {onclick} title={words.clone()}>
            { icon(sym) }<span class="vh">{ words }</span>
        </button>
    }
}

/// Moves the focus when the address changes: to the field it names, or to the
/// heading. A first visit without a field leaves it alone.
#[hook]
fn use_arrival(page: &Page, at: &Option<AttrValue>) {
    let first = use_mut_ref(|| true);
    use_effect_with((page.clone(), at.clone()), move |(_, at)| {
        let visit = std::mem::replace(&mut *first.borrow_mut(), false);
        if !visit || at.is_some() {
            browser::arrive(at.as_deref());
        }
    });
}
