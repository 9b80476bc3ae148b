//! Creating, reading and deleting authorization policies, in both versions of the API.

use serde_json::{Value, json};

use super::Call;
use crate::cloud::fault::Fault;
use crate::cloud::policies::{Attribute, Policy};
use crate::cloud::table::table;
use crate::cloud::world::World;

fn v2(call: &Call) -> bool {
    call.row.path.starts_with("/v2/")
}

pub(super) fn list(world: &World, call: &Call) -> Result<Value, Fault> {
    if call.asked("account_id") != Some(world.account.as_str()) {
        let message = "the token is of another account";
        return Err(Fault::parameter("insufficent_permissions", "account_id", message).with_status(403));
    }
    let mine = world.policies.iter().filter(|one| one.account == world.account);
    let shown: Vec<Value> = mine.map(|one| one.view(v2(call))).collect();
    Ok(json!({ "policies": shown }))
}

pub(super) fn get(world: &World, call: &Call) -> Result<Value, Fault> {
    own(world, call).map(|one| one.view(v2(call)))
}

pub(super) fn delete(world: &mut World, call: &Call) -> Result<(), Fault> {
    let id = own(world, call)?.id.clone();
    world.policies.retain(|one| one.id != id);
    Ok(())
}

fn own<'a>(world: &'a World, call: &Call) -> Result<&'a Policy, Fault> {
    world
        .policies
        .iter()
        .find(|one| one.id == call.ids[0] && one.account == world.account)
        .ok_or_else(|| Fault { code: "policy_not_found", ..Fault::missing("policy", &call.ids[0]) })
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let fault = |message: &str| Err(Fault::new("invalid_body", message));
    let id = world.new_id("policy");
    let Some(policy) = Policy::read(id, world.account.clone(), &call.body, v2(call)) else {
        return fault("a policy has one subject and one resource");
    };
    let value = |side: &[Attribute], key: &str| {
        side.iter().find(|(name, _, _)| name == key).map(|(_, _, value)| value.clone())
    };
    for side in [&policy.subject, &policy.resource] {
        if value(side, "accountId").is_none() {
            return fault("subject and resource name their accounts");
        }
        if let Some(name) = value(side, "serviceName").filter(|name| !table().services.contains(name)) {
            return fault(&format!("there is no service {name}"));
        }
        if side.windows(2).any(|pair| pair[0].0 == pair[1].0) {
            return fault("an attribute is given twice");
        }
    }
    if value(&policy.subject, "serviceName").or(value(&policy.subject, "resourceGroupId")).is_none() {
        return fault("the subject names a service or a resource group");
    }
    if value(&policy.resource, "serviceName").is_none() {
        return fault("the resource names a service");
    }
    if value(&policy.resource, "accountId").as_deref() != Some(world.account.as_str()) {
        let message = "a policy belongs to the account of its resource, and the token is of another";
        return Err(Fault::new("insufficent_permissions", message).with_status(403));
    }
    if policy.roles.is_empty() {
        return fault("there is no role");
    }
    let same = |one: &&Policy| {
        one.account == policy.account
            && one.subject == policy.subject
            && one.resource == policy.resource
            && one.roles == policy.roles
    };
    if let Some(other) = world.policies.iter().find(same) {
        let message = format!("the policy {} says the same", other.id);
        return Err(Fault::conflict("policy_conflict_error", message));
    }
    let view = policy.view(v2(call));
    world.policies.push(policy);
    Ok(view)
}
