//! A CRN's segments, one by one: the region, account and instance of a service.

use super::Of;
use crate::app::state::{Action, Dispatch, use_dispatch};
use crate::catalog::{Offered, REGIONS, Region, SERVICES, Service, Shape};
use crate::edit::Edit;
use crate::plan::{Field, Object};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A segment of a text with ten of them.
pub(super) fn segment(crn: &str, i: usize) -> Option<&str> {
    (crn.split(':').count() == 10).then(|| crn.split(':').nth(i)).flatten()
}

/// A CRN with another segment.
fn with(crn: &str, i: usize, text: &str) -> String {
    let mut parts: Vec<&str> = crn.split(':').collect();
    if let Some(part) = parts.get_mut(i) {
        *part = text;
    }
    parts.join(":")
}

/// The CRN of an instance that is still to be named.
pub(super) fn instance(service: &str, region: &str, account: &str) -> String {
    let scope = if account.is_empty() { String::new() } else { format!("a/{account}") };
    format!("crn:v1:bluemix:public:{service}:{region}:{scope}:::")
}

/// Account and instance of a service whose target is an instance; nothing for others.
pub(super) fn parts(of: &Of<'_>) -> Html {
    let crn = of.written.wanted.target.crn.as_str();
    let of_instance = of.model.services.first().is_some_and(|s| s.shape == Shape::Instance);
    let (true, Some(scope), Some(guid)) = (of_instance, segment(crn, 6), segment(crn, 7)) else {
        return Html::default();
    };
    let account = scope.strip_prefix("a/").unwrap_or(scope).to_owned();
    html! {
        <>
            { part(of, 6, "service-account", "Account that owns the instance", account) }
            { part(of, 7, "service-instance", "Instance (GUID)", guid.to_owned()) }
        </>
    }
}

fn part(of: &Of<'_>, i: usize, id: &'static str, label: &'static str, value: String) -> Html {
    let (object, dispatch) = (of.object.clone(), of.dispatch.clone());
    let crn = of.written.wanted.target.crn.clone();
    let oninput = Callback::from(move |event: InputEvent| {
        let typed = event.target_unchecked_into::<HtmlInputElement>().value().replace(':', "");
        let text = if i == 6 && !typed.is_empty() { format!("a/{typed}") } else { typed };
        dispatch.edit(Edit::text(object.clone(), Field::Crn, with(&crn, i, text.trim())));
    });
    let onblur = {
        let dispatch = of.dispatch.clone();
        Callback::from(move |_: FocusEvent| dispatch.act(Action::Settle))
    };
    html! {
        <div class="field">
            <label for={id}>{ label }</label>
            <input {id} class="mono" {value} autocomplete="off" autocapitalize="off" spellcheck="false" {oninput} {onblur} />
        </div>
    }
}

/// Properties of [`RegionPicker`].
#[derive(Properties, PartialEq)]
pub(super) struct RegionPickerProps {
    /// The gateway.
    pub(super) object: Object,
    /// Id of its service in the catalogue.
    pub(super) service: Option<&'static str>,
    /// Its CRN as written.
    pub(super) crn: AttrValue,
    /// Code of the VPC's region, where that is known.
    pub(super) vpc: Option<&'static str>,
}

/// The region of a service that has several; nothing for the others.
#[component]
pub(super) fn RegionPicker(props: &RegionPickerProps) -> Html {
    let dispatch = use_dispatch();
    let control = use_node_ref();
    let service = SERVICES.iter().find(|s| Some(s.id) == props.service);
    let regions = service.map(|s| regional(s, &props.crn)).unwrap_or_default();
    let chosen = regions.iter().find(|(_, crn)| *crn == *props.crn).map_or("", |(region, _)| region.code);
    {
        let control = control.clone();
        use_effect(move || {
            if let Some(control) = control.cast::<HtmlSelectElement>() {
                control.set_value(chosen);
            }
        });
    }
    let (Some(service), false) = (service, regions.is_empty()) else { return Html::default() };
    let vpc = REGIONS.iter().find(|r| Some(r.code) == props.vpc);
    let option = |(region, _): &(&'static Region, String)| {
        let mark = mark(service, region, vpc);
        html! {
            <option value={region.code} selected={region.code == chosen}>
                { region.code }{ ", " }{ region.place }{ mark }
            </option>
        }
    };
    let options = regions.iter().map(option).collect::<Html>();
    let onchange = onchange(props.object.clone(), regions, dispatch);
    html! {
        <div class="field w2">
            <label for="service-region">{ "Region of the service" }</label>
            <select ref={control} id="service-region" aria-describedby="service-region-help" {onchange}>
                if chosen.is_empty() { <option value="" selected=true disabled=true>{ "Another endpoint" }</option> }
                { options }
            </select>
            <span class="helper" id="service-region-help">{ offered(service, vpc) }</span>
        </div>
    }
}

fn onchange(object: Object, regions: Vec<(&'static Region, String)>, dispatch: Dispatch) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        if let Some((_, crn)) = regions.iter().find(|(region, _)| region.code == value) {
            dispatch.act(Action::Settle);
            dispatch.edit(Edit::text(object.clone(), Field::Crn, crn.clone()));
        }
    })
}

/// What stands behind a region that the sources do not list, or not from the VPC's.
fn mark(service: &Service, region: &Region, vpc: Option<&Region>) -> &'static str {
    if vpc.is_some_and(|v| service.offered.excludes(service.listed, region.code, v)) {
        " (not offered from the VPC's region)"
    } else if service.lists(region.code) == Some(false) {
        " (not listed by the service)"
    } else {
        ""
    }
}

/// From where the service's regions are reached.
fn offered(service: &Service, vpc: Option<&Region>) -> String {
    let says = match service.offered {
        Offered::Anywhere => "Any of them can be reached.",
        Offered::SameRegion => "Only the same region can be reached.",
        Offered::Listed => "The service lists which can be reached.",
        Offered::Open => "Which others can be reached is not documented.",
    };
    match vpc {
        Some(vpc) => format!("The VPC is in {}. {says}", vpc.code),
        None => says.to_owned(),
    }
}

/// The regions that a service can be in, with its CRN there. None where one endpoint
/// serves all regions, and where nothing but a pasted CRN tells.
fn regional(service: &Service, crn: &str) -> Vec<(&'static Region, String)> {
    let there = |region: &'static Region| {
        let text = match service.shape {
            Shape::Endpoint { host, .. } if !host.is_one() => service.endpoint_crn(region.code),
            Shape::Instance if segment(crn, 4) == Some(service.crn_name) => Some(with(crn, 5, region.code)),
            _ => None,
        };
        Some((region, text?))
    };
    REGIONS.iter().filter_map(there).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(id: &str) -> &'static Service {
        SERVICES.iter().find(|s| s.id == id).unwrap()
    }

    #[test]
    fn endpoints_and_instances_have_regions() {
        assert_eq!(regional(service("kms"), "").len(), 13);
        assert!(regional(service("iam"), "").is_empty(), "one endpoint for all regions");
        assert!(regional(service("postgresql"), "").is_empty(), "no CRN yet");
        let half = instance("secrets-manager", "us-south", "");
        let there = regional(service("secrets-manager"), &half);
        assert_eq!(there[6].1, "crn:v1:bluemix:public:secrets-manager:eu-de::::");
    }

    #[test]
    fn what_is_not_offered_is_marked() {
        let region = |code| REGIONS.iter().find(|r| r.code == code).unwrap();
        let dallas = Some(region("us-south"));
        assert_eq!(
            mark(service("registry"), region("eu-de"), dallas),
            " (not offered from the VPC's region)"
        );
        assert_eq!(mark(service("atracker"), region("in-che"), dallas), " (not listed by the service)");
        assert_eq!(mark(service("secrets-manager"), region("eu-de"), dallas), "");
        assert_eq!(
            offered(service("secrets-manager"), dallas),
            "The VPC is in us-south. Any of them can be reached."
        );
    }

    #[test]
    fn segments_are_taken_and_put() {
        let crn = instance("kms", "us-south", "7f2c");
        assert_eq!(segment(&crn, 6), Some("a/7f2c"));
        assert_eq!(with(&crn, 7, "guid"), "crn:v1:bluemix:public:kms:us-south:a/7f2c:guid::");
        assert_eq!(segment("crn:v1", 1), None);
    }
}
