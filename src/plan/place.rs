//! Places in a plan: an object, and perhaps a field of it.
//!
//! A finding points at places, a field of a form stands for one, and a text edit
//! goes to one, so that the three always mean the same thing.

use super::{Key, Plan};

/// An object of the plan. Addresses and taken addresses have no key of their own
/// and are counted from 0 in the plan's order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Object {
    /// The plan itself.
    Plan,
    /// A VPC.
    Vpc(Key),
    /// An address prefix.
    Prefix(Key),
    /// A DNS resolution binding of a VPC.
    DnsBinding(Key),
    /// A network ACL.
    Acl(Key),
    /// A network ACL's rule.
    AclRule(Key),
    /// A subnet.
    Subnet(Key),
    /// Addresses of a subnet known to be taken.
    Taken(Key, usize),
    /// An existing reserved IP.
    ReservedIp(Key),
    /// A security group.
    Group(Key),
    /// A security group rule.
    Rule(Key),
    /// An endpoint gateway.
    Gateway(Key),
    /// A resource binding of a gateway.
    ResourceBinding(Key),
    /// A gateway's address in one zone.
    Address(Key, usize),
    /// An authorization policy.
    Policy(Key),
}

/// A field of an object. Not every object has every field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs, reason = "each is named after the plan's field of the same name")]
pub enum Field {
    Name,
    Notes,
    Account,
    Cli,
    Api,
    Provider,
    Origin,
    On,
    Change,
    Id,
    Region,
    ResourceGroup,
    PrefixManagement,
    EnableHub,
    Resolver,
    Hub,
    HubCrn,
    Vpc,
    TargetKind,
    Crn,
    TargetName,
    Port,
    Endpoints,
    Zone,
    Cidr,
    Addresses,
    Holder,
    Direction,
    Protocol,
    PortMin,
    PortMax,
    Remote,
    RemoteGroup,
    Action,
    Source,
    SourcePortMin,
    SourcePortMax,
    Destination,
    DestinationPortMin,
    DestinationPortMax,
    NetworkAcl,
    Subnet,
    How,
    Address,
    ReservedIp,
    IpPrefix,
    AutoRelease,
    SecurityGroups,
    Dns,
    Target,
    Tags,
    AccessTags,
    SourceAccount,
    TargetAccount,
    Service,
    Instance,
}

/// A place in the plan.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The object.
    pub object: Object,
    /// The field, where the whole object is not meant.
    pub field: Option<Field>,
}

impl Object {
    /// The place of this object as a whole.
    pub fn place(self) -> Place {
        Place { object: self, field: None }
    }

    /// The place of one of its fields.
    pub fn at(self, field: Field) -> Place {
        Place { object: self, field: Some(field) }
    }

    /// Its place as text for machines and links. A gateway's address is told apart
    /// by `segment`, see [`address_segment`].
    pub(crate) fn path(&self, segment: impl FnOnce() -> String) -> String {
        match self {
            Self::Plan => "plan".to_owned(),
            Self::Vpc(k) => format!("vpcs/{k}"),
            Self::Prefix(k) => format!("prefixes/{k}"),
            Self::DnsBinding(k) => format!("dns_resolution_bindings/{k}"),
            Self::Acl(k) => format!("network_acls/{k}"),
            Self::AclRule(k) => format!("network_acl_rules/{k}"),
            Self::Subnet(k) => format!("subnets/{k}"),
            Self::Taken(k, i) => format!("subnets/{k}/taken/{i}"),
            Self::ReservedIp(k) => format!("reserved_ips/{k}"),
            Self::Group(k) => format!("security_groups/{k}"),
            Self::Rule(k) => format!("rules/{k}"),
            Self::Gateway(k) => format!("gateways/{k}"),
            Self::ResourceBinding(k) => format!("resource_bindings/{k}"),
            Self::Address(k, _) => format!("gateways/{k}/addresses/{}", segment()),
            Self::Policy(k) => format!("policies/{k}"),
        }
    }
}

impl Field {
    /// The field's name in a place's path: the plan's own word for it.
    pub fn path(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Notes => "notes",
            Self::Account => "account",
            Self::Cli => "targets/cli",
            Self::Api => "targets/api",
            Self::Provider => "targets/provider",
            Self::Origin => "origin",
            Self::On => "on",
            Self::Change => "change",
            Self::Id => "id",
            Self::Region => "region",
            Self::ResourceGroup => "resource_group",
            Self::PrefixManagement => "prefix_management",
            Self::EnableHub => "dns/enable_hub",
            Self::Resolver => "dns/resolver",
            Self::Hub => "hub",
            Self::HubCrn => "hub_crn",
            Self::Vpc => "vpc",
            Self::TargetKind => "target/kind",
            Self::Crn => "target/crn",
            Self::TargetName => "target/name",
            Self::Port => "target/port",
            Self::Endpoints => "target/endpoints",
            Self::Zone => "zone",
            Self::Cidr => "cidr",
            Self::Addresses => "addresses",
            Self::Holder => "holder",
            Self::Direction => "direction",
            Self::Protocol => "protocol",
            Self::PortMin => "port_min",
            Self::PortMax => "port_max",
            Self::Remote => "remote",
            Self::RemoteGroup => "remote_group",
            Self::Action => "action",
            Self::Source => "source",
            Self::SourcePortMin => "source_port_min",
            Self::SourcePortMax => "source_port_max",
            Self::Destination => "destination",
            Self::DestinationPortMin => "destination_port_min",
            Self::DestinationPortMax => "destination_port_max",
            Self::NetworkAcl => "network_acl",
            Self::Subnet => "subnet",
            Self::How => "how",
            Self::Address => "address",
            Self::ReservedIp => "reserved_ip",
            Self::IpPrefix => "ip_prefix",
            Self::AutoRelease => "auto_release",
            Self::SecurityGroups => "security_groups",
            Self::Dns => "dns",
            Self::Target => "target",
            Self::Tags => "tags",
            Self::AccessTags => "access_tags",
            Self::SourceAccount => "source_account",
            Self::TargetAccount => "target_account",
            Self::Service => "service",
            Self::Instance => "instance",
        }
    }

    /// What a reader calls the field.
    pub fn label(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Notes => "notes",
            Self::Account => "account",
            Self::Cli => "CLI plug-in",
            Self::Api => "API version",
            Self::Provider => "Terraform provider",
            Self::Origin => "new or existing",
            Self::On => "taken over by Terraform",
            Self::Change => "changed in place",
            Self::Id => "ID",
            Self::Region => "region",
            Self::ResourceGroup => "resource group",
            Self::PrefixManagement => "address prefixes",
            Self::EnableHub => "DNS hub",
            Self::Resolver => "DNS resolver",
            Self::Hub => "DNS hub",
            Self::HubCrn => "CRN of the DNS hub",
            Self::Vpc => "VPC",
            Self::TargetKind => "kind of service",
            Self::Crn => "CRN",
            Self::TargetName => "service name",
            Self::Port => "port",
            Self::Endpoints => "service endpoints",
            Self::Zone => "zone",
            Self::Cidr => "CIDR",
            Self::Addresses => "addresses",
            Self::Holder => "used by",
            Self::Direction => "direction",
            Self::Protocol => "protocol",
            Self::PortMin => "first port",
            Self::PortMax => "last port",
            Self::Remote => "remote",
            Self::RemoteGroup => "remote group",
            Self::Action => "action",
            Self::Source => "source",
            Self::SourcePortMin => "first source port",
            Self::SourcePortMax => "last source port",
            Self::Destination => "destination",
            Self::DestinationPortMin => "first destination port",
            Self::DestinationPortMax => "last destination port",
            Self::NetworkAcl => "network ACL",
            Self::Subnet => "subnet",
            Self::How => "form of address",
            Self::Address => "address",
            Self::ReservedIp => "reserved IP",
            Self::IpPrefix => "beginning of reserved IP names",
            Self::AutoRelease => "release with the gateway",
            Self::SecurityGroups => "security groups",
            Self::Dns => "DNS mode",
            Self::Target => "CRN of the bucket",
            Self::Tags => "user tags",
            Self::AccessTags => "access tags",
            Self::SourceAccount => "source account",
            Self::TargetAccount => "target account",
            Self::Service => "target service",
            Self::Instance => "target instance",
        }
    }
}

/// The step of a path that tells the address at `index` apart from the gateway's
/// others, by the zones of all of them: its zone, with a number from the second of one
/// zone on, or its position where no zone is said.
pub fn address_segment(zones: &[&str], index: usize) -> String {
    let Some(zone) = zones.get(index).filter(|z| !z.is_empty()) else {
        return index.to_string();
    };
    let before = zones[..index].iter().filter(|z| *z == zone).count();
    if before == 0 { (*zone).to_owned() } else { format!("{zone}~{}", before + 1) }
}

impl Plan {
    /// [`address_segment`] of one of a gateway's addresses.
    pub(super) fn address_segment(&self, gateway: &Key, index: usize) -> String {
        let addresses = self.gateway(gateway).map_or(&[][..], |g| &g.wanted.addresses);
        let zones: Vec<&str> = addresses.iter().map(|a| a.zone.as_str()).collect();
        address_segment(&zones, index)
    }
}

impl Place {
    /// The place as text for machines and links, such as
    /// `gateways/payments-pg/addresses/us-south-1/address`.
    pub fn path(&self, plan: &Plan) -> String {
        let mut path = self.object.path(|| {
            let Object::Address(key, index) = &self.object else { return String::new() };
            plan.address_segment(key, *index)
        });
        if let Some(field) = self.field {
            path.push('/');
            path.push_str(field.path());
        }
        path
    }
}
