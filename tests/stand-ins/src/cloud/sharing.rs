//! The rules by which gateways of VPCs that share DNS get along (API facts §1.3; ibm-vpc 0.36.0 L5548,
//! L50175, L26141).

use serde_json::Value;

use super::fault::Fault;
use super::target;
use super::world::{Gateway, ResourceBinding, Vpc, World};

/// The ids of the VPCs that share DNS with this one, itself among them: a hub and those bound to it.
pub(crate) fn topology(world: &World, vpc: &str) -> Vec<String> {
    let hub = hub_of(world, vpc).unwrap_or(vpc);
    let bound = world.dns_bindings.iter().filter(|one| one.hub == hub).map(|one| one.vpc.clone());
    std::iter::once(hub.to_owned()).chain(bound).collect()
}

/// The id of the hub that a VPC is bound to.
pub(crate) fn hub_of<'a>(world: &'a World, vpc: &str) -> Option<&'a str> {
    world.dns_bindings.iter().find(|one| one.vpc == vpc).map(|one| one.hub.as_str())
}

/// Whether the service has resource bindings: Object Storage does, but for its configuration.
pub(crate) fn has_bindings(target: &Value) -> bool {
    let crn = target["crn"].as_str().unwrap_or_default();
    crn.contains(":cloud-object-storage:") && !crn.contains(":endpoint:config.")
}

fn same_service(one: &Value, other: &Value) -> bool {
    target::overlap(&target::endpoints(one), &target::endpoints(other))
}

/// Checks a mode for a gateway with this target in a VPC; `own` is the gateway itself, if it is there.
///
/// # Errors
/// The service's fault.
pub(crate) fn mode_fits(
    world: &World,
    vpc: &Vpc,
    target: &Value,
    mode: &str,
    own: Option<&str>,
) -> Result<(), Fault> {
    let fault = |message: &str| Err(Fault::field("bad_field", "dns_resolution_binding_mode", message));
    if vpc.enable_hub && mode != "primary" {
        return fault("a gateway in a DNS hub must be primary");
    }
    if mode == "primary" && world.resource_bindings.iter().any(|one| Some(one.gateway.as_str()) == own) {
        return fault("a gateway with resource bindings cannot be primary");
    }
    if mode == "per_resource_binding" {
        if !has_bindings(target) {
            return fault("this service has no resource bindings");
        }
        if let Some(hub) = hub_of(world, &vpc.id)
            && primary_for(world, &[hub.to_owned()], target, None).is_none()
        {
            return fault("the hub has no primary gateway for the same target");
        }
    }
    if mode == "primary" {
        let others: Vec<String> = topology(world, &vpc.id).into_iter().filter(|one| *one != vpc.id).collect();
        if let Some(other) = primary_for(world, &others, target, own) {
            let name = &other.name;
            return fault(&format!("{name} in a VPC that shares DNS is primary for the same service"));
        }
    }
    Ok(())
}

fn primary_for<'a>(
    world: &'a World,
    vpcs: &[String],
    target: &Value,
    but: Option<&str>,
) -> Option<&'a Gateway> {
    world.gateways.iter().find(|one| {
        vpcs.contains(&one.vpc)
            && Some(one.id.as_str()) != but
            && one.mode == "primary"
            && same_service(&one.target, target)
    })
}

/// Checks that a gateway of a hub may be deleted: no VPC bound to it has one with the same target.
///
/// # Errors
/// The service's fault.
pub(crate) fn may_go(world: &World, gateway: &Gateway) -> Result<(), Fault> {
    if !world.vpc(&gateway.vpc).enable_hub {
        return Ok(());
    }
    let others = topology(world, &gateway.vpc);
    let same = |one: &&Gateway| {
        one.id != gateway.id && others.contains(&one.vpc) && same_service(&one.target, &gateway.target)
    };
    match world.gateways.iter().find(same) {
        None => Ok(()),
        Some(other) => {
            let message = format!("{} in a VPC bound to this hub has the same target", other.name);
            Err(Fault::conflict("conflict", message))
        }
    }
}

/// Checks that a VPC with its gateways may be bound to a hub.
///
/// # Errors
/// The service's fault.
pub(crate) fn may_join(world: &World, vpc: &str, hub: &str) -> Result<(), Fault> {
    let fault = |message: String| Err(Fault::field("bad_field", "vpc", message));
    let others = topology(world, hub);
    for one in world.gateways.iter().filter(|one| one.vpc == vpc) {
        if one.mode == "primary"
            && let Some(other) = primary_for(world, &others, &one.target, None)
        {
            return fault(format!("{} and {} are primary for the same service", one.name, other.name));
        }
        if one.mode == "per_resource_binding"
            && primary_for(world, &[hub.to_owned()], &one.target, None).is_none()
        {
            return fault(format!("the hub has no primary gateway for the target of {}", one.name));
        }
        for binding in world.resource_bindings.iter().filter(|binding| binding.gateway == one.id) {
            endpoint_is_free(world, &others, &binding.endpoint)?;
        }
    }
    Ok(())
}

/// Checks that none of these VPCs has a resource binding for a service endpoint.
///
/// # Errors
/// The service's fault.
pub(crate) fn endpoint_is_free(world: &World, vpcs: &[String], endpoint: &str) -> Result<(), Fault> {
    let there = |one: &&ResourceBinding| {
        let vpc = world.gateways.iter().find(|gateway| gateway.id == one.gateway).map(|gateway| &gateway.vpc);
        one.endpoint == endpoint && vpc.is_some_and(|vpc| vpcs.contains(vpc))
    };
    match world.resource_bindings.iter().find(there) {
        None => Ok(()),
        Some(other) => {
            let message = format!("the resource binding {} is for {endpoint} already", other.name);
            Err(Fault::conflict("conflict", message))
        }
    }
}
