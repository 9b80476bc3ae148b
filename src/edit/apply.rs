//! Applying an edit.

use super::lookup::{Found, acl, acl_rules, find, gateway, group, subnet, vpc};
use super::{Choice, Edit, New};
use crate::plan::{Field, Key, Object, On, OriginKind, Plan};

/// Why an edit does not fit a plan. The plan is left as it was.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The plan has no such object.
    #[error("the plan has no {0:?}")]
    NoObject(Object),
    /// The object has no such field.
    #[error("{0:?} has no field {1:?} of that kind")]
    NoField(Object, Field),
}

/// Applies an edit.
///
/// # Errors
/// [`EditError`] when the edit names what the plan does not have; the plan is
/// then unchanged.
pub fn apply(plan: &Plan, edit: &Edit) -> Result<Plan, EditError> {
    let mut next = plan.clone();
    change(&mut next, edit)?;
    Ok(next)
}

fn change(plan: &mut Plan, edit: &Edit) -> Result<(), EditError> {
    match edit {
        Edit::Text { of, field, text } => {
            let found = find(plan, of).ok_or_else(|| EditError::NoObject(of.clone()))?;
            let slot = found.text(*field).ok_or_else(|| EditError::NoField(of.clone(), *field))?;
            slot.clone_from(text);
            Ok(())
        }
        Edit::Choose { of, choice } => choose(plan, of, choice),
        Edit::Add(new) => add(plan, new),
        Edit::Remove(object) => remove(plan, object),
        Edit::Move { rule: key, to } => {
            let missing = || EditError::NoObject(Object::AclRule(key.clone()));
            let (rules, at) = acl_rules(plan, key).ok_or_else(missing)?;
            let rule = rules.remove(at);
            rules.insert((*to).min(rules.len()), rule);
            Ok(())
        }
        Edit::Attach { gateway: key, group, on } => {
            let groups = &mut wanted_gateway(plan, key)?.security_groups;
            groups.retain(|g| g != group);
            if *on {
                groups.push(group.clone());
            }
            Ok(())
        }
        Edit::Tag { gateway: key, field, tag, on } => {
            let wanted = wanted_gateway(plan, key)?;
            let tags = match field {
                Field::Tags => &mut wanted.tags,
                Field::AccessTags => &mut wanted.access_tags,
                Field::Endpoints => &mut wanted.target.endpoints,
                _ => return Err(EditError::NoField(Object::Gateway(key.clone()), *field)),
            };
            // Names of hosts are the same in any case of letters, with or without a dot at their end.
            let host = |t: &str| t.trim_end_matches('.').to_ascii_lowercase();
            tags.retain(|t| t != tag && (*field != Field::Endpoints || host(t) != host(tag)));
            if *on {
                tags.push(tag.clone());
            }
            Ok(())
        }
        Edit::All { edits, .. } => edits.iter().try_for_each(|edit| change(plan, edit)),
    }
}

fn wanted_gateway<'p>(plan: &'p mut Plan, key: &Key) -> Result<&'p mut crate::plan::Gateway, EditError> {
    let found = gateway(plan, key).ok_or_else(|| EditError::NoObject(Object::Gateway(key.clone())))?;
    Ok(&mut found.wanted)
}

fn choose(plan: &mut Plan, of: &Object, choice: &Choice) -> Result<(), EditError> {
    let found = find(plan, of).ok_or_else(|| EditError::NoObject(of.clone()))?;
    match (found, choice) {
        (found, Choice::Origin(kind)) => {
            let origin = found.origin().ok_or_else(|| EditError::NoField(of.clone(), Field::Origin))?;
            origin.kind = *kind;
            origin.on = On::ReferTo;
            if *kind == OriginKind::New {
                origin.id.clear();
                origin.observed = None;
                origin.change = false;
            }
        }
        (Found::ReservedIp(x), Choice::On(on)) => x.on = *on,
        (found, Choice::On(on)) => {
            let origin = found.origin().ok_or_else(|| EditError::NoField(of.clone(), Field::On))?;
            origin.kind = OriginKind::Existing;
            origin.on = *on;
        }
        (Found::Gateway(x), Choice::Change(v)) => x.origin.change = *v,
        (Found::Gateway(x), Choice::Observed(observed, id)) => {
            x.origin.kind = OriginKind::Existing;
            x.origin.observed = Some(observed.clone());
            if !id.is_empty() {
                x.origin.id.clone_from(id);
            }
        }
        (Found::Plan(x), Choice::Cli(v)) => x.targets.cli = *v,
        (Found::Plan(x), Choice::Provider(v)) => x.targets.provider = *v,
        (Found::Vpc(x), Choice::Prefixes(v)) => x.wanted.prefix_management = *v,
        (Found::Vpc(x), Choice::EnableHub(v)) => x.wanted.dns.enable_hub = *v,
        (Found::Vpc(x), Choice::Resolver(v)) => x.wanted.dns.resolver = *v,
        (Found::DnsBinding(x), Choice::Hub(v)) => x.wanted.hub = v.clone(),
        (Found::Rule(x), Choice::Direction(v)) => x.wanted.direction = *v,
        (Found::Rule(x), Choice::Protocol(v)) => x.wanted.protocol = *v,
        (Found::AclRule(x), Choice::Direction(v)) => x.wanted.direction = *v,
        (Found::AclRule(x), Choice::Protocol(v)) => x.wanted.protocol = *v,
        (Found::AclRule(x), Choice::Action(v)) => x.wanted.action = *v,
        (Found::Subnet(x), Choice::NetworkAcl(v)) => x.wanted.network_acl = v.clone(),
        (Found::Rule(x), Choice::RemoteGroup(v)) => x.wanted.remote_group = v.clone(),
        (Found::Gateway(x), Choice::Vpc(v)) => x.wanted.vpc = v.clone(),
        (Found::Gateway(x), Choice::TargetKind(v)) => x.wanted.target.kind = *v,
        (Found::Gateway(x), Choice::AutoRelease(v)) => x.wanted.auto_release = *v,
        (Found::Gateway(x), Choice::Dns(v)) => x.wanted.dns = *v,
        (Found::Address(x), Choice::Subnet(v)) => x.subnet = v.clone(),
        (Found::Address(x), Choice::How(v)) => x.how = *v,
        (Found::Address(x), Choice::ReservedIp(v)) => x.reserved_ip = v.clone(),
        _ => return Err(EditError::NoField(of.clone(), choice.field())),
    }
    Ok(())
}

impl Choice {
    /// The field that it sets.
    pub fn field(&self) -> Field {
        match self {
            Self::Origin(_) => Field::Origin,
            Self::On(_) => Field::On,
            Self::Change(_) => Field::Change,
            Self::Observed(..) => Field::Origin,
            Self::Prefixes(_) => Field::PrefixManagement,
            Self::EnableHub(_) => Field::EnableHub,
            Self::Resolver(_) => Field::Resolver,
            Self::Hub(_) => Field::Hub,
            Self::Direction(_) => Field::Direction,
            Self::Protocol(_) => Field::Protocol,
            Self::RemoteGroup(_) => Field::RemoteGroup,
            Self::Action(_) => Field::Action,
            Self::NetworkAcl(_) => Field::NetworkAcl,
            Self::Vpc(_) => Field::Vpc,
            Self::TargetKind(_) => Field::TargetKind,
            Self::AutoRelease(_) => Field::AutoRelease,
            Self::Dns(_) => Field::Dns,
            Self::Subnet(_) => Field::Subnet,
            Self::How(_) => Field::How,
            Self::ReservedIp(_) => Field::ReservedIp,
            Self::Cli(_) => Field::Cli,
            Self::Provider(_) => Field::Provider,
        }
    }
}

fn add(plan: &mut Plan, new: &New) -> Result<(), EditError> {
    let missing = |object: Object| EditError::NoObject(object);
    match new {
        New::Vpc(x) => plan.vpcs.push(x.clone()),
        New::Prefix(k, x) => {
            vpc(plan, k).ok_or_else(|| missing(Object::Vpc(k.clone())))?.wanted.prefixes.push(x.clone());
        }
        New::DnsBinding(k, x) => {
            let vpc = vpc(plan, k).ok_or_else(|| missing(Object::Vpc(k.clone())))?;
            vpc.wanted.dns_resolution_bindings.push(x.clone());
        }
        New::Acl(k, x) => {
            vpc(plan, k).ok_or_else(|| missing(Object::Vpc(k.clone())))?.wanted.network_acls.push(x.clone());
        }
        New::AclRule(k, x) => {
            acl(plan, k).ok_or_else(|| missing(Object::Acl(k.clone())))?.wanted.rules.push(x.clone());
        }
        New::Subnet(k, x) => {
            vpc(plan, k).ok_or_else(|| missing(Object::Vpc(k.clone())))?.wanted.subnets.push(x.clone());
        }
        New::Group(k, x) => {
            vpc(plan, k)
                .ok_or_else(|| missing(Object::Vpc(k.clone())))?
                .wanted
                .security_groups
                .push(x.clone());
        }
        New::Taken(k, x) => {
            subnet(plan, k).ok_or_else(|| missing(Object::Subnet(k.clone())))?.wanted.taken.push(x.clone());
        }
        New::ReservedIp(k, x) => {
            subnet(plan, k)
                .ok_or_else(|| missing(Object::Subnet(k.clone())))?
                .wanted
                .reserved_ips
                .push(x.clone());
        }
        New::Rule(k, x) => {
            group(plan, k).ok_or_else(|| missing(Object::Group(k.clone())))?.wanted.rules.push(x.clone());
        }
        New::Gateway(x) => plan.gateways.push(x.clone()),
        New::ResourceBinding(k, x) => wanted_gateway(plan, k)?.resource_bindings.push(x.clone()),
        New::Address(k, x) => wanted_gateway(plan, k)?.addresses.push(x.clone()),
        New::Policy(x) => plan.policies.push(x.clone()),
    }
    Ok(())
}

fn remove(plan: &mut Plan, object: &Object) -> Result<(), EditError> {
    if *object == Object::Plan || !plan.has(object) {
        return Err(EditError::NoObject(object.clone()));
    }
    match object {
        Object::Plan => {}
        Object::Vpc(k) => plan.vpcs.retain(|v| v.key != *k),
        Object::Prefix(k) => plan.vpcs.iter_mut().for_each(|v| v.wanted.prefixes.retain(|p| p.key != *k)),
        Object::DnsBinding(k) => {
            plan.vpcs.iter_mut().for_each(|v| v.wanted.dns_resolution_bindings.retain(|b| b.key != *k));
        }
        Object::Acl(k) => plan.vpcs.iter_mut().for_each(|v| v.wanted.network_acls.retain(|a| a.key != *k)),
        Object::AclRule(k) => {
            if let Some((rules, at)) = acl_rules(plan, k) {
                rules.remove(at);
            }
        }
        Object::Subnet(k) => plan.vpcs.iter_mut().for_each(|v| v.wanted.subnets.retain(|s| s.key != *k)),
        Object::Taken(k, i) => {
            if let Some(subnet) = subnet(plan, k) {
                subnet.wanted.taken.remove(*i);
            }
        }
        Object::ReservedIp(k) => plan
            .vpcs
            .iter_mut()
            .flat_map(|v| &mut v.wanted.subnets)
            .for_each(|s| s.wanted.reserved_ips.retain(|r| r.key != *k)),
        Object::Group(k) => {
            plan.vpcs.iter_mut().for_each(|v| v.wanted.security_groups.retain(|g| g.key != *k))
        }
        Object::Rule(k) => plan
            .vpcs
            .iter_mut()
            .flat_map(|v| &mut v.wanted.security_groups)
            .for_each(|g| g.wanted.rules.retain(|r| r.key != *k)),
        Object::Gateway(k) => plan.gateways.retain(|g| g.key != *k),
        Object::ResourceBinding(k) => {
            plan.gateways.iter_mut().for_each(|g| g.wanted.resource_bindings.retain(|b| b.key != *k));
        }
        Object::Policy(k) => plan.policies.retain(|p| p.key != *k),
        Object::Address(k, i) => {
            wanted_gateway(plan, k)?.addresses.remove(*i);
        }
    }
    Ok(())
}
