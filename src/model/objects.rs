//! The model's objects.

use super::{
    AccessTag, Acl, Crn, Difference, DnsBinding, Endpoint, Id, Ix, Name, Occupant, PortRange, ResourceBinding,
};
use super::{ResourceGroup, Said, Span, Tag, Topology};
use crate::catalog::{Infrastructure, Region, Service, Zone};
use crate::plan::{Direction, Dns, DnsMode, Field, Key, Object, Observed, Place, PrefixManagement, Protocol};
use ipnet::Ipv4Net;
use std::net::Ipv4Addr;

/// Whether the exports create an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// They create it.
    New,
    /// It exists, with this id where that is known.
    Existing(Said<Id>),
    /// It exists, and Terraform takes it over by this id, which is never empty.
    Adopted(Said<Id>),
}

impl Origin {
    /// Whether the exports create the object.
    pub fn is_new(&self) -> bool {
        *self == Self::New
    }

    /// The known id of an existing object.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Self::New => None,
            Self::Existing(id) | Self::Adopted(id) => id.value(),
        }
    }
}

/// A VPC.
#[derive(Debug, Clone, PartialEq)]
pub struct Vpc {
    /// Its key in the plan.
    pub key: Key,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// Its region.
    pub region: Said<&'static Region>,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<ResourceGroup>,
    /// Who makes its first address prefixes.
    pub prefix_management: PrefixManagement,
    /// Whether it is a DNS hub, and who answers its queries.
    pub dns: Dns,
    /// Its DNS resolution bindings.
    pub dns_bindings: Vec<Ix<DnsBinding>>,
    /// The topology that it belongs to.
    pub topology: Option<Ix<Topology>>,
    /// Whether all its prefixes are known.
    pub prefixes_known: bool,
    /// Its address prefixes.
    pub prefixes: Vec<Ix<Prefix>>,
    /// Its network ACLs.
    pub acls: Vec<Ix<Acl>>,
    /// Its subnets.
    pub subnets: Vec<Ix<Subnet>>,
    /// Its security groups.
    pub groups: Vec<Ix<Group>>,
    /// The gateways in it.
    pub gateways: Vec<Ix<Gateway>>,
}

/// An address prefix.
#[derive(Debug, Clone, PartialEq)]
pub struct Prefix {
    /// Its key; `None` for a default prefix that IBM Cloud makes.
    pub key: Option<Key>,
    /// Key of its VPC.
    pub vpc_key: Key,
    /// Its VPC.
    pub vpc: Ix<Vpc>,
    /// What a reader calls it.
    pub label: String,
    /// New or existing. A default prefix is new with its VPC.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// Its zone.
    pub zone: Said<Zone>,
    /// Its range.
    pub net: Said<Ipv4Net>,
}

/// A subnet.
#[derive(Debug, Clone, PartialEq)]
pub struct Subnet {
    /// Its key in the plan.
    pub key: Key,
    /// Its VPC.
    pub vpc: Ix<Vpc>,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// Its zone.
    pub zone: Said<Zone>,
    /// Its range.
    pub net: Said<Ipv4Net>,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<ResourceGroup>,
    /// Its network ACL; `None` where the plan names none that it has.
    pub acl: Option<Ix<Acl>>,
    /// Who holds the taken addresses, in plan order, with their span.
    pub taken: Vec<(Option<Span>, String)>,
    /// Existing reserved IPs of it.
    pub reserved_ips: Vec<Ix<ReservedIp>>,
    /// What its addresses are used for, by first address.
    pub occupants: Vec<Occupant>,
    /// Addresses that IBM Cloud will choose in it, one for each gateway.
    pub chosen: Vec<Ix<Address>>,
}

/// A reserved IP that exists.
#[derive(Debug, Clone, PartialEq)]
pub struct ReservedIp {
    /// Its key in the plan.
    pub key: Key,
    /// Its subnet.
    pub subnet: Ix<Subnet>,
    /// What a reader calls it.
    pub label: String,
    /// Its id; empty where it is not known.
    pub id: Said<Id>,
    /// Its name; empty where it is not known.
    pub name: Said<Name>,
    /// Its address; empty where it is not known.
    pub address: Said<Ipv4Addr>,
    /// Whether Terraform takes it over, with the gateway that has it.
    pub adopted: bool,
}

/// A security group.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// Its key in the plan.
    pub key: Key,
    /// Its VPC.
    pub vpc: Ix<Vpc>,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<ResourceGroup>,
    /// Its rules that the plan knows. Of an existing group there may be others.
    pub rules: Vec<Ix<GroupRule>>,
}

/// A rule of a security group.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupRule {
    /// Its key in the plan.
    pub key: Key,
    /// Its group.
    pub group: Ix<Group>,
    /// New or existing.
    pub origin: Origin,
    /// Its name; empty when IBM Cloud makes one.
    pub name: Said<Name>,
    /// Which way the traffic goes.
    pub direction: Direction,
    /// Which traffic.
    pub protocol: Protocol,
    /// First and last port of TCP or UDP; `None` for all.
    pub ports: Option<(Said<u16>, Said<u16>)>,
    /// Whether the plan gives ports where the rule is for ICMP, TCP and UDP together.
    pub ports_unused: bool,
    /// The other side.
    pub remote: Remote,
    /// Whether the plan gives an address beside a group.
    pub remote_twice: bool,
}

/// The other side of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote {
    /// Any address.
    Anywhere,
    /// One address.
    Address(Ipv4Addr),
    /// A block.
    Net(Ipv4Net),
    /// What a security group is attached to.
    Group(Ix<Group>),
    /// What the plan says means nothing.
    Unknown(String),
}

/// An endpoint gateway.
#[derive(Debug, Clone, PartialEq)]
pub struct Gateway {
    /// Its key in the plan.
    pub key: Key,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// Its VPC.
    pub vpc: Option<Ix<Vpc>>,
    /// Its name.
    pub name: Said<Name>,
    /// What it reaches.
    pub target: Target,
    /// The catalogue's services that the target can be: none, one, or several
    /// that its CRN does not tell apart.
    pub services: Vec<&'static Service>,
    /// Where a cloud service is: the region in its host, else that of its CRN. A text
    /// where it is in no region, empty where it is the same for all.
    pub place: Said<&'static Region>,
    /// The ports that clients use; empty where the plan does not say them.
    pub port: Said<PortRange>,
    /// The names that the plan says it answers; [`Gateway::endpoints`] has those that it
    /// does.
    pub said_endpoints: Vec<Said<Endpoint>>,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<ResourceGroup>,
    /// Its zone entries, in plan order.
    pub addresses: Vec<Ix<Address>>,
    /// What the plan says that reserved IP names begin with, or nothing.
    pub ip_prefix: String,
    /// Whether its new reserved IPs are deleted with it.
    pub auto_release: bool,
    /// Security groups, in plan order, each once; those that exist in the plan.
    pub groups: Vec<Ix<Group>>,
    /// Who resolves the service's names.
    pub dns: DnsMode,
    /// Resources that are bound to it.
    pub resource_bindings: Vec<Ix<ResourceBinding>>,
    /// User tags, in plan order.
    pub tags: Vec<Said<Tag>>,
    /// Access tags, in plan order.
    pub access_tags: Vec<Said<AccessTag>>,
    /// What was read of it, where it exists and was read.
    pub observed: Option<Box<Observed>>,
    /// Whether the exports change in place what differs from that.
    pub change: bool,
    /// In what it differs from what is wanted.
    pub differences: Vec<Difference>,
    /// Zone entries for which nothing is to be made: the address is there, or another stays.
    pub settled: Vec<Ix<Address>>,
}

impl Gateway {
    /// The place that says what it reaches.
    pub fn target_place(&self) -> Place {
        Object::Gateway(self.key.clone()).at(self.target.field().0)
    }
}

/// What a gateway reaches.
#[derive(Debug, Clone, PartialEq)]
pub enum Target {
    /// A cloud service.
    Cloud(Said<Crn>),
    /// A Private Path service.
    PrivatePath(Said<Crn>),
    /// An infrastructure service.
    Infrastructure(Said<&'static Infrastructure>),
}

impl Target {
    /// The target's CRN or name as it is written.
    pub fn written(&self) -> String {
        match self {
            Self::Cloud(crn) | Self::PrivatePath(crn) => crn.to_string(),
            Self::Infrastructure(Said::Value(service)) => service.target.to_owned(),
            Self::Infrastructure(Said::Text(text)) => text.clone(),
        }
    }

    /// The field that says it, and what a reader calls that.
    pub fn field(&self) -> (Field, &'static str) {
        match self {
            Self::Cloud(_) | Self::PrivatePath(_) => (Field::Crn, "CRN"),
            Self::Infrastructure(_) => (Field::TargetName, "service name"),
        }
    }

    /// The target's CRN or name as the API takes it, where it means something.
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Cloud(crn) | Self::PrivatePath(crn) => crn.value().map(Crn::as_str),
            Self::Infrastructure(service) => service.get().map(|s| s.target),
        }
    }

    /// The target's CRN, where it has one that means something.
    pub fn crn(&self) -> Option<&Crn> {
        match self {
            Self::Cloud(crn) | Self::PrivatePath(crn) => crn.value(),
            Self::Infrastructure(_) => None,
        }
    }
}

/// A gateway's address in one zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Address {
    /// Key of its gateway.
    pub gateway_key: Key,
    /// Its gateway.
    pub gateway: Ix<Gateway>,
    /// Its position among the gateway's addresses in the plan.
    pub position: usize,
    /// Its zone.
    pub zone: Said<Zone>,
    /// Its subnet.
    pub subnet: Option<Ix<Subnet>>,
    /// How it comes about.
    pub form: Form,
    /// The name of the reserved IP that is made for it; `None` where none is made
    /// or its parts are not known.
    pub ip_name: Option<Name>,
}

/// The four forms of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// None yet.
    None,
    /// IBM Cloud chooses.
    Chosen,
    /// This address.
    Given(Said<Ipv4Addr>),
    /// A reserved IP that exists; `None` when the reference means nothing.
    Existing(Option<Ix<ReservedIp>>),
}
