//! `ibm_is_subnet_reserved_ip` (Terraform facts §1.4). Its id is `SUBNET/IP`.

use serde_json::{Value as Json, json};

use super::{Body, Failed, Resource, id_of, parts, patch, polls, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct ReservedIp;

impl Resource for ReservedIp {
    /// `auto_delete` is always sent: false when it is left out.
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let subnet = text(wanted, "subnet");
        let body = Body::default()
            .take(wanted, "name", "name")
            .take(wanted, "address", "address")
            .identity(wanted, "target", "target")
            .put("auto_delete", json!(*get(wanted, "auto_delete") == Value::Bool(true)))
            .done();
        let made = api.vpc("POST", &format!("/subnets/{subnet}/reserved_ips"), Some(body))?;
        let id = format!("{subnet}/{}", id_of(&made));
        let path = format!("/subnets/{subnet}/reserved_ips/{}", id_of(&made));
        api.wait(&path, polls(wanted, "create", 10), |ip| ip["lifecycle_state"] == "stable")
            .map_err(|(why, _)| Failed { id: Some(id.clone()), why })?;
        Ok(id)
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (subnet, id) = parts(state, '/')?;
        let Some(ip) = api.find(&path(state)?)? else { return Ok(None) };
        let mut state = tell(&ip);
        state.insert("subnet".to_owned(), subnet.into());
        state.insert("id".to_owned(), Value::Text(format!("{subnet}/{id}")));
        Ok(Some(state))
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        if let Some(body) = patch(prior, wanted, &["name", "auto_delete"]) {
            api.vpc("PATCH", &path(prior)?, Some(body))?;
        }
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        let path = path(state)?;
        match api.find(&path)? {
            None => Ok(()),
            Some(_) => api.delete(&path, polls(state, "delete", 10)),
        }
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (subnet, id) = parts(state, '/')?;
    Ok(format!("/subnets/{subnet}/reserved_ips/{id}"))
}

/// What is told of a reserved IP, by the resource as by the data source.
pub(in crate::provider) fn tell(ip: &Json) -> Object {
    told(
        ip,
        &[
            "reserved_ip=id",
            "name",
            "address",
            "auto_delete",
            "lifecycle_state",
            "created_at",
            "href",
            "owner",
            "resource_type",
            "target=target/id",
            "target_crn=target/crn",
        ],
    )
}
