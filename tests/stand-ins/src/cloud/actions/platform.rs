//! Tokens, resource groups and tags.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::Call;
use crate::cloud::fault::Fault;
use crate::cloud::table::table;
use crate::cloud::world::{ResourceGroup, Tags, World};

pub(super) fn token(world: &World, call: &Call) -> Result<Value, Fault> {
    let key = call.text("apikey").unwrap_or_default();
    let Some(account) = world.accounts.iter().find(|one| one.api_key == key) else {
        return Err(Fault::new("BXNIM0415E", "Provided API key could not be found.").with_status(400));
    };
    Ok(json!({
        "access_token": account.token,
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
        .filter(|group| group.account == world.account && agrees("account_id", &world.account))
        .map(|group| resource_group(world, group))
        .collect();
    json!({ "resources": found })
}

pub(super) fn get_resource_group(world: &World, call: &Call) -> Result<Value, Fault> {
    let mine = |group: &&ResourceGroup| group.id == call.ids[0] && group.account == world.account;
    let found = world.resource_groups.iter().find(mine);
    found
        .map(|group| resource_group(world, group))
        .ok_or_else(|| Fault::missing("resource group", &call.ids[0]))
}

fn resource_group(world: &World, group: &ResourceGroup) -> Value {
    json!({
        "id": group.id, "name": group.name, "default": group.default, "state": "ACTIVE",
        "account_id": world.account,
        "crn": format!("crn:v1:bluemix:public:resource-controller::a/{}::resource-group:{}",
            world.account, group.id),
    })
}

/// The resources and tags that a call names, each of them checked (API facts §3.6).
fn named(world: &World, call: &Call) -> Result<(Vec<String>, Vec<String>), Fault> {
    let texts = |pointer: &str| -> Vec<String> {
        let list = call.body.pointer(pointer).and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(|item| item.as_str().or_else(|| item["resource_id"].as_str()))
            .map(str::to_owned)
            .collect()
    };
    let (resources, names) = (texts("/resources"), texts("/tag_names"));
    if let Some(crn) = resources.iter().find(|crn| !world.has_resource(crn)) {
        let message = format!("there is no resource {crn}");
        return Err(Fault::field("not_found", "resources", message));
    }
    let pattern = if access(call) { "access_tag" } else { "user_tag" };
    if let Some(name) = names.iter().find(|name| !table().fits(pattern, name)) {
        let message = format!("{name:?} is not a tag of this type");
        return Err(Fault::field("validation_failure", "tag_names", message));
    }
    if resources.is_empty() || names.is_empty() {
        return Err(Fault::new("validation_failure", "no resource or no tag is named"));
    }
    Ok((resources, names))
}

fn access(call: &Call) -> bool {
    call.asked("tag_type") == Some("access")
}

fn set_of<'a>(tags: &'a mut Tags, call: &Call) -> &'a mut BTreeSet<String> {
    if access(call) { &mut tags.access } else { &mut tags.user }
}

fn results(resources: &[String]) -> Value {
    let results: Vec<Value> =
        resources.iter().map(|crn| json!({ "resource_id": crn, "is_error": false })).collect();
    json!({ "results": results })
}

pub(super) fn attach_tags(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let (resources, names) = named(world, call)?;
    let missing = names.iter().find(|name| access(call) && !world.acting().access_tags.contains(*name));
    if let Some(name) = missing {
        let message = format!("there is no access tag {name:?} in the account");
        return Err(Fault::field("not_found", "tag_names", message));
    }
    for crn in &resources {
        let tags = world.tags.entry(crn.clone()).or_default();
        set_of(tags, call).extend(names.iter().cloned());
    }
    Ok(results(&resources))
}

/// Detaches tags; one that is not attached is passed over.
pub(super) fn detach_tags(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let (resources, names) = named(world, call)?;
    for crn in &resources {
        if let Some(tags) = world.tags.get_mut(crn) {
            set_of(tags, call).retain(|tag| !names.contains(tag));
        }
    }
    world.tags.retain(|_, tags| !(tags.user.is_empty() && tags.access.is_empty()));
    Ok(results(&resources))
}

/// The tags of one resource, or of the account (global_tagging_v1 L87).
pub(super) fn list_tags(world: &World, call: &Call) -> Result<Value, Fault> {
    let of = |tags: &Tags| if access(call) { tags.access.clone() } else { tags.user.clone() };
    let mut names: BTreeSet<String> = match call.asked("attached_to") {
        Some(crn) => {
            if call.asked("providers") != Some("ghost") {
                let message = "with attached_to, the provider is named: ghost";
                return Err(Fault::parameter("validation_required_field", "providers", message));
            }
            world.tags.get(crn).map(of).unwrap_or_default()
        }
        None => world.resources().iter().filter_map(|crn| world.tags.get(crn)).flat_map(of).collect(),
    };
    if call.asked("attached_to").is_none() && access(call) && call.asked("attached_only") != Some("true") {
        names.extend(world.acting().access_tags.iter().cloned());
    }
    let number = |key: &str, usual: usize| call.asked(key).and_then(|n| n.parse().ok()).unwrap_or(usual);
    let (offset, limit) = (number("offset", 0), number("limit", 100));
    let total = names.len();
    let items: Vec<Value> =
        names.into_iter().skip(offset).take(limit).map(|name| json!({ "name": name })).collect();
    Ok(json!({ "total_count": total, "offset": offset, "limit": limit, "items": items }))
}
