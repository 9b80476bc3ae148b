//! What the seed had and is gone or different: one sentence each, sorted.

use super::things::Thing;
use super::world::{AclRule, Gateway, Ip, Owner, Rule, Tags, World};

/// What existed before the first call and was deleted, unbound or detached since. What went with
/// something that is told is not told again.
pub(crate) fn removed(seed: &World, now: &World) -> Vec<String> {
    let mut told = Vec::new();
    for vpc in seed.vpcs.iter() {
        let here = Here { seed, name: format!("{} in {}", vpc.name, vpc.region), vpc: &vpc.id };
        if has(&now.vpcs, &vpc.id) {
            here.contents(now, &mut told);
        } else {
            told.push(format!("VPC {}", here.name));
        }
    }
    for policy in seed.policies.iter() {
        if !now.policies.iter().any(|one| one.id == policy.id) {
            told.push(format!("policy {} of account {}", policy.id, policy.account));
        }
    }
    for (crn, tags) in &seed.tags {
        if now.has_resource(crn) {
            let left = now.tags.get(crn).cloned().unwrap_or_default();
            told.extend(lost_tags(tags, &left).map(|tag| format!("{tag} of {crn}")));
        }
    }
    told.sort();
    told
}

/// Names and rules that existed before the first call and are others now.
pub(crate) fn changed(seed: &World, now: &World) -> Vec<String> {
    let mut told = Vec::new();
    renamed(&seed.vpcs, &now.vpcs, &mut told);
    renamed(&seed.prefixes, &now.prefixes, &mut told);
    renamed(&seed.subnets, &now.subnets, &mut told);
    renamed(&seed.groups, &now.groups, &mut told);
    renamed(&seed.acls, &now.acls, &mut told);
    for (old, new) in pairs(&seed.subnets, &now.subnets) {
        if old.acl != new.acl {
            told.push(format!("subnet {} has the network ACL {}", old.name, now.acl(&new.acl).name));
        }
    }
    for rule in seed.acl_rules.iter() {
        let new = now.acl_rules.iter().find(|one| one.id == rule.id);
        if let Some(new) = new.filter(|new| new.body != rule.body) {
            told.push(format!("{} is {}", acl_rule_name(seed, rule), new.body));
        }
    }
    for (old, new) in pairs(&seed.prefixes, &now.prefixes) {
        if old.is_default != new.is_default {
            told.push(format!("address prefix {} is_default is {}", old.name, new.is_default));
        }
    }
    for rule in seed.rules.iter() {
        let new = now.rules.iter().find(|one| one.id == rule.id);
        if let Some(new) = new.filter(|new| new.body != rule.body) {
            told.push(format!("{} is {}", rule_name(seed, rule), new.body));
        }
    }
    told.sort();
    told
}

/// The gateway as the seed had it.
pub(crate) fn gateway_before<'a>(world: &'a World, id: &str) -> Option<&'a Gateway> {
    world.seed.as_ref()?.gateways.iter().find(|one| one.id == id)
}

/// Whether an address is as the seed had it.
pub(crate) fn untouched(world: &World, ip: &Ip) -> bool {
    let before = world.seed.as_ref().and_then(|seed| seed.ips.iter().find(|one| one.id == ip.id));
    before
        .is_some_and(|old| old.name == ip.name && old.auto_delete == ip.auto_delete && old.owner == ip.owner)
}

/// The ids of what can be deleted behind everybody's back and has this name or id.
pub(crate) fn named(world: &World, name: &str) -> Vec<String> {
    fn of<'a, T: Thing>(things: &'a [T], name: &'a str) -> impl Iterator<Item = String> + 'a {
        things.iter().filter(move |one| one.name() == name || one.id() == name).map(|one| one.id().to_owned())
    }
    let rules = world.rules.iter().filter(|one| one.id == name || one.body["name"] == name);
    of(&world.gateways, name)
        .chain(of(&world.ips, name))
        .chain(of(&world.groups, name))
        .chain(of(&world.prefixes, name))
        .chain(rules.map(|one| one.id.clone()))
        .collect()
}

/// One VPC of the seed.
struct Here<'a> {
    seed: &'a World,
    name: String,
    vpc: &'a str,
}

impl Here<'_> {
    fn contents(&self, now: &World, told: &mut Vec<String>) {
        let (seed, vpc) = (self.seed, self.vpc);
        let mut lost = |kind: &str, name: &str| told.push(format!("{kind} {name} of {}", self.name));
        for one in seed.prefixes.iter().filter(|one| one.vpc == vpc && !has(&now.prefixes, &one.id)) {
            lost("address prefix", &one.name);
        }
        for subnet in seed.subnets.iter().filter(|one| one.vpc == vpc) {
            if !has(&now.subnets, &subnet.id) {
                lost("subnet", &subnet.name);
                continue;
            }
            for ip in seed.ips.iter().filter(|ip| ip.subnet == subnet.id && !has(&now.ips, &ip.id)) {
                lost("reserved IP", &format!("{}/{}", subnet.name, ip.name));
            }
        }
        for group in seed.groups.iter().filter(|one| one.vpc == vpc) {
            if !has(&now.groups, &group.id) {
                lost("security group", &group.name);
                continue;
            }
            for rule in seed.rules.iter().filter(|rule| rule.group == group.id) {
                if !now.rules.iter().any(|one| one.id == rule.id) {
                    lost("rule", &rule_name(seed, rule));
                }
            }
        }
        for acl in seed.acls.iter().filter(|one| one.vpc == vpc) {
            if !has(&now.acls, &acl.id) {
                lost("network ACL", &acl.name);
                continue;
            }
            for rule in seed.acl_rules.iter().filter(|rule| rule.acl == acl.id) {
                if !now.acl_rules.iter().any(|one| one.id == rule.id) {
                    lost("rule", &acl_rule_name(seed, rule));
                }
            }
        }
        for one in seed.dns_bindings.iter().filter(|one| one.vpc == vpc) {
            if !now.dns_bindings.iter().any(|left| left.id == one.id) {
                lost("DNS resolution binding", &one.name);
            }
        }
        for gateway in seed.gateways.iter().filter(|one| one.vpc == vpc) {
            let Some(left) = now.gateways.iter().find(|one| one.id == gateway.id) else {
                lost("endpoint gateway", &gateway.name);
                continue;
            };
            for group in gateway.groups.iter().filter(|id| !left.groups.contains(id)) {
                let name = &seed.group(group).name;
                lost("security group", &format!("{name} on endpoint gateway {}", gateway.name));
            }
            for one in seed.resource_bindings.iter().filter(|one| one.gateway == gateway.id) {
                if !now.resource_bindings.iter().any(|left| left.id == one.id) {
                    lost("resource binding", &format!("{}/{}", gateway.name, one.name));
                }
            }
            let owner = Owner::Gateway(gateway.id.clone());
            for ip in seed.ips_of(&gateway.id) {
                if now.ips.iter().any(|one| one.id == ip.id && one.owner != owner) {
                    let subnet = &seed.subnet(&ip.subnet).name;
                    lost("binding", &format!("{subnet}/{} to endpoint gateway {}", ip.name, gateway.name));
                }
            }
        }
    }
}

fn has<T: Thing>(things: &[T], id: &str) -> bool {
    things.iter().any(|one| one.id() == id)
}

fn pairs<'a, T: Thing>(seed: &'a [T], now: &'a [T]) -> impl Iterator<Item = (&'a T, &'a T)> {
    seed.iter().filter_map(|old| Some((old, now.iter().find(|new| new.id() == old.id())?)))
}

fn renamed<T: Thing>(seed: &[T], now: &[T], told: &mut Vec<String>) {
    let other = pairs(seed, now).filter(|(old, new)| old.name() != new.name());
    told.extend(other.map(|(old, new)| format!("{} {} is called {}", T::KIND, old.name(), new.name())));
}

fn rule_name(world: &World, rule: &Rule) -> String {
    let name = rule.body["name"].as_str().unwrap_or(&rule.id);
    format!("{}/{name}", world.group(&rule.group).name)
}

fn acl_rule_name(world: &World, rule: &AclRule) -> String {
    let name = rule.body["name"].as_str().unwrap_or(&rule.id);
    format!("{}/{name}", world.acl(&rule.acl).name)
}

fn lost_tags<'a>(before: &'a Tags, left: &'a Tags) -> impl Iterator<Item = String> + use<'a> {
    let user = before.user.difference(&left.user).map(|tag| format!("user tag {tag}"));
    user.chain(before.access.difference(&left.access).map(|tag| format!("access tag {tag}")))
}
