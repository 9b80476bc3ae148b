//! `ibm_is_security_group` (Terraform facts §1.8).

use serde_json::Value as Json;

use super::{Body, Failed, Resource, id_of, patch, polls, set_tags, told, told_tags};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, text};

pub(super) struct Group;

impl Resource for Group {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let body = Body::default()
            .take(wanted, "name", "name")
            .identity(wanted, "vpc", "vpc")
            .identity(wanted, "resource_group", "resource_group")
            .done();
        let made = api.vpc("POST", "/security_groups", Some(body))?;
        set_tags(api, made["crn"].as_str().unwrap_or_default(), &Object::new(), wanted);
        Ok(id_of(&made))
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let Some(group) = api.find(&path(state))? else { return Ok(None) };
        tell(api, &group).map(Some)
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        if let Some(body) = patch(prior, wanted, &["name"]) {
            api.vpc("PATCH", &path(prior), Some(body))?;
        }
        set_tags(api, text(prior, "crn"), prior, wanted);
        Ok(())
    }

    /// Takes the group from each of its targets first.
    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        let path = path(state);
        if api.find(&path)?.is_none() {
            return Ok(());
        }
        let polls = polls(state, "delete", 10);
        for target in api.list(&format!("{path}/targets"), "targets", &[])? {
            api.delete(&format!("{path}/targets/{}", id_of(&target)), polls)?;
        }
        api.delete(&path, polls)
    }
}

fn path(state: &Object) -> String {
    format!("/security_groups/{}", text(state, "id"))
}

/// What is told of a group, by the resource as by the data source.
pub(in crate::provider) fn tell(api: &Api, group: &Json) -> Result<Object, Refused> {
    let mut state = told(
        group,
        &[
            "id",
            "name",
            "crn",
            "vpc=vpc/id",
            "resource_group=resource_group/id",
            "resource_group_name=resource_group/name",
            "resource_name=name",
            "resource_crn=crn",
        ],
    );
    let rules = group["rules"].as_array().into_iter().flatten();
    let rules = rules.map(|rule| Value::Object(super::rule::tell(rule))).collect();
    state.insert("rules".to_owned(), Value::List(rules));
    told_tags(api, group["crn"].as_str().unwrap_or_default(), &mut state)?;
    Ok(state)
}
