//! Bindings of a gateway to single resources of its service: buckets (API facts §3.4).

use serde_json::Value;

use super::{Call, name_or_random, staying, unique};
use crate::cloud::fault::Fault;
use crate::cloud::sharing;
use crate::cloud::table::table;
use crate::cloud::target;
use crate::cloud::views;
use crate::cloud::world::{ResourceBinding, World};

pub(super) fn list(world: &World, call: &Call) -> Result<Vec<Value>, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?;
    let own = world.resource_bindings.iter().rev().filter(|one| one.gateway == gateway.id);
    Ok(own.map(|one| views::resource_binding(world, one)).collect())
}

fn own<'a>(world: &'a World, call: &Call) -> Result<&'a ResourceBinding, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?;
    world
        .resource_bindings
        .iter()
        .find(|one| one.gateway == gateway.id && one.id == call.ids[1])
        .ok_or_else(|| Fault::missing("resource binding", &call.ids[1]))
}

pub(super) fn get(world: &World, call: &Call) -> Result<Value, Fault> {
    own(world, call).map(|one| views::resource_binding(world, one))
}

pub(super) fn delete(world: &mut World, call: &Call) -> Result<(), Fault> {
    let id = own(world, call)?.id.clone();
    world.resource_bindings.retain(|one| one.id != id);
    Ok(())
}

pub(super) fn patch(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let binding = own(world, call)?.clone();
    if let Some(name) = call.text("name") {
        named_once(world, &binding.gateway, name, Some(&binding.id))?;
        for one in world.resource_bindings.iter_mut().filter(|one| one.id == binding.id) {
            name.clone_into(&mut one.name);
        }
    }
    get(world, call)
}

pub(super) fn create(world: &mut World, call: &Call) -> Result<Value, Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?.clone();
    staying(&gateway)?;
    let fault = |message: &str| Err(Fault::field("bad_field", "target.crn", message));
    if !sharing::has_bindings(&gateway.target) {
        return fault("the gateway's service has no resource bindings");
    }
    if gateway.mode == "primary" {
        return fault("a primary gateway has no resource bindings");
    }
    let crn = call.body["target"]["crn"].as_str().unwrap_or_default();
    let parts: Vec<&str> = crn.split(':').collect();
    let [_, _, _, _, "cloud-object-storage", "global", scope, instance, "bucket", bucket] = parts[..] else {
        return fault("this is not the CRN of a bucket");
    };
    if !scope.starts_with("a/") || instance.is_empty() {
        return fault("a bucket's CRN names its account and its instance");
    }
    let served = target::endpoints(&gateway.target);
    let endpoint = format!("{bucket}.{}", served.first().map(String::as_str).unwrap_or_default());
    if endpoint.len() > 255 || !table().fits("service_endpoint", &endpoint) {
        return fault("the bucket makes no host name");
    }
    sharing::endpoint_is_free(world, &sharing::topology(world, &gateway.vpc), &endpoint)?;
    let name = name_or_random(world, &call.body);
    named_once(world, &gateway.id, &name, None)?;
    let id = world.new_id("r006");
    let binding = ResourceBinding { id, gateway: gateway.id, name, crn: crn.to_owned(), endpoint };
    let view = views::resource_binding(world, &binding);
    world.resource_bindings.push(binding);
    Ok(view)
}

fn named_once(world: &World, gateway: &str, name: &str, but: Option<&str>) -> Result<(), Fault> {
    let siblings = world.resource_bindings.iter().filter(|one| one.gateway == gateway);
    unique(siblings.filter(|one| Some(one.id.as_str()) != but).map(|one| one.name.as_str()), name, "name")
}
