//! Changes to a plan, as values.
//!
//! The page, a fix, an import, a test and the command line all make [`Edit`]s;
//! [`apply`] is the one way to change a plan. [`History`] keeps the plans before
//! and after.

mod apply;
mod changes;
mod duplicate;
mod history;
mod label;
mod lookup;
mod many;

pub use apply::{EditError, apply};
pub use changes::{Change, changes};
pub use duplicate::{UNNAMED, duplicate, unused, zones};
pub use history::{Entry, History};
pub use many::{attach_all, tag_all};

use crate::plan::{
    Action, AddressPrefix, CliVersion, Direction, DnsBinding, DnsMode, Field, Gateway, How, Key, NetworkAcl,
    NetworkAclRule, Object, Observed, On, OriginKind, Policy, PrefixManagement, Protocol, ProviderVersion,
    ReservedIp, Resolver, Resource, ResourceBinding, SecurityGroup, SecurityGroupRule, Subnet, Taken,
    TargetKind, Vpc, ZoneAddress,
};

/// One change.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "an edit is made once for an act of the user; a box would be in the way of all who make one"
)]
pub enum Edit {
    /// Sets a text field. Typing in one field is a row of these.
    Text {
        /// The object.
        of: Object,
        /// Its field.
        field: Field,
        /// The new text.
        text: String,
    },
    /// Sets a field that is not text.
    Choose {
        /// The object.
        of: Object,
        /// The field with its new value.
        choice: Choice,
    },
    /// Adds an object at the end of its list.
    Add(New),
    /// Removes an object with all that belongs to it. References to it stay, and
    /// become findings.
    Remove(Object),
    /// Moves a rule of a network ACL to a position among the others, from 0; beyond
    /// the last it is the last.
    Move {
        /// The rule.
        rule: Key,
        /// Where it is then.
        to: usize,
    },
    /// Attaches a security group to a gateway, or detaches it.
    Attach {
        /// The gateway.
        gateway: Key,
        /// The security group.
        group: Key,
        /// Attached or not.
        on: bool,
    },
    /// Adds a tag or a service endpoint to a gateway, or removes it.
    Tag {
        /// The gateway.
        gateway: Key,
        /// [`Field::Tags`], [`Field::AccessTags`] or [`Field::Endpoints`].
        field: Field,
        /// The tag or endpoint.
        tag: String,
        /// Added or removed.
        on: bool,
    },
    /// Several changes that are one step for the user. All or none are made.
    All {
        /// What they do together, as a label of the history.
        label: String,
        /// The changes, in order.
        edits: Vec<Edit>,
    },
}

/// A field that is not text, with its value.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// A VPC, subnet, ACL, group, rule, prefix, gateway, binding or policy is new, or exists and
    /// is referred to.
    Origin(OriginKind),
    /// What exists is referred to, or taken over by Terraform. Of what was new it
    /// says that it exists, too.
    On(On),
    /// Whether the exports change in place what an existing gateway has otherwise than wanted.
    Change(bool),
    /// What was read of a gateway, which exists then, with its id where that was read.
    Observed(Box<Observed>, String),
    /// Where a new VPC's first address prefixes come from.
    Prefixes(PrefixManagement),
    /// Whether a VPC is a DNS hub.
    EnableHub(bool),
    /// Who answers a VPC's DNS queries.
    Resolver(Resolver),
    /// The hub of a DNS resolution binding.
    Hub(Key),
    /// A rule's direction.
    Direction(Direction),
    /// A rule's protocol.
    Protocol(Protocol),
    /// A rule's remote group.
    RemoteGroup(Key),
    /// Whether what fits a rule of a network ACL passes.
    Action(Action),
    /// A subnet's network ACL.
    NetworkAcl(Key),
    /// A gateway's VPC.
    Vpc(Key),
    /// The kind of a gateway's target.
    TargetKind(TargetKind),
    /// Whether a gateway's reserved IPs are deleted with it.
    AutoRelease(bool),
    /// A gateway's DNS mode.
    Dns(DnsMode),
    /// An address's subnet.
    Subnet(Key),
    /// An address's form.
    How(How),
    /// An address's existing reserved IP.
    ReservedIp(Key),
    /// The plug-in version aimed at.
    Cli(CliVersion),
    /// The provider version aimed at.
    Provider(ProviderVersion),
}

/// An object to add, with where.
#[derive(Debug, Clone, PartialEq)]
pub enum New {
    /// A VPC.
    Vpc(Resource<Vpc>),
    /// An address prefix of a VPC.
    Prefix(Key, Resource<AddressPrefix>),
    /// A DNS resolution binding of a VPC.
    DnsBinding(Key, Resource<DnsBinding>),
    /// A network ACL of a VPC.
    Acl(Key, Resource<NetworkAcl>),
    /// A rule of a network ACL, its last one.
    AclRule(Key, Resource<NetworkAclRule>),
    /// A subnet of a VPC.
    Subnet(Key, Resource<Subnet>),
    /// Taken addresses of a subnet.
    Taken(Key, Taken),
    /// An existing reserved IP of a subnet.
    ReservedIp(Key, ReservedIp),
    /// A security group of a VPC.
    Group(Key, Resource<SecurityGroup>),
    /// A rule of a security group.
    Rule(Key, Resource<SecurityGroupRule>),
    /// A gateway.
    Gateway(Resource<Gateway>),
    /// A resource binding of a gateway.
    ResourceBinding(Key, Resource<ResourceBinding>),
    /// A zone entry of a gateway.
    Address(Key, ZoneAddress),
    /// An authorization policy.
    Policy(Resource<Policy>),
}

impl Edit {
    /// Sets a text field.
    pub fn text(of: Object, field: Field, text: impl Into<String>) -> Self {
        Self::Text { of, field, text: text.into() }
    }

    /// Sets a field that is not text.
    pub fn choose(of: Object, choice: Choice) -> Self {
        Self::Choose { of, choice }
    }
}
