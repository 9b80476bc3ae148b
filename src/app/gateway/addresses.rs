//! An address for each zone.

use super::Of;
use super::zone_row::{missing, row};
use crate::address::fill;
use crate::app::gateways::Apply;
use crate::app::route::Page;
use crate::app::state::Action;
use crate::app::ui::{Button, CheckBox, Go, Kind, TextField, findings_at, note};
use crate::app::words;
use crate::catalog::note;
use crate::edit::{Choice, Edit};
use crate::plan::Field;
use std::rc::Rc;
use yew::prelude::*;

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let wanted = &of.written.wanted;
    let spot = |field: Field| of.view.spot(of.object.clone().at(field));
    let all = spot(Field::Addresses);
    html! {
        <>
            <fieldset id={all.id.clone()} aria-describedby={all.described_by(false)}>
                <legend class="vh">{ "One reserved IP for each zone" }</legend>
                <p class="row muted">
                    { "At most one address in each zone. A reserved IP is an address that a subnet keeps for one use." }
                    <span class="row push">
                        { next_free(of) }
                        if of.view.plan.gateways.len() > 1 {
                            <Go to={Page::Gateways} at="apply" class="btn ghost s">{ "Apply to all gateways\u{2026}" }</Go>
                        }
                    </span>
                </p>
                <Apply view={of.view.clone()} gateways={Rc::new(vec![of.key.clone()])} scope="all zones" addresses=true />
                { findings_at(&all, of.dispatch) }
                if wanted.vpc.is_none() {
                    <p class="helper gap">{ "Choose the VPC first: its region says which zones there are." }</p>
                }
                <div class="zones">
                    <div class="zrow h label" aria-hidden="true">
                        <span>{ "Zone" }</span><span>{ "Subnet" }</span><span>{ "Address is" }</span><span>{ "Address" }</span>
                    </div>
                    { for (0..wanted.addresses.len()).map(|i| row(of, i)) }
                    { for missing(of) }
                </div>
            </fieldset>
            <div class="grid">
                <TextField spot={spot(Field::IpPrefix)} label="Names of new reserved IPs begin with" optional=true
                    placeholder={wanted.name.clone()} value={wanted.ip_prefix.clone()} helper={ip_names(of)} />
                <div class="mid">
                    <CheckBox spot={spot(Field::AutoRelease)} label="Release with the gateway" on={wanted.auto_release}
                        help="IBM Cloud deletes these reserved IPs when the gateway goes. Off keeps them."
                        edit={Edit::choose(of.object.clone(), Choice::AutoRelease(!wanted.auto_release))} />
                    { findings_at(&spot(Field::AutoRelease), of.dispatch) }
                </div>
            </div>
            { note(&note::NO_PING) }
        </>
    }
}

/// The button that gives each zone its next free address.
fn next_free(of: &Of<'_>) -> Html {
    let edit = fill(&of.view.model, of.ix);
    let off = edit.is_none().then_some(AttrValue::Static("No zone waits for an address"));
    let dispatch = of.dispatch.clone();
    let onclick = Callback::from(move |()| {
        if let Some(edit) = &edit {
            dispatch.act(Action::Settle);
            dispatch.edit(edit.clone());
        }
    });
    html! { <Button kind={Kind::Ghost} small=true {off} {onclick}>{ "Next free in every zone" }</Button> }
}

/// The names that new reserved IPs get.
fn ip_names(of: &Of<'_>) -> Option<AttrValue> {
    let names = of.model.addresses.iter().filter_map(|ix| of.view.model.addresses[*ix].ip_name.as_ref());
    let names: Vec<String> = names.map(ToString::to_string).collect();
    (!names.is_empty()).then(|| words::list(&names).into())
}
