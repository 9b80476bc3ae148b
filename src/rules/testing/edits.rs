//! Objects and edits in few words, and clean plans with more in them.

use super::{clean, edited};
use crate::edit::{Choice, Edit, New};
use crate::plan::{
    AddressPrefix, Direction, DnsBinding, DnsMode, Field, Gateway, How, Key, Object, Observed, On, Origin,
    OriginKind, Plan, Protocol, ReservedIp, Resource, ResourceBinding, SecurityGroup, SecurityGroupRule,
    Seen, Subnet, Taken, Target, TargetKind, Vpc, ZoneAddress,
};

/// An account, in a test.
pub(in crate::rules) const ACCOUNT: &str = "7f2c4e91b0d84a6f9c3355e1a0b27d48";

/// Another account.
pub(in crate::rules) const OTHER_ACCOUNT: &str = "0123456789abcdef0123456789abcdef";

/// The CRN of Object Storage's endpoint in us-south.
pub(in crate::rules) const COS: &str = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud";

/// A key, in a test.
pub(in crate::rules) fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

pub(in crate::rules) fn vpc(k: &str) -> Object {
    Object::Vpc(key(k))
}
pub(in crate::rules) fn prefix(k: &str) -> Object {
    Object::Prefix(key(k))
}
pub(in crate::rules) fn subnet(k: &str) -> Object {
    Object::Subnet(key(k))
}
pub(in crate::rules) fn reserved_ip(k: &str) -> Object {
    Object::ReservedIp(key(k))
}
pub(in crate::rules) fn group(k: &str) -> Object {
    Object::Group(key(k))
}
pub(in crate::rules) fn rule(k: &str) -> Object {
    Object::Rule(key(k))
}
pub(in crate::rules) fn gateway(k: &str) -> Object {
    Object::Gateway(key(k))
}
pub(in crate::rules) fn address(k: &str, position: usize) -> Object {
    Object::Address(key(k), position)
}

pub(in crate::rules) fn dns_binding(k: &str) -> Object {
    Object::DnsBinding(key(k))
}
pub(in crate::rules) fn policy(k: &str) -> Object {
    Object::Policy(key(k))
}
pub(in crate::rules) fn resource_binding(k: &str) -> Object {
    Object::ResourceBinding(key(k))
}

/// The CRN of a bucket.
pub(in crate::rules) fn bucket(name: &str) -> String {
    format!("crn:v1:bluemix:public:cloud-object-storage:global:a/{ACCOUNT}:1d3f8c54:bucket:{name}")
}

/// Binds a VPC to a hub; the binding is called as its key.
pub(in crate::rules) fn bind_vpc(of: &str, k: &str, hub: &str) -> Edit {
    let wanted = DnsBinding { name: k.into(), hub: key(hub), ..DnsBinding::default() };
    Edit::Add(New::DnsBinding(key(of), resource(k, wanted)))
}

/// Binds a bucket to a gateway; the binding is called as its key.
pub(in crate::rules) fn bind_bucket(of: &str, k: &str, name: &str) -> Edit {
    let wanted = ResourceBinding { name: k.into(), target: bucket(name) };
    Edit::Add(New::ResourceBinding(key(of), resource(k, wanted)))
}

/// Has a gateway's names resolve in its own VPC only.
pub(in crate::rules) fn unshare(k: &str) -> Edit {
    Edit::choose(gateway(k), Choice::Dns(DnsMode::Disabled))
}

/// The clean plan with a DNS hub `hub`, to which its VPC is bound by `to-hub`. The hub
/// has a gateway `hub-cos` to Object Storage, without addresses; it has advice.
pub(in crate::rules) fn with_hub() -> Plan {
    let mut cos = gateway_to("hub-cos", "hub-cos", COS);
    cos.wanted.vpc = key("hub");
    cos.wanted.addresses.clear();
    cos.wanted.security_groups.clear();
    let edits = [
        add_vpc("hub", "us-south"),
        Edit::choose(vpc("hub"), Choice::EnableHub(true)),
        bind_vpc("prod", "to-hub", "hub"),
        Edit::Add(New::Gateway(cos)),
    ];
    edited(&clean(), &edits)
}

/// [`two_gateways`] with the bucket `logs` bound to `cos`, which is not shared. It has
/// advice.
pub(in crate::rules) fn with_bucket() -> Plan {
    edited(&two_gateways(), &[unshare("cos"), bind_bucket("cos", "logs", "logs")])
}

/// [`with_hub`] with a gateway `cos` that resolves one bucket, `logs`. It has advice.
pub(in crate::rules) fn with_local_access() -> Plan {
    let edits = [
        Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS))),
        Edit::choose(gateway("cos"), Choice::Dns(DnsMode::PerResourceBinding)),
        bind_bucket("cos", "logs", "logs"),
    ];
    edited(&with_hub(), &edits)
}

pub(super) fn resource<W>(k: &str, wanted: W) -> Resource<W> {
    Resource { key: key(k), wanted, origin: Origin::default() }
}

/// A new VPC without address prefixes that is called as its key.
pub(in crate::rules) fn add_vpc(k: &str, region: &str) -> Edit {
    Edit::Add(New::Vpc(resource(
        k,
        Vpc {
            name: k.into(),
            region: region.into(),
            prefix_management: crate::plan::PrefixManagement::Manual,
            ..Vpc::default()
        },
    )))
}

/// An existing VPC, of which nothing but its name is known.
pub(in crate::rules) fn add_existing_vpc(k: &str, region: &str) -> Edit {
    let wanted = Vpc { name: k.into(), region: region.into(), ..Vpc::default() };
    Edit::Add(New::Vpc(Resource { key: key(k), origin: Origin::existing(""), wanted }))
}

/// A new address prefix that is called as its key.
pub(in crate::rules) fn add_prefix(of: &str, k: &str, zone: &str, cidr: &str) -> Edit {
    let wanted = AddressPrefix { name: k.into(), zone: zone.into(), cidr: cidr.into() };
    Edit::Add(New::Prefix(key(of), resource(k, wanted)))
}

/// A new subnet that is called as its key.
pub(in crate::rules) fn add_subnet(of: &str, k: &str, zone: &str, cidr: &str) -> Edit {
    let wanted = Subnet { name: k.into(), zone: zone.into(), cidr: cidr.into(), ..Subnet::default() };
    Edit::Add(New::Subnet(key(of), resource(k, wanted)))
}

/// Taken addresses of a subnet.
pub(in crate::rules) fn add_taken(of: &str, addresses: &str, holder: &str) -> Edit {
    Edit::Add(New::Taken(key(of), Taken { addresses: addresses.into(), holder: holder.into() }))
}

/// An existing reserved IP that is called as its key.
pub(in crate::rules) fn add_reserved_ip(of: &str, k: &str, address: &str) -> Edit {
    let ip = ReservedIp { key: key(k), name: k.into(), address: address.into(), ..ReservedIp::default() };
    Edit::Add(New::ReservedIp(key(of), ip))
}

/// A new security group without rules that is called as its key.
pub(in crate::rules) fn add_group(of: &str, k: &str) -> Edit {
    let wanted = SecurityGroup { name: k.into(), ..SecurityGroup::default() };
    Edit::Add(New::Group(key(of), resource(k, wanted)))
}

/// A new inbound TCP rule for one port that is called as its key.
pub(in crate::rules) fn add_rule(of: &str, k: &str, port: &str, remote: &str) -> Edit {
    let wanted = SecurityGroupRule {
        name: k.into(),
        direction: Direction::Inbound,
        protocol: Protocol::Tcp,
        port_min: port.into(),
        port_max: port.into(),
        remote: remote.into(),
        ..SecurityGroupRule::default()
    };
    Edit::Add(New::Rule(key(of), resource(k, wanted)))
}

/// A zone entry of an address that IBM Cloud chooses.
pub(in crate::rules) fn chosen(zone: &str, from: &str) -> ZoneAddress {
    ZoneAddress { zone: zone.into(), subnet: key(from), how: How::Chosen, ..ZoneAddress::default() }
}

/// Attaches a group to a gateway.
pub(in crate::rules) fn attach(to: &str, k: &str) -> Edit {
    Edit::Attach { gateway: key(to), group: key(k), on: true }
}

/// Detaches a group from a gateway.
pub(in crate::rules) fn detach(from: &str, k: &str) -> Edit {
    Edit::Attach { gateway: key(from), group: key(k), on: false }
}

/// Binds an existing reserved IP as a gateway's address.
pub(in crate::rules) fn bind(at: Object, k: &str) -> Edit {
    let edits = vec![
        Edit::choose(at.clone(), Choice::How(How::Existing)),
        Edit::choose(at, Choice::ReservedIp(key(k))),
    ];
    Edit::All { label: String::new(), edits }
}

/// Gives a gateway's address.
pub(in crate::rules) fn give(at: Object, ip: &str) -> Edit {
    let edits = vec![Edit::choose(at.clone(), Choice::How(How::Given)), Edit::text(at, Field::Address, ip)];
    Edit::All { label: String::new(), edits }
}

/// Makes an object an existing one.
pub(in crate::rules) fn exists(object: Object) -> Edit {
    Edit::choose(object, Choice::Origin(crate::plan::OriginKind::Existing))
}

/// Has Terraform take over an object that exists.
pub(in crate::rules) fn adopt(object: Object, id: &str) -> Edit {
    let edits = vec![Edit::choose(object.clone(), Choice::On(On::Adopt)), Edit::text(object, Field::Id, id)];
    Edit::All { label: String::new(), edits }
}

/// Has Terraform refer to an object that exists, and no more.
pub(in crate::rules) fn refer_to(object: Object) -> Edit {
    Edit::choose(object, Choice::On(On::ReferTo))
}

/// The clean plan after it was built, with all of it to be taken over by Terraform:
/// each id is `id-` and the key, and the gateway's reserved IPs are `kms-1` to
/// `kms-3`.
pub(in crate::rules) fn adopted() -> Plan {
    let subnets = ["vpe-1", "vpe-2", "vpe-3"];
    let mut edits = vec![adopt(vpc("prod"), "id-prod"), adopt(group("clients"), "id-clients")];
    edits.extend([adopt(rule("https"), "id-https"), adopt(gateway("kms"), "id-kms")]);
    edits.extend(subnets.map(|s| adopt(subnet(s), &format!("id-{s}"))));
    for (i, subnet) in subnets.into_iter().enumerate() {
        let ip = format!("kms-{}", i + 1);
        edits.extend([add_reserved_ip(subnet, &ip, ""), bind(address("kms", i), &ip)]);
        edits.push(adopt(reserved_ip(&ip), &format!("id-{ip}")));
    }
    edited(&clean(), &edits)
}

/// The clean plan with a gateway that exists and is referred to by its id.
pub(in crate::rules) fn read_gateway() -> Plan {
    let edits = [
        Edit::choose(gateway("kms"), Choice::Origin(OriginKind::Existing)),
        Edit::text(gateway("kms"), Field::Id, "id-kms"),
        give(address("kms", 0), "10.240.8.9"),
    ];
    edited(&clean(), &edits)
}

/// What was read of a gateway: another name, target, mode and group.
pub(in crate::rules) fn read_otherwise(k: &str) -> Edit {
    let observed = Observed {
        name: "old".to_owned(),
        target: COS.to_owned(),
        dns: Some(DnsMode::Disabled),
        security_groups: Some(vec![Seen { id: "r006-old".to_owned(), ..Seen::default() }]),
        ..Observed::default()
    };
    Edit::choose(gateway(k), Choice::Observed(Box::new(observed), String::new()))
}

/// A gateway in the clean plan's VPC, with an address in each zone that IBM Cloud
/// chooses.
pub(in crate::rules) fn gateway_to(k: &str, name: &str, crn: &str) -> Resource<Gateway> {
    let wanted = Gateway {
        name: name.into(),
        vpc: key("prod"),
        target: Target { kind: TargetKind::ProviderCloudService, crn: crn.into(), ..Target::default() },
        addresses: vec![
            chosen("us-south-1", "vpe-1"),
            chosen("us-south-2", "vpe-2"),
            chosen("us-south-3", "vpe-3"),
        ],
        security_groups: vec![key("clients")],
        dns: DnsMode::Primary,
        ..Gateway::default()
    };
    resource(k, wanted)
}

/// The clean plan with a second gateway, `cos`, to Object Storage.
pub(in crate::rules) fn two_gateways() -> Plan {
    edited(&clean(), &[Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS)))])
}

/// The clean plan with a second VPC, `dr`, which exists in the same region: it has a
/// subnet `dr-1` in the first zone and a security group `dr-clients`.
pub(in crate::rules) fn two_vpcs() -> Plan {
    let edits = [
        add_existing_vpc("dr", "us-south"),
        add_subnet("dr", "dr-1", "us-south-1", "10.40.0.0/26"),
        add_group("dr", "dr-clients"),
        add_rule("dr-clients", "dr-https", "443", "10.40.0.0/16"),
    ];
    edited(&clean(), &edits)
}

/// The clean plan with a Databases for PostgreSQL gateway, `pg`, at port 31525,
/// which its group `databases` admits.
pub(in crate::rules) fn with_database() -> Plan {
    let crn = format!("crn:v1:bluemix:public:databases-for-postgresql:us-south:a/{ACCOUNT}:4b1e9c52-7d03::");
    let mut pg = gateway_to("pg", "payments-pg", &crn);
    pg.wanted.target.port = "31525".into();
    pg.wanted.security_groups = vec![key("databases")];
    let edits = [
        add_group("prod", "databases"),
        add_rule("databases", "postgres", "31525", "10.240.0.0/16"),
        Edit::Add(New::Gateway(pg)),
    ];
    edited(&clean(), &edits)
}

/// The clean plan with a gateway `card` to a Private Path service in us-south, in a
/// VPC `far` that exists and has nothing else in the plan. It has advice.
pub(in crate::rules) fn with_private_path() -> Plan {
    let crn = private_path_crn("us-south");
    let mut card = gateway_to("card", "card-network", &crn);
    card.wanted.vpc = key("far");
    card.wanted.target.kind = TargetKind::PrivatePathServiceGateway;
    card.wanted.addresses.clear();
    card.wanted.security_groups.clear();
    edited(&clean(), &[add_existing_vpc("far", "us-south"), Edit::Add(New::Gateway(card))])
}

/// The CRN of a Private Path service of another account.
pub(in crate::rules) fn private_path_crn(region: &str) -> String {
    format!("crn:v1:bluemix:public:is:{region}:a/{OTHER_ACCOUNT}::private-path-service-gateway:r006-1")
}
