//! Finding objects of a plan by key, and reading and naming them.

use super::{
    AddressPrefix, DnsBinding, Gateway, Key, NetworkAcl, NetworkAclRule, Object, Plan, Policy, ReservedIp,
    Resource, ResourceBinding, SecurityGroup, SecurityGroupRule, Subnet, Vpc,
};

/// The first text that says something: a name, else an id, else the key.
fn label(name: &str, id: &str, key: &Key) -> String {
    [name, id, key.as_str()].into_iter().find(|t| !t.is_empty()).unwrap_or_default().to_owned()
}

impl Plan {
    /// The VPC with this key.
    pub fn vpc(&self, key: &Key) -> Option<&Resource<Vpc>> {
        self.vpcs.iter().find(|v| v.key == *key)
    }

    /// The gateway with this key.
    pub fn gateway(&self, key: &Key) -> Option<&Resource<Gateway>> {
        self.gateways.iter().find(|g| g.key == *key)
    }

    /// The authorization policy with this key.
    pub fn policy(&self, key: &Key) -> Option<&Resource<Policy>> {
        self.policies.iter().find(|p| p.key == *key)
    }

    /// All address prefixes, with their VPCs.
    pub fn prefixes(&self) -> impl Iterator<Item = (&Resource<Vpc>, &Resource<AddressPrefix>)> {
        self.vpcs.iter().flat_map(|v| v.wanted.prefixes.iter().map(move |p| (v, p)))
    }

    /// All DNS resolution bindings, with their VPCs.
    pub fn dns_bindings(&self) -> impl Iterator<Item = (&Resource<Vpc>, &Resource<DnsBinding>)> {
        self.vpcs.iter().flat_map(|v| v.wanted.dns_resolution_bindings.iter().map(move |b| (v, b)))
    }

    /// All resource bindings, with their gateways.
    pub fn resource_bindings(
        &self,
    ) -> impl Iterator<Item = (&Resource<Gateway>, &Resource<ResourceBinding>)> {
        self.gateways.iter().flat_map(|g| g.wanted.resource_bindings.iter().map(move |b| (g, b)))
    }

    /// All network ACLs, with their VPCs.
    pub fn acls(&self) -> impl Iterator<Item = (&Resource<Vpc>, &Resource<NetworkAcl>)> {
        self.vpcs.iter().flat_map(|v| v.wanted.network_acls.iter().map(move |a| (v, a)))
    }

    /// All rules of network ACLs, with these.
    pub fn acl_rules(&self) -> impl Iterator<Item = (&Resource<NetworkAcl>, &Resource<NetworkAclRule>)> {
        self.acls().flat_map(|(_, a)| a.wanted.rules.iter().map(move |r| (a, r)))
    }

    /// All subnets, with their VPCs.
    pub fn subnets(&self) -> impl Iterator<Item = (&Resource<Vpc>, &Resource<Subnet>)> {
        self.vpcs.iter().flat_map(|v| v.wanted.subnets.iter().map(move |s| (v, s)))
    }

    /// All existing reserved IPs, with their subnets.
    pub fn reserved_ips(&self) -> impl Iterator<Item = (&Resource<Subnet>, &ReservedIp)> {
        self.subnets().flat_map(|(_, s)| s.wanted.reserved_ips.iter().map(move |r| (s, r)))
    }

    /// All security groups, with their VPCs.
    pub fn groups(&self) -> impl Iterator<Item = (&Resource<Vpc>, &Resource<SecurityGroup>)> {
        self.vpcs.iter().flat_map(|v| v.wanted.security_groups.iter().map(move |g| (v, g)))
    }

    /// All security group rules, with their groups.
    pub fn rules(&self) -> impl Iterator<Item = (&Resource<SecurityGroup>, &Resource<SecurityGroupRule>)> {
        self.groups().flat_map(|(_, g)| g.wanted.rules.iter().map(move |r| (g, r)))
    }

    /// Whether the plan has this object.
    pub fn has(&self, object: &Object) -> bool {
        match object {
            Object::Plan => true,
            Object::Vpc(k) => self.vpc(k).is_some(),
            Object::Prefix(k) => self.prefixes().any(|(_, p)| p.key == *k),
            Object::DnsBinding(k) => self.dns_bindings().any(|(_, b)| b.key == *k),
            Object::Acl(k) => self.acls().any(|(_, a)| a.key == *k),
            Object::AclRule(k) => self.acl_rules().any(|(_, r)| r.key == *k),
            Object::Subnet(k) => self.subnets().any(|(_, s)| s.key == *k),
            Object::Taken(k, i) => self.subnets().any(|(_, s)| s.key == *k && *i < s.wanted.taken.len()),
            Object::ReservedIp(k) => self.reserved_ips().any(|(_, r)| r.key == *k),
            Object::Group(k) => self.groups().any(|(_, g)| g.key == *k),
            Object::Rule(k) => self.rules().any(|(_, r)| r.key == *k),
            Object::Gateway(k) => self.gateway(k).is_some(),
            Object::ResourceBinding(k) => self.resource_bindings().any(|(_, b)| b.key == *k),
            Object::Policy(k) => self.policy(k).is_some(),
            Object::Address(k, i) => self.gateway(k).is_some_and(|g| *i < g.wanted.addresses.len()),
        }
    }

    /// What a reader calls an object: its name, else its id, else its key.
    pub fn label(&self, object: &Object) -> String {
        match object {
            Object::Plan => Some(self.name.clone()),
            Object::Vpc(k) => self.vpc(k).map(|v| label(&v.wanted.name, &v.origin.id, k)),
            Object::Prefix(k) => self.prefixes().find(|(_, p)| p.key == *k).map(|(_, p)| {
                let name = if p.wanted.name.is_empty() { &p.wanted.cidr } else { &p.wanted.name };
                label(name, &p.origin.id, k)
            }),
            Object::DnsBinding(k) => self
                .dns_bindings()
                .find(|(_, b)| b.key == *k)
                .map(|(_, b)| label(&b.wanted.name, &b.origin.id, k)),
            Object::Acl(k) => {
                self.acls().find(|(_, a)| a.key == *k).map(|(_, a)| label(&a.wanted.name, &a.origin.id, k))
            }
            Object::AclRule(k) => self.acl_rules().find(|(_, r)| r.key == *k).map(|(a, r)| {
                let acl = label(&a.wanted.name, &a.origin.id, &a.key);
                format!("{acl}, {}", label(&r.wanted.name, &r.origin.id, k))
            }),
            Object::Subnet(k) | Object::Taken(k, _) => {
                self.subnets().find(|(_, s)| s.key == *k).map(|(_, s)| label(&s.wanted.name, &s.origin.id, k))
            }
            Object::ReservedIp(k) => {
                self.reserved_ips().find(|(_, r)| r.key == *k).map(|(_, r)| label(&r.name, &r.id, k))
            }
            Object::Group(k) => {
                self.groups().find(|(_, g)| g.key == *k).map(|(_, g)| label(&g.wanted.name, &g.origin.id, k))
            }
            Object::Rule(k) => self.rules().find(|(_, r)| r.key == *k).map(|(g, r)| {
                let group = label(&g.wanted.name, &g.origin.id, &g.key);
                format!("{group}, {}", label(&r.wanted.name, "", k))
            }),
            Object::ResourceBinding(k) => self
                .resource_bindings()
                .find(|(_, b)| b.key == *k)
                .map(|(_, b)| label(&b.wanted.name, &b.origin.id, k)),
            Object::Policy(k) => self.policy(k).map(|p| {
                let wanted = &p.wanted;
                label(&Policy::label(&wanted.service, &wanted.target_account), &p.origin.id, k)
            }),
            Object::Gateway(k) | Object::Address(k, _) => {
                self.gateway(k).map(|g| label(&g.wanted.name, &g.origin.id, k))
            }
        }
        .unwrap_or_default()
    }
}

impl super::Place {
    /// The place as a reader says it, such as
    /// `payments-pg, Addresses, us-south-1, address`.
    pub fn label(&self, plan: &Plan) -> String {
        let mut text = plan.label(&self.object);
        match &self.object {
            Object::Taken(..) => text.push_str(", taken addresses"),
            Object::Address(k, i) => {
                text.push_str(", Addresses, ");
                text.push_str(&plan.address_segment(k, *i));
            }
            _ => {}
        }
        if let Some(field) = self.field {
            text.push_str(", ");
            text.push_str(field.label());
        }
        text
    }
}
