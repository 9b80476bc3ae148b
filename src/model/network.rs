//! Building VPCs and what belongs to them.

use super::acl;
use super::build::{Builder, label};
use super::{
    Expected, Group, GroupRule, Id, Ix, Name, Origin, Prefix, Remote, ReservedIp, ResourceGroup, Said, Span,
    Subnet, Vpc,
};
use crate::catalog;
use crate::plan::{self, Field, Object, On, OriginKind, Plan, PrefixManagement, Protocol, Resource};
use ipnet::Ipv4Net;

pub(super) fn build<'p>(b: &mut Builder<'p>, plan: &'p Plan) {
    for vpc in &plan.vpcs {
        let ix = self::vpc(b, vpc);
        default_prefixes(b, ix);
        for prefix in &vpc.wanted.prefixes {
            self::prefix(b, ix, prefix);
        }
        for acl in &vpc.wanted.network_acls {
            acl::acl(b, ix, acl);
        }
        for subnet in &vpc.wanted.subnets {
            self::subnet(b, ix, subnet);
        }
        for group in &vpc.wanted.security_groups {
            self::group(b, ix, group);
        }
    }
    acl::attach(b, plan);
    // Rules may name groups of any VPC, so all groups come first.
    for (_, group) in plan.groups() {
        for rule in &group.wanted.rules {
            self::rule(b, group, rule);
        }
    }
}

fn vpc<'p>(b: &mut Builder<'p>, vpc: &'p Resource<plan::Vpc>) -> Ix<Vpc> {
    let object = Object::Vpc(vpc.key.clone());
    let (origin, name) = b.identity(&object, &vpc.origin, &vpc.wanted.name, false);
    let region = b.require(&object, Field::Region, &vpc.wanted.region, Expected::Region, catalog::region);
    let prefixes_known = origin.is_new() || !vpc.wanted.prefixes.is_empty();
    let ix = b.model.vpcs.push(Vpc {
        key: vpc.key.clone(),
        label: label(&vpc.wanted.name, &vpc.origin.id, &vpc.key),
        origin,
        name,
        region,
        resource_group: ResourceGroup::new(&vpc.wanted.resource_group),
        prefix_management: vpc.wanted.prefix_management,
        dns: vpc.wanted.dns,
        dns_bindings: Vec::new(),
        topology: None,
        prefixes_known,
        prefixes: Vec::new(),
        acls: Vec::new(),
        subnets: Vec::new(),
        groups: Vec::new(),
        gateways: Vec::new(),
    });
    b.keys.vpcs.insert(vpc.key.as_str(), ix);
    ix
}

/// The prefixes that IBM Cloud makes for a new VPC.
fn default_prefixes(b: &mut Builder<'_>, ix: Ix<Vpc>) {
    let vpc = &b.model.vpcs[ix];
    if !vpc.origin.is_new() || vpc.prefix_management == PrefixManagement::Manual {
        return;
    }
    let (Some(region), vpc_key) = (vpc.region.get(), vpc.key.clone()) else { return };
    for zone in region.zones() {
        let prefix = b.model.prefixes.push(Prefix {
            key: None,
            vpc_key: vpc_key.clone(),
            vpc: ix,
            label: format!("the default prefix {}", zone.default_prefix()),
            origin: Origin::New,
            name: Said::default(),
            zone: Said::Value(zone),
            net: Said::Value(zone.default_prefix()),
        });
        b.model.vpcs.get_mut(ix).prefixes.push(prefix);
    }
}

/// Reads a zone and a block; both are needed of what is new.
fn zone_and_net(
    b: &mut Builder<'_>,
    object: &Object,
    new: bool,
    zone: &str,
    cidr: &str,
) -> (Said<catalog::Zone>, Said<Ipv4Net>) {
    b.need(new, object, Field::Zone, zone);
    let zone = b.parse(object, Field::Zone, zone, Expected::Zone, catalog::zone);
    b.need(new, object, Field::Cidr, cidr);
    let net = b.parse(object, Field::Cidr, cidr, cidr_expected(cidr), super::network);
    (zone, net)
}

fn cidr_expected(text: &str) -> Expected {
    match text.parse::<Ipv4Net>() {
        Ok(net) => Expected::CidrWithoutHostBits(net.trunc().to_string()),
        Err(_) => Expected::Cidr,
    }
}

fn prefix(b: &mut Builder<'_>, vpc: Ix<Vpc>, prefix: &Resource<plan::AddressPrefix>) {
    let object = Object::Prefix(prefix.key.clone());
    let wanted = &prefix.wanted;
    // Of an existing prefix nothing is looked up, so it needs neither id nor name.
    let nameless = prefix.origin.kind == OriginKind::Existing;
    let (origin, name) = b.identity(&object, &prefix.origin, &wanted.name, nameless);
    let (zone, net) = zone_and_net(b, &object, true, &wanted.zone, &wanted.cidr);
    let shown = if wanted.name.is_empty() { &wanted.cidr } else { &wanted.name };
    let ix = b.model.prefixes.push(Prefix {
        key: Some(prefix.key.clone()),
        vpc_key: b.model.vpcs[vpc].key.clone(),
        vpc,
        label: label(shown, &prefix.origin.id, &prefix.key),
        origin,
        name,
        zone,
        net,
    });
    b.model.vpcs.get_mut(vpc).prefixes.push(ix);
}

fn subnet<'p>(b: &mut Builder<'p>, vpc: Ix<Vpc>, subnet: &'p Resource<plan::Subnet>) {
    let object = Object::Subnet(subnet.key.clone());
    let wanted = &subnet.wanted;
    let (origin, name) = b.identity(&object, &subnet.origin, &wanted.name, false);
    let (zone, net) = zone_and_net(b, &object, origin.is_new(), &wanted.zone, &wanted.cidr);
    let mut taken = Vec::with_capacity(wanted.taken.len());
    for (i, entry) in wanted.taken.iter().enumerate() {
        let object = Object::Taken(subnet.key.clone(), i);
        let span = b.require(&object, Field::Addresses, &entry.addresses, Expected::Span, Span::new);
        taken.push((span.get(), entry.holder.clone()));
    }
    let ix = b.model.subnets.push(Subnet {
        key: subnet.key.clone(),
        vpc,
        label: label(&wanted.name, &subnet.origin.id, &subnet.key),
        origin,
        name,
        zone,
        net,
        resource_group: ResourceGroup::new(&wanted.resource_group),
        acl: None,
        taken,
        reserved_ips: Vec::new(),
        occupants: Vec::new(),
        chosen: Vec::new(),
    });
    b.keys.subnets.insert(subnet.key.as_str(), ix);
    b.model.vpcs.get_mut(vpc).subnets.push(ix);
    for ip in &wanted.reserved_ips {
        reserved_ip(b, ix, ip);
    }
}

fn reserved_ip<'p>(b: &mut Builder<'p>, subnet: Ix<Subnet>, ip: &'p plan::ReservedIp) {
    let object = Object::ReservedIp(ip.key.clone());
    let id = b.parse(&object, Field::Id, &ip.id, Expected::Id, Id::new);
    let name = b.parse(&object, Field::Name, &ip.name, Expected::ExistingName, Name::existing);
    if ip.id.is_empty() && ip.name.is_empty() {
        b.unparsed(&object, Field::Name, "", Expected::IdOrName);
    }
    let address = b.parse(&object, Field::Address, &ip.address, Expected::Address, |t| t.parse().ok());
    let ix = b.model.reserved_ips.push(ReservedIp {
        key: ip.key.clone(),
        subnet,
        label: label(&ip.name, &ip.id, &ip.key),
        id,
        name,
        address,
        adopted: ip.on == On::Adopt,
    });
    b.keys.reserved_ips.insert(ip.key.as_str(), ix);
    b.model.subnets.get_mut(subnet).reserved_ips.push(ix);
}

fn group<'p>(b: &mut Builder<'p>, vpc: Ix<Vpc>, group: &'p Resource<plan::SecurityGroup>) {
    let object = Object::Group(group.key.clone());
    let (origin, name) = b.identity(&object, &group.origin, &group.wanted.name, false);
    let ix = b.model.groups.push(Group {
        key: group.key.clone(),
        vpc,
        label: label(&group.wanted.name, &group.origin.id, &group.key),
        origin,
        name,
        resource_group: ResourceGroup::new(&group.wanted.resource_group),
        rules: Vec::new(),
    });
    b.keys.groups.insert(group.key.as_str(), ix);
    b.model.vpcs.get_mut(vpc).groups.push(ix);
}

fn rule(
    b: &mut Builder<'_>,
    group: &Resource<plan::SecurityGroup>,
    rule: &Resource<plan::SecurityGroupRule>,
) {
    let object = Object::Rule(rule.key.clone());
    let wanted = &rule.wanted;
    let (origin, name) = b.identity(&object, &rule.origin, &wanted.name, true);
    let ports = ports(b, &object, wanted);
    let remote = remote(b, &object, wanted);
    let group = *b.keys.groups.get(group.key.as_str()).expect("the rule's own group was built before it");
    let ix = b.model.rules.push(GroupRule {
        key: rule.key.clone(),
        group,
        origin,
        name,
        direction: wanted.direction,
        protocol: wanted.protocol,
        ports,
        remote,
        ports_unused: wanted.protocol == Protocol::IcmpTcpUdp
            && !(wanted.port_min.is_empty() && wanted.port_max.is_empty()),
        remote_twice: !wanted.remote.is_empty() && !wanted.remote_group.is_none(),
    });
    b.model.groups.get_mut(group).rules.push(ix);
}

/// Reads the ports of TCP and UDP; the other protocols have none.
fn ports(
    b: &mut Builder<'_>,
    object: &Object,
    rule: &plan::SecurityGroupRule,
) -> Option<(Said<u16>, Said<u16>)> {
    if !matches!(rule.protocol, Protocol::Tcp | Protocol::Udp) {
        return None;
    }
    acl::port_pair(b, object, (Field::PortMin, Field::PortMax), [&rule.port_min, &rule.port_max])
}

fn remote(b: &mut Builder<'_>, object: &Object, rule: &plan::SecurityGroupRule) -> Remote {
    if !rule.remote_group.is_none() {
        let key = rule.remote_group.as_str();
        let found = b.keys.groups.get(key).copied();
        let found = b.follow(object, Field::RemoteGroup, &rule.remote_group, "security group", found);
        return found.map_or_else(|| Remote::Unknown(key.to_owned()), Remote::Group);
    }
    if rule.remote.is_empty() {
        return Remote::Anywhere;
    }
    let read = |text: &str| match text.parse() {
        Ok(address) => Some(Remote::Address(address)),
        Err(_) => super::network(text).map(Remote::Net),
    };
    match b.parse(object, Field::Remote, &rule.remote, Expected::Remote, read) {
        Said::Value(remote) => remote,
        Said::Text(text) => Remote::Unknown(text),
    }
}
