//! `ibm_iam_authorization_policy` (Terraform facts §1.12), in the second version of the IAM API.

use serde_json::{Value as Json, json};

use super::{Failed, Resource, id_of, texts};
use crate::provider::api::{Api, Refused};
use crate::provider::value::{Object, Value, get, text};

pub(super) struct Policy;

/// The roles by the names that a configuration uses (API facts §4).
const ROLES: [(&str, &str); 2] = [
    ("Viewer", "crn:v1:bluemix:public:iam::::role:Viewer"),
    ("DNS Binding Connector", "crn:v1:bluemix:public:is::::serviceRole:DNSBindingConnector"),
];

/// Arguments of each side, with the attribute that each is.
const SOURCE: [(&str, &str); 5] = [
    ("source_service_account", "accountId"),
    ("source_service_name", "serviceName"),
    ("source_resource_type", "resourceType"),
    ("source_resource_instance_id", "serviceInstance"),
    ("source_resource_group_id", "resourceGroupId"),
];
const TARGET: [(&str, &str); 4] = [
    ("target_service_name", "serviceName"),
    ("target_resource_type", "resourceType"),
    ("target_resource_instance_id", "serviceInstance"),
    ("target_resource_group_id", "resourceGroupId"),
];

impl Resource for Policy {
    /// The policy lands in the account of the key; the source is of the same account unless another
    /// is given.
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed> {
        let account = api.account()?;
        let body = json!({
            "type": "authorization",
            "control": { "grant": { "roles": roles(wanted)? } },
            "subject": { "attributes": side(wanted, &SOURCE, "subject_attributes", &account) },
            "resource": { "attributes": side(wanted, &TARGET, "resource_attributes", &account) },
            "description": text(wanted, "description"),
        });
        let made = api.send("POST", "/iam/v2/policies", &[], Some(body))?;
        Ok(id_of(&made))
    }

    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused> {
        let policy = match api.send("GET", &path(state), &[], None) {
            Ok(policy) => policy,
            Err(refused) if refused.status == 404 => return Ok(None),
            Err(refused) => return Err(refused),
        };
        let mut read = Object::new();
        for (arguments, key) in [(&SOURCE[..], "subject"), (&TARGET[..], "resource")] {
            let attributes = policy[key]["attributes"].as_array().into_iter().flatten();
            for attribute in attributes {
                let known = arguments.iter().find(|(_, name)| attribute["key"] == *name);
                read.extend(
                    known.map(|(argument, _)| ((*argument).to_owned(), (&attribute["value"]).into())),
                );
            }
        }
        let granted = policy["control"]["grant"]["roles"].as_array().into_iter().flatten();
        let names = granted.filter_map(|role| ROLES.iter().find(|(_, crn)| role["role_id"] == *crn));
        read.insert("roles".to_owned(), Value::List(names.map(|(name, _)| (*name).into()).collect()));
        Ok(Some(read))
    }

    fn update(&self, _: &Api, _: &Object, _: &Object) -> Result<(), Refused> {
        Err(Refused::own("the stand-in does not change policies in place"))
    }

    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused> {
        match api.send("DELETE", &path(state), &[], None) {
            Err(refused) if refused.status != 404 => Err(refused),
            _ => Ok(()),
        }
    }
}

fn path(state: &Object) -> String {
    format!("/iam/v2/policies/{}", text(state, "id"))
}

fn roles(wanted: &Object) -> Result<Vec<Json>, Refused> {
    let role = |name: &String| {
        let known = ROLES.iter().find(|(known, _)| known == name);
        let crn = known.ok_or_else(|| Refused::own(format!("The given role {name:?} is not supported")))?;
        Ok(json!({ "role_id": crn.1 }))
    };
    texts(wanted, "roles").iter().map(role).collect()
}

/// The attributes of a side: those of the arguments, or those that are written one by one.
fn side(wanted: &Object, arguments: &[(&str, &str)], block: &str, account: &str) -> Vec<Json> {
    let attribute =
        |key: &str, value: &str| json!({ "key": key, "operator": "stringEquals", "value": value });
    let mut attributes: Vec<Json> = arguments
        .iter()
        .filter_map(|(argument, key)| Some(attribute(key, get(wanted, argument).text()?)))
        .collect();
    for one in get(wanted, block).items().iter().filter_map(Value::object) {
        attributes.push(attribute(text(one, "name"), text(one, "value")));
    }
    if !attributes.iter().any(|one| one["key"] == "accountId") {
        attributes.push(attribute("accountId", account));
    }
    attributes
}
