//! `ibm_resource_tag` (Terraform facts §1.13). Its id is the CRN of what has the tags.

use super::{Failed, Resource, texts};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct ResourceTag;

impl Resource for ResourceTag {
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let crn = text(wanted, "resource_id");
        api.change_tags("attach", crn, kind(wanted), &texts(wanted, "tags"))?;
        Ok(crn.to_owned())
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let crn = text(state, "id");
        let tags = api.tags(crn, kind(state))?.into_iter().map(Value::Text).collect();
        Ok(Some(Object::from([
            ("resource_id".to_owned(), crn.into()),
            ("tag_type".to_owned(), kind(state).into()),
            ("tags".to_owned(), Value::List(tags)),
        ])))
    }

    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused> {
        let (crn, before, after) = (text(prior, "id"), texts(prior, "tags"), texts(wanted, "tags"));
        let only = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|tag| !others.contains(tag)).cloned().collect()
        };
        api.change_tags("attach", crn, kind(wanted), &only(&after, &before))?;
        api.change_tags("detach", crn, kind(wanted), &only(&before, &after))
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        api.change_tags("detach", text(state, "id"), kind(state), &texts(state, "tags"))
    }
}

fn kind(object: &Object) -> &str {
    get(object, "tag_type").text().unwrap_or("user")
}
