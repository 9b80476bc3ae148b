//! What each resource does at the service: which calls make it, tell it, change it and end it.

mod acl;
mod acl_rule;
mod binding;
mod dns_binding;
mod gateway;
mod group;
mod group_target;
mod policy;
mod prefix;
mod reserved_ip;
mod resource_binding;
mod resource_tag;
mod rule;
mod subnet;
mod vpc;

use serde_json::{Map, Value as Json, json};

use super::api::{Api, Refused};
use super::value::{Object, Value, get, text};

/// How many polls, ten seconds apart, fit into a time of waiting like `10m`.
const POLL_SECONDS: u32 = 10;

/// A creation that failed, with the id when something was made all the same: terraform keeps that
/// as tainted.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) id: Option<String>,
    pub(super) why: Refused,
}

impl From<Refused> for Failed {
    fn from(why: Refused) -> Self {
        Self { id: None, why }
    }
}

/// A kind of resource.
pub(super) trait Resource: Sync {
    /// Makes it and answers its id.
    fn create(&self, api: &Api, wanted: &Object) -> Result<String, Failed>;

    /// What the service tells of it, given its id in `state`; none when it is gone.
    fn read(&self, api: &Api, state: &Object) -> Result<Option<Object>, Refused>;

    /// Changes what can be changed.
    fn update(&self, api: &Api, prior: &Object, wanted: &Object) -> Result<(), Refused>;

    /// Ends it; one that is gone already is fine.
    fn delete(&self, api: &Api, state: &Object) -> Result<(), Refused>;
}

/// The kind of that name.
pub(super) fn of(name: &str) -> Option<&'static dyn Resource> {
    Some(match name {
        "ibm_is_vpc" => &vpc::Vpc,
        "ibm_is_vpc_address_prefix" => &prefix::Prefix,
        "ibm_is_subnet" => &subnet::Subnet,
        "ibm_is_security_group" => &group::Group,
        "ibm_is_security_group_rule" => &rule::Rule,
        "ibm_is_subnet_reserved_ip" => &reserved_ip::ReservedIp,
        "ibm_is_virtual_endpoint_gateway" => &gateway::Gateway,
        "ibm_is_virtual_endpoint_gateway_ip" => &binding::Binding,
        "ibm_is_virtual_endpoint_gateway_resource_binding" => &resource_binding::ResourceBinding,
        "ibm_is_vpc_dns_resolution_binding" => &dns_binding::DnsBinding,
        "ibm_is_network_acl" => &acl::Acl,
        "ibm_is_network_acl_rule" => &acl_rule::AclRule,
        "ibm_is_security_group_target" => &group_target::GroupTarget,
        "ibm_resource_tag" => &resource_tag::ResourceTag,
        "ibm_iam_authorization_policy" => &policy::Policy,
        _ => return None,
    })
}

/// A body that is built key by key, without what is not known.
#[derive(Default)]
struct Body(Map<String, Json>);

impl Body {
    /// The value of `from` as this key.
    fn take(mut self, object: &Object, from: &str, key: &str) -> Self {
        if let Some(json) = plain(get(object, from)) {
            self.0.insert(key.to_owned(), json);
        }
        self
    }

    /// The id in `from` as an identity.
    fn identity(mut self, object: &Object, from: &str, key: &str) -> Self {
        if let Some(id) = get(object, from).text() {
            self.0.insert(key.to_owned(), json!({ "id": id }));
        }
        self
    }

    fn put(mut self, key: &str, value: Json) -> Self {
        self.0.insert(key.to_owned(), value);
        self
    }

    fn done(self) -> Json {
        Json::Object(self.0)
    }
}

/// A text, number or boolean; none of what is null, unknown or built of parts.
fn plain(value: &Value) -> Option<Json> {
    match value {
        Value::Text(text) => Some(json!(text)),
        Value::Number(number) => Some(json!(number)),
        Value::Bool(flag) => Some(json!(flag)),
        Value::Null | Value::Unknown | Value::List(_) | Value::Object(_) => None,
    }
}

/// A patch of the keys that differ; none when nothing does.
fn patch(prior: &Object, wanted: &Object, keys: &[&str]) -> Option<Json> {
    let differing = keys.iter().filter(|key| get(prior, key) != get(wanted, key));
    let body = differing.fold(Body::default(), |body, key| body.take(wanted, key, key));
    (!body.0.is_empty()).then(|| body.done())
}

/// The id that an answer has.
fn id_of(answer: &Json) -> String {
    answer["id"].as_str().unwrap_or_default().to_owned()
}

/// The two parts of an id like `SUBNET/IP`.
fn parts(state: &Object, mark: char) -> Result<(&str, &str), Refused> {
    let id = text(state, "id");
    id.split_once(mark)
        .filter(|(one, other)| !one.is_empty() && !other.is_empty() && !other.contains(mark))
        .ok_or_else(|| {
            Refused::own(format!("The given id {id:?} does not have two parts, parted by {mark:?}"))
        })
}

/// How often a wait asks: the time of the block `timeouts`, or the usual one in minutes.
fn polls(object: &Object, act: &str, usual: u32) -> u32 {
    let given = get(object, "timeouts").object().map(|timeouts| text(timeouts, act)).unwrap_or_default();
    let seconds = |factor: u32, end: char| {
        given.strip_suffix(end).and_then(|number| number.parse::<u32>().ok()).map(|number| number * factor)
    };
    let asked = seconds(3600, 'h').or_else(|| seconds(60, 'm')).or_else(|| seconds(1, 's'));
    asked.unwrap_or(usual * 60) / POLL_SECONDS
}

/// Copies keys of an answer into a state; a key is `name` or `name=path/in/the/answer`.
pub(super) fn told(answer: &Json, keys: &[&str]) -> Object {
    keys.iter()
        .map(|key| {
            let (name, path) = key.split_once('=').unwrap_or((key, key));
            let value = answer.pointer(&format!("/{path}")).map_or(Value::Null, Value::from);
            (name.to_owned(), value)
        })
        .collect()
}

/// The tags of both types, as a read tells them.
fn told_tags(api: &Api, crn: &str, state: &mut Object) -> Result<(), Refused> {
    for (key, kind) in TAGS {
        let names = api.tags(crn, kind)?.into_iter().map(Value::Text).collect();
        state.insert(key.to_owned(), Value::List(names));
    }
    Ok(())
}

const TAGS: [(&str, &str); 2] = [("tags", "user"), ("access_tags", "access")];

/// Attaches what is wanted and not there, and detaches what is there and not wanted.
fn set_tags(api: &Api, crn: &str, prior: &Object, wanted: &Object) {
    for (key, kind) in TAGS {
        if *get(wanted, key) == Value::Unknown {
            continue;
        }
        let (before, after) = (texts(prior, key), texts(wanted, key));
        let only = |some: &[String], others: &[String]| -> Vec<String> {
            some.iter().filter(|name| !others.contains(name)).cloned().collect()
        };
        // A failure is not told: the next plan shows it (Terraform facts §1).
        let _ = api.change_tags("attach", crn, kind, &only(&after, &before));
        let _ = api.change_tags("detach", crn, kind, &only(&before, &after));
    }
}

/// The texts of a list or set.
fn texts(object: &Object, key: &str) -> Vec<String> {
    get(object, key).items().iter().filter_map(|item| item.text().map(str::to_owned)).collect()
}

/// What is told of things, for the data sources.
pub(super) mod tell {
    pub(in crate::provider) use super::group::tell as group;
    pub(in crate::provider) use super::reserved_ip::tell as reserved_ip;
    pub(in crate::provider) use super::rule::tell as rule;
    pub(in crate::provider) use super::subnet::tell as subnet;
    pub(in crate::provider) use super::told as keys;
    pub(in crate::provider) use super::vpc::tell as vpc;
}
