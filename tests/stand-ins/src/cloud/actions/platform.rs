//! Tokens, resource groups and tags.

use serde_json::{Value, json};

use super::Call;
use crate::cloud::fault::Fault;
use crate::cloud::table::table;
use crate::cloud::things::Thing;
use crate::cloud::world::World;

pub(super) fn token(world: &World, call: &Call) -> Result<Value, Fault> {
    if call.text("apikey") != Some(world.api_key.as_str()) {
        return Err(Fault::new("BXNIM0415E", "Provided API key could not be found.").with_status(400));
    }
    Ok(json!({
        "access_token": world.token,
        "refresh_token": "not_supported",
        "token_type": "Bearer",
        "expires_in": 3600,
        "expiration": 1_795_345_200,
        "scope": "ibm openid",
    }))
}

pub(super) fn list_resource_groups(world: &World, call: &Call) -> Value {
    let agrees = |key: &str, value: &str| call.asked(key).is_none_or(|asked| asked == value);
    let found: Vec<Value> = world
        .resource_groups
        .iter()
        .filter(|group| agrees("name", &group.name))
        .filter(|group| agrees("default", if group.default { "true" } else { "false" }))
        .filter(|_| agrees("account_id", &world.account))
        .map(|group| {
            json!({
                "id": group.id, "name": group.name, "default": group.default, "state": "ACTIVE",
                "account_id": world.account,
                "crn": format!("crn:v1:bluemix:public:resource-controller::a/{}::resource-group:{}",
                    world.account, group.id),
            })
        })
        .collect();
    json!({ "resources": found })
}

pub(super) fn attach_tags(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let access = call.asked("tag_type") == Some("access");
    let texts = |pointer: &str| -> Vec<String> {
        let list = call.body.pointer(pointer).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(|item| item.as_str().or_else(|| item["resource_id"].as_str()))
            .map(str::to_owned)
            .collect()
    };
    let (resources, names) = (texts("/resources"), texts("/tag_names"));
    for crn in &resources {
        let known = world.gateways.iter().any(|one| one.crn(world) == *crn)
            || world.vpcs.iter().any(|one| one.crn(world) == *crn)
            || world.subnets.iter().any(|one| one.crn(world) == *crn)
            || world.groups.iter().any(|one| one.crn(world) == *crn);
        if !known {
            let message = format!("there is no resource {crn}");
            return Err(Fault::field("not_found", "resources", message));
        }
    }
    for name in &names {
        let pattern = if access { "access_tag" } else { "user_tag" };
        if !table().fits(pattern, name) {
            let message = format!("{name:?} is not a tag of this type");
            return Err(Fault::field("validation_failure", "tag_names", message));
        }
        if access && !world.access_tags.contains(name) {
            let message = format!("there is no access tag {name:?} in the account");
            return Err(Fault::field("not_found", "tag_names", message));
        }
    }
    if resources.is_empty() || names.is_empty() {
        return Err(Fault::new("validation_failure", "there is nothing to attach"));
    }
    for crn in &resources {
        let tags = world.tags.entry(crn.clone()).or_default();
        let set = if access { &mut tags.access } else { &mut tags.user };
        set.extend(names.iter().cloned());
    }
    let results: Vec<Value> =
        resources.iter().map(|crn| json!({ "resource_id": crn, "is_error": false })).collect();
    Ok(json!({ "results": results }))
}
