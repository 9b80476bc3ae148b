//! `ibm_is_virtual_endpoint_gateway_ip` (Terraform facts §1.2). Its id is `GATEWAY/IP`.

use super::{Failed, Resource, parts, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, text};

pub(super) struct Binding;

impl Resource for Binding {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let (gateway, ip) = (text(wanted, "gateway"), text(wanted, "reserved_ip"));
        api.vpc("PUT", &format!("/endpoint_gateways/{gateway}/ips/{ip}"), None)?;
        Ok(format!("{gateway}/{ip}"))
    }

    /// All but `gateway`, which is never read back.
    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (_, id) = parts(state, '/')?;
        let Some(ip) = api.find(&path(state)?)? else { return Ok(None) };
        let mut state = told(&ip, &["name", "address", "auto_delete", "created_at", "resource_type"]);
        state.insert("reserved_ip".to_owned(), id.into());
        let target = told(&ip["target"], &["id", "name", "resource_type"]);
        state.insert("target".to_owned(), Value::List(vec![Value::Object(target)]));
        Ok(Some(state))
    }

    fn update(&self, _: &Api, _: &Object, _: &Object) -> Result<(), Refused> {
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state)?, 1)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (gateway, ip) = parts(state, '/')?;
    Ok(format!("/endpoint_gateways/{gateway}/ips/{ip}"))
}
