//! What must exist after an export has run to its end, worked out from the model and IBM's rules
//! without a look at steps or exports: in the form of the stand-in cloud's state.

use serde_json::{Map, Value, json};
use vpe_planner::export::NotHere;
use vpe_planner::model::{
    Acl, AclRule, Address, Form, Gateway, Group, GroupRule, Hub, Ix, Model, Name, Origin, Policy, Remote,
    ReservedIp, ResourceGroup, Said, Subnet, Target, Vpc,
};
use vpe_planner::plan::{DnsMode, Field, Object, PrefixManagement, Resolver};

use crate::before::Before;

/// What is made, and what is added to what was there before, by an export that cannot say what is missing.
pub(crate) fn predicted(model: &Model, before: &Before, missing: &[NotHere]) -> Value {
    let told = Told { model, before, missing };
    let mut vpcs: Vec<&Vpc> = model.vpcs.iter().collect();
    vpcs.sort_by_cached_key(|vpc| (vpc.region.to_string(), told.vpc_name(vpc)));
    let vpcs: Vec<Value> = vpcs.into_iter().filter_map(|vpc| told.vpc(vpc)).collect();
    let mut state = json!({ "vpcs": vpcs });
    let policies = model.policies.iter().filter(|policy| policy.origin.is_new()).map(policy);
    let mut policies: Vec<Value> = policies.collect();
    policies.sort_by_key(Value::to_string);
    if !policies.is_empty() {
        state["policies"] = Value::Array(policies);
    }
    let mut removed: Vec<String> = told.losses().into_iter().map(|loss| loss.said).collect();
    removed.sort();
    if !removed.is_empty() {
        state["removed"] = json!(removed);
    }
    state
}

/// A policy of the owner: endpoint gateways of the source account may see the service.
fn policy(policy: &Policy) -> Value {
    let owner = policy.target.to_string();
    let mut resource = json!({ "accountId": owner, "serviceName": policy.service.to_string() });
    if !policy.instance.is_empty() {
        resource["serviceInstance"] = json!(policy.instance.to_string());
    }
    let subject = json!({ "accountId": policy.source.to_string(), "serviceName": "is",
        "resourceType": "endpoint-gateway" });
    json!({ "account": owner, "subject": subject, "resource": resource, "roles": ["Viewer"] })
}

pub(crate) struct Told<'a> {
    pub(crate) model: &'a Model,
    pub(crate) before: &'a Before,
    pub(crate) missing: &'a [NotHere],
}

/// The fields of a thing, and how many of them it has in any case.
pub(crate) struct Thing {
    fields: Map<String, Value>,
    own: usize,
    new: bool,
}

impl Thing {
    fn of(name: &str, new: bool) -> Self {
        let origin = if new { "new" } else { "existing" };
        let mut thing = Self { fields: Map::new(), own: 2, new };
        thing.put("name", json!(name));
        thing.put("origin", json!(origin));
        thing
    }

    pub(crate) fn put(&mut self, key: &str, value: Value) {
        self.fields.insert(key.to_owned(), value);
    }

    /// A list in the order of names, where it has entries.
    fn list(&mut self, key: &str, mut list: Vec<Value>) {
        list.sort_by_cached_key(|value| (value["name"].to_string(), value.to_string()));
        if !list.is_empty() {
            self.put(key, Value::Array(list));
        }
    }

    /// A thing that exists is told where something was added.
    fn told(self) -> Option<Value> {
        (self.new || self.fields.len() > self.own).then_some(Value::Object(self.fields))
    }
}

fn text(name: &Said<Name>) -> &str {
    name.value().map(Name::as_str).unwrap_or_default()
}

impl Told<'_> {
    pub(crate) fn vpc_name(&self, vpc: &Vpc) -> String {
        if vpc.origin.is_new() {
            return text(&vpc.name).to_owned();
        }
        self.before.vpc(vpc)["name"].as_str().unwrap().to_owned()
    }

    /// A hub that is none of the plan's is found by the id in its CRN.
    fn hub_name(&self, hub: &Hub) -> String {
        match hub {
            Hub::Vpc(hub) => self.vpc_name(&self.model.vpcs[*hub]),
            Hub::Crn(crn) => {
                let (seed, id) = (self.before.seed(), crn.value().unwrap().segment(9));
                let hub = seed["vpcs"].as_array().unwrap().iter().find(|vpc| vpc["id"] == id);
                hub.unwrap()["name"].as_str().unwrap().to_owned()
            }
            Hub::Nothing => panic!("a valid plan has its hubs"),
        }
    }

    /// What exists has the name that it had.
    fn name(&self, list: &str, vpc: Ix<Vpc>, origin: &Origin, name: &Said<Name>) -> String {
        if origin.is_new() {
            return text(name).to_owned();
        }
        self.before.part(&self.model.vpcs[vpc], list, origin.id(), name)["name"].as_str().unwrap().to_owned()
    }

    fn subnet_name(&self, subnet: &Subnet) -> String {
        self.name("subnets", subnet.vpc, &subnet.origin, &subnet.name)
    }

    pub(crate) fn group_name(&self, group: &Group) -> String {
        self.name("security_groups", group.vpc, &group.origin, &group.name)
    }

    fn resource_group(&self, group: Option<&ResourceGroup>) -> Value {
        json!(match group {
            None => self.before.default_resource_group(),
            Some(ResourceGroup::Id(id)) => self.before.resource_group(id),
            Some(ResourceGroup::Name(name)) => name.clone(),
        })
    }

    fn vpc(&self, vpc: &Vpc) -> Option<Value> {
        let new = vpc.origin.is_new();
        let mut thing = Thing::of(&self.vpc_name(vpc), new);
        thing.put("region", json!(vpc.region.to_string()));
        thing.own += 1;
        if new {
            thing.put("resource_group", self.resource_group(vpc.resource_group.as_ref()));
            thing.put("default_address_prefixes", json!(vpc.prefix_management == PrefixManagement::Auto));
            if vpc.dns.enable_hub {
                thing.put("enable_hub", json!(true));
            }
        }
        let bindings = vpc.dns_bindings.iter().map(|&binding| &self.model.dns_bindings[binding]);
        let bindings = bindings
            .filter(|binding| binding.origin.is_new())
            .map(|binding| json!({ "name": text(&binding.name), "vpc": self.hub_name(&binding.hub) }));
        thing.list("dns_resolution_bindings", bindings.collect());
        let place = Object::Vpc(vpc.key.clone()).at(Field::Resolver);
        let first = vpc.dns_bindings.first().map(|&binding| &self.model.dns_bindings[binding]);
        if let Some(binding) = first
            && binding.origin.is_new()
            && vpc.dns.resolver == Resolver::Delegated
            && !self.missing.iter().any(|missing| missing.place == place)
        {
            thing.put("resolver", json!({ "type": "delegated", "vpc": self.hub_name(&binding.hub) }));
        }
        let prefixes = vpc.prefixes.iter().map(|&prefix| &self.model.prefixes[prefix]);
        // IBM Cloud makes its own with the VPC; they have no key.
        let prefixes = prefixes.filter(|prefix| prefix.key.is_some() && prefix.origin.is_new());
        let prefixes = prefixes.map(|prefix| {
            json!({ "name": text(&prefix.name), "zone": prefix.zone.to_string(),
                "cidr": prefix.net.to_string(), "is_default": false })
        });
        thing.list("address_prefixes", prefixes.collect());
        let subnets = vpc.subnets.iter().map(|&subnet| &self.model.subnets[subnet]);
        let subnets = subnets.filter(|subnet| subnet.origin.is_new()).map(|subnet| {
            let mut told = json!({ "name": text(&subnet.name), "zone": subnet.zone.to_string(),
                "cidr": subnet.net.to_string(),
                "resource_group": self.resource_group(subnet.resource_group.as_ref()) });
            let acl = subnet.acl.map(|acl| &self.model.acls[acl]);
            if let Some(acl) = acl.filter(|acl| !self.is_born(acl) && !self.unknown_acl(acl)) {
                told["network_acl"] = json!(self.acl_name(acl));
            }
            told
        });
        let acls = vpc.acls.iter().filter_map(|&acl| self.acl(&self.model.acls[acl]));
        thing.list("network_acls", acls.collect());
        thing.list("subnets", subnets.collect());
        let groups = vpc.groups.iter().map(|&group| &self.model.groups[group]);
        thing.list("security_groups", groups.filter_map(|group| self.group(group)).collect());
        let here = self.losses().into_iter().filter(|loss| loss.vpc == vpc.key.as_str());
        thing.list("reserved_ips", here.filter_map(|loss| loss.left).collect());
        let gateways = vpc.gateways.iter().map(|&gateway| &self.model.gateways[gateway]);
        thing.list("endpoint_gateways", gateways.filter_map(|gateway| self.gateway(gateway)).collect());
        thing.told()
    }

    fn acl_name(&self, acl: &Acl) -> String {
        self.name("network_acls", acl.vpc, &acl.origin, &acl.name)
    }

    /// Whether an ACL is the one that its VPC was born with.
    fn is_born(&self, acl: &Acl) -> bool {
        let was = || self.before.part(&self.model.vpcs[acl.vpc], "network_acls", acl.origin.id(), &acl.name);
        !acl.origin.is_new() && was()["default"] == true
    }

    /// Whether the tool does not find an ACL.
    fn unknown_acl(&self, acl: &Acl) -> bool {
        let place = Object::Acl(acl.key.clone()).at(Field::Id);
        self.missing.iter().any(|missing| missing.place == place)
    }

    /// The new rules of an ACL in their order; of one that exists each with what it stands before.
    fn acl(&self, acl: &Acl) -> Option<Value> {
        let new = acl.origin.is_new();
        let name = if self.is_born(acl) { "default of the VPC".to_owned() } else { self.acl_name(acl) };
        let mut thing = Thing::of(&name, new);
        if new {
            thing.put("resource_group", self.resource_group(acl.resource_group.as_ref()));
        }
        let rules: Vec<&AclRule> = acl.rules.iter().map(|&rule| &self.model.acl_rules[rule]).collect();
        // With the next rule that exists what stands before it is left out.
        let left_out = |i: usize| {
            let next = rules[i..].iter().find(|rule| !rule.origin.is_new());
            let place = next.map(|rule| Object::AclRule(rule.key.clone()).at(Field::Id));
            let missing = self.missing.iter().any(|missing| Some(&missing.place) == place.as_ref());
            self.unknown_acl(acl) || missing
        };
        let mut told = Vec::new();
        let made = rules.iter().enumerate().filter(|(i, rule)| rule.origin.is_new() && !left_out(*i));
        for (i, rule) in made {
            let mut said = self.acl_rule(rule);
            if let Some(next) = rules.get(i + 1).filter(|_| !new) {
                said["before"] = json!(if next.origin.is_new() {
                    text(&next.name).to_owned()
                } else {
                    self.acl_rule_before(acl, next)
                });
            }
            told.push(said);
        }
        if !told.is_empty() {
            thing.put("rules", Value::Array(told));
        }
        thing.told()
    }

    /// The name that an existing rule had.
    fn acl_rule_before(&self, acl: &Acl, rule: &AclRule) -> String {
        let was = self.before.part(&self.model.vpcs[acl.vpc], "network_acls", acl.origin.id(), &acl.name);
        let rules = was["rules"].as_array().unwrap().iter();
        let found = rules.filter(|one| match rule.origin.id() {
            Some(id) => one["id"] == id.as_str(),
            None => one["name"] == text(&rule.name),
        });
        found.map(|one| one["name"].as_str().unwrap().to_owned()).next().unwrap()
    }

    fn acl_rule(&self, rule: &AclRule) -> Value {
        let mut said = json!({ "name": text(&rule.name), "action": rule.action, "direction": rule.direction,
            "protocol": rule.protocol, "source": rule.source.text, "destination": rule.destination.text });
        for (side, ports) in [("source", &rule.source.ports), ("destination", &rule.destination.ports)] {
            if let Some((first, last)) = ports {
                said[format!("{side}_port_min")] = json!(first.get());
                said[format!("{side}_port_max")] = json!(last.get());
            }
        }
        said
    }

    fn group(&self, group: &Group) -> Option<Value> {
        let new = group.origin.is_new();
        let mut thing = Thing::of(&self.group_name(group), new);
        if new {
            thing.put("resource_group", self.resource_group(group.resource_group.as_ref()));
        }
        let rules = group.rules.iter().map(|&rule| &self.model.rules[rule]);
        let rules = rules.filter(|rule| rule.origin.is_new()).map(|rule| self.rule(rule));
        thing.list("rules", rules.collect());
        thing.told()
    }

    fn rule(&self, rule: &GroupRule) -> Value {
        let mut fields = Map::new();
        if !rule.name.is_empty() {
            fields.insert("name".to_owned(), json!(text(&rule.name)));
        }
        fields.insert("direction".to_owned(), json!(rule.direction));
        fields.insert("protocol".to_owned(), json!(rule.protocol));
        if let Some((first, last)) = &rule.ports {
            fields.insert("port_min".to_owned(), json!(first.get()));
            fields.insert("port_max".to_owned(), json!(last.get()));
        }
        let remote = match &rule.remote {
            Remote::Anywhere => json!({ "cidr_block": "0.0.0.0/0" }),
            Remote::Address(address) => json!({ "address": address }),
            Remote::Net(net) => json!({ "cidr_block": net.to_string() }),
            &Remote::Group(group) => json!({ "security_group": self.group_name(&self.model.groups[group]) }),
            Remote::Unknown(text) => panic!("a valid plan has no remote {text:?}"),
        };
        fields.insert("remote".to_owned(), remote);
        Value::Object(fields)
    }

    fn gateway(&self, gateway: &Gateway) -> Option<Value> {
        let new = gateway.origin.is_new();
        let vpc = gateway.vpc.unwrap();
        let now = self.now_of(gateway);
        let name = now.as_ref().map(|now| now.name.clone());
        let name =
            name.unwrap_or_else(|| self.name("endpoint_gateways", vpc, &gateway.origin, &gateway.name));
        let mut thing = Thing::of(&name, new);
        let ips: Map<String, Value> = gateway
            .addresses
            .iter()
            .filter(|&&address| !self.keeps(gateway, &self.model.addresses[address]))
            .filter_map(|&address| self.address(gateway, &self.model.addresses[address]))
            .collect();
        if new || !ips.is_empty() && !self.misses(gateway, Field::Id) {
            thing.put("ips", Value::Object(ips));
        }
        if let Some(now) = now {
            self.changed(gateway, &now, &mut thing);
        }
        // Of a gateway that exists nothing else changes but its addresses.
        if new {
            let (kind, key) = match gateway.target {
                Target::Cloud(_) => ("provider_cloud_service", "crn"),
                Target::PrivatePath(_) => ("private_path_service_gateway", "crn"),
                Target::Infrastructure(_) => ("provider_infrastructure_service", "name"),
            };
            thing.put("target", json!({ "resource_type": kind, key: gateway.target.written() }));
            let mode = match gateway.dns {
                DnsMode::Primary => "primary",
                DnsMode::Disabled => "disabled",
                DnsMode::PerResourceBinding => "per_resource_binding",
            };
            thing.put("dns_resolution_binding_mode", json!(mode));
            thing.put("resource_group", self.resource_group(gateway.resource_group.as_ref()));
            thing.put("security_groups", json!(self.attached(gateway)));
            let mut user: Vec<String> = gateway.tags.iter().map(ToString::to_string).collect();
            let mut access: Vec<String> = gateway.access_tags.iter().map(ToString::to_string).collect();
            user.sort();
            access.sort();
            if !(user.is_empty() && access.is_empty()) {
                thing.put("tags", json!({ "user": user, "access": access }));
            }
            let bindings = gateway.resource_bindings.iter().map(|&one| &self.model.resource_bindings[one]);
            let told = bindings.map(|one| json!({ "name": text(&one.name), "crn": one.target.to_string() }));
            thing.list("resource_bindings", told.collect());
        }
        thing.told()
    }

    /// The names of a new gateway's groups; without one it gets that which its VPC was born with.
    fn attached(&self, gateway: &Gateway) -> Vec<String> {
        const BORN: &str = "default of the VPC";
        let groups = gateway.groups.iter().map(|&group| &self.model.groups[group]);
        let mut names: Vec<String> = groups
            .map(|group| {
                let vpc = &self.model.vpcs[group.vpc];
                let born = !group.origin.is_new()
                    && self.before.part(vpc, "security_groups", group.origin.id(), &group.name)["default"]
                        == true;
                if born { BORN.to_owned() } else { self.group_name(group) }
            })
            .collect();
        names.sort();
        if names.is_empty() { vec![BORN.to_owned()] } else { names }
    }

    /// The address in one zone, by the zone.
    fn address(&self, gateway: &Gateway, address: &Address) -> Option<(String, Value)> {
        let zone = address.zone.to_string();
        let new = |chosen: Value| {
            let subnet = self.subnet_name(&self.model.subnets[address.subnet.unwrap()]);
            let released = gateway.auto_release && !self.misses(gateway, Field::AutoRelease);
            json!({ "name": address.ip_name.as_ref().unwrap().as_str(), "origin": "new", "subnet": subnet,
                "address": chosen, "auto_delete": released })
        };
        match &address.form {
            Form::None => None,
            Form::Chosen => Some((zone, new(json!("chosen by IBM Cloud")))),
            Form::Given(given) => Some((zone, new(json!(given.get())))),
            Form::Existing(ip) => {
                Some((zone, self.reserved_ip(gateway, &self.model.reserved_ips[ip.unwrap()])?))
            }
        }
    }

    /// An existing reserved IP stays as it was. One that its gateway had before is none that was added.
    fn reserved_ip(&self, gateway: &Gateway, ip: &ReservedIp) -> Option<Value> {
        let subnet = &self.model.subnets[ip.subnet];
        let vpc = &self.model.vpcs[subnet.vpc];
        let holder = self.before.part(vpc, "subnets", subnet.origin.id(), &subnet.name);
        let was = self.before.reserved_ip(holder, ip);
        if !gateway.origin.is_new() {
            let gateway = self.before.part(vpc, "endpoint_gateways", gateway.origin.id(), &gateway.name);
            let path = format!("{}/{}", holder["name"].as_str().unwrap(), was["name"].as_str().unwrap());
            if gateway["ips"].as_array().is_some_and(|ips| ips.contains(&json!(path))) {
                return None;
            }
        }
        Some(json!({ "name": was["name"], "origin": "existing", "subnet": holder["name"],
            "address": was["address"], "auto_delete": was["auto_delete"].as_bool().unwrap_or_default() }))
    }

    fn misses(&self, gateway: &Gateway, field: Field) -> bool {
        let place = Object::Gateway(gateway.key.clone()).at(field);
        self.missing.iter().any(|missing| missing.place == place)
    }
}
