//! `ibm_is_virtual_endpoint_gateway_resource_binding` (Terraform facts §1.3). Its id is
//! `GATEWAY/BINDING`.

use serde_json::json;

use super::{Body, Failed, Resource, id_of, parts, patch, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct ResourceBinding;

impl Resource for ResourceBinding {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let gateway = text(wanted, "endpoint_gateway_id");
        let target = get(wanted, "target").items().first().and_then(Value::object);
        let crn = target.map(|target| text(target, "crn")).unwrap_or_default();
        let body = Body::default().take(wanted, "name", "name").put("target", json!({ "crn": crn })).done();
        let made = api.vpc("POST", &format!("/endpoint_gateways/{gateway}/resource_bindings"), Some(body))?;
        Ok(format!("{gateway}/{}", id_of(&made)))
    }

    /// All but `endpoint_gateway_id`, which is never read back.
    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let Some(binding) = api.find(&path(state)?)? else { return Ok(None) };
        let mut read = told(
            &binding,
            &[
                "name",
                "created_at",
                "href",
                "lifecycle_state",
                "lifecycle_reasons",
                "resource_type",
                "service_endpoint",
                "type",
                "endpoint_gateway_resource_binding_id=id",
            ],
        );
        let target = Value::Object(told(&binding["target"], &["crn"]));
        read.insert("target".to_owned(), Value::List(vec![target]));
        Ok(Some(read))
    }

    /// A changed target is planned and not sent.
    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        if let Some(body) = patch(prior, wanted, &["name"]) {
            api.vpc("PATCH", &path(prior)?, Some(body))?;
        }
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state)?, 1)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (gateway, binding) = parts(state, '/')?;
    Ok(format!("/endpoint_gateways/{gateway}/resource_bindings/{binding}"))
}
