//! `ibm_is_network_acl` (Terraform facts §1.11).

use super::{Body, Failed, Resource, acl_rule, id_of, patch, polls, set_tags, told, told_tags};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct Acl;

impl Resource for Acl {
    /// Removes the rules that it is born with, and adds those that are written, in their order.
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        if get(wanted, "vpc").text().is_none() {
            return Err(Refused::own("Required parameter vpc is not set").into());
        }
        let body = Body::default()
            .take(wanted, "name", "name")
            .identity(wanted, "vpc", "vpc")
            .identity(wanted, "resource_group", "resource_group")
            .done();
        let made = api.vpc("POST", "/network_acls", Some(body))?;
        let id = id_of(&made);
        rules(api, &id, wanted).map_err(|why| Failed { id: Some(id.clone()), why })?;
        set_tags(api, made["crn"].as_str().unwrap_or_default(), &Object::new(), wanted);
        Ok(id)
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let Some(acl) = api.find(&path(state))? else { return Ok(None) };
        let mut read = told(
            &acl,
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
        let subnets = acl["subnets"].as_array().map_or(0, Vec::len);
        let rules = acl["rules"].as_array().into_iter().flatten().map(|rule| {
            let mut told = acl_rule::tell(rule);
            told.insert("id".to_owned(), (&rule["id"]).into());
            told.insert("subnets".to_owned(), Value::Number(i64::try_from(subnets).unwrap_or_default()));
            Value::Object(told)
        });
        read.insert("rules".to_owned(), Value::List(rules.collect()));
        told_tags(api, acl["crn"].as_str().unwrap_or_default(), &mut read)?;
        Ok(Some(read))
    }

    /// A changed rule has all of them made anew; changing single ones is not stood in for.
    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        if *get(wanted, "incremental_rule_update") == Value::Bool(true) {
            return Err(Refused::own("the stand-in does not change single rules of an ACL"));
        }
        if let Some(body) = patch(prior, wanted, &["name"]) {
            api.vpc("PATCH", &path(prior), Some(body))?;
        }
        if get(prior, "rules") != get(wanted, "rules") {
            rules(api, text(prior, "id"), wanted)?;
        }
        set_tags(api, text(prior, "crn"), prior, wanted);
        Ok(())
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.delete(&path(state), polls(state, "delete", 10))
    }
}

fn path(state: &Object) -> String {
    format!("/network_acls/{}", text(state, "id"))
}

/// Takes all rules and makes those that are wanted.
fn rules(api: &Api, acl: &str, wanted: &Object) -> Result<(), Refused> {
    let path = format!("/network_acls/{acl}/rules");
    for rule in api.list(&path, "rules", &[])? {
        api.delete(&format!("{path}/{}", id_of(&rule)), 1)?;
    }
    for rule in get(wanted, "rules").items().iter().filter_map(Value::object) {
        api.vpc("POST", &path, Some(acl_rule::body(rule).done()))?;
    }
    Ok(())
}
