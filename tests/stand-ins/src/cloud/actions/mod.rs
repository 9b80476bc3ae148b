//! What each call does, after its form was found right.

mod acls;
mod addresses;
mod deletes;
mod dns;
mod gateways;
mod groups;
mod network;
mod patches;
mod platform;
mod policies;
mod resource_bindings;

use serde_json::Value;

use super::fault::Fault;
use super::table::Row;
use super::things::Thing;
use super::world::{Gateway, ResourceGroup, World};

/// One call, checked against its row.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) row: &'static Row,
    /// The region of a VPC call; empty for the others.
    pub(crate) region: String,
    /// The ids in the path, in order.
    pub(crate) ids: Vec<String>,
    pub(crate) query: Vec<(String, String)>,
    /// `Null` where there is none.
    pub(crate) body: Value,
}

impl Call {
    /// The value of a query key.
    pub(crate) fn asked(&self, key: &str) -> Option<&str> {
        self.query.iter().find(|(name, _)| name == key).map(|(_, value)| value.as_str())
    }

    /// A text of the body.
    pub(crate) fn text(&self, key: &str) -> Option<&str> {
        self.body.get(key).and_then(Value::as_str)
    }

    /// A boolean of the body.
    pub(crate) fn flag(&self, key: &str) -> Option<bool> {
        self.body.get(key).and_then(Value::as_bool)
    }
}

/// What a call answers.
#[derive(Debug)]
pub(crate) enum Answer {
    One(Value),
    /// No body, as after a deletion.
    Nothing,
    /// A collection that is answered in pages under this key.
    List(&'static str, Vec<Value>),
}

/// Carries out a call.
///
/// # Errors
/// Why the service refuses; what was changed by then is for the caller to throw away.
pub(crate) fn act(world: &mut World, call: &Call) -> Result<Answer, Fault> {
    let one = Answer::One;
    let nothing = |()| Answer::Nothing;
    match call.row.id.as_str() {
        "token" => platform::token(world, call).map(one),
        "list_resource_groups" => Ok(one(platform::list_resource_groups(world, call))),
        "attach_tags" => platform::attach_tags(world, call).map(one),
        "detach_tags" => platform::detach_tags(world, call).map(one),
        "list_tags" => platform::list_tags(world, call).map(one),
        "get_resource_group" => platform::get_resource_group(world, call).map(one),
        "list_policies" | "list_v2_policies" => policies::list(world, call).map(one),
        "create_policy" | "create_v2_policy" => policies::create(world, call).map(one),
        "get_policy" | "get_v2_policy" => policies::get(world, call).map(one),
        "delete_policy" | "delete_v2_policy" => policies::delete(world, call).map(nothing),
        "list_vpcs" => Ok(Answer::List("vpcs", network::list_vpcs(world, call))),
        "create_vpc" => network::create_vpc(world, call).map(one),
        "get_vpc" => network::get_vpc(world, call).map(one),
        "patch_vpc" => patches::vpc(world, call).map(one),
        "delete_vpc" => deletes::vpc(world, call).map(nothing),
        "get_default_security_group" => groups::get_default(world, call).map(one),
        "list_dns_resolution_bindings" => {
            dns::list(world, call).map(|list| Answer::List("dns_resolution_bindings", list))
        }
        "create_dns_resolution_binding" => dns::create(world, call).map(one),
        "get_dns_resolution_binding" => dns::get(world, call).map(one),
        "patch_dns_resolution_binding" => dns::patch(world, call).map(one),
        "delete_dns_resolution_binding" => dns::delete(world, call).map(nothing),
        "list_address_prefixes" => {
            network::list_prefixes(world, call).map(|list| Answer::List("address_prefixes", list))
        }
        "create_address_prefix" => network::create_prefix(world, call).map(one),
        "get_address_prefix" => network::get_prefix(world, call).map(one),
        "patch_address_prefix" => patches::prefix(world, call).map(one),
        "delete_address_prefix" => deletes::prefix(world, call).map(nothing),
        "list_subnets" => Ok(Answer::List("subnets", network::list_subnets(world, call))),
        "create_subnet" => network::create_subnet(world, call).map(one),
        "get_subnet" => network::get_subnet(world, call).map(one),
        "patch_subnet" => patches::subnet(world, call).map(one),
        "delete_subnet" => deletes::subnet(world, call).map(nothing),
        "list_reserved_ips" => addresses::list(world, call).map(|list| Answer::List("reserved_ips", list)),
        "create_reserved_ip" => addresses::create(world, call).map(one),
        "get_reserved_ip" => addresses::get(world, call).map(one),
        "patch_reserved_ip" => patches::reserved_ip(world, call).map(one),
        "delete_reserved_ip" => deletes::reserved_ip(world, call).map(nothing),
        "get_subnet_network_acl" => acls::of_subnet(world, call).map(one),
        "replace_subnet_network_acl" => acls::replace_of_subnet(world, call).map(one),
        "get_default_network_acl" => acls::get_default(world, call).map(one),
        "list_network_acls" => Ok(Answer::List("network_acls", acls::list(world, call))),
        "create_network_acl" => acls::create(world, call).map(one),
        "get_network_acl" => acls::get(world, call).map(one),
        "patch_network_acl" => acls::patch(world, call).map(one),
        "delete_network_acl" => acls::delete(world, call).map(nothing),
        "list_network_acl_rules" => acls::list_rules(world, call).map(|list| Answer::List("rules", list)),
        "create_network_acl_rule" => acls::create_rule(world, call).map(one),
        "get_network_acl_rule" => acls::get_rule(world, call).map(one),
        "patch_network_acl_rule" => acls::patch_rule(world, call).map(one),
        "delete_network_acl_rule" => acls::delete_rule(world, call).map(nothing),
        "list_security_groups" => Ok(Answer::List("security_groups", groups::list(world, call))),
        "create_security_group" => groups::create(world, call).map(one),
        "get_security_group" => groups::get(world, call).map(one),
        "patch_security_group" => patches::group(world, call).map(one),
        "delete_security_group" => deletes::group(world, call).map(nothing),
        "list_rules" => groups::list_rules(world, call).map(one),
        "create_rule" => groups::create_rule(world, call).map(one),
        "get_rule" => groups::get_rule(world, call).map(one),
        "patch_rule" => patches::rule(world, call).map(one),
        "delete_rule" => deletes::rule(world, call).map(nothing),
        "list_security_group_targets" => {
            groups::list_targets(world, call).map(|list| Answer::List("targets", list))
        }
        "get_security_group_target" => groups::get_target(world, call).map(one),
        "remove_security_group_target" => deletes::target(world, call).map(nothing),
        "add_security_group_target" => groups::add_target(world, call).map(one),
        "list_endpoint_gateways" => Ok(Answer::List("endpoint_gateways", gateways::list(world, call))),
        "create_endpoint_gateway" => gateways::create(world, call).map(one),
        "get_endpoint_gateway" => gateways::get(world, call).map(one),
        "patch_endpoint_gateway" => patches::gateway(world, call).map(one),
        "delete_endpoint_gateway" => deletes::gateway(world, call).map(nothing),
        "list_endpoint_gateway_ips" => gateways::list_ips(world, call).map(|list| Answer::List("ips", list)),
        "get_endpoint_gateway_ip" => gateways::get_ip(world, call).map(one),
        "bind_reserved_ip" => gateways::bind(world, call).map(one),
        "list_resource_bindings" => {
            resource_bindings::list(world, call).map(|list| Answer::List("resource_bindings", list))
        }
        "create_resource_binding" => resource_bindings::create(world, call).map(one),
        "get_resource_binding" => resource_bindings::get(world, call).map(one),
        "patch_resource_binding" => resource_bindings::patch(world, call).map(one),
        "delete_resource_binding" => resource_bindings::delete(world, call).map(nothing),
        "unbind_reserved_ip" => deletes::binding(world, call).map(nothing),
        other => Err(Fault::new("not_found", format!("no action for {other}")).with_status(500)),
    }
}

/// A name that was asked for, or one as the service makes them up.
fn name_or_random(world: &mut World, call: &Value) -> String {
    match call.get("name").and_then(Value::as_str) {
        Some(name) => name.to_owned(),
        None => format!("made-up-name-{}", world.serial()),
    }
}

/// Refuses a name that its scope already has.
fn unique<'a>(mut names: impl Iterator<Item = &'a str>, name: &str, place: &str) -> Result<(), Fault> {
    if names.any(|taken| taken == name) {
        return Err(Fault::field(
            "validation_unique_failed",
            place,
            format!("the name {name:?} is not unique"),
        ));
    }
    Ok(())
}

/// Refuses a call that makes or deletes a gateway while another of the VPC is being made or deleted.
fn unlocked(world: &World, vpc: &str) -> Result<(), Fault> {
    let busy = world.gateways.iter().find(|one| one.vpc == vpc && one.busy(&world.settings));
    busy.map_or(Ok(()), |one| Err(Fault::locked(vpc, &one.name)))
}

/// Refuses to change a gateway that is being deleted.
fn staying(gateway: &Gateway) -> Result<(), Fault> {
    match gateway.leaving {
        None => Ok(()),
        Some(_) => {
            let message = format!("the endpoint gateway {} is being deleted", gateway.name);
            Err(Fault { busy: Some(gateway.vpc.clone()), ..Fault::conflict("conflict", message) })
        }
    }
}

/// The resource group that a body names, or the account's default.
fn resource_group(world: &World, body: &Value) -> Result<String, Fault> {
    let Some(id) = body.pointer("/resource_group/id").and_then(Value::as_str) else {
        return Ok(world.default_resource_group().id.clone());
    };
    let mine = |group: &&ResourceGroup| group.id == id && group.account == world.account;
    world.resource_groups.iter().find(mine).map(|group| group.id.clone()).ok_or_else(|| {
        Fault::field("not_found", "resource_group.id", format!("there is no resource group {id:?}"))
    })
}

/// Whether something in this VPC and resource group passes the filters of a list call.
fn passes(world: &World, call: &Call, vpc: &str, resource_group: &str) -> bool {
    let vpc = world.vpc(vpc);
    let agrees = |key: &str, value: &str| call.asked(key).is_none_or(|asked| asked == value);
    vpc.seen(world, &call.region)
        && agrees("vpc.id", &vpc.id)
        && agrees("vpc.name", &vpc.name)
        && agrees("vpc.crn", &vpc.crn(world))
        && agrees("resource_group.id", resource_group)
}
