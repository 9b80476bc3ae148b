//! Deleting and unbinding: what each demands, and what it takes along.

use super::{Call, staying, unlocked};
use crate::cloud::fault::Fault;
use crate::cloud::sharing;
use crate::cloud::world::{Ip, Owner, Rule, World};

/// Begins the deletion of a gateway; until it is over it keeps its name, target, groups and addresses
/// (API facts §3.3, §8 no. 8).
pub(super) fn gateway(world: &mut World, call: &Call) -> Result<(), Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?.clone();
    sharing::may_go(world, &gateway)?;
    unlocked(world, &gateway.vpc)?;
    let reads = world.settings.pending_reads;
    for one in world.gateways.iter_mut().filter(|one| one.id == gateway.id) {
        one.leaving = Some(reads);
    }
    Ok(())
}

/// Unbinds an address, and deletes it when it says so (API facts §3.1).
pub(super) fn binding(world: &mut World, call: &Call) -> Result<(), Fault> {
    let gateway = world.by_id(&call.region, &world.gateways, &call.ids[0])?.clone();
    staying(&gateway)?;
    let ip = world
        .ips_of(&gateway.id)
        .find(|ip| ip.id == call.ids[1])
        .ok_or_else(|| Fault::missing("reserved IP of the gateway", &call.ids[1]))?
        .clone();
    if ip.auto_delete {
        world.ips.retain(|one| one.id != ip.id);
    }
    for one in world.ips.iter_mut().filter(|one| one.id == ip.id) {
        one.owner = Owner::Nobody;
    }
    Ok(())
}

/// Releases an address that nobody has (API facts §3.2; CLI facts §2.4).
pub(super) fn reserved_ip(world: &mut World, call: &Call) -> Result<(), Fault> {
    let ip = super::addresses::own(world, call)?.clone();
    match ip.owner {
        Owner::Nobody => {}
        Owner::Provider => {
            let message = format!("{} is the provider's", ip.name);
            return Err(Fault::new("reserved_ip_owned_by_provider", message));
        }
        Owner::Gateway(_) | Owner::Other(_) => {
            let message = format!("{} is bound and cannot be deleted", ip.name);
            return Err(Fault::conflict("reserved_ip_in_use", message));
        }
    }
    world.ips.retain(|one| one.id != ip.id);
    Ok(())
}

/// Deletes a subnet and, silently, the reserved IPs in it that nobody has. IBM's reference says that a
/// gateway is detached from it; nothing may count on that here, so that no order of deletions does.
pub(super) fn subnet(world: &mut World, call: &Call) -> Result<(), Fault> {
    let subnet = world.by_id(&call.region, &world.subnets, &call.ids[0])?.clone();
    let held = world.ips.iter().filter(|ip| ip.subnet == subnet.id);
    let in_use = |ip: &&Ip| matches!(ip.owner, Owner::Gateway(_) | Owner::Other(_));
    if let Some(ip) = { held }.find(in_use) {
        let message = format!("the subnet {} contains {}, which is in use", subnet.name, ip.name);
        return Err(Fault::conflict("subnet_not_empty_ipaddr_exists", message));
    }
    world.ips.retain(|ip| ip.subnet != subnet.id);
    world.untag(&subnet);
    world.subnets.retain(|one| one.id != subnet.id);
    Ok(())
}

pub(super) fn prefix(world: &mut World, call: &Call) -> Result<(), Fault> {
    let prefix = super::network::own_prefix(world, call)?.clone();
    let inside =
        |one: &&crate::cloud::world::Subnet| one.vpc == prefix.vpc && prefix.cidr.contains(&one.cidr);
    if let Some(subnet) = world.subnets.iter().find(inside) {
        let message = format!("the subnet {} uses the prefix {}", subnet.name, prefix.name);
        return Err(Fault::conflict("address_prefix_in_use", message));
    }
    world.prefixes.retain(|one| one.id != prefix.id);
    Ok(())
}

/// Deletes a group with its rules. A group that a gateway or another group's rule has stays, and so
/// does a VPC's default one (ibm-vpc 0.36.0 L18897).
pub(super) fn group(world: &mut World, call: &Call) -> Result<(), Fault> {
    let group = world.by_id(&call.region, &world.groups, &call.ids[0])?.clone();
    if group.is_default {
        let message = "a VPC's default security group cannot be deleted";
        return Err(Fault::conflict("security_group_vpc_default", message));
    }
    if let Some(one) = world.gateways.iter().find(|one| one.groups.contains(&group.id)) {
        let message = format!("the endpoint gateway {} is attached to {}", one.name, group.name);
        return Err(Fault::conflict("security_group_interfaces_attached", message));
    }
    let names_it = |rule: &&Rule| rule.group != group.id && rule.body["remote"]["id"] == group.id.as_str();
    if let Some(rule) = world.rules.iter().find(names_it) {
        let message = format!("a rule of {} names {}", world.group(&rule.group).name, group.name);
        return Err(Fault::conflict("security_group_remoting_rules", message));
    }
    world.rules.retain(|rule| rule.group != group.id);
    world.untag(&group);
    world.groups.retain(|one| one.id != group.id);
    Ok(())
}

pub(super) fn rule(world: &mut World, call: &Call) -> Result<(), Fault> {
    let id = super::groups::own_rule(world, call)?.id.clone();
    world.rules.retain(|rule| rule.id != id);
    Ok(())
}

/// Takes a gateway out of a group; it has one at least (API facts §3.3).
pub(super) fn target(world: &mut World, call: &Call) -> Result<(), Fault> {
    let gateway = super::groups::own_target(world, call)?.clone();
    staying(&gateway)?;
    if gateway.groups.len() == 1 {
        let message = "the last security group of a gateway cannot be removed";
        return Err(Fault::conflict("security_group_last_security_group_is_default", message));
    }
    for one in world.gateways.iter_mut().filter(|one| one.id == gateway.id) {
        one.groups.retain(|group| *group != call.ids[0]);
    }
    Ok(())
}

/// Deletes a VPC without subnets and gateways; its groups, network ACLs and address prefixes go with it
/// (ibm-vpc 0.36.0 L25385).
pub(super) fn vpc(world: &mut World, call: &Call) -> Result<(), Fault> {
    let vpc = world.by_id(&call.region, &world.vpcs, &call.ids[0])?.clone();
    let subnet = world.subnets.iter().find(|one| one.vpc == vpc.id).map(|one| &one.name);
    let gateway = world.gateways.iter().find(|one| one.vpc == vpc.id).map(|one| &one.name);
    if let Some(name) = subnet.or(gateway) {
        let message = format!("the VPC {} is not empty: {name} is in it", vpc.name);
        return Err(Fault::conflict("vpc_not_empty", message));
    }
    if world.dns_bindings.iter().any(|one| one.hub == vpc.id) {
        let message = format!("the VPC {} resolves names for others", vpc.name);
        return Err(Fault::conflict("vpc_not_empty", message));
    }
    world.dns_bindings.retain(|one| one.vpc != vpc.id);
    let groups: Vec<_> = world.groups.iter().filter(|one| one.vpc == vpc.id).cloned().collect();
    for group in groups {
        world.rules.retain(|rule| rule.group != group.id);
        world.untag(&group);
    }
    let acls: Vec<_> = world.acls.iter().filter(|one| one.vpc == vpc.id).cloned().collect();
    for acl in acls {
        world.acl_rules.retain(|rule| rule.acl != acl.id);
        world.untag(&acl);
    }
    world.acls.retain(|one| one.vpc != vpc.id);
    world.groups.retain(|one| one.vpc != vpc.id);
    world.prefixes.retain(|one| one.vpc != vpc.id);
    world.untag(&vpc);
    world.vpcs.retain(|one| one.id != vpc.id);
    Ok(())
}
