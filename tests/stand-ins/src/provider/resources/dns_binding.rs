//! `ibm_is_vpc_dns_resolution_binding` (Terraform facts §1.13b). Its id is `SPOKE/BINDING`.

use serde_json::{Value as Json, json};

use super::{Body, Failed, Resource, id_of, parts, patch, polls, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct DnsBinding;

impl Resource for DnsBinding {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let vpc = text(wanted, "vpc_id");
        let hub = get(wanted, "vpc").items().first().and_then(Value::object);
        let named = ["id", "crn", "href"].iter().find_map(|by| Some((*by, get(hub?, by).text()?)));
        let hub = named.map_or(Json::Null, |(by, value)| json!({ by: value }));
        let body = Body::default().take(wanted, "name", "name").put("vpc", hub).done();
        let made = api.vpc("POST", &format!("/vpcs/{vpc}/dns_resolution_bindings"), Some(body))?;
        let id = format!("{vpc}/{}", id_of(&made));
        let path = format!("/vpcs/{vpc}/dns_resolution_bindings/{}", id_of(&made));
        api.wait(&path, polls(wanted, "create", 10), |one| one["lifecycle_state"] == "stable")
            .map_err(|(why, _)| Failed { id: Some(id.clone()), why })?;
        Ok(id)
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (vpc, _) = parts(state, '/')?;
        let Some(binding) = api.find(&path(state)?)? else { return Ok(None) };
        let mut read = told(
            &binding,
            &[
                "name",
                "created_at",
                "href",
                "health_state",
                "health_reasons",
                "lifecycle_state",
                "resource_type",
            ],
        );
        read.insert("vpc_id".to_owned(), vpc.into());
        let hub = told(&binding["vpc"], &["id", "crn", "href", "name", "resource_type"]);
        read.insert("vpc".to_owned(), Value::List(vec![Value::Object(hub)]));
        let gateways = binding["endpoint_gateways"].as_array().into_iter().flatten();
        let gateways =
            gateways.map(|one| Value::Object(told(one, &["id", "crn", "href", "name", "resource_type"])));
        read.insert("endpoint_gateways".to_owned(), Value::List(gateways.collect()));
        Ok(Some(read))
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        if let Some(body) = patch(prior, wanted, &["name"]) {
            api.vpc("PATCH", &path(prior)?, Some(body))?;
        }
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        let (path, polls) = (path(state)?, polls(state, "delete", 10));
        api.delete(&path, polls)?;
        api.wait_gone(&path, polls)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (vpc, binding) = parts(state, '/')?;
    Ok(format!("/vpcs/{vpc}/dns_resolution_bindings/{binding}"))
}
