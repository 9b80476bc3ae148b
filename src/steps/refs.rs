//! What steps make and what they refer to.

use super::{
    Acl, Address, Adopt, Alter, Change, Delegation, DnsBinding, ForGateway, From, Gateway, Group, Prefix,
    Ref, Remote, ResourceBinding, Rule, Step, Subnet, Tags, Vpc,
};
use std::rc::Rc;

impl Step {
    /// What the step makes, or takes over, that others refer to.
    pub fn made(&self) -> Option<&Ref> {
        match self {
            Self::Vpc(s) => Some(&s.thing),
            Self::Acl(s) => Some(&s.thing),
            Self::AclRule(s) => Some(&s.thing),
            Self::Subnet(s) => Some(&s.thing),
            Self::Group(s) => Some(&s.thing),
            Self::Gateway(s) => Some(&s.thing),
            Self::Adopt(s) => s.step.made(),
            Self::LookUp(_)
            | Self::Prefix(_)
            | Self::Rule(_)
            | Self::DnsBinding(_)
            | Self::Resolver(_)
            | Self::ResourceBinding(_)
            | Self::ReservedIp(_)
            | Self::Binding(_)
            | Self::Tags(_)
            | Self::Change(_)
            | Self::Policy(_) => None,
        }
    }

    /// The VPC that what the step makes is in.
    pub fn vpc(&self) -> Option<&Ref> {
        match self {
            Self::LookUp(_) | Self::Vpc(_) | Self::Policy(_) => None,
            Self::Prefix(s) => Some(&s.vpc),
            Self::Acl(s) => Some(&s.vpc),
            Self::AclRule(s) => Some(&s.vpc),
            Self::Subnet(s) => Some(&s.vpc),
            Self::Group(s) => Some(&s.vpc),
            Self::Rule(s) => Some(&s.vpc),
            Self::DnsBinding(s) => Some(&s.vpc),
            Self::Resolver(s) => Some(&s.vpc),
            Self::ResourceBinding(s) => Some(&s.vpc),
            Self::Gateway(s) => Some(&s.vpc),
            Self::ReservedIp(s) | Self::Binding(s) => Some(&s.vpc),
            Self::Tags(s) => Some(&s.vpc),
            Self::Change(s) => Some(&s.vpc),
            Self::Adopt(s) => s.step.vpc(),
        }
    }

    /// Where the name of what the step makes is unique.
    pub(super) fn within(&self) -> Option<&Ref> {
        match self {
            Self::AclRule(s) => Some(&s.acl),
            Self::Adopt(s) => s.step.within(),
            step => step.vpc(),
        }
    }

    /// The step with other references in place of its own; what it makes or finds
    /// itself stays.
    pub(super) fn referring(&self, to: &mut dyn FnMut(&Ref) -> Ref) -> Self {
        match self {
            Self::LookUp(s) => Self::LookUp(s.clone()),
            Self::Policy(s) => Self::Policy(s.clone()),
            Self::Vpc(s) => {
                let resource_group = s.resource_group.as_ref().map(to);
                Self::Vpc(Vpc { resource_group, ..s.clone() })
            }
            Self::Prefix(s) => Self::Prefix(Prefix { vpc: to(&s.vpc), ..s.clone() }),
            Self::Acl(s) => {
                let vpc = to(&s.vpc);
                let resource_group = s.resource_group.as_ref().map(to);
                Self::Acl(Acl { vpc, resource_group, ..s.clone() })
            }
            Self::AclRule(s) => Self::AclRule(s.referring(to)),
            Self::Subnet(s) => {
                let vpc = to(&s.vpc);
                let acl = s.acl.as_ref().map(&mut *to);
                let resource_group = s.resource_group.as_ref().map(to);
                Self::Subnet(Subnet { vpc, acl, resource_group, ..s.clone() })
            }
            Self::Group(s) => {
                let vpc = to(&s.vpc);
                let resource_group = s.resource_group.as_ref().map(to);
                Self::Group(Group { vpc, resource_group, ..s.clone() })
            }
            Self::Rule(s) => {
                let (vpc, group) = (to(&s.vpc), to(&s.group));
                let remote = match &s.remote {
                    Remote::Group(group) => Remote::Group(to(group)),
                    Remote::Address(_) | Remote::Block(_) => s.remote.clone(),
                };
                Self::Rule(Rule { vpc, group, remote, ..s.clone() })
            }
            Self::DnsBinding(s) => {
                Self::DnsBinding(DnsBinding { vpc: to(&s.vpc), hub: s.hub.referring(to), ..s.clone() })
            }
            Self::Resolver(s) => {
                Self::Resolver(Delegation { vpc: to(&s.vpc), hub: s.hub.referring(to), ..s.clone() })
            }
            Self::ResourceBinding(s) => Self::ResourceBinding(ResourceBinding {
                vpc: to(&s.vpc),
                gateway: to(&s.gateway),
                ..s.clone()
            }),
            Self::Gateway(s) => Self::Gateway(Rc::new(Gateway {
                vpc: to(&s.vpc),
                addresses: s.addresses.iter().map(|a| address(a, to)).collect(),
                groups: s.groups.iter().map(&mut *to).collect(),
                resource_group: s.resource_group.as_ref().map(to),
                ..Gateway::clone(s)
            })),
            Self::ReservedIp(s) => Self::ReservedIp(for_gateway(s, to)),
            Self::Binding(s) => Self::Binding(for_gateway(s, to)),
            Self::Tags(s) => Self::Tags(Tags { vpc: to(&s.vpc), gateway: to(&s.gateway), ..s.clone() }),
            Self::Change(s) => {
                let (vpc, gateway) = (to(&s.vpc), to(&s.gateway));
                let alter = match &s.alter {
                    Alter::Attach(group) => Alter::Attach(to(group)),
                    Alter::Name(_) | Alter::Dns { .. } | Alter::Detach(_) | Alter::Unbind(_) => {
                        s.alter.clone()
                    }
                };
                Self::Change(Change { vpc, gateway, alter, ..s.clone() })
            }
            Self::Adopt(s) => Self::Adopt(Adopt { step: Box::new(s.step.referring(to)), id: s.id.clone() }),
        }
    }
}

fn for_gateway(s: &ForGateway, to: &mut dyn FnMut(&Ref) -> Ref) -> ForGateway {
    ForGateway { vpc: to(&s.vpc), gateway: to(&s.gateway), address: address(&s.address, to) }
}

fn address(address: &Address, to: &mut dyn FnMut(&Ref) -> Ref) -> Rc<Address> {
    let subnet = to(&address.subnet);
    let from = match &address.from {
        From::Existing(ip) => From::Existing(to(ip)),
        From::New { .. } => address.from.clone(),
    };
    Rc::new(Address { subnet, from, ..address.clone() })
}
