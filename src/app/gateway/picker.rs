//! Choosing a service by its name, from which the CRN of an endpoint follows.

use super::crn_edit;
use crate::app::state::{Action, Dispatch, use_dispatch};
use crate::catalog::{SERVICES, Service, Shape};
use crate::edit::Edit;
use crate::plan::{Field, Object};
use web_sys::HtmlInputElement;
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
    /// Id of the plan's account, or empty.
    pub(super) account: AttrValue,
}

/// A search among the catalogue's services. Choosing one writes its CRN, as far as that
/// is known: of an instance all but the instance.
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
        let account = props.account.clone();
        Callback::from(move |event: InputEvent| {
            let text = event.target_unchecked_into::<HtmlInputElement>().value();
            if let Some(service) = named(&text) {
                waiting.set(Some(service.id));
                choose(target(service, &crn, region, &account), &object, &dispatch);
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
        (Some(service), _) if known.is_none() && service.shape == Shape::Open => {
            "IBM's pages do not show its CRN: give the one that ibmcloud is endpoint-gateway-targets lists"
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

fn choose(crn: Option<String>, object: &Object, dispatch: &Dispatch) {
    if let Some(crn) = crn {
        dispatch.act(Action::Settle);
        dispatch.edit(Edit::text(object.clone(), Field::Crn, crn));
    }
}

/// The CRN to write for a service that was chosen; `None` to leave what is there.
fn target(service: &Service, crn: &str, region: &str, account: &str) -> Option<String> {
    if let Some(crn) = service.endpoint_crn(region) {
        return Some(crn);
    }
    match service.shape {
        // A CRN of the same service stays, that of another is not this one's.
        _ if !service.crn_name.is_empty() && crn_edit::segment(crn, 4) == Some(service.crn_name) => None,
        Shape::Instance => Some(crn_edit::instance(service.crn_name, region, account)),
        Shape::Endpoint { .. } | Shape::Whole | Shape::Open => Some(String::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCOUNT: &str = "7f2c4e91b0d84a6f9c3355e1a0b27d48";

    fn service(id: &str) -> &'static Service {
        SERVICES.iter().find(|s| s.id == id).unwrap()
    }

    #[test]
    fn an_endpoint_s_crn_follows_from_name_and_region() {
        assert_eq!(named(" key protect ").map(|s| s.id), Some("kms"));
        assert_eq!(
            target(service("kms"), "", "eu-de", "").as_deref(),
            Some("crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com")
        );
    }

    #[test]
    fn an_instance_keeps_a_crn_of_its_own_service_only() {
        let crn = format!("crn:v1:bluemix:public:databases-for-postgresql:us-south:a/{ACCOUNT}:4b1e::");
        assert_eq!(target(service("postgresql"), &crn, "us-south", ""), None);
        assert_eq!(
            target(service("secrets-manager"), &crn, "us-south", ACCOUNT),
            Some(format!("crn:v1:bluemix:public:secrets-manager:us-south:a/{ACCOUNT}:::"))
        );
        assert_eq!(target(service("schematics"), &crn, "us-south", ""), Some(String::new()));
    }
}
