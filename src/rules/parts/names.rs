//! What readers call the objects that a place names.

use crate::edit::{Choice, Edit};
use crate::model::{AclRule, Address, Gateway, GroupRule, Ix, Model};
use crate::plan::{Field, Key, Object, Place};
use crate::rules::Fix;
use crate::rules::parts::subnet_in;
use std::collections::HashMap;

/// A rule of a group as a sentence names it: `rule https of vpe-clients`.
pub(in crate::rules) fn rule_of(model: &Model, rule: &GroupRule) -> String {
    let name = rule.name.value().map_or(rule.key.as_str(), |n| n.as_str());
    format!("rule {name} of {}", model.groups[rule.group].label)
}

/// A rule of a network ACL as a sentence names it: `rule https of vpe-acl`.
pub(in crate::rules) fn acl_rule_of(model: &Model, rule: &AclRule) -> String {
    let name = rule.name.value().map_or(rule.key.as_str(), |n| n.as_str());
    format!("rule {name} of {}", model.acls[rule.acl].label)
}

/// Labels by kind and key. Built only by a rule that has something to tell.
pub(in crate::rules) struct Names<'m> {
    model: &'m Model,
    labels: HashMap<(Kind, &'m str), &'m str>,
    rules: HashMap<&'m str, &'m GroupRule>,
    gateways: HashMap<&'m str, Ix<Gateway>>,
}

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Vpc,
    Prefix,
    DnsBinding,
    ResourceBinding,
    Acl,
    Subnet,
    ReservedIp,
    Group,
    Policy,
}

impl<'m> Names<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        let mut labels = HashMap::new();
        labels.extend(model.vpcs.iter().map(|x| ((Kind::Vpc, x.key.as_str()), x.label.as_str())));
        labels.extend(model.prefixes.iter().filter_map(|x| {
            let key = x.key.as_ref()?;
            Some(((Kind::Prefix, key.as_str()), x.label.as_str()))
        }));
        labels.extend(model.acls.iter().map(|x| ((Kind::Acl, x.key.as_str()), x.label.as_str())));
        labels.extend(model.subnets.iter().map(|x| ((Kind::Subnet, x.key.as_str()), x.label.as_str())));
        labels.extend(
            model.reserved_ips.iter().map(|x| ((Kind::ReservedIp, x.key.as_str()), x.label.as_str())),
        );
        labels.extend(model.groups.iter().map(|x| ((Kind::Group, x.key.as_str()), x.label.as_str())));
        labels.extend(
            model.dns_bindings.iter().map(|x| ((Kind::DnsBinding, x.key.as_str()), x.label.as_str())),
        );
        labels.extend(
            model
                .resource_bindings
                .iter()
                .map(|x| ((Kind::ResourceBinding, x.key.as_str()), x.label.as_str())),
        );
        labels.extend(model.policies.iter().map(|x| ((Kind::Policy, x.key.as_str()), x.label.as_str())));
        let rules = model.rules.iter().map(|r| (r.key.as_str(), r)).collect();
        let gateways = model.gateways.enumerate().map(|(ix, g)| (g.key.as_str(), ix)).collect();
        Self { model, labels, rules, gateways }
    }

    /// An object as a sentence names it: `payments-kms in us-south-1`.
    pub(in crate::rules) fn owner(&self, object: &Object) -> String {
        match object {
            Object::Plan => "the plan".to_owned(),
            Object::Vpc(k) => self.label(Kind::Vpc, k),
            Object::Prefix(k) => self.label(Kind::Prefix, k),
            Object::DnsBinding(k) => self.label(Kind::DnsBinding, k),
            Object::ResourceBinding(k) => self.label(Kind::ResourceBinding, k),
            Object::Acl(k) => self.label(Kind::Acl, k),
            Object::AclRule(k) => match self.model.acl_rules.iter().find(|r| r.key == *k) {
                Some(rule) => acl_rule_of(self.model, rule),
                None => k.to_string(),
            },
            Object::Subnet(k) | Object::Taken(k, _) => self.label(Kind::Subnet, k),
            Object::ReservedIp(k) => self.label(Kind::ReservedIp, k),
            Object::Group(k) => self.label(Kind::Group, k),
            Object::Policy(k) => format!("the policy {}", self.label(Kind::Policy, k)),
            Object::Rule(k) => match self.rules.get(k.as_str()) {
                Some(rule) => rule_of(self.model, rule),
                None => k.to_string(),
            },
            Object::Gateway(k) => self.gateway(k).map_or_else(|| k.to_string(), |g| g.label.clone()),
            Object::Address(k, i) => {
                let gateway = self.owner(&Object::Gateway(k.clone()));
                match self.address(k, *i).and_then(|a| a.zone.get()) {
                    Some(zone) => format!("{gateway} in {zone}"),
                    None => format!("{gateway}, address {}", i + 1),
                }
            }
        }
    }

    /// An object with its kind: `the subnet vpe-1`.
    pub(in crate::rules) fn with_kind(&self, object: &Object) -> String {
        let kind = match object {
            Object::Vpc(_) => "the VPC ",
            Object::Prefix(_) => "the address prefix ",
            Object::Acl(_) => "the network ACL ",
            Object::Subnet(_) => "the subnet ",
            Object::ReservedIp(_) => "the reserved IP ",
            Object::Group(_) => "the security group ",
            Object::DnsBinding(_) => "the DNS resolution binding ",
            Object::ResourceBinding(_) => "the resource binding ",
            Object::Gateway(_) => "the gateway ",
            // It is named with its kind.
            Object::Policy(_) => "",
            Object::Plan | Object::Taken(..) | Object::Rule(_) | Object::AclRule(_) | Object::Address(..) => {
                ""
            }
        };
        format!("{kind}{}", self.owner(object))
    }

    /// What to choose where a reference is missing: the plan's only VPC, or the
    /// gateway's first subnet in the address's zone.
    pub(in crate::rules) fn choice(&self, place: &Place) -> Option<Fix> {
        match (&place.object, place.field?) {
            (Object::Gateway(_), Field::Vpc) => {
                let [vpc] = &*self.model.vpcs else { return None };
                let edit = Edit::choose(place.object.clone(), Choice::Vpc(vpc.key.clone()));
                Some(Fix::choice(format!("Put it into {}", vpc.label), edit))
            }
            (Object::Address(gateway, i), Field::Subnet) => {
                let address = self.address(gateway, *i)?;
                let vpc = self.model.gateways[address.gateway].vpc?;
                let subnet = subnet_in(self.model, vpc, address.zone.get()?, |_| true)?;
                let edit = Edit::choose(place.object.clone(), Choice::Subnet(subnet.key.clone()));
                Some(Fix::choice(format!("Take it from {}", subnet.label), edit))
            }
            _ => None,
        }
    }

    fn label(&self, kind: Kind, key: &Key) -> String {
        self.labels.get(&(kind, key.as_str())).map_or_else(|| key.to_string(), |&l| l.to_owned())
    }

    fn gateway(&self, key: &Key) -> Option<&'m Gateway> {
        self.gateways.get(key.as_str()).map(|&ix| &self.model.gateways[ix])
    }

    fn address(&self, gateway: &Key, position: usize) -> Option<&'m Address> {
        self.gateway(gateway)?.addresses.get(position).map(|&ix| &self.model.addresses[ix])
    }
}
