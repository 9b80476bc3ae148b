//! Resources bound to a gateway: buckets of Object Storage.

use super::Of;
use crate::app::browser;
use crate::app::state::Action;
use crate::app::ui::{Button, Kind, Sym, TextField, findings_at, icon, note};
use crate::catalog::note;
use crate::edit::{Edit, New};
use crate::plan::{Field, Key, Object, Resource, ResourceBinding};
use yew::prelude::*;

/// The table, where the service has resources or some are bound all the same.
pub(super) fn table(of: &Of<'_>) -> Html {
    let rows = &of.written.wanted.resource_bindings;
    if rows.is_empty() && !of.model.services.iter().any(|s| s.resource_bindings) {
        return Html::default();
    }
    html! {
        <div class="gap">
            <h3>{ "Local access: buckets bound to the gateway" }</h3>
            <p class="helper">{ "The name of each bucket resolves to these addresses; the mode is Disabled or Per resource binding." }</p>
            { note(&note::RESTRICTIONS) }
            if !rows.is_empty() {
                <table class="tight edit stack">
                    <caption class="vh">{ "Resource bindings of " }{ of.view.plan.label(&of.object) }</caption>
                    <thead><tr>
                        <th scope="col">{ "Binding" }</th><th scope="col">{ "CRN of the bucket" }</th>
                        <th scope="col"><span class="vh">{ "Remove" }</span></th>
                    </tr></thead>
                    { for rows.iter().map(|binding| row(of, binding)) }
                </table>
            }
            <p class="row gap"><Button id={add_id(of)} kind={Kind::Ghost} icon={Sym::Add} onclick={adding(of)}>{ "Bind a bucket" }</Button></p>
        </div>
    }
}

fn add_id(of: &Of<'_>) -> String {
    format!("{}:add-binding", of.object.clone().place().path(&of.view.plan))
}

fn adding(of: &Of<'_>) -> Callback<()> {
    let plan = &of.view.plan;
    let taken = |k: &str| plan.resource_bindings().any(|(_, b)| b.key.as_str() == k);
    let key = Key::make("bucket", "bucket", taken);
    let wanted = ResourceBinding { name: key.to_string(), target: String::new() };
    let edit =
        Edit::Add(New::ResourceBinding(of.key.clone(), Resource { key, wanted, ..Resource::default() }));
    let dispatch = of.dispatch.clone();
    Callback::from(move |()| {
        dispatch.act(Action::Settle);
        dispatch.edit(edit.clone());
    })
}

fn row(of: &Of<'_>, binding: &Resource<ResourceBinding>) -> Html {
    let object = Object::ResourceBinding(binding.key.clone());
    let name = of.view.plan.label(&object);
    let spot = |field| of.view.spot(object.clone().at(field));
    let whole = of.view.spot(object.clone().place());
    let remove = format!("Remove resource binding {name}");
    let onclick = {
        let (dispatch, object, add) = (of.dispatch.clone(), object.clone(), add_id(of));
        let announced = format!("The resource binding {name} is removed from the plan.");
        Callback::from(move |_: MouseEvent| {
            dispatch.act(Action::Settle);
            dispatch.act(Action::Announced(Edit::Remove(object.clone()), announced.clone()));
            browser::focus_on(&add);
        })
    };
    html! {
        <tbody key={whole.id.to_string()} id={whole.id.clone()}>
            <tr>
                <td data-l="Binding"><TextField spot={spot(Field::Name)} label={format!("Name of resource binding {name}")} hide_label=true
                    value={binding.wanted.name.clone()} /></td>
                <td data-l="CRN of the bucket"><TextField spot={spot(Field::Target)} label={format!("CRN of the bucket of {name}")} hide_label=true
                    value={binding.wanted.target.clone()} mono=true /></td>
                <td class="end">
                    <button type="button" class="btn ghost danger s" title={remove.clone()} {onclick}>
                        { icon(Sym::Close) }<span class="vh">{ remove }</span>
                    </button>
                </td>
            </tr>
            if !whole.findings.is_empty() {
                <tr class="said"><td colspan="3">{ findings_at(&whole, of.dispatch) }</td></tr>
            }
        </tbody>
    }
}
