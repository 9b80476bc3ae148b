//! Authorization policies: which service of which account may use what of this one (API facts §4).

use serde_json::{Value, json};

use super::world::World;

/// One attribute of a policy's subject or resource: its name, operator and value.
pub(crate) type Attribute = (String, String, String);

/// A policy, read out of the form of either version.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Policy {
    pub(crate) id: String,
    /// The account it belongs to: the one whose resources it opens.
    pub(crate) account: String,
    pub(crate) subject: Vec<Attribute>,
    pub(crate) resource: Vec<Attribute>,
    /// CRNs of roles.
    pub(crate) roles: Vec<String>,
    pub(crate) description: Option<String>,
}

impl Policy {
    /// Reads the body of a call; `None` where its form has not exactly one subject and resource.
    pub(crate) fn read(id: String, account: String, body: &Value, v2: bool) -> Option<Self> {
        let (subject, resource, roles) = if v2 {
            (&body["subject"], &body["resource"], &body["control"]["grant"]["roles"])
        } else {
            (only(&body["subjects"])?, only(&body["resources"])?, &body["roles"])
        };
        let key = if v2 { "key" } else { "name" };
        let roles = roles.as_array()?.iter().filter_map(|role| text(&role["role_id"])).collect();
        Some(Self {
            id,
            account,
            subject: attributes(subject, key),
            resource: attributes(resource, key),
            roles,
            description: text(&body["description"]),
        })
    }

    /// The policy as a version of the API shows it.
    pub(crate) fn view(&self, v2: bool) -> Value {
        let version = if v2 { "v2" } else { "v1" };
        let roles: Vec<Value> = self.roles.iter().map(|role| json!({ "role_id": role })).collect();
        let list = |attributes: &[Attribute]| -> Vec<Value> {
            let name = if v2 { "key" } else { "name" };
            attributes
                .iter()
                .map(|(key, operator, value)| json!({ name: key, "operator": operator, "value": value }))
                .collect()
        };
        let (subject, resource) = (list(&self.subject), list(&self.resource));
        let mut value = json!({
            "id": self.id, "type": "authorization", "state": "active",
            "href": format!("https://iam.cloud.ibm.com/{version}/policies/{}", self.id),
        });
        if v2 {
            value["subject"] = json!({ "attributes": subject });
            value["resource"] = json!({ "attributes": resource });
            value["control"] = json!({ "grant": { "roles": roles } });
        } else {
            value["subjects"] = json!([{ "attributes": subject }]);
            value["resources"] = json!([{ "attributes": resource }]);
            value["roles"] = json!(roles);
        }
        if let Some(text) = &self.description {
            value["description"] = json!(text);
        }
        value
    }

    /// What [`super::Cloud::state`] tells of it.
    pub(crate) fn told(&self) -> Value {
        let map = |attributes: &[Attribute]| -> Value {
            attributes.iter().map(|(key, _, value)| (key.clone(), json!(value))).collect()
        };
        let mut roles: Vec<&str> =
            self.roles.iter().map(|role| role.rsplit(':').next().unwrap_or(role)).collect();
        roles.sort_unstable();
        json!({ "account": self.account, "subject": map(&self.subject), "resource": map(&self.resource),
            "roles": roles })
    }

    /// Whether an attribute has this value, or is not there, which stands for any.
    fn any_or(attributes: &[Attribute], key: &str, value: &str) -> bool {
        attributes.iter().find(|one| one.0 == key).is_none_or(|one| one.2 == value)
    }

    fn is(attributes: &[Attribute], key: &str, value: &str) -> bool {
        attributes.iter().any(|one| one.0 == key && one.2 == value)
    }

    /// Whether it lets what the acting account's VPC service makes reach something of its account.
    fn opens(&self, world: &World, kind: &str, id: &str) -> bool {
        Self::is(&self.subject, "accountId", &world.account)
            && Self::is(&self.subject, "serviceName", "is")
            && Self::any_or(&self.subject, "resourceType", kind)
            && Self::any_or(&self.subject, "resource", id)
    }
}

/// Whether the owner of a service instance lets gateways of the acting account reach it.
pub(crate) fn gateway_may_reach(world: &World, owner: &str, service: &str, instance: &str) -> bool {
    world.policies.iter().filter(|one| one.account == owner).any(|one| {
        one.opens(world, "endpoint-gateway", "")
            && Policy::is(&one.resource, "serviceName", service)
            && Policy::any_or(&one.resource, "serviceInstance", instance)
            && one.roles.iter().any(|role| role.contains(":role:"))
    })
}

/// Whether the owner of a DNS hub lets this VPC of the acting account bind to it.
pub(crate) fn vpc_may_bind(world: &World, owner: &str, hub: &str, vpc: &str) -> bool {
    world.policies.iter().filter(|one| one.account == owner).any(|one| {
        one.opens(world, "vpc", vpc)
            && Policy::is(&one.resource, "serviceName", "is")
            && Policy::any_or(&one.resource, "vpcId", hub)
            && one.roles.iter().any(|role| role.ends_with(":serviceRole:DNSBindingConnector"))
    })
}

fn only(list: &Value) -> Option<&Value> {
    match &list.as_array()?[..] {
        [one] => Some(one),
        _ => None,
    }
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

fn attributes(side: &Value, key: &str) -> Vec<Attribute> {
    let list = side["attributes"].as_array();
    let mut all: Vec<Attribute> = list
        .into_iter()
        .flatten()
        .filter_map(|one| {
            let operator = text(&one["operator"]).unwrap_or_else(|| "stringEquals".to_owned());
            Some((text(&one[key])?, operator, text(&one["value"])?))
        })
        .collect();
    all.sort();
    all
}
