//! What exists before, made from a plan: what it refers to, and things that it must not mistake for it.

use std::collections::BTreeSet;
use std::net::Ipv4Addr;

use serde_json::{Map, Value, json};
use vpe_planner::catalog::{self, Region, Zone};
use vpe_planner::model::{self, Form, Model, Span, network};
use vpe_planner::plan::{
    self, CliVersion, Gateway, Key, NetworkAcl, NetworkAclRule, On, Plan, Policy, Resource, SecurityGroup,
    SecurityGroupRule, Subnet, Vpc,
};

use crate::dice::Dice;
use crate::plans::{ACCOUNT, OTHER_ACCOUNT, OWNERS};

/// The cloud that such a plan is made for. How it behaves is chance.
pub(crate) fn of(plan: &Plan, dice: &mut Dice) -> Value {
    let model = Model::of(plan);
    let mut seed = Seed { plan, model, dice, count: 0 };
    let mut vpcs = Vec::new();
    for vpc in plan.vpcs.iter().filter(|vpc| !vpc.origin.is_new()) {
        let vpc = seed.vpc(vpc);
        vpcs.push(seed.look_alike(&vpc));
        vpcs.push(vpc);
    }
    let groups = seed.resource_groups();
    let set = &groups[seed.dice.below(groups.len())]["name"];
    let (region, group) = (seed.dice.one(&[json!(null), json!("us-east")]), set.clone());
    json!({
        "account": ACCOUNT,
        "settings": {
            "page_size": seed.dice.one(&[1, 3, 50]),
            "pending_reads": seed.dice.below(3),
            "region": region,
            "resource_group": if seed.dice.chance(50) { group } else { json!(null) },
            "usage_errors_exit_zero": seed.dice.chance(50),
            "private_path_permitted": seed.dice.chance(50),
            "authorized_accounts": [OTHER_ACCOUNT],
            "plug_in": if plan.targets.cli == CliVersion::Before16 { "15.9.0" } else { "16.14.0" },
        },
        "resource_groups": groups,
        "access_tags": access_tags(plan),
        "vpcs": vpcs,
        "accounts": OWNERS.map(|owner| owner_of(plan, owner)),
    })
}

/// An account that lets gateways in, with the policies that exist there.
fn owner_of(plan: &Plan, owner: &str) -> Value {
    let exists =
        |policy: &&Resource<Policy>| !policy.origin.is_new() && policy.wanted.target_account == owner;
    let policies = plan.policies.iter().filter(exists).map(|policy| {
        let id = if policy.origin.id.is_empty() { policy.key.as_str() } else { &policy.origin.id };
        let mut one = json!({ "id": id, "source_account": ACCOUNT, "service": policy.wanted.service });
        if !policy.wanted.instance.is_empty() {
            one["instance"] = json!(policy.wanted.instance);
        }
        one
    });
    json!({ "id": owner, "api_key": format!("key of {owner}"), "token": format!("token-of-{owner}"),
        "policies": policies.collect::<Vec<_>>() })
}

struct Seed<'p> {
    plan: &'p Plan,
    model: Model,
    dice: &'p mut Dice,
    count: usize,
}

/// An object with the id and the name that the plan knows, and a name in any case.
fn known(key: &Key, id: &str, name: &str) -> Map<String, Value> {
    let mut thing = Map::new();
    if !id.is_empty() {
        thing.insert("id".to_owned(), json!(id));
    }
    let name = if name.is_empty() { format!("name-of-{key}") } else { name.to_owned() };
    thing.insert("name".to_owned(), json!(name));
    thing
}

fn put(thing: &mut Map<String, Value>, fields: Value) {
    let Value::Object(fields) = fields else { panic!("{fields} has no fields") };
    thing.extend(fields);
}

impl Seed<'_> {
    fn number(&mut self) -> usize {
        self.count += 1;
        self.count
    }

    fn vpc(&mut self, vpc: &Resource<Vpc>) -> Value {
        let wanted = &vpc.wanted;
        let region = catalog::region(&wanted.region).unwrap();
        let mut thing = known(&vpc.key, &vpc.origin.id, &wanted.name);
        let mut subnets = Vec::new();
        for subnet in wanted.subnets.iter().filter(|subnet| !subnet.origin.is_new()) {
            subnets.push(self.subnet(subnet, region));
        }
        let mut groups = Vec::new();
        for group in wanted.security_groups.iter().filter(|group| !group.origin.is_new()) {
            let first = groups.is_empty();
            groups.push(self.group(vpc, group, first));
        }
        let mut acls = Vec::new();
        for acl in wanted.network_acls.iter().filter(|acl| !acl.origin.is_new()) {
            let first = acls.is_empty();
            acls.push(self.acl(acl, first));
        }
        let mut gateways = Vec::new();
        let own = |gateway: &&Resource<Gateway>| gateway.wanted.vpc == vpc.key && !gateway.origin.is_new();
        for gateway in self.plan.gateways.iter().filter(own) {
            gateways.push(self.gateway(gateway, region));
        }
        put(
            &mut thing,
            json!({ "region": region.code, "subnets": subnets, "security_groups": groups, "network_acls": acls,
                "endpoint_gateways": gateways }),
        );
        let prefixes: Vec<Value> = wanted
            .prefixes
            .iter()
            .filter(|prefix| !prefix.origin.is_new())
            .map(|prefix| {
                let mut thing = known(&prefix.key, &prefix.origin.id, &prefix.wanted.name);
                put(&mut thing, json!({ "zone": prefix.wanted.zone, "cidr": prefix.wanted.cidr }));
                Value::Object(thing)
            })
            .collect();
        // Where the plan knows none, there are the region's.
        if !prefixes.is_empty() {
            put(&mut thing, json!({ "address_prefixes": prefixes }));
        }
        Value::Object(thing)
    }

    fn subnet(&mut self, subnet: &Resource<Subnet>, region: &'static Region) -> Value {
        let wanted = &subnet.wanted;
        let zone = catalog::zone(&wanted.zone).unwrap_or_else(|| self.zone_of(&subnet.key, region));
        // Of a range that the plan does not know: far from those that it does.
        let net = network(&wanted.cidr).unwrap_or_else(|| {
            let first = u32::from(zone.default_prefix().broadcast()) + 1;
            let number = u32::try_from(self.number()).unwrap();
            ipnet::Ipv4Net::new_assert((first - number * 256).into(), 24)
        });
        let mut used = BTreeSet::new();
        let mut ips = Vec::new();
        for span in wanted.taken.iter().filter_map(|taken| Span::new(&taken.addresses)) {
            for address in u32::from(span.first)..=u32::from(span.last) {
                let (address, number) = (Ipv4Addr::from(address), self.number());
                used.insert(address);
                ips.push(json!({ "name": format!("taken-{number}"), "address": address,
                    "target": { "resource_type": "load_balancer", "id": format!("r006-lb-{number}") } }));
            }
        }
        used.extend(wanted.reserved_ips.iter().filter_map(|ip| ip.address.parse::<Ipv4Addr>().ok()));
        used.extend(self.given());
        let mut free = (u32::from(net.network()) + 4..u32::from(net.broadcast())).rev().map(Ipv4Addr::from);
        for ip in &wanted.reserved_ips {
            let mut thing = known(&ip.key, &ip.id, &ip.name);
            let mut unknown = || free.find(|address| !used.contains(address)).unwrap();
            let address = ip.address.parse().unwrap_or_else(|_| unknown());
            put(&mut thing, json!({ "address": address }));
            ips.push(Value::Object(thing));
        }
        let mut thing = known(&subnet.key, &subnet.origin.id, &wanted.name);
        put(&mut thing, json!({ "zone": zone.to_string(), "cidr": net, "reserved_ips": ips }));
        Value::Object(thing)
    }

    /// The zone of a subnet, told by a gateway that has an address of it.
    fn zone_of(&self, subnet: &Key, region: &'static Region) -> Zone {
        let addresses = || self.plan.gateways.iter().flat_map(|gateway| &gateway.wanted.addresses);
        let zone = addresses().find(|address| address.subnet == *subnet).map(|address| &address.zone);
        zone.and_then(|zone| catalog::zone(zone)).unwrap_or(region.zones()[0])
    }

    fn given(&self) -> Vec<Ipv4Addr> {
        let addresses = self.plan.gateways.iter().flat_map(|gateway| &gateway.wanted.addresses);
        addresses.filter_map(|address| address.address.parse().ok()).collect()
    }

    /// A group with the rules that the plan knows and one that it does not. The first may be the
    /// one that the VPC was born with.
    fn group(&mut self, vpc: &Resource<Vpc>, group: &Resource<SecurityGroup>, first: bool) -> Value {
        let mut rules = vec![json!({ "name": "ssh", "direction": "inbound", "protocol": "tcp",
            "port_min": 22, "port_max": 22, "remote": { "cidr_block": "0.0.0.0/0" } })];
        for rule in group.wanted.rules.iter().filter(|rule| !rule.origin.is_new()) {
            // A rule for a group needs the group's id, which the seed does not have yet.
            if rule.wanted.remote_group.is_none() {
                rules.push(self::rule(rule));
            }
        }
        let mut thing = known(&group.key, &group.origin.id, &group.wanted.name);
        let default = first && vpc.origin.kind == plan::OriginKind::Existing && self.dice.chance(40);
        put(&mut thing, json!({ "default": default, "rules": rules }));
        Value::Object(thing)
    }

    /// An ACL with the rules that the plan knows, in their order, and others around them. The first may
    /// be the one that the VPC was born with.
    fn acl(&mut self, acl: &Resource<NetworkAcl>, first: bool) -> Value {
        let ping = |name: &str| {
            json!({ "name": name, "action": "allow", "direction": "inbound", "protocol": "icmp",
                "source": "0.0.0.0/0", "destination": "0.0.0.0/0" })
        };
        let mut rules = vec![ping("ping-first")];
        for rule in acl.wanted.rules.iter().filter(|rule| !rule.origin.is_new()) {
            rules.push(self::acl_rule(rule));
        }
        rules.push(ping("ping-last"));
        let mut thing = known(&acl.key, &acl.origin.id, &acl.wanted.name);
        let default = first && self.dice.chance(40);
        put(&mut thing, json!({ "default": default, "rules": rules }));
        Value::Object(thing)
    }

    fn gateway(&mut self, gateway: &Resource<Gateway>, region: &'static Region) -> Value {
        let wanted = &gateway.wanted;
        let mut thing = known(&gateway.key, &gateway.origin.id, &wanted.name);
        let target = if !wanted.target.crn.is_empty() {
            json!({ "resource_type": resource_type(wanted), "crn": wanted.target.crn })
        } else if !wanted.target.name.is_empty() {
            json!({ "resource_type": resource_type(wanted), "name": wanted.target.name })
        } else {
            let crn =
                format!("crn:v1:bluemix:public:toolchain:{region}:a/{ACCOUNT}:7d03-{}::", self.number());
            json!({ "resource_type": "provider_cloud_service", "crn": crn })
        };
        put(&mut thing, json!({ "target": target, "ips": self.bound(gateway) }));
        // What Terraform takes over is already as the plan has it.
        if gateway.origin.on == On::Adopt {
            let groups = wanted.security_groups.iter().map(|key| {
                let (_, group) = self.plan.groups().find(|(_, group)| group.key == *key).unwrap();
                known(key, "", &group.wanted.name)["name"].clone()
            });
            put(
                &mut thing,
                json!({ "security_groups": groups.collect::<Vec<_>>(),
                    "dns_resolution_binding_mode": serde_json::to_value(wanted.dns).unwrap(),
                    "tags": { "user": wanted.tags, "access": wanted.access_tags } }),
            );
        }
        if let Some(read) = &gateway.origin.observed {
            put(
                &mut thing,
                json!({ "dns_resolution_binding_mode": serde_json::to_value(read.dns).unwrap() }),
            );
            if !read.name.is_empty() {
                put(&mut thing, json!({ "name": read.name }));
            }
            let groups = read.security_groups.iter().flatten().map(|seen| {
                let is = |group: &&Resource<SecurityGroup>| group.origin.id == seen.id;
                let (_, group) = self.plan.groups().find(|(_, group)| is(group)).unwrap();
                known(&group.key, "", &group.wanted.name)["name"].clone()
            });
            let groups: Vec<Value> = groups.collect();
            if !groups.is_empty() {
                put(&mut thing, json!({ "security_groups": groups }));
            }
        }
        Value::Object(thing)
    }

    /// The existing reserved IPs that an existing gateway has already: where Terraform takes over either,
    /// it takes over that the two belong together.
    fn bound(&self, gateway: &Resource<Gateway>) -> Vec<String> {
        let understood = self.model.gateways.iter().find(|one| one.key == gateway.key).unwrap();
        let adopted = matches!(understood.origin, model::Origin::Adopted(_));
        let addresses = understood.addresses.iter().map(|&address| &self.model.addresses[address]);
        let ips = addresses.filter_map(|address| match address.form {
            Form::Existing(Some(ip)) => Some(&self.model.reserved_ips[ip]),
            Form::Existing(None) | Form::None | Form::Chosen | Form::Given(_) => None,
        });
        let both = |ip: &&model::ReservedIp| understood.origin.id().is_some() && ip.id.value().is_some();
        ips.filter(both)
            .filter(|ip| adopted || ip.adopted)
            .map(|ip| {
                let subnet = &self.model.subnets[ip.subnet];
                let name =
                    |key: &Key, name: String| known(key, "", &name)["name"].as_str().unwrap().to_owned();
                let subnet = name(&subnet.key, subnet.name.to_string());
                format!("{subnet}/{}", name(&ip.key, ip.name.to_string()))
            })
            .collect()
    }

    /// Another VPC of the region with subnets and groups of the same names.
    fn look_alike(&mut self, vpc: &Value) -> Value {
        let named = |list: &str, keys: &[&str]| -> Vec<Value> {
            let things = vpc[list].as_array().into_iter().flatten();
            let part =
                |thing: &Value| keys.iter().map(|key| ((*key).to_owned(), thing[key].clone())).collect();
            things.map(part).collect()
        };
        json!({
            "name": format!("not-this-one-{}", self.number()),
            "region": vpc["region"],
            "subnets": named("subnets", &["name", "zone", "cidr"]),
            "security_groups": named("security_groups", &["name"]),
            "network_acls": named("network_acls", &["name"]),
        })
    }

    fn resource_groups(&mut self) -> Vec<Value> {
        let mut texts: BTreeSet<&str> = BTreeSet::from(["network"]);
        for vpc in &self.plan.vpcs {
            texts.insert(&vpc.wanted.resource_group);
            texts.extend(vpc.wanted.subnets.iter().map(|subnet| subnet.wanted.resource_group.as_str()));
            texts.extend(vpc.wanted.network_acls.iter().map(|acl| acl.wanted.resource_group.as_str()));
            texts.extend(vpc.wanted.security_groups.iter().map(|group| group.wanted.resource_group.as_str()));
        }
        texts.extend(self.plan.gateways.iter().map(|gateway| gateway.wanted.resource_group.as_str()));
        texts.remove("");
        let named = texts.into_iter().map(|text| match vpe_planner::model::AccountId::new(text) {
            // An id has the form of an account's.
            Some(id) => json!({ "id": id.as_str(), "name": "known by its ID" }),
            None => json!({ "name": text }),
        });
        let default = json!({ "name": "Default", "default": true });
        named.chain([default]).collect()
    }
}

fn resource_type(gateway: &Gateway) -> Value {
    serde_json::to_value(gateway.target.kind).unwrap()
}

fn access_tags(plan: &Plan) -> BTreeSet<&String> {
    plan.gateways.iter().flat_map(|gateway| &gateway.wanted.access_tags).collect()
}

fn acl_rule(rule: &Resource<NetworkAclRule>) -> Value {
    let mut body = known(&rule.key, &rule.origin.id, &rule.wanted.name);
    let rule = &rule.wanted;
    let side = |text: &str| if text.is_empty() { "0.0.0.0/0".to_owned() } else { text.to_owned() };
    put(
        &mut body,
        json!({ "action": rule.action, "direction": rule.direction, "protocol": rule.protocol,
            "source": side(&rule.source), "destination": side(&rule.destination) }),
    );
    if let (Ok(min), Ok(max)) = (rule.source_port_min.parse::<u16>(), rule.source_port_max.parse::<u16>()) {
        put(&mut body, json!({ "source_port_min": min, "source_port_max": max }));
    }
    let ports = (rule.destination_port_min.parse::<u16>(), rule.destination_port_max.parse::<u16>());
    if let (Ok(min), Ok(max)) = ports {
        put(&mut body, json!({ "destination_port_min": min, "destination_port_max": max }));
    }
    Value::Object(body)
}

fn rule(rule: &Resource<SecurityGroupRule>) -> Value {
    let mut body = known(&rule.key, &rule.origin.id, &rule.wanted.name);
    let rule = &rule.wanted;
    put(&mut body, json!({ "direction": rule.direction, "protocol": rule.protocol }));
    if let Ok(port) = rule.port_min.parse::<u16>() {
        put(&mut body, json!({ "port_min": port, "port_max": rule.port_max.parse::<u16>().unwrap() }));
    }
    let remote = match rule.remote.as_str() {
        "" => json!({ "cidr_block": "0.0.0.0/0" }),
        block if block.contains('/') => json!({ "cidr_block": block }),
        address => json!({ "address": address }),
    };
    put(&mut body, json!({ "remote": remote }));
    Value::Object(body)
}
