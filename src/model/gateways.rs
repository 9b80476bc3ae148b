//! Building endpoint gateways and their addresses.

use super::build::Builder;
use super::dns;
use super::{
    AccessTag, Address, Crn, CrnKind, Endpoint, Expected, Form, Gateway, Group, Ix, PortRange, ResourceGroup,
    Said, Tag, Target,
};
use crate::catalog::{self, INFRASTRUCTURE, Region, SERVICES, Service, Shape};
use crate::plan::{self, Field, How, Object, Plan, Resource, TargetKind, ZoneAddress};

pub(super) fn build<'p>(b: &mut Builder<'p>, plan: &'p Plan) {
    b.model.gateways.reserve(plan.gateways.len());
    b.model.addresses.reserve(plan.gateways.iter().map(|g| g.wanted.addresses.len()).sum());
    for gateway in &plan.gateways {
        let ix = self::gateway(b, gateway);
        dns::resource_bindings(b, ix, gateway);
        for (position, address) in gateway.wanted.addresses.iter().enumerate() {
            self::address(b, ix, gateway, position, address);
        }
    }
}

fn gateway(b: &mut Builder<'_>, gateway: &Resource<plan::Gateway>) -> Ix<Gateway> {
    let object = Object::Gateway(gateway.key.clone());
    let wanted = &gateway.wanted;
    let (origin, name) = b.identity(&object, &gateway.origin, &wanted.name, false);
    b.need(true, &object, Field::Vpc, wanted.vpc.as_str());
    let vpc = b.keys.vpcs.get(wanted.vpc.as_str()).copied();
    let vpc = b.follow(&object, Field::Vpc, &wanted.vpc, "VPC", vpc);
    let target = self::target(b, &object, &wanted.target, origin.is_new());
    let services = target.crn().map(services_of).unwrap_or_default();
    let place = match &target {
        Target::Cloud(Said::Value(crn)) => place(crn, &services),
        _ => Said::default(),
    };
    let port = b.parse(&object, Field::Port, &wanted.target.port, Expected::Ports, PortRange::new);
    let said = &wanted.target.endpoints;
    let said_endpoints = texts(b, &object, Field::Endpoints, said, &Expected::Endpoint, Endpoint::new);
    let groups = self::groups(b, &object, &wanted.security_groups);
    let tags = texts(b, &object, Field::Tags, &wanted.tags, &Expected::Tag, Tag::new);
    let access_tags =
        texts(b, &object, Field::AccessTags, &wanted.access_tags, &Expected::AccessTag, AccessTag::new);
    let ix = b.model.gateways.push(Gateway {
        key: gateway.key.clone(),
        label: Gateway::label_of(gateway),
        origin,
        vpc,
        name,
        target,
        place,
        services,
        port,
        said_endpoints,
        resource_group: ResourceGroup::new(&wanted.resource_group),
        addresses: Vec::new(),
        ip_prefix: wanted.ip_prefix.clone(),
        auto_release: wanted.auto_release,
        groups,
        dns: wanted.dns,
        resource_bindings: Vec::new(),
        tags,
        access_tags,
        observed: gateway.origin.observed.clone(),
        change: gateway.origin.change,
        differences: Vec::new(),
        settled: Vec::new(),
    });
    if let Some(vpc) = vpc {
        b.model.vpcs.get_mut(vpc).gateways.push(ix);
    }
    ix
}

/// Reads the target. That of an existing gateway need not be known.
fn target(b: &mut Builder<'_>, object: &Object, target: &plan::Target, required: bool) -> Target {
    let (field, text) = match target.kind {
        TargetKind::ProviderCloudService | TargetKind::PrivatePathServiceGateway => (Field::Crn, &target.crn),
        TargetKind::ProviderInfrastructureService => (Field::TargetName, &target.name),
    };
    b.need(required, object, field, text);
    match target.kind {
        TargetKind::ProviderCloudService => Target::Cloud(crn(b, object, field, text)),
        TargetKind::PrivatePathServiceGateway => Target::PrivatePath(crn(b, object, field, text)),
        TargetKind::ProviderInfrastructureService => {
            let find = |text: &str| INFRASTRUCTURE.iter().find(|s| s.target == text);
            Target::Infrastructure(b.parse(object, field, text, Expected::TargetName, find))
        }
    }
}

/// Reads a CRN that may be empty; one that means nothing is noted with the reason.
pub(super) fn crn(b: &mut Builder<'_>, object: &Object, field: Field, text: &str) -> Said<Crn> {
    if text.is_empty() {
        return Said::default();
    }
    match Crn::new(text) {
        Ok(crn) => Said::Value(crn),
        Err(why) => {
            b.unparsed(object, field, text, Expected::Crn(why));
            Said::Text(text.to_owned())
        }
    }
}

/// The catalogue's services that a CRN can mean. Of several with endpoints, those whose
/// host it names; where it names none of theirs, all of them.
fn services_of(crn: &Crn) -> Vec<&'static Service> {
    let kind = crn.kind();
    // One of an instance that lacks the instance or the account.
    let half = matches!(kind, CrnKind::Other | CrnKind::Service)
        && crn.segment(8).is_empty()
        && crn.segment(9).is_empty();
    let named = SERVICES.iter().filter(|s| s.crn_name == crn.service());
    let mut found: Vec<_> = named
        .filter(|s| match s.shape {
            Shape::Endpoint { .. } => kind == CrnKind::Endpoint,
            Shape::Instance => kind == CrnKind::Instance || half,
            Shape::Whole => kind == CrnKind::Service,
            Shape::Open => matches!(kind, CrnKind::Endpoint | CrnKind::Instance),
        })
        .collect();
    if found.len() > 1 && kind == CrnKind::Endpoint {
        let by_host = |s: &&&Service| s.host().is_some_and(|h| h.read(crn.segment(9)).is_some());
        let hosted: Vec<_> = found.iter().filter(by_host).copied().collect();
        if !hosted.is_empty() {
            found = hosted;
        }
    }
    found
}

/// Where a target is: the place in its host, else its location.
fn place(crn: &Crn, services: &[&'static Service]) -> Said<&'static Region> {
    let of_host = (crn.kind() == CrnKind::Endpoint)
        .then(|| services.iter().find_map(|s| s.host()?.read(crn.segment(9))))
        .flatten()
        .map(|parts| parts.place)
        .filter(|place| !place.is_empty());
    let place = of_host.unwrap_or(match crn.location() {
        "global" => "",
        location => location,
    });
    catalog::region(place).map_or_else(|| Said::Text(place.to_owned()), Said::Value)
}

fn groups(b: &mut Builder<'_>, object: &Object, keys: &[plan::Key]) -> Vec<Ix<Group>> {
    let mut groups = Vec::with_capacity(keys.len());
    for key in keys {
        let found = b.keys.groups.get(key.as_str()).copied();
        let found = b.follow(object, Field::SecurityGroups, key, "security group", found);
        if let Some(group) = found.filter(|g| !groups.contains(g)) {
            groups.push(group);
        }
    }
    groups
}

fn texts<T>(
    b: &mut Builder<'_>,
    object: &Object,
    field: Field,
    texts: &[String],
    expected: &Expected,
    read: impl Fn(&str) -> Option<T>,
) -> Vec<Said<T>> {
    let mut values = Vec::with_capacity(texts.len());
    for text in texts {
        values.push(b.require(object, field, text, expected.clone(), &read));
    }
    values
}

fn address(
    b: &mut Builder<'_>,
    gateway: Ix<Gateway>,
    of: &Resource<plan::Gateway>,
    position: usize,
    entry: &ZoneAddress,
) {
    let object = Object::Address(of.key.clone(), position);
    let zone = b.require(&object, Field::Zone, &entry.zone, Expected::Zone, catalog::zone);
    b.need(entry.how != How::None, &object, Field::Subnet, entry.subnet.as_str());
    let subnet = b.keys.subnets.get(entry.subnet.as_str()).copied();
    let subnet = b.follow(&object, Field::Subnet, &entry.subnet, "subnet", subnet);
    let form = match entry.how {
        How::None => Form::None,
        How::Chosen => Form::Chosen,
        How::Given => {
            Form::Given(
                b.require(&object, Field::Address, &entry.address, Expected::Address, |t| t.parse().ok()),
            )
        }
        How::Existing => {
            b.need(true, &object, Field::ReservedIp, entry.reserved_ip.as_str());
            let ip = b.keys.reserved_ips.get(entry.reserved_ip.as_str()).copied();
            Form::Existing(b.follow(&object, Field::ReservedIp, &entry.reserved_ip, "reserved IP", ip))
        }
    };
    let ix = b.model.addresses.push(Address {
        gateway_key: of.key.clone(),
        gateway,
        position,
        zone,
        subnet,
        form,
        ip_name: None,
    });
    b.model.gateways.get_mut(gateway).addresses.push(ix);
}
