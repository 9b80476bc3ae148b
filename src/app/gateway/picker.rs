//! Choosing a service by its name, from which the CRN of an endpoint follows.

use crate::app::state::{Action, Dispatch, use_dispatch};
use crate::catalog::{REGIONS, SERVICES, Service, Shape};
use crate::edit::Edit;
use crate::plan::{Field, Object};
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// Properties of [`ServicePicker`].
#[derive(Properties, PartialEq)]
pub(super) struct ServicePickerProps {
    /// The gateway.
    pub(super) object: Object,
    /// The services that its CRN can mean.
    pub(super) known: Vec<&'static Service>,
    /// Its CRN as written.
    pub(super) crn: AttrValue,
    /// Code of the region whose endpoint is chosen first.
    pub(super) region: &'static str,
}

/// A search among the catalogue's services. Choosing one with an endpoint writes
/// its CRN; one with instances waits for the instance's CRN.
#[component]
pub(super) fn ServicePicker(props: &ServicePickerProps) -> Html {
    let dispatch = use_dispatch();
    // What is being typed, and the service that was chosen and has no CRN yet.
    let typed = use_state_eq(|| None::<String>);
    let waiting = use_state_eq(|| None::<&'static str>);
    let known = props.known.iter().find(|s| Some(s.id) == *waiting).or(props.known.first()).copied();
    let shown = known.or_else(|| SERVICES.iter().find(|s| Some(s.id) == *waiting));
    let value = (*typed).clone().unwrap_or_else(|| shown.map_or(String::new(), |s| s.name.to_owned()));

    let oninput = {
        let (typed, waiting, dispatch) = (typed.setter(), waiting.setter(), dispatch.clone());
        let (object, crn, region) = (props.object.clone(), props.crn.clone(), props.region);
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(service) = named(&text) {
                waiting.set(Some(service.id));
                choose(service, &object, &crn, region, &dispatch);
            }
            typed.set(Some(text));
        })
    };
    let onblur = {
        let typed = typed.setter();
        Callback::from(move |_: FocusEvent| {
            typed.set(None);
            dispatch.act(Action::Settle);
        })
    };
    let help = match (shown, &*typed) {
        (_, Some(text)) if !text.is_empty() && named(text).is_none() => {
            "Choose one of the list, or give the CRN of any other service below"
        }
        (Some(service), _) if service.shape == Shape::Instance && known.is_none() => {
            "Its target is an instance of yours: paste the instance's CRN below"
        }
        _ => "Type to search; for a service that is not in the list give its CRN below",
    };
    html! {
        <div class="field">
            <label for="service-name">{ "Service" }</label>
            <input id="service-name" list="service-names" {value} aria-describedby="service-help" autocomplete="off"
                spellcheck="false" {oninput} {onblur} />
            <datalist id="service-names">{ for SERVICES.iter().map(|s| html! { <option value={s.name} /> }) }</datalist>
            <span class="helper" id="service-help">{ help }</span>
        </div>
    }
}

/// The service with this name, in any case of letters.
fn named(text: &str) -> Option<&'static Service> {
    SERVICES.iter().find(|s| s.name.eq_ignore_ascii_case(text.trim()))
}

fn choose(service: &Service, object: &Object, crn: &str, region: &str, dispatch: &Dispatch) {
    if let Some(crn) = target(service, crn, region) {
        dispatch.act(Action::Settle);
        dispatch.edit(Edit::text(object.clone(), Field::Crn, crn));
    }
}

/// The CRN to write for a service that was chosen; `None` to leave what is there.
fn target(service: &Service, crn: &str, region: &str) -> Option<String> {
    match service.shape {
        Shape::Endpoint { .. } => service.endpoint_crn(region),
        // A CRN of the same service stays, that of another is not this one's.
        Shape::Instance if crn.split(':').nth(4) == Some(service.crn_name) => None,
        Shape::Instance => Some(String::new()),
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
}

/// The region of a service with an endpoint in each; nothing for the others.
#[component]
pub(super) fn RegionPicker(props: &RegionPickerProps) -> Html {
    let dispatch = use_dispatch();
    let control = use_node_ref();
    let service = SERVICES.iter().find(|s| Some(s.id) == props.service);
    let regions = service.map(regional).unwrap_or_default();
    let chosen = regions.iter().find(|(_, crn)| *crn == *props.crn).map_or("", |(code, _)| code);
    {
        let control = control.clone();
        use_effect(move || {
            if let Some(control) = control.cast::<HtmlSelectElement>() {
                control.set_value(chosen);
            }
        });
    }
    if regions.is_empty() {
        return Html::default();
    }
    let onchange = {
        let (object, regions) = (props.object.clone(), regions.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some((_, crn)) = regions.iter().find(|(code, _)| *code == value) {
                dispatch.act(Action::Settle);
                dispatch.edit(Edit::text(object.clone(), Field::Crn, crn.clone()));
            }
        })
    };
    let option = |(code, _): &(&'static str, String)| {
        let place = REGIONS.iter().find(|r| r.code == *code).map_or("", |r| r.place);
        html! { <option value={*code} selected={*code == chosen}>{ code }{ ", " }{ place }</option> }
    };
    html! {
        <div class="field w2">
            <label for="service-region">{ "Region of the service" }</label>
            <select ref={control} id="service-region" {onchange}>
                if chosen.is_empty() { <option value="" selected=true disabled=true>{ "Another endpoint" }</option> }
                { for regions.iter().map(option) }
            </select>
        </div>
    }
}

/// The regions in which a service has an endpoint of its own, with its CRN. None
/// where one endpoint serves all regions, and for services with instances.
fn regional(service: &Service) -> Vec<(&'static str, String)> {
    let all: Vec<_> = REGIONS.iter().filter_map(|r| Some((r.code, service.endpoint_crn(r.code)?))).collect();
    match all.as_slice() {
        [(_, first), (_, second), ..] if first == second => Vec::new(),
        _ => all,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn service(id: &str) -> &'static Service {
        SERVICES.iter().find(|s| s.id == id).unwrap()
    }

    #[test]
    fn an_endpoint_s_crn_follows_from_name_and_region() {
        assert_eq!(named(" key protect ").map(|s| s.id), Some("kms"));
        assert_eq!(
            target(service("kms"), "", "eu-de").as_deref(),
            Some("crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com")
        );
        assert_eq!(regional(service("kms")).len(), 13);
        assert!(regional(service("iam")).is_empty(), "one endpoint for all regions");
        assert!(regional(service("postgresql")).is_empty(), "instances");
    }

    #[test]
    fn an_instance_keeps_a_crn_of_its_own_service_only() {
        let crn = "crn:v1:bluemix:public:databases-for-postgresql:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:4b1e::";
        assert_eq!(target(service("postgresql"), crn, "us-south"), None);
        assert_eq!(target(service("secrets-manager"), crn, "us-south"), Some(String::new()));
    }
}
