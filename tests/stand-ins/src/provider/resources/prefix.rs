//! `ibm_is_vpc_address_prefix` (Terraform facts §1.6). Its id is `VPC/PREFIX`.

use serde_json::json;

use super::{Body, Failed, Resource, id_of, parts, patch, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, text};

pub(super) struct Prefix;

impl Resource for Prefix {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let vpc = text(wanted, "vpc");
        let body = Body::default()
            .take(wanted, "name", "name")
            .take(wanted, "cidr", "cidr")
            .take(wanted, "is_default", "is_default")
            .put("zone", json!({ "name": text(wanted, "zone") }))
            .done();
        let made = api.vpc("POST", &format!("/vpcs/{vpc}/address_prefixes"), Some(body))?;
        Ok(format!("{vpc}/{}", id_of(&made)))
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (vpc, id) = parts(state, '/')?;
        let Some(prefix) = api.find(&path(state)?)? else { return Ok(None) };
        let mut state = told(
            &prefix,
            &["name", "zone=zone/name", "cidr", "is_default", "has_subnets", "address_prefix=id"],
        );
        state.insert("vpc".to_owned(), vpc.into());
        state.insert("id".to_owned(), Value::Text(format!("{vpc}/{id}")));
        if let Some(vpc) = api.find(&format!("/vpcs/{vpc}"))? {
            state.insert("related_crn".to_owned(), (&vpc["crn"]).into());
        }
        Ok(Some(state))
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        if let Some(body) = patch(prior, wanted, &["name", "is_default"]) {
            api.vpc("PATCH", &path(prior)?, Some(body))?;
        }
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state)?, 1)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (vpc, id) = parts(state, '/')?;
    Ok(format!("/vpcs/{vpc}/address_prefixes/{id}"))
}
