//! Random plans: clean ones after random edits.

use super::*;
use crate::edit::{Choice, New, apply};
use crate::plan::{
    Action, CliVersion, Direction, DnsMode, Field, How, Key, Object, On, OriginKind, PrefixManagement,
    Protocol, Resource, TargetKind,
};
use proptest::prelude::*;
use proptest::sample::Index;

/// Fields with texts that mean something in them, often enough together.
const FIELDS: &[(Field, &[&str])] = &[
    (Field::Name, &["", "payments-kms", "vpe-1", "ibm-a", "Prod VPC", LONGEST]),
    (Field::Account, &[ACCOUNT, OTHER_ACCOUNT]),
    (Field::Api, &["2018-11-18", "2025-11-17", "2026-10-06"]),
    (Field::Id, &["", "r006-1", "R", "id-vpe-1"]),
    (Field::Region, &["us-south", "eu-de"]),
    (
        Field::Crn,
        &[
            COS,
            "crn:v1:bluemix:public:kms:eu-de:::endpoint:private.us-south.kms.cloud.ibm.com",
            "crn:v1:bluemix:public:messagehub:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1::",
            "crn:v1:bluemix:public:kms:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1::",
            "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1:bucket:b",
            "crn:v1:bluemix:public:kms:us-south:a/1:1::",
            "crn:v1:bluemix:public:kms:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48::endpoint:private.us-south.kms.cloud.ibm.com",
            "crn:v1:bluemix:public:directlink:us-south:::endpoint:private.us-south.directlink.cloud.ibm.com",
            "crn:v1:bluemix:public:containers-kubernetes:us-south:::endpoint:api.us-south.containers.cloud.ibm.com",
            "crn:v1:staging:public:kms:eu-es:::endpoint:private.eu-es.kms.cloud.ibm.com",
            "crn:v1:bluemix:public:kms:us-sotuh:::endpoint:private.us-sotuh.kms.cloud.ibm.com",
            "crn:v1:bluemix:public:kms:us-south:::endpoint:us-south.kms.cloud.ibm.com",
            "crn:v1:bluemix:public:kms:us-south:::endpoint:x.kms.cloud.ibm.com",
            "crn:v1:bluemix:public:unheard-of:us-south:::endpoint:x.cloud.ibm.com",
            "crn:v1:bluemix:public:sysdig-monitor:us-south:::endpoint:private.us-south.monitoring.cloud.ibm.com",
            "crn:v1:bluemix:public:container-registry:eu-de:::endpoint:de.icr.io",
            "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.mil01.cloud-object-storage.appdomain.cloud",
            "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.ams03.cloud-object-storage.appdomain.cloud",
            "crn:v1:bluemix:public:is:us-east:a/7f2c4e91b0d84a6f9c3355e1a0b27d48::private-path-service-gateway:r-1",
        ],
    ),
    (
        Field::HubCrn,
        &[
            COS,
            "crn:v1:bluemix:public:is:us-south:a/0123456789abcdef0123456789abcdef::vpc:r006-1",
            "crn:v1:bluemix:public:is:eu-de:a/0123456789abcdef0123456789abcdef::vpc:r006-1",
        ],
    ),
    (
        Field::Target,
        &[
            COS,
            "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1:bucket:logs",
            "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1:bucket:my_logs",
        ],
    ),
    (Field::SourceAccount, &["", ACCOUNT, OTHER_ACCOUNT]),
    (Field::TargetAccount, &["", ACCOUNT, OTHER_ACCOUNT]),
    (Field::Service, &["containers-kubernetes", "databases-for-postgresql", "cloud-object-storage", "kms"]),
    (Field::Instance, &["", "1", "c1a2b3"]),
    (Field::TargetName, &["ibm-ntp-server", "ntp"]),
    (Field::Port, &["443", "31525", "0", "443-9093"]),
    (Field::Zone, &["us-south-1", "us-south-2", "us-south-3", "eu-de-1"]),
    (
        Field::Cidr,
        &[
            "10.240.8.0/26",
            "10.240.8.0/29",
            "10.240.72.0/24",
            "10.240.64.0/18",
            "10.240.8.7/26",
            "161.26.0.0/20",
            "52.1.0.0/30",
            "8.0.0.0/8",
            "10.0.0.0/24",
            "255.255.255.248/29",
            "0.0.0.0/0",
        ],
    ),
    (
        Field::Addresses,
        &["10.240.8.4-10.240.8.62", "10.240.8.9", "10.240.72.0/26", "0.0.0.0-255.255.255.255"],
    ),
    (Field::Address, &["10.240.8.4", "10.240.8.3", "10.240.72.63", "10.240.136.9", "255.255.255.255"]),
    (Field::PortMin, &["1", "443", "8443"]),
    (Field::PortMax, &["1", "443", "8443"]),
    (Field::Source, &["10.240.0.0/16", "10.240.8.0/26", "0.0.0.0/0"]),
    (Field::Destination, &["10.240.0.0/16", "10.240.8.0/26", "0.0.0.0/0"]),
    (Field::SourcePortMin, &["1", "443", "8443"]),
    (Field::SourcePortMax, &["1", "443", "65535"]),
    (Field::DestinationPortMin, &["1", "443", "8443"]),
    (Field::DestinationPortMax, &["1", "443", "65535"]),
    (Field::Remote, &["10.240.0.0/16", "10.240.8.9", "0.0.0.0/0"]),
    (Field::IpPrefix, &["ibm-a", "Pay", "pay", "payments-kms", LONGEST]),
];

/// Sixty-three characters.
const LONGEST: &str = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk";

/// Texts that mean nothing in most fields.
const ODD: &[&str] =
    &["", " ", "a", "é", "-", "Env:Prod", "10.240", "\u{1f980}$(x)\n\"'`", " \"crn:", "9999999999999"];

/// An edit in the making: what it does is picked when the plan is known.
#[derive(Debug, Clone)]
pub(super) struct Step(u8, Index, Index, Index);

pub(super) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step =
        (0u8..50, any::<Index>(), any::<Index>(), any::<Index>()).prop_map(|(a, b, c, d)| Step(a, b, c, d));
    prop::collection::vec(step, 1..20)
}

/// Every object of a plan, in plan order.
pub(super) fn objects(plan: &Plan) -> Vec<Object> {
    let mut all = vec![Object::Plan];
    for v in &plan.vpcs {
        all.push(Object::Vpc(v.key.clone()));
        all.extend(v.wanted.dns_resolution_bindings.iter().map(|b| Object::DnsBinding(b.key.clone())));
        all.extend(v.wanted.prefixes.iter().map(|p| Object::Prefix(p.key.clone())));
        for a in &v.wanted.network_acls {
            all.push(Object::Acl(a.key.clone()));
            all.extend(a.wanted.rules.iter().map(|r| Object::AclRule(r.key.clone())));
        }
        for s in &v.wanted.subnets {
            all.push(Object::Subnet(s.key.clone()));
            all.extend((0..s.wanted.taken.len()).map(|i| Object::Taken(s.key.clone(), i)));
            all.extend(s.wanted.reserved_ips.iter().map(|r| Object::ReservedIp(r.key.clone())));
        }
        for g in &v.wanted.security_groups {
            all.push(Object::Group(g.key.clone()));
            all.extend(g.wanted.rules.iter().map(|r| Object::Rule(r.key.clone())));
        }
    }
    for g in &plan.gateways {
        all.push(Object::Gateway(g.key.clone()));
        all.extend(g.wanted.resource_bindings.iter().map(|b| Object::ResourceBinding(b.key.clone())));
        all.extend((0..g.wanted.addresses.len()).map(|i| Object::Address(g.key.clone(), i)));
    }
    all.extend(plan.policies.iter().map(|p| Object::Policy(p.key.clone())));
    all
}

fn keys(plan: &Plan, of: fn(&Object) -> Option<&Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = objects(plan).iter().filter_map(of).cloned().collect();
    keys.extend([Key::none(), key("gone")]);
    keys
}

fn edit(plan: &Plan, Step(what, a, b, c): &Step, n: usize) -> Edit {
    let all = objects(plan);
    let of = a.get(&all).clone();
    // The edit of the first object from there on that has such a field.
    let fitting = |make: &dyn Fn(Object) -> Edit| {
        let from = a.index(all.len());
        let mut edits = all[from..].iter().chain(&all[..from]).map(|o| make(o.clone()));
        edits.find(|e| apply(plan, e).is_ok()).unwrap_or(Edit::Remove(of.clone()))
    };
    let choose = |choice: Choice| fitting(&|o| Edit::choose(o, choice.clone()));
    let text_of = |field: Field| {
        let known = FIELDS.iter().find(|(f, _)| *f == field).map_or(ODD, |(_, texts)| texts);
        if (36..40).contains(what) { *b.get(ODD) } else { *b.get(known) }
    };
    let vpcs = keys(plan, |o| if let Object::Vpc(k) = o { Some(k) } else { None });
    let subnets = keys(plan, |o| if let Object::Subnet(k) = o { Some(k) } else { None });
    let groups = keys(plan, |o| if let Object::Group(k) = o { Some(k) } else { None });
    let gateways = keys(plan, |o| if let Object::Gateway(k) = o { Some(k) } else { None });
    let ips = keys(plan, |o| if let Object::ReservedIp(k) = o { Some(k) } else { None });
    let (zone, cidr) = (*c.get(&["us-south-1", "us-south-2", "eu-de-3", ""]), text_of(Field::Cidr));
    match what {
        0 => Edit::Remove(of.clone()),
        1 => choose(Choice::How(*b.get(&[How::None, How::Chosen, How::Given, How::Existing]))),
        2 => choose(Choice::Subnet(b.get(&subnets).clone())),
        3 => choose(Choice::Vpc(b.get(&vpcs).clone())),
        4 => choose(Choice::ReservedIp(b.get(&ips).clone())),
        5 => choose(Choice::Origin(*b.get(&[OriginKind::New, OriginKind::Existing]))),
        6 => choose(Choice::Prefixes(*b.get(&[PrefixManagement::Auto, PrefixManagement::Manual]))),
        7 => choose(Choice::TargetKind(*b.get(&[
            TargetKind::ProviderCloudService,
            TargetKind::PrivatePathServiceGateway,
            TargetKind::ProviderInfrastructureService,
        ]))),
        8 => choose(Choice::Dns(*b.get(&[DnsMode::Primary, DnsMode::PerResourceBinding, DnsMode::Disabled]))),
        9 => choose(Choice::AutoRelease(b.index(2) == 1)),
        10 => choose(Choice::Protocol(*b.get(&[Protocol::Udp, Protocol::Icmp, Protocol::IcmpTcpUdp]))),
        11 => choose(Choice::RemoteGroup(b.get(&groups).clone())),
        12 => choose(Choice::Direction(*b.get(&[Direction::Inbound, Direction::Outbound]))),
        13 => Edit::Attach { gateway: a.get(&gateways).clone(), group: b.get(&groups).clone(), on: true },
        14 => Edit::Tag {
            gateway: a.get(&gateways).clone(),
            field: Field::Tags,
            tag: (*b.get(ODD)).into(),
            on: true,
        },
        15 => {
            let wanted = crate::plan::Subnet {
                name: format!("s{n}"),
                zone: zone.into(),
                cidr: cidr.into(),
                ..Default::default()
            };
            let new = Resource { key: key(&format!("s{n}")), wanted, origin: Default::default() };
            Edit::Add(New::Subnet(a.get(&vpcs).clone(), new))
        }
        16 => {
            let wanted = crate::plan::AddressPrefix {
                name: text_of(Field::Name).into(),
                zone: zone.into(),
                cidr: cidr.into(),
            };
            let new = Resource { key: key(&format!("p{n}")), wanted, origin: Default::default() };
            Edit::Add(New::Prefix(a.get(&vpcs).clone(), new))
        }
        17 => {
            let ip = crate::plan::ReservedIp {
                key: key(&format!("r{n}")),
                name: text_of(Field::Name).into(),
                address: text_of(Field::Address).into(),
                id: (*c.get(&["", "r006-1"])).into(),
                on: *b.get(&[On::ReferTo, On::Adopt]),
            };
            Edit::Add(New::ReservedIp(a.get(&subnets).clone(), ip))
        }
        18 => {
            Edit::Add(New::Gateway(gateway_to(&format!("g{n}"), text_of(Field::Name), text_of(Field::Crn))))
        }
        19 | 20 => Edit::Add(New::Taken(
            a.get(&subnets).clone(),
            crate::plan::Taken { addresses: text_of(Field::Addresses).into(), holder: String::new() },
        )),
        21 => match a.get(&groups).as_str() {
            "" => Edit::Remove(of.clone()),
            group => add_rule(group, &format!("rule-{n}"), "443", "10.240.0.0/16"),
        },
        22 => choose(Choice::Cli(CliVersion::Before16)),
        24 => choose(Choice::EnableHub(b.index(2) == 1)),
        25 => choose(Choice::Resolver(crate::plan::Resolver::Delegated)),
        26 => {
            let wanted = crate::plan::DnsBinding {
                name: format!("d{n}"),
                hub: b.get(&vpcs).clone(),
                ..Default::default()
            };
            let new = Resource { key: key(&format!("d{n}")), wanted, origin: Default::default() };
            Edit::Add(New::DnsBinding(a.get(&vpcs).clone(), new))
        }
        27 => {
            let names = ["logs", "b-1", "other"];
            let target = bucket(names[c.index(names.len())]);
            let wanted = crate::plan::ResourceBinding { name: format!("d{n}"), target };
            let new = Resource { key: key(&format!("d{n}")), wanted, origin: Default::default() };
            Edit::Add(New::ResourceBinding(a.get(&gateways).clone(), new))
        }
        30 => {
            let account = *b.get(&[ACCOUNT, OTHER_ACCOUNT, ""]);
            add_policy(&format!("policy-{n}"), account, text_of(Field::Service))
        }
        28 => choose(Choice::Hub(b.get(&vpcs).clone())),
        40 | 41 => Edit::choose(
            Object::Subnet(a.get(&subnets).clone()),
            Choice::NetworkAcl(
                b.get(&keys(plan, |o| if let Object::Acl(k) = o { Some(k) } else { None })).clone(),
            ),
        ),
        42 => choose(Choice::Action(*b.get(&[Action::Allow, Action::Deny]))),
        43 => {
            let rules = keys(plan, |o| if let Object::AclRule(k) = o { Some(k) } else { None });
            Edit::Move { rule: a.get(&rules).clone(), to: b.index(4) }
        }
        44 | 45 => {
            let acls = keys(plan, |o| if let Object::Acl(k) = o { Some(k) } else { None });
            let of = a.get(&acls);
            let action = *b.get(&[Action::Allow, Action::Deny]);
            let direction = *c.get(&[Direction::Inbound, Direction::Outbound]);
            match of.as_str() {
                "" => Edit::Remove(Object::Acl(of.clone())),
                of => add_acl_rule(of, &format!("rule-{n}"), action, direction, text_of(Field::Source)),
            }
        }
        46 => fitting(&|o| match o {
            Object::AclRule(_) => Edit::choose(o, Choice::Protocol(Protocol::IcmpTcpUdp)),
            o => Edit::Remove(Object::Taken(key("none"), o.place().path(plan).len())),
        }),
        47 => fitting(&|o| match o {
            Object::Acl(_) | Object::AclRule(_) => Edit::text(o, Field::Id, *c.get(&["", "r006-1"])),
            o => Edit::Remove(Object::Taken(key("none"), o.place().path(plan).len())),
        }),
        23 => choose(Choice::On(*b.get(&[On::ReferTo, On::Adopt]))),
        29 => Edit::Tag {
            gateway: a.get(&gateways).clone(),
            field: Field::Endpoints,
            tag: (*b.get(&["icr.io", "*.icr.io", "private.us-south.kms.cloud.ibm.com", "icr"])).into(),
            on: true,
        },
        _ => {
            let (field, _) = *c.get(FIELDS);
            fitting(&|o| Edit::text(o, field, text_of(field)))
        }
    }
}

/// A plan after those steps that fit it.
pub(super) fn changed(base: &Plan, steps: &[Step]) -> Plan {
    steps.iter().enumerate().fold(base.clone(), |plan, (n, step)| {
        let edit = edit(&plan, step, n);
        apply(&plan, &edit).unwrap_or(plan)
    })
}
