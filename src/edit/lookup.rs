//! Finding what an edit changes.

use crate::plan::{
    AddressPrefix, DnsBinding, Field, Gateway, Key, NetworkAcl, NetworkAclRule, Object, Origin, Plan, Policy,
    ReservedIp, Resource, ResourceBinding, SecurityGroup, SecurityGroupRule, Subnet, Taken, Vpc, ZoneAddress,
};

/// A mutable object of the plan.
pub(super) enum Found<'p> {
    Plan(&'p mut Plan),
    Vpc(&'p mut Resource<Vpc>),
    Prefix(&'p mut Resource<AddressPrefix>),
    DnsBinding(&'p mut Resource<DnsBinding>),
    Acl(&'p mut Resource<NetworkAcl>),
    AclRule(&'p mut Resource<NetworkAclRule>),
    Subnet(&'p mut Resource<Subnet>),
    Taken(&'p mut Taken),
    ReservedIp(&'p mut ReservedIp),
    Group(&'p mut Resource<SecurityGroup>),
    Rule(&'p mut Resource<SecurityGroupRule>),
    Gateway(&'p mut Resource<Gateway>),
    ResourceBinding(&'p mut Resource<ResourceBinding>),
    Address(&'p mut ZoneAddress),
    Policy(&'p mut Resource<Policy>),
}

pub(super) fn vpc<'p>(plan: &'p mut Plan, key: &Key) -> Option<&'p mut Resource<Vpc>> {
    plan.vpcs.iter_mut().find(|v| v.key == *key)
}

pub(super) fn subnet<'p>(plan: &'p mut Plan, key: &Key) -> Option<&'p mut Resource<Subnet>> {
    plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.subnets).find(|s| s.key == *key)
}

pub(super) fn group<'p>(plan: &'p mut Plan, key: &Key) -> Option<&'p mut Resource<SecurityGroup>> {
    plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.security_groups).find(|g| g.key == *key)
}

pub(super) fn acl<'p>(plan: &'p mut Plan, key: &Key) -> Option<&'p mut Resource<NetworkAcl>> {
    plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.network_acls).find(|a| a.key == *key)
}

/// The rules of the network ACL that has this one, and its position among them.
pub(super) fn acl_rules<'p>(
    plan: &'p mut Plan,
    key: &Key,
) -> Option<(&'p mut Vec<Resource<NetworkAclRule>>, usize)> {
    plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.network_acls).find_map(|acl| {
        let rules = &mut acl.wanted.rules;
        let at = rules.iter().position(|r| r.key == *key)?;
        Some((rules, at))
    })
}

pub(super) fn gateway<'p>(plan: &'p mut Plan, key: &Key) -> Option<&'p mut Resource<Gateway>> {
    plan.gateways.iter_mut().find(|g| g.key == *key)
}

pub(super) fn find<'p>(plan: &'p mut Plan, object: &Object) -> Option<Found<'p>> {
    Some(match object {
        Object::Plan => Found::Plan(plan),
        Object::Vpc(k) => Found::Vpc(vpc(plan, k)?),
        Object::Prefix(k) => {
            Found::Prefix(plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.prefixes).find(|p| p.key == *k)?)
        }
        Object::DnsBinding(k) => Found::DnsBinding(
            plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.dns_resolution_bindings).find(|b| b.key == *k)?,
        ),
        Object::Acl(k) => Found::Acl(acl(plan, k)?),
        Object::AclRule(k) => {
            let (rules, at) = acl_rules(plan, k)?;
            Found::AclRule(rules.get_mut(at)?)
        }
        Object::Subnet(k) => Found::Subnet(subnet(plan, k)?),
        Object::Taken(k, i) => Found::Taken(subnet(plan, k)?.wanted.taken.get_mut(*i)?),
        Object::ReservedIp(k) => Found::ReservedIp(
            plan.vpcs
                .iter_mut()
                .flat_map(|v| &mut v.wanted.subnets)
                .flat_map(|s| &mut s.wanted.reserved_ips)
                .find(|r| r.key == *k)?,
        ),
        Object::Group(k) => Found::Group(group(plan, k)?),
        Object::Rule(k) => Found::Rule(
            plan.vpcs
                .iter_mut()
                .flat_map(|v| &mut v.wanted.security_groups)
                .flat_map(|g| &mut g.wanted.rules)
                .find(|r| r.key == *k)?,
        ),
        Object::Gateway(k) => Found::Gateway(gateway(plan, k)?),
        Object::ResourceBinding(k) => Found::ResourceBinding(
            plan.gateways.iter_mut().flat_map(|g| &mut g.wanted.resource_bindings).find(|b| b.key == *k)?,
        ),
        Object::Policy(k) => Found::Policy(plan.policies.iter_mut().find(|p| p.key == *k)?),
        Object::Address(k, i) => Found::Address(gateway(plan, k)?.wanted.addresses.get_mut(*i)?),
    })
}

impl<'p> Found<'p> {
    /// The object's origin, where it has one.
    pub(super) fn origin(self) -> Option<&'p mut Origin> {
        match self {
            Self::Vpc(x) => Some(&mut x.origin),
            Self::Prefix(x) => Some(&mut x.origin),
            Self::DnsBinding(x) => Some(&mut x.origin),
            Self::Acl(x) => Some(&mut x.origin),
            Self::AclRule(x) => Some(&mut x.origin),
            Self::Subnet(x) => Some(&mut x.origin),
            Self::Group(x) => Some(&mut x.origin),
            Self::Rule(x) => Some(&mut x.origin),
            Self::Gateway(x) => Some(&mut x.origin),
            Self::ResourceBinding(x) => Some(&mut x.origin),
            Self::Policy(x) => Some(&mut x.origin),
            Self::Plan(_) | Self::Taken(_) | Self::ReservedIp(_) | Self::Address(_) => None,
        }
    }

    /// The text of a field, where the object has such a field and it is text.
    pub(super) fn text(self, field: Field) -> Option<&'p mut String> {
        Some(match (self, field) {
            (Self::Plan(x), Field::Name) => &mut x.name,
            (Self::Plan(x), Field::Notes) => &mut x.notes,
            (Self::Plan(x), Field::Account) => &mut x.account,
            (Self::Plan(x), Field::Api) => &mut x.targets.api,
            (Self::ReservedIp(x), Field::Id) => &mut x.id,
            (Self::ReservedIp(x), Field::Name) => &mut x.name,
            (Self::ReservedIp(x), Field::Address) => &mut x.address,
            (Self::Taken(x), Field::Addresses) => &mut x.addresses,
            (Self::Taken(x), Field::Holder) => &mut x.holder,
            (Self::Address(x), Field::Zone) => &mut x.zone,
            (Self::Address(x), Field::Address) => &mut x.address,
            (found, Field::Id) => &mut found.origin()?.id,
            (Self::Vpc(x), Field::Name) => &mut x.wanted.name,
            (Self::Vpc(x), Field::Region) => &mut x.wanted.region,
            (Self::Vpc(x), Field::ResourceGroup) => &mut x.wanted.resource_group,
            (Self::Prefix(x), Field::Name) => &mut x.wanted.name,
            (Self::Prefix(x), Field::Zone) => &mut x.wanted.zone,
            (Self::Prefix(x), Field::Cidr) => &mut x.wanted.cidr,
            (Self::DnsBinding(x), Field::Name) => &mut x.wanted.name,
            (Self::DnsBinding(x), Field::HubCrn) => &mut x.wanted.hub_crn,
            (Self::Acl(x), Field::Name) => &mut x.wanted.name,
            (Self::Acl(x), Field::ResourceGroup) => &mut x.wanted.resource_group,
            (Self::AclRule(x), Field::Name) => &mut x.wanted.name,
            (Self::AclRule(x), Field::Source) => &mut x.wanted.source,
            (Self::AclRule(x), Field::SourcePortMin) => &mut x.wanted.source_port_min,
            (Self::AclRule(x), Field::SourcePortMax) => &mut x.wanted.source_port_max,
            (Self::AclRule(x), Field::Destination) => &mut x.wanted.destination,
            (Self::AclRule(x), Field::DestinationPortMin) => &mut x.wanted.destination_port_min,
            (Self::AclRule(x), Field::DestinationPortMax) => &mut x.wanted.destination_port_max,
            (Self::Subnet(x), Field::Name) => &mut x.wanted.name,
            (Self::Subnet(x), Field::Zone) => &mut x.wanted.zone,
            (Self::Subnet(x), Field::Cidr) => &mut x.wanted.cidr,
            (Self::Subnet(x), Field::ResourceGroup) => &mut x.wanted.resource_group,
            (Self::Group(x), Field::Name) => &mut x.wanted.name,
            (Self::Group(x), Field::ResourceGroup) => &mut x.wanted.resource_group,
            (Self::Rule(x), Field::Name) => &mut x.wanted.name,
            (Self::Rule(x), Field::PortMin) => &mut x.wanted.port_min,
            (Self::Rule(x), Field::PortMax) => &mut x.wanted.port_max,
            (Self::Rule(x), Field::Remote) => &mut x.wanted.remote,
            (Self::Gateway(x), Field::Name) => &mut x.wanted.name,
            (Self::Gateway(x), Field::Crn) => &mut x.wanted.target.crn,
            (Self::Gateway(x), Field::TargetName) => &mut x.wanted.target.name,
            (Self::Gateway(x), Field::Port) => &mut x.wanted.target.port,
            (Self::Gateway(x), Field::ResourceGroup) => &mut x.wanted.resource_group,
            (Self::Gateway(x), Field::IpPrefix) => &mut x.wanted.ip_prefix,
            (Self::ResourceBinding(x), Field::Name) => &mut x.wanted.name,
            (Self::ResourceBinding(x), Field::Target) => &mut x.wanted.target,
            (Self::Policy(x), Field::SourceAccount) => &mut x.wanted.source_account,
            (Self::Policy(x), Field::TargetAccount) => &mut x.wanted.target_account,
            (Self::Policy(x), Field::Service) => &mut x.wanted.service,
            (Self::Policy(x), Field::Instance) => &mut x.wanted.instance,
            _ => return None,
        })
    }
}
