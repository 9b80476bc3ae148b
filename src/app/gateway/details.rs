//! Name, VPC, resource group and tags.

use super::Of;
use crate::app::state::Action;
use crate::app::ui::{
    CheckBox, Opt, Select, TAKEN_OVER, TextField, Tokens, Width, findings_at, is_adopted, origin_options,
    origin_word, resource_group_help,
};
use crate::app::words;
use crate::edit::{Choice, Edit, New, zones};
use crate::import::observe_gateway;
use crate::plan::{Field, Key, Object, Origin, OriginKind, Resource, Vpc};
use yew::prelude::*;

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let wanted = &of.written.wanted;
    let spot = |field: Field| of.view.spot(of.object.clone().at(field));
    let tags = |tags: &[String]| tags.iter().cloned().map(AttrValue::from).collect::<Vec<_>>();
    let origin = &of.written.origin;
    let existing = origin.kind == OriginKind::Existing;
    let options =
        origin_options(&of.object, "New: the exports create it", "Existing: the exports refer to it");
    let whole = of.view.spot(of.object.clone().place());
    html! {
        <div class="grid">
            <TextField spot={spot(Field::Name)} label="Name" value={wanted.name.clone()} optional={existing}
                helper="Lower-case letters, digits, hyphens; unique in the VPC" />
            <Select spot={spot(Field::Vpc)} label="Virtual private cloud" value={wanted.vpc.to_string()}
                options={vpcs(of)} helper={vpc_facts(of)} />
            <TextField spot={spot(Field::ResourceGroup)} label="Resource group" value={wanted.resource_group.clone()}
                optional=true width={Width::Third} helper={resource_group_help(origin)} />
            <Tokens spot={spot(Field::Tags)} label="User tags" gateway={of.key.clone()} field={Field::Tags}
                tags={tags(&wanted.tags)} width={Width::Third} helper="Enter or a comma adds one" />
            <Tokens spot={spot(Field::AccessTags)} label="Access tags" gateway={of.key.clone()} field={Field::AccessTags}
                tags={tags(&wanted.access_tags)} width={Width::Third} helper="key:value; must exist in the account" />
            <Select spot={spot(Field::Origin)} label="The gateway is" value={origin_word(origin)}
                {options} width={Width::Half} helper={is_adopted(origin).then_some(TAKEN_OVER)} />
            if existing {
                <TextField spot={spot(Field::Id)} label="ID" value={origin.id.clone()} mono=true
                    optional={!is_adopted(origin)} width={Width::Half} takes={takes_gateway(of)}
                    helper={id_help(origin)} />
            }
            if existing && (origin.observed.is_some() || origin.change) { { change(of) } }
            if !whole.findings.is_empty() { <div class="w6" id={whole.id.clone()} tabindex="-1">{ findings_at(&whole, of.dispatch) }</div> }
        </div>
    }
}

/// Help for the ID.
fn id_help(origin: &Origin) -> &'static str {
    if is_adopted(origin) {
        "Or paste what ibmcloud is endpoint-gateway ID --output json prints, to have it compared with the plan"
    } else {
        "Empty to look it up by its name. Or paste what ibmcloud is endpoint-gateway ID --output json prints, to have it compared with the plan"
    }
}

/// Takes what a command printed of the gateway in place of its ID.
fn takes_gateway(of: &Of<'_>) -> Callback<String, bool> {
    let (key, view, dispatch) = (of.key.clone(), of.view.clone(), of.dispatch.clone());
    Callback::from(move |text: String| {
        let Some(edit) = observe_gateway(&text, &view.model, &key) else { return false };
        dispatch.act(Action::Settle);
        dispatch.edit(edit);
        true
    })
}

/// Whether what differs from what was read is changed, with the day of that.
fn change(of: &Of<'_>) -> Html {
    let (origin, spot) = (&of.written.origin, of.view.spot(of.object.clone().at(Field::Change)));
    let count = of.model.differences.iter().filter(|one| one.what.in_place()).count();
    let differ = match count {
        0 => "Nothing differs in what can be changed while it stays.".to_owned(),
        _ => format!("{} can be changed while it stays.", words::count(count, "difference", "differences")),
    };
    let read = origin.observed.as_ref().map(|o| o.date.as_str()).filter(|date| !date.is_empty());
    let read = read.map(|date| format!(" It was read on {}.", words::date(date))).unwrap_or_default();
    let help = format!("{differ} On, the scripts change them; off, they leave the gateway as it is.{read}");
    html! {
        <div class="w6">
            <CheckBox {spot} label="Change in place what differs from the plan" on={origin.change} {help}
                edit={Edit::choose(of.object.clone(), Choice::Change(!origin.change))} />
        </div>
    }
}

fn vpcs(of: &Of<'_>) -> Vec<Opt> {
    let option = |vpc: &Resource<Vpc>| {
        let label = of.view.plan.label(&Object::Vpc(vpc.key.clone()));
        Opt::new(vpc.key.to_string(), label, move_to(of, vpc))
    };
    of.view.plan.vpcs.iter().map(option).collect()
}

/// Moves the gateway to a VPC. Its addresses and groups belong to the old one,
/// so it starts anew in the zones of the new one.
fn move_to(of: &Of<'_>, vpc: &Resource<Vpc>) -> Edit {
    let wanted = &of.written.wanted;
    let mut edits = vec![Edit::choose(of.object.clone(), Choice::Vpc(vpc.key.clone()))];
    let entries = (0..wanted.addresses.len()).rev();
    edits.extend(entries.map(|i| Edit::Remove(Object::Address(of.key.clone(), i))));
    let zones = zones(&vpc.wanted).into_iter();
    edits.extend(zones.map(|entry| Edit::Add(New::Address(of.key.clone(), entry))));
    let detach = |group: &Key| Edit::Attach { gateway: of.key.clone(), group: group.clone(), on: false };
    edits.extend(wanted.security_groups.iter().map(detach));
    let label = format!("set VPC of {}", of.view.plan.label(&of.object));
    Edit::All { label, edits }
}

/// Region, origin and zones of the chosen VPC.
fn vpc_facts(of: &Of<'_>) -> Option<AttrValue> {
    let vpc = of.vpc()?;
    let region = vpc.region.get()?;
    let origin = if vpc.origin.is_new() { "planned" } else { "exists" };
    let subnets = words::count(vpc.subnets.len(), "subnet", "subnets");
    Some(format!("{region}, {origin}, {subnets}").into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state::Dispatch;
    use crate::app::testing::{key, two_gateways};
    use crate::app::view::Seen;
    use crate::edit::apply;
    use std::rc::Rc;

    #[test]
    fn another_vpc_brings_its_own_zones_and_no_old_groups() {
        let mut plan = two_gateways();
        let mut other = plan.vpcs[0].clone();
        other.key = key("other");
        other.wanted.region = "eu-de".into();
        other.wanted.subnets.clear();
        plan.vpcs.push(other.clone());
        let view = Seen::of(&Rc::new(plan));
        let (dispatch, kms) = (Dispatch::new(Callback::noop()), key("app-kms"));
        let of = Of::new(&view, &kms, &dispatch).unwrap();
        let after = apply(&view.plan, &move_to(&of, &other)).unwrap();
        let moved = &after.gateways[0].wanted;
        let zones: Vec<_> = moved.addresses.iter().map(|a| a.zone.as_str()).collect();
        assert_eq!(zones, ["eu-de-1", "eu-de-2", "eu-de-3"]);
        assert!(moved.security_groups.is_empty() && moved.vpc == key("other"));
    }
}
