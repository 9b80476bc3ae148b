//! What holds of every plan, however wrong it is.

use super::super::{Finding, FixKind, check};
use super::*;
use crate::edit::{Choice, New, apply};
use crate::model::Model;
use crate::plan::{
    Direction, DnsMode, Field, How, Key, Object, OriginKind, Place, PrefixManagement, Protocol, Resource,
    TargetKind,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use std::collections::HashMap;

/// Texts that mean something in one field or another, and some that mean nothing.
const TEXTS: &[&str] = &[
    "",
    " ",
    "a",
    "ibm-a",
    "payments-kms",
    "vpe-1",
    "Prod VPC",
    "é",
    "-",
    "10.240.8.4",
    "10.240.8.0",
    "10.240.72.63",
    "10.240.8.4-10.240.8.9",
    "10.240.8.0/26",
    "10.240.8.0/24",
    "10.240.64.0/18",
    "10.240.8.7/26",
    "161.26.0.0/20",
    "0.0.0.0/0",
    "255.255.255.248/29",
    "255.255.255.255",
    "8.0.0.0/8",
    "52.1.0.0/30",
    "us-south",
    "eu-de",
    "us-south-1",
    "us-south-3",
    "eu-de-1",
    "443",
    "0",
    "31525",
    "ibm-ntp-server",
    "2025-11-18",
    ACCOUNT,
    COS,
    "crn:v1:bluemix:public:kms:eu-de:::endpoint:private.us-south.kms.cloud.ibm.com",
    "crn:v1:bluemix:public:messagehub:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1::",
    "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1:bucket:b",
    "crn:v1:bluemix:public:is:us-east:a/7f2c4e91b0d84a6f9c3355e1a0b27d48::private-path-service-gateway:r-1",
    "Env:Prod",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk",
    "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl",
    "\u{1f980}$(x)\n\"'`",
];

const FIELDS: &[Field] = &[
    Field::Name,
    Field::Account,
    Field::Api,
    Field::Id,
    Field::Region,
    Field::Crn,
    Field::TargetName,
    Field::Port,
    Field::Zone,
    Field::Cidr,
    Field::Addresses,
    Field::Address,
    Field::PortMin,
    Field::PortMax,
    Field::Remote,
    Field::IpPrefix,
];

/// An edit in the making: what it does is picked when the plan is known.
#[derive(Debug, Clone)]
struct Step(u8, Index, Index, Index);

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step =
        (0u8..20, any::<Index>(), any::<Index>(), any::<Index>()).prop_map(|(a, b, c, d)| Step(a, b, c, d));
    prop::collection::vec(step, 1..14)
}

fn bases() -> impl Strategy<Value = Plan> {
    select(vec![clean(), two_gateways(), two_vpcs(), with_database(), with_private_path(), Plan::default()])
}

/// Every object of a plan, in plan order.
fn objects(plan: &Plan) -> Vec<Object> {
    let mut all = vec![Object::Plan];
    for v in &plan.vpcs {
        all.push(Object::Vpc(v.key.clone()));
        all.extend(v.wanted.prefixes.iter().map(|p| Object::Prefix(p.key.clone())));
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
        all.extend((0..g.wanted.addresses.len()).map(|i| Object::Address(g.key.clone(), i)));
    }
    all
}

fn keys(plan: &Plan, of: fn(&Object) -> Option<&Key>) -> Vec<Key> {
    let mut keys: Vec<Key> = objects(plan).iter().filter_map(of).cloned().collect();
    keys.extend([Key::none(), key("gone")]);
    keys
}

fn edit(plan: &Plan, Step(what, a, b, c): &Step, n: usize) -> Edit {
    let of = a.get(&objects(plan)).clone();
    let text = *c.get(TEXTS);
    let vpcs = keys(plan, |o| if let Object::Vpc(k) = o { Some(k) } else { None });
    let subnets = keys(plan, |o| if let Object::Subnet(k) = o { Some(k) } else { None });
    let groups = keys(plan, |o| if let Object::Group(k) = o { Some(k) } else { None });
    let gateways = keys(plan, |o| if let Object::Gateway(k) = o { Some(k) } else { None });
    let ips = keys(plan, |o| if let Object::ReservedIp(k) = o { Some(k) } else { None });
    let (zone, cidr) = (*b.get(&["us-south-1", "us-south-2", "eu-de-3", ""]), text);
    match what {
        0 => Edit::Remove(of),
        1 => Edit::choose(of, Choice::How(*b.get(&[How::None, How::Chosen, How::Given, How::Existing]))),
        2 => Edit::choose(of, Choice::Subnet(b.get(&subnets).clone())),
        3 => Edit::choose(of, Choice::Vpc(b.get(&vpcs).clone())),
        4 => Edit::choose(of, Choice::ReservedIp(b.get(&ips).clone())),
        5 => Edit::choose(of, Choice::Origin(*b.get(&[OriginKind::New, OriginKind::Existing]))),
        6 => Edit::choose(of, Choice::Prefixes(*b.get(&[PrefixManagement::Auto, PrefixManagement::Manual]))),
        7 => Edit::choose(
            of,
            Choice::TargetKind(*b.get(&[
                TargetKind::ProviderCloudService,
                TargetKind::PrivatePathServiceGateway,
                TargetKind::ProviderInfrastructureService,
            ])),
        ),
        8 => Edit::choose(of, Choice::Dns(*b.get(&[DnsMode::Primary, DnsMode::PerResourceBinding]))),
        9 => Edit::choose(of, Choice::AutoRelease(b.index(2) == 1)),
        10 => {
            Edit::choose(of, Choice::Protocol(*b.get(&[Protocol::Udp, Protocol::Icmp, Protocol::IcmpTcpUdp])))
        }
        11 => Edit::choose(of, Choice::RemoteGroup(b.get(&groups).clone())),
        12 => Edit::choose(of, Choice::Direction(*b.get(&[Direction::Inbound, Direction::Outbound]))),
        13 => Edit::Attach { gateway: a.get(&gateways).clone(), group: b.get(&groups).clone(), on: true },
        14 => Edit::Tag { gateway: a.get(&gateways).clone(), field: Field::Tags, tag: text.into(), on: true },
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
            let wanted =
                crate::plan::AddressPrefix { name: text.into(), zone: zone.into(), cidr: cidr.into() };
            let new = Resource { key: key(&format!("p{n}")), wanted, origin: Default::default() };
            Edit::Add(New::Prefix(a.get(&vpcs).clone(), new))
        }
        17 => {
            let ip = crate::plan::ReservedIp {
                key: key(&format!("r{n}")),
                name: text.into(),
                address: (*b.get(TEXTS)).into(),
                id: String::new(),
            };
            Edit::Add(New::ReservedIp(a.get(&subnets).clone(), ip))
        }
        18 => Edit::Add(New::Gateway(gateway_to(&format!("g{n}"), text, b.get::<&str>(TEXTS)))),
        _ => Edit::text(of, *b.get(FIELDS), text),
    }
}

/// A plan after those steps that fit it.
fn changed(base: &Plan, steps: &[Step]) -> Plan {
    steps.iter().enumerate().fold(base.clone(), |plan, (n, step)| {
        let edit = edit(&plan, step, n);
        apply(&plan, &edit).unwrap_or(plan)
    })
}

fn holds(plan: &Plan, finding: &Finding, position: &HashMap<Object, usize>) {
    let code = finding.rule.code;
    assert!(!finding.places.is_empty(), "{code}");
    let at: Vec<usize> = finding
        .places
        .iter()
        .map(|p| *position.get(&p.object).unwrap_or_else(|| panic!("{code}: {p:?} is not in the plan")))
        .collect();
    assert!(at.is_sorted(), "{code}: places in plan order: {:?}", finding.places);
    for place in &finding.places {
        assert!(!place.path(plan).is_empty());
    }
    assert!(finding.title.ends_with('.') && finding.title.len() > 10, "{code}: {:?}", finding.title);
    assert!(finding.detail.ends_with('.'), "{code}: {:?}", finding.detail);
    if let Some(fix) = &finding.fix {
        let fixed = apply(plan, &fix.edit).unwrap_or_else(|e| panic!("{code}'s fix {:?}: {e}", fix.title));
        assert_ne!(fixed, *plan, "{code}'s fix {:?} changes something", fix.title);
        let same =
            |f: &Finding| f.rule == finding.rule && f.places == finding.places && f.title == finding.title;
        assert!(
            !findings(&fixed).iter().any(same),
            "{code}'s fix {:?} clears it: {}",
            fix.title,
            finding.title
        );
        assert!(!fix.title.is_empty() && !fix.title.ends_with('.'), "{code}: {:?}", fix.title);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn findings_hold_of_any_plan(base in bases(), steps in steps()) {
        let plan = changed(&base, &steps);
        let position: HashMap<Object, usize> =
            objects(&plan).into_iter().enumerate().map(|(i, o)| (o, i)).collect();
        let found = findings(&plan);
        prop_assert_eq!(&found, &findings(&plan), "the same plan, the same findings");
        prop_assert!(found.is_sorted_by_key(|f| f.rule.severity));
        let once: Vec<(&str, &[Place])> = found.iter().map(|f| (f.rule.code, &f.places[..])).collect();
        for (i, one) in once.iter().enumerate() {
            // Two values of one field may both be wrong, such as two tags.
            let list = one.1.iter().any(|p| {
                matches!(p.field, Some(Field::Tags | Field::AccessTags | Field::SecurityGroups | Field::Vpc))
            });
            let whole = one.1.iter().all(|p| p.field.is_none());
            prop_assert!(list || whole || !once[..i].contains(one), "{one:?} is told twice");
        }
        for finding in &found {
            holds(&plan, finding, &position);
        }
    }

    /// As the terminal's `check --fix` does.
    #[test]
    fn safe_fixes_come_to_an_end(base in bases(), steps in steps()) {
        let mut plan = changed(&base, &steps);
        for _ in 0..100 {
            let found = check(&Model::of(&plan));
            let Some(fix) = found.into_iter().filter_map(|f| f.fix).find(|f| f.kind == FixKind::Safe) else {
                return Ok(());
            };
            plan = apply(&plan, &fix.edit).expect("a safe fix applies");
        }
        prop_assert!(false, "a hundred safe fixes and no end");
    }
}
