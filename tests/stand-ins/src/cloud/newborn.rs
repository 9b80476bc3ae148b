//! What the service makes by itself when a VPC or a subnet comes to be.

use ipnet::Ipv4Net;
use serde_json::json;

use super::world::{Acl, AclRule, Group, Ip, Owner, Prefix, Rule, World};

/// One default prefix for each zone of the region.
pub(crate) fn add_default_prefixes(world: &mut World, vpc: &str, region: &str, nets: &[Ipv4Net]) {
    for (index, cidr) in nets.iter().enumerate() {
        let zone = format!("{region}-{}", index + 1);
        let id = world.new_id("r006");
        world.prefixes.push(Prefix {
            id,
            vpc: vpc.to_owned(),
            name: format!("default-{zone}"),
            zone,
            cidr: *cidr,
            is_default: true,
            created: false,
        });
    }
}

/// The group that every VPC is born with: everything out, and in from its own members.
pub(crate) fn add_default_group(world: &mut World, vpc: &str) {
    let id = world.new_id("r006");
    let resource_group = world.default_resource_group().id.clone();
    let name = format!("default-of-{}", world.vpc(vpc).name);
    world.groups.push(Group {
        id: id.clone(),
        vpc: vpc.to_owned(),
        name,
        resource_group,
        is_default: true,
        created: false,
    });
    let everyone = json!({"direction": "outbound", "ip_version": "ipv4",
        "protocol": "icmp_tcp_udp", "name": "default-out", "remote": {"cidr_block": "0.0.0.0/0"}});
    let members = json!({"direction": "inbound", "ip_version": "ipv4",
        "protocol": "icmp_tcp_udp", "name": "default-in", "remote": {"id": id}});
    for body in [everyone, members] {
        let rule = world.new_id("r006");
        world.rules.push(Rule { id: rule, group: id.clone(), body, created: false });
    }
}

/// The network ACL that every VPC is born with: it allows everything.
pub(crate) fn add_default_acl(world: &mut World, vpc: &str) {
    let id = world.new_id("r006");
    let resource_group = world.default_resource_group().id.clone();
    let name = format!("default-acl-of-{}", world.vpc(vpc).name);
    world.acls.push(Acl {
        id: id.clone(),
        vpc: vpc.to_owned(),
        name,
        resource_group,
        is_default: true,
        created: false,
    });
    for direction in ["inbound", "outbound"] {
        let rule = world.new_id("r006");
        let body = json!({"name": format!("allow-{direction}"), "action": "allow", "direction": direction,
            "protocol": "icmp_tcp_udp", "source": "0.0.0.0/0", "destination": "0.0.0.0/0"});
        world.acl_rules.push(AclRule { id: rule, acl: id.clone(), body, created: false });
    }
}

/// The five addresses that the provider holds in every subnet (API facts §6.2).
pub(crate) fn add_provider_ips(world: &mut World, subnet: &str, cidr: Ipv4Net) {
    let first = u32::from(cidr.network());
    let held = [
        ("ibm-network-address", first),
        ("ibm-default-gateway", first + 1),
        ("ibm-dns-address", first + 2),
        ("ibm-reserved-address", first + 3),
        ("ibm-broadcast-address", u32::from(cidr.broadcast())),
    ];
    for (name, address) in held {
        let id = world.new_id("0717");
        world.ips.push(Ip {
            id,
            subnet: subnet.to_owned(),
            name: name.to_owned(),
            address: address.into(),
            auto_delete: false,
            owner: Owner::Provider,
            chosen: false,
            created: false,
            waits: 0,
        });
    }
}
