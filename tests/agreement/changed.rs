//! What becomes of gateways that exist and were read, from what was there and what is wanted.

use serde_json::{Value, json};
use vpe_planner::model::{Address, Form, Gateway, Name};
use vpe_planner::plan::{DnsMode, Field, Object, Place, SeenAddress};

use crate::predicted::{Thing, Told};

/// A gateway that exists and was read, as it is after the changes.
pub(crate) struct Now {
    pub(crate) name: String,
    mode: &'static str,
    /// Whether name or mode are others than before.
    other: bool,
}

/// Something that a gateway had and that is gone.
pub(crate) struct Loss {
    /// Key of the VPC.
    pub(crate) vpc: String,
    pub(crate) said: String,
    /// The reserved IP that stays without a gateway.
    pub(crate) left: Option<Value>,
}

fn word(mode: DnsMode) -> &'static str {
    match mode {
        DnsMode::Primary => "primary",
        DnsMode::Disabled => "disabled",
        DnsMode::PerResourceBinding => "per_resource_binding",
    }
}

impl Told<'_> {
    /// The gateway before, where it exists and was read.
    fn read<'s>(&'s self, gateway: &Gateway) -> Option<&'s Value> {
        let was = gateway.observed.as_ref().filter(|_| !gateway.origin.is_new())?;
        let vpc = &self.model.vpcs[gateway.vpc.unwrap()];
        let mut name = gateway.name.clone();
        if gateway.origin.id().is_none() && !was.name.is_empty() {
            name = vpe_planner::model::Said::Value(Name::new(&was.name).unwrap());
        }
        Some(self.before.part(vpc, "endpoint_gateways", gateway.origin.id(), &name))
    }

    /// Whether an export makes a change of a field.
    fn makes(&self, gateway: &Gateway, place: &Place) -> bool {
        gateway.change && !self.missing.iter().any(|missing| missing.place == *place)
    }

    fn makes_field(&self, gateway: &Gateway, field: Field) -> bool {
        self.makes(gateway, &Object::Gateway(gateway.key.clone()).at(field))
    }

    pub(crate) fn now_of(&self, gateway: &Gateway) -> Option<Now> {
        let was = self.read(gateway)?;
        let text = |key: &str, or: &str| was[key].as_str().unwrap_or(or).to_owned();
        let (name, mode) = (text("name", ""), text("dns_resolution_binding_mode", "primary"));
        let named = gateway.origin.id().is_some() && !gateway.name.is_empty();
        let renames =
            named && !gateway.observed.as_ref()?.name.is_empty() && self.makes_field(gateway, Field::Name);
        let now = if renames { gateway.name.to_string() } else { name.clone() };
        let sets = gateway.observed.as_ref()?.dns.is_some() && self.makes_field(gateway, Field::Dns);
        let set = [DnsMode::Primary, DnsMode::Disabled, DnsMode::PerResourceBinding].map(word);
        let set = if sets { word(gateway.dns) } else { set.into_iter().find(|one| *one == mode).unwrap() };
        Some(Now { other: now != name || set != mode, name: now, mode: set })
    }

    /// Names of the groups that it had, and of those that it is to have.
    fn groups_of(&self, gateway: &Gateway) -> Option<(Vec<String>, Vec<String>)> {
        gateway.observed.as_ref()?.security_groups.as_ref()?;
        if gateway.groups.is_empty() || !self.makes_field(gateway, Field::SecurityGroups) {
            return None;
        }
        let was = self.read(gateway)?["security_groups"].as_array()?;
        let was = was.iter().map(|name| name.as_str().unwrap().to_owned()).collect();
        let wanted = gateway.groups.iter().map(|&group| self.group_name(&self.model.groups[group])).collect();
        Some((was, wanted))
    }

    pub(crate) fn changed(&self, gateway: &Gateway, now: &Now, thing: &mut Thing) {
        let was = self.read(gateway).unwrap();
        if now.other {
            thing.put("target", was["target"].clone());
            thing.put("dns_resolution_binding_mode", json!(now.mode));
            let group = was["resource_group"].as_str().map(str::to_owned);
            thing.put("resource_group", json!(group.unwrap_or_else(|| self.before.default_resource_group())));
        }
        if let Some((was, wanted)) = self.groups_of(gateway) {
            let mut more: Vec<&String> = wanted.iter().filter(|name| !was.contains(name)).collect();
            more.sort();
            if !more.is_empty() {
                thing.put("security_groups", json!(more));
            }
        }
        let observed = gateway.observed.as_ref().unwrap();
        let tags = |field, seen: &Option<Vec<String>>, wanted: Vec<String>| -> Vec<String> {
            let seen = seen.as_ref().filter(|_| self.makes_field(gateway, field));
            let mut more: Vec<String> = seen
                .map(|seen| wanted.into_iter().filter(|tag| !seen.contains(tag)).collect())
                .unwrap_or_default();
            more.sort();
            more
        };
        let user = tags(Field::Tags, &observed.tags, gateway.tags.iter().map(ToString::to_string).collect());
        let wanted = gateway.access_tags.iter().map(ToString::to_string).collect();
        let access = tags(Field::AccessTags, &observed.access_tags, wanted);
        if !(user.is_empty() && access.is_empty()) {
            thing.put("tags", json!({ "user": user, "access": access }));
        }
    }

    /// Whether an address is what was read, and whether it takes the place of another.
    fn held<'g>(&self, gateway: &'g Gateway, address: &Address) -> Option<(&'g SeenAddress, bool)> {
        let seen = gateway.observed.as_ref()?.addresses.as_ref()?;
        let seen = seen.iter().find(|one| one.zone == address.zone.to_string())?;
        let same = match &address.form {
            Form::None => false,
            Form::Chosen => true,
            Form::Given(given) => given.to_string() == seen.address,
            Form::Existing(ip) => ip.is_some_and(|ip| {
                let ip = &self.model.reserved_ips[ip];
                ip.id.to_string() == seen.id || ip.name.to_string() == seen.name
            }),
        };
        Some((seen, same))
    }

    /// Whether a zone keeps what it has.
    pub(crate) fn keeps(&self, gateway: &Gateway, address: &Address) -> bool {
        let place = Object::Address(gateway.key.clone(), address.position).at(Field::Zone);
        self.held(gateway, address).is_some_and(|(_, same)| same || !self.makes(gateway, &place))
    }

    /// What is gone.
    pub(crate) fn losses(&self) -> Vec<Loss> {
        let mut all = Vec::new();
        for gateway in self.model.gateways.iter().filter(|gateway| self.read(gateway).is_some()) {
            let was = self.read(gateway).unwrap();
            let vpc = &self.model.vpcs[gateway.vpc.unwrap()];
            let of = format!("{} in {}", self.vpc_name(vpc), vpc.region);
            let name = was["name"].as_str().unwrap();
            let key = vpc.key.to_string();
            let mut lose = |said, left| all.push(Loss { vpc: key.clone(), said, left });
            if let Some((had, wanted)) = self.groups_of(gateway) {
                for group in had.iter().filter(|name| !wanted.contains(name)) {
                    lose(format!("security group {group} on endpoint gateway {name} of {of}"), None);
                }
            }
            for &address in &gateway.addresses {
                let address = &self.model.addresses[address];
                let Some((seen, _)) = self.held(gateway, address) else { continue };
                if self.keeps(gateway, address) {
                    continue;
                }
                let (subnet, ip) = self.bound(vpc, was, seen);
                let path = format!("{}/{}", subnet["name"].as_str().unwrap(), ip["name"].as_str().unwrap());
                if ip["auto_delete"] == true {
                    lose(format!("reserved IP {path} of {of}"), None);
                } else {
                    let left = json!({ "name": ip["name"], "origin": "existing", "subnet": subnet["name"],
                        "address": ip["address"], "auto_delete": false });
                    lose(format!("binding {path} to endpoint gateway {name} of {of}"), Some(left));
                }
            }
        }
        all
    }

    /// The reserved IP of a gateway that was read, with its subnet.
    fn bound<'s>(
        &'s self,
        vpc: &vpe_planner::model::Vpc,
        gateway: &Value,
        seen: &SeenAddress,
    ) -> (&'s Value, &'s Value) {
        let subnets = self.before.vpc(vpc)["subnets"].as_array().unwrap();
        let ips = subnets.iter().flat_map(|subnet| {
            subnet["reserved_ips"].as_array().into_iter().flatten().map(move |ip| (subnet, ip))
        });
        let is = |(subnet, ip): &(&Value, &Value)| {
            let path = format!("{}/{}", subnet["name"].as_str().unwrap(), ip["name"].as_str().unwrap());
            ip["address"] == seen.address && gateway["ips"].as_array().unwrap().contains(&json!(path))
        };
        ips.into_iter().find(is).unwrap()
    }
}
