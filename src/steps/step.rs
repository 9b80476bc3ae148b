//! The steps themselves.

use super::{Acl, AclRule, Change, Delegation, DnsBinding, Policy, Ref, ResourceBinding};
use crate::plan::{Direction, DnsMode, Field, Key, Object, Place, Protocol, TargetKind};
use std::rc::Rc;

/// One resource that must exist, or an existing one that must be found.
///
/// Texts are as the plan has them, whether or not they mean anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// Find something that exists.
    LookUp(LookUp),
    /// Make a VPC.
    Vpc(Vpc),
    /// Give a VPC an address prefix.
    Prefix(Prefix),
    /// Make a network ACL.
    Acl(Acl),
    /// Add a rule to a network ACL.
    AclRule(AclRule),
    /// Make a subnet.
    Subnet(Subnet),
    /// Make a security group.
    Group(Group),
    /// Add a rule to a security group.
    Rule(Rule),
    /// Bind a VPC to a DNS hub.
    DnsBinding(DnsBinding),
    /// Make an endpoint gateway.
    Gateway(Rc<Gateway>),
    /// Change in place what an existing gateway has otherwise than wanted.
    Change(Change),
    /// Reserve an address for a gateway.
    ReservedIp(ForGateway),
    /// Bind a reserved IP to a gateway.
    Binding(ForGateway),
    /// Bind a resource to a gateway.
    ResourceBinding(ResourceBinding),
    /// Attach tags to a gateway.
    Tags(Tags),
    /// Have a VPC's names resolved by its hub.
    Resolver(Delegation),
    /// Let gateways of another account reach a service of this one.
    Policy(Policy),
    /// Have Terraform take over what exists. Nothing is made of it.
    Adopt(Adopt),
}

/// Something that exists and that Terraform takes over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adopt {
    /// The step that would make it as the plan has it. What the plan does not say
    /// of it is an empty text there.
    pub step: Box<Step>,
    /// The id that IBM Cloud gave it; of tags, that of their gateway.
    pub id: String,
}

/// Finding something that exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookUp {
    /// What; it is never [`Known::Made`].
    pub thing: Ref,
    /// Where its name is unique: the VPC of a subnet, ACL, group or gateway, the
    /// ACL of a rule, the subnet of a reserved IP; `None` for a VPC or resource group.
    pub within: Option<Ref>,
    /// Its place; of a resource group, the field that names it first.
    pub place: Place,
    /// Whether only what Terraform takes over refers to it.
    pub for_adopted: bool,
}

/// A new VPC.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vpc {
    /// The VPC itself.
    pub thing: Ref,
    /// Whether IBM Cloud makes its first address prefixes.
    pub auto_prefixes: bool,
    /// Whether it is a DNS hub.
    pub enable_hub: bool,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<Ref>,
}

/// A new address prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prefix {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// Its VPC.
    pub vpc: Ref,
    /// Its zone.
    pub zone: String,
    /// Its range.
    pub cidr: String,
}

/// A new subnet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subnet {
    /// The subnet itself.
    pub thing: Ref,
    /// Its VPC.
    pub vpc: Ref,
    /// Its zone.
    pub zone: String,
    /// Its range.
    pub cidr: String,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<Ref>,
    /// Its network ACL; `None` for the VPC's default one.
    pub acl: Option<Ref>,
    /// Address prefixes of its zone that are new or taken over: they must be there
    /// before it, and as long as it is.
    pub after: Vec<Key>,
}

/// A new security group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The group itself.
    pub thing: Ref,
    /// Its VPC.
    pub vpc: Ref,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<Ref>,
}

/// A new rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// Its key.
    pub key: Key,
    /// Its name; empty when IBM Cloud makes one.
    pub name: String,
    /// Its group.
    pub group: Ref,
    /// The group's VPC.
    pub vpc: Ref,
    /// Which way the traffic goes.
    pub direction: Direction,
    /// Which traffic.
    pub protocol: Protocol,
    /// First and last port; `None` for all.
    pub ports: Option<(String, String)>,
    /// The other side.
    pub remote: Remote,
}

/// The other side of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote {
    /// An address.
    Address(String),
    /// A block, or a text that means nothing.
    Block(String),
    /// What a security group is attached to.
    Group(Ref),
}

/// A new endpoint gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gateway {
    /// The gateway itself.
    pub thing: Ref,
    /// Its VPC.
    pub vpc: Ref,
    /// Kind of its target.
    pub target_kind: TargetKind,
    /// CRN or name of its target.
    pub target: String,
    /// Its addresses, in plan order.
    pub addresses: Vec<Rc<Address>>,
    /// Its security groups; none for the VPC's default.
    pub groups: Vec<Ref>,
    /// Who resolves the service's names.
    pub dns: DnsMode,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<Ref>,
    /// Gateways of the hub that its VPC is bound to that must be there before it, and
    /// as long as it is.
    pub after: Vec<Key>,
}

/// A gateway's address in one zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What tells it apart from the gateway's others, as in its place's path: the zone
    /// as written, with a number from the second of one zone on.
    pub slot: String,
    /// Its subnet.
    pub subnet: Ref,
    /// Where it comes from.
    pub from: From,
    /// The gateway's zone entry.
    pub object: Object,
}

/// Where a gateway's address comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum From {
    /// It is reserved now.
    New {
        /// Name of the reserved IP.
        name: String,
        /// The address; `None` when IBM Cloud chooses.
        address: Option<String>,
        /// Whether it is deleted with the gateway.
        auto_delete: bool,
    },
    /// A reserved IP that exists.
    Existing(Ref),
}

/// An address and the gateway that it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForGateway {
    /// The gateway.
    pub gateway: Ref,
    /// The gateway's VPC.
    pub vpc: Ref,
    /// The address.
    pub address: Rc<Address>,
}

/// Tags of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tags {
    /// The gateway that they are attached to.
    pub gateway: Ref,
    /// The gateway's VPC.
    pub vpc: Ref,
    /// Which kind.
    pub kind: TagKind,
    /// The tags, in plan order; never empty.
    pub tags: Vec<String>,
}

/// Kinds of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TagKind {
    /// User tags.
    User,
    /// Access tags.
    Access,
}

impl TagKind {
    /// The gateway's field that says them.
    pub fn field(self) -> Field {
        match self {
            Self::User => Field::Tags,
            Self::Access => Field::AccessTags,
        }
    }

    /// The API's `tag_type`.
    pub fn word(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::Access => "access",
        }
    }
}

impl Step {
    /// The object of the plan that the step is about.
    pub fn object(&self) -> Object {
        match self {
            Self::LookUp(s) => s.place.object.clone(),
            Self::Vpc(s) => Object::Vpc(s.thing.key.clone()),
            Self::Prefix(s) => Object::Prefix(s.key.clone()),
            Self::Acl(s) => Object::Acl(s.thing.key.clone()),
            Self::AclRule(s) => Object::AclRule(s.thing.key.clone()),
            Self::Subnet(s) => Object::Subnet(s.thing.key.clone()),
            Self::Group(s) => Object::Group(s.thing.key.clone()),
            Self::Rule(s) => Object::Rule(s.key.clone()),
            Self::DnsBinding(s) => Object::DnsBinding(s.key.clone()),
            Self::Resolver(s) => Object::DnsBinding(s.binding.clone()),
            Self::ResourceBinding(s) => Object::ResourceBinding(s.key.clone()),
            Self::Gateway(s) => Object::Gateway(s.thing.key.clone()),
            Self::ReservedIp(s) | Self::Binding(s) => s.address.object.clone(),
            Self::Tags(s) => Object::Gateway(s.gateway.key.clone()),
            Self::Policy(s) => Object::Policy(s.key.clone()),
            Self::Change(s) => Object::Gateway(s.gateway.key.clone()),
            Self::Adopt(s) => s.step.object(),
        }
    }

    /// The step itself, whether what it makes is new or taken over.
    pub fn plain(&self) -> &Self {
        if let Self::Adopt(s) = self { &s.step } else { self }
    }

    /// The gateway that the step is for, where it is for one.
    pub fn gateway(&self) -> Option<&Ref> {
        match self {
            Self::Gateway(s) => Some(&s.thing),
            Self::ReservedIp(s) | Self::Binding(s) => Some(&s.gateway),
            Self::ResourceBinding(s) => Some(&s.gateway),
            Self::Tags(s) => Some(&s.gateway),
            Self::Change(s) => Some(&s.gateway),
            Self::Adopt(s) => s.step.gateway(),
            Self::LookUp(_)
            | Self::Vpc(_)
            | Self::Prefix(_)
            | Self::Acl(_)
            | Self::AclRule(_)
            | Self::Subnet(_)
            | Self::Group(_)
            | Self::Rule(_)
            | Self::DnsBinding(_)
            | Self::Resolver(_)
            | Self::Policy(_) => None,
        }
    }
}

impl Gateway {
    /// Its new addresses, with the names of their reserved IPs.
    pub fn new_ips(&self) -> impl Iterator<Item = (&Rc<Address>, &str)> {
        self.addresses.iter().filter_map(|address| match &address.from {
            From::New { name, .. } => Some((address, name.as_str())),
            From::Existing(_) => None,
        })
    }
}

impl Address {
    /// The existing reserved IP, where it is one.
    pub fn existing(&self) -> Option<&Ref> {
        match &self.from {
            From::New { .. } => None,
            From::Existing(ip) => Some(ip),
        }
    }
}

impl LookUp {
    /// The id, where it is known and nothing need be asked.
    pub fn id(&self) -> Option<&str> {
        self.thing.id()
    }
}
