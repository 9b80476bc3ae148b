//! The plan understood: built from it once per edit, never saved.
//!
//! Texts have become values, references indexes, and each subnet knows what its
//! addresses are used for. What did not parse stands in [`Model::unparsed`] and
//! what refers to nothing in [`Model::dangling`], each with its place; rules
//! report both. Building never fails.

mod acl;
mod adopt;
mod build;
mod crn;
mod differences;
mod dns;
mod endpoint;
mod gateways;
mod ip_names;
mod list;
mod names;
mod network;
mod objects;
mod occupancy;
mod placed;
mod policies;
mod said;
mod shared;
#[cfg(test)]
mod tests_of_names;
mod values;
mod versions;

pub use acl::{Acl, AclRule, AclSide};
pub use adopt::{Lack, NotAdopted};
pub use crn::{Crn, CrnKind, SEGMENTS, wrong_segment};
pub use differences::{Difference, Differs};
pub use endpoint::Endpoint;
pub use list::{Ix, List, Notes};
pub use names::{Answered, Asker, NamesOf, Resolves};
pub use objects::{
    Address, Form, Gateway, Group, GroupRule, Origin, Prefix, Remote, ReservedIp, Subnet, Target, Vpc,
};
pub use occupancy::{By, Counts, Occupant};
pub use placed::Placed;
pub use policies::{Policy, Unfit};
pub use said::Said;
pub use shared::{DnsBinding, Hub, ResourceBinding, Topology};
pub use values::{AccessTag, AccountId, Id, Name, PortRange, ResourceGroup, ServiceName, Span, Tag, network};
pub use versions::Aims;

use crate::plan::{Key, Place, Plan};

/// A plan, understood.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Model {
    /// The plan's name.
    pub name: String,
    /// Tool versions aimed at.
    pub targets: Aims,
    /// The account that the plan is for; empty where it is not known.
    pub account: Said<AccountId>,
    /// VPCs.
    pub vpcs: List<Vpc>,
    /// DNS resolution bindings.
    pub dns_bindings: List<DnsBinding>,
    /// Hubs with the VPCs that are bound to them.
    pub topologies: List<Topology>,
    /// Address prefixes, with those that IBM Cloud makes for new VPCs.
    pub prefixes: List<Prefix>,
    /// Network ACLs.
    pub acls: List<Acl>,
    /// Their rules.
    pub acl_rules: List<AclRule>,
    /// Subnets.
    pub subnets: List<Subnet>,
    /// Existing reserved IPs.
    pub reserved_ips: List<ReservedIp>,
    /// Security groups.
    pub groups: List<Group>,
    /// Security group rules.
    pub rules: List<GroupRule>,
    /// Endpoint gateways.
    pub gateways: List<Gateway>,
    /// Their resource bindings.
    pub resource_bindings: List<ResourceBinding>,
    /// Their addresses, one for each zone entry.
    pub addresses: List<Address>,
    /// Authorization policies.
    pub policies: List<Policy>,
    /// Texts that mean nothing, in plan order.
    pub unparsed: Vec<Unparsed>,
    /// References to nothing, in plan order.
    pub dangling: Vec<Dangling>,
    /// What Terraform is to take over and cannot, by kind and in plan order.
    pub not_adopted: Vec<NotAdopted>,
}

/// A text that means nothing where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unparsed {
    /// Where.
    pub place: Place,
    /// The text.
    pub text: String,
    /// What it should have been.
    pub expected: Expected,
}

/// What a text should have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expected {
    /// Anything at all: the field is empty and must not be.
    Something,
    /// Of an object that exists: an id or a name.
    IdOrName,
    /// A name for something new.
    NewName,
    /// A name that something has.
    ExistingName,
    /// An id that IBM Cloud gave.
    Id,
    /// An account's id.
    Account,
    /// The code of a region.
    Region,
    /// The name of a zone.
    Zone,
    /// A block of addresses.
    Cidr,
    /// The same block without host bits, which is given.
    CidrWithoutHostBits(String),
    /// An IPv4 address.
    Address,
    /// An address, a range or a block.
    Span,
    /// An address or a block.
    Remote,
    /// A port number.
    Port,
    /// A port number, or a range of ports.
    Ports,
    /// A name that a service answers.
    Endpoint,
    /// A second port not below the first, or both or none.
    PortRange,
    /// A CRN; the text says why it is none.
    Crn(String),
    /// The name of an infrastructure service.
    TargetName,
    /// A user tag.
    Tag,
    /// An access tag.
    AccessTag,
    /// The name of a service, as in CRNs.
    Service,
    /// The id of a service instance, as in CRNs.
    Instance,
    /// A date as `YYYY-MM-DD`.
    Date,
}

/// A reference to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dangling {
    /// Where.
    pub place: Place,
    /// The key that nothing has.
    pub key: Key,
    /// What it should have been the key of, in the reader's words.
    pub kind: &'static str,
}

impl Model {
    /// Understands a plan.
    pub fn of(plan: &Plan) -> Self {
        build::model(plan)
    }
}
