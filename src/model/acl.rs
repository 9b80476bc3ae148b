//! Network ACLs and their rules, and building them.

use super::build::{Builder, label};
use super::values::port;
use super::{Expected, Ix, Name, Origin, ResourceGroup, Said, Vpc};
use crate::plan::{self, Action, Direction, Field, Key, Object, Plan, Protocol, Resource};
use ipnet::Ipv4Net;

/// A network ACL.
#[derive(Debug, Clone, PartialEq)]
pub struct Acl {
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
    /// Its rules that the plan knows, in the order in which they are tried. Of an
    /// existing ACL there may be others.
    pub rules: Vec<Ix<AclRule>>,
}

/// A rule of a network ACL.
#[derive(Debug, Clone, PartialEq)]
pub struct AclRule {
    /// Its key in the plan.
    pub key: Key,
    /// Its ACL.
    pub acl: Ix<Acl>,
    /// New or existing.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// Whether what fits passes.
    pub action: Action,
    /// Which way the traffic goes.
    pub direction: Direction,
    /// Which traffic.
    pub protocol: Protocol,
    /// Where it comes from.
    pub source: AclSide,
    /// Where it goes to.
    pub destination: AclSide,
}

/// One end of the traffic of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AclSide {
    /// Its addresses; all where the plan says none.
    pub net: Said<Ipv4Net>,
    /// The same as the API takes it: an address or a block as it is written.
    pub text: String,
    /// First and last port of TCP or UDP; `None` for all.
    pub ports: Option<(Said<u16>, Said<u16>)>,
}

impl AclSide {
    /// First and last port, where they are known.
    pub fn port_range(&self) -> Option<(u16, u16)> {
        let Some((first, last)) = &self.ports else { return Some((1, u16::MAX)) };
        let range = (first.get()?, last.get()?);
        (range.0 <= range.1).then_some(range)
    }
}

/// Every address.
const ANYWHERE: &str = "0.0.0.0/0";

pub(super) fn acl<'p>(b: &mut Builder<'p>, vpc: Ix<Vpc>, acl: &'p Resource<plan::NetworkAcl>) {
    let object = Object::Acl(acl.key.clone());
    let (origin, name) = b.identity(&object, &acl.origin, &acl.wanted.name, false);
    let ix = b.model.acls.push(Acl {
        key: acl.key.clone(),
        vpc,
        label: label(&acl.wanted.name, &acl.origin.id, &acl.key),
        origin,
        name,
        resource_group: ResourceGroup::new(&acl.wanted.resource_group),
        rules: Vec::new(),
    });
    b.keys.acls.insert(acl.key.as_str(), ix);
    b.model.vpcs.get_mut(vpc).acls.push(ix);
    for rule in &acl.wanted.rules {
        self::rule(b, ix, rule);
    }
}

fn rule(b: &mut Builder<'_>, acl: Ix<Acl>, rule: &Resource<plan::NetworkAclRule>) {
    let object = Object::AclRule(rule.key.clone());
    let wanted = &rule.wanted;
    let (origin, name) = b.identity(&object, &rule.origin, &wanted.name, false);
    let source =
        side(b, &object, wanted, SOURCE, &wanted.source, [&wanted.source_port_min, &wanted.source_port_max]);
    let destination = side(
        b,
        &object,
        wanted,
        DESTINATION,
        &wanted.destination,
        [&wanted.destination_port_min, &wanted.destination_port_max],
    );
    let ix = b.model.acl_rules.push(AclRule {
        key: rule.key.clone(),
        acl,
        origin,
        name,
        action: wanted.action,
        direction: wanted.direction,
        protocol: wanted.protocol,
        source,
        destination,
    });
    b.model.acls.get_mut(acl).rules.push(ix);
}

/// The fields of one end: its addresses, its first and its last port.
type Fields = [Field; 3];
const SOURCE: Fields = [Field::Source, Field::SourcePortMin, Field::SourcePortMax];
const DESTINATION: Fields = [Field::Destination, Field::DestinationPortMin, Field::DestinationPortMax];

fn side(
    b: &mut Builder<'_>,
    object: &Object,
    rule: &plan::NetworkAclRule,
    [field, min, max]: Fields,
    text: &str,
    ports: [&str; 2],
) -> AclSide {
    let text = if text.is_empty() { ANYWHERE } else { text };
    let net = b.parse(object, field, text, Expected::Remote, |text| match text.parse() {
        Ok(address) => Ipv4Net::new(address, 32).ok(),
        Err(_) => super::network(text),
    });
    let ports = if rule.has_ports() { port_pair(b, object, (min, max), ports) } else { None };
    AclSide { net, text: text.to_owned(), ports }
}

/// Reads first and last port: both or none, the first not above the last.
pub(super) fn port_pair(
    b: &mut Builder<'_>,
    object: &Object,
    (min_field, max_field): (Field, Field),
    [first, last]: [&str; 2],
) -> Option<(Said<u16>, Said<u16>)> {
    if first.is_empty() != last.is_empty() {
        let empty = if first.is_empty() { min_field } else { max_field };
        b.unparsed(object, empty, "", Expected::PortRange);
    }
    let min = b.parse(object, min_field, first, Expected::Port, port);
    let max = b.parse(object, max_field, last, Expected::Port, port);
    if let (Some(min), Some(max)) = (min.get(), max.get())
        && min > max
    {
        b.unparsed(object, max_field, last, Expected::PortRange);
    }
    (!(min.is_empty() && max.is_empty())).then_some((min, max))
}

/// Gives subnets their ACLs, which may be those of any VPC.
pub(super) fn attach<'p>(b: &mut Builder<'p>, plan: &'p Plan) {
    for (_, subnet) in plan.subnets() {
        let key = &subnet.wanted.network_acl;
        let found = b.keys.acls.get(key.as_str()).copied();
        let object = Object::Subnet(subnet.key.clone());
        let acl = b.follow(&object, Field::NetworkAcl, key, "network ACL", found);
        let Some(&ix) = b.keys.subnets.get(subnet.key.as_str()) else { continue };
        b.model.subnets.get_mut(ix).acl = acl;
    }
}
