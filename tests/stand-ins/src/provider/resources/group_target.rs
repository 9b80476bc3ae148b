//! `ibm_is_security_group_target` (Terraform facts §1.10). Its id is `GROUP/TARGET`.

use super::{Failed, Resource, parts, told};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, text};

pub(super) struct GroupTarget;

impl Resource for GroupTarget {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let (group, target) = (text(wanted, "security_group"), text(wanted, "target"));
        api.vpc("PUT", &format!("/security_groups/{group}/targets/{target}"), None)?;
        Ok(format!("{group}/{target}"))
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let (group, id) = parts(state, '/')?;
        let Some(target) = api.find(&path(state)?)? else { return Ok(None) };
        let mut read = told(&target, &["name", "crn", "resource_type"]);
        read.insert("security_group".to_owned(), group.into());
        read.insert("target".to_owned(), id.into());
        read.insert("id".to_owned(), Value::Text(format!("{group}/{id}")));
        Ok(Some(read))
    }

    fn update(&self, _: &Api, _: &Object, _: &Object) -> Result<(), Refused> {
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state)?, 1)
    }
}

fn path(state: &Object) -> Result<String, Refused> {
    let (group, target) = parts(state, '/')?;
    Ok(format!("/security_groups/{group}/targets/{target}"))
}
