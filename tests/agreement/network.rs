//! VPCs at random, with what belongs to them.

use std::collections::BTreeSet;

use ipnet::Ipv4Net;
use vpe_planner::catalog::{Region, Zone};
use vpe_planner::plan::{
    Action, AddressPrefix, Direction, Key, NetworkAcl, NetworkAclRule, On, Origin, PrefixManagement,
    Protocol, ReservedIp, Resource, SecurityGroup, SecurityGroupRule, Subnet, Taken, Vpc,
};

use crate::plans::Drawing;

/// A subnet with room for addresses.
pub(crate) struct Room {
    pub(crate) key: Key,
    pub(crate) zone: Zone,
    /// Its range, where the plan has it.
    pub(crate) net: Option<Ipv4Net>,
    /// Addresses from its end that have a use. IBM Cloud chooses from the beginning.
    pub(crate) used: u32,
    /// Existing reserved IPs that no gateway has.
    pub(crate) reserved_ips: Vec<Key>,
}

/// A range with addresses for subnets.
struct Block {
    zone: Zone,
    net: Ipv4Net,
    subnets: u32,
}

impl Room {
    /// The last address that is free.
    pub(crate) fn last_free(&mut self) -> Option<String> {
        let net = self.net?;
        self.used += 1;
        Some(std::net::Ipv4Addr::from(u32::from(net.broadcast()) - self.used).to_string())
    }
}

impl Block {
    /// The next range for a subnet, of 256 addresses or fewer.
    fn next(&mut self, length: u8) -> Ipv4Net {
        let first = u32::from(self.net.network()) + self.subnets * 256;
        self.subnets += 1;
        Ipv4Net::new_assert(first.into(), length)
    }
}

impl Drawing {
    pub(crate) fn vpc(&mut self, number: u8, region: &'static Region) -> Resource<Vpc> {
        let new = self.dice.chance(55);
        let (key, origin, name) = self.new_or_existing(new, "vpc");
        let manual = new && self.dice.chance(40);
        let mut wanted = Vpc {
            name,
            region: region.code.to_owned(),
            resource_group: if new { self.resource_group() } else { String::new() },
            ..Vpc::default()
        };
        if manual {
            wanted.prefix_management = PrefixManagement::Manual;
        }
        let mut blocks: Vec<Block> = region
            .zones()
            .into_iter()
            .map(|zone| {
                let own = std::net::Ipv4Addr::new(172, 16 + number, (zone.number - 1) * 64, 0);
                let net = if manual { Ipv4Net::new_assert(own, 18) } else { zone.default_prefix() };
                Block { zone, net, subnets: 0 }
            })
            .collect();
        let known = manual || !new && self.dice.chance(40);
        if known {
            wanted.prefixes = blocks.iter().map(|block| self.prefix(new, block)).collect();
        }
        if (new || known) && self.dice.chance(40) {
            let zone = self.dice.one(&region.zones());
            let net = std::net::Ipv4Addr::new(192, 168, number * 16, 0);
            let block = Block { zone, net: Ipv4Net::new_assert(net, 20), subnets: 0 };
            wanted.prefixes.push(self.prefix(true, &block));
            blocks.push(block);
        }
        wanted.network_acls = self.acls(new);
        let acls: Vec<Key> = wanted.network_acls.iter().map(|acl| acl.key.clone()).collect();
        let mut rooms = Vec::new();
        let zones = region.zones().len();
        for (i, mut block) in blocks.into_iter().enumerate() {
            // What exists is in no prefix that is made now.
            let made = new || i >= zones;
            let count = self.dice.one(&[0, 1, 1, 1, 1, 2]);
            for _ in 0..count {
                // Of a range that is not known, the plan need not know in which prefix it is.
                let unknown = !new && !known && self.dice.chance(20);
                let net = block.next(self.dice.one(&[27, 26, 24]));
                let mut subnet = self.subnet(made, block.zone, net, unknown, &mut rooms);
                // What exists keeps the ACL that it has, of which the plan says nothing.
                if subnet.origin.is_new() && !acls.is_empty() && self.dice.chance(50) {
                    subnet.wanted.network_acl = self.dice.one(&acls);
                }
                wanted.subnets.push(subnet);
            }
        }
        self.rooms.insert(key.clone(), rooms);
        wanted.security_groups = self.groups(new);
        Resource { key, origin, wanted }
    }

    fn new_or_existing(&mut self, new: bool, kind: &str) -> (Key, Origin, String) {
        if new {
            let (key, name) = self.named(kind);
            (key, Origin::default(), name)
        } else {
            self.existing(kind)
        }
    }

    fn prefix(&mut self, new: bool, block: &Block) -> Resource<AddressPrefix> {
        let (key, origin, name) = self.new_or_existing(new, "prefix");
        let wanted = AddressPrefix { name, zone: block.zone.to_string(), cidr: block.net.to_string() };
        Resource { key, origin, wanted }
    }

    fn subnet(
        &mut self,
        in_new: bool,
        zone: Zone,
        net: Ipv4Net,
        unknown: bool,
        rooms: &mut Vec<Room>,
    ) -> Resource<Subnet> {
        let new = in_new || !unknown && self.dice.chance(40);
        let (key, origin, name) = self.new_or_existing(new, "subnet");
        let mut wanted = Subnet { name, zone: zone.to_string(), cidr: net.to_string(), ..Subnet::default() };
        let mut room = Room { key: key.clone(), zone, net: Some(net), used: 0, reserved_ips: Vec::new() };
        if new {
            wanted.resource_group = self.resource_group();
        } else {
            if unknown {
                wanted.cidr = String::new();
                room.net = None;
                if self.dice.chance(50) {
                    wanted.zone = String::new();
                }
            } else if self.dice.chance(30) {
                let first = u32::from(net.network()) + 4;
                let at = |n: u32| std::net::Ipv4Addr::from(first + n);
                let addresses = match self.dice.below(3) {
                    0 => at(0).to_string(),
                    1 => format!("{}-{}", at(1), at(3)),
                    _ => format!("{}/30", at(0)),
                };
                wanted.taken.push(Taken { addresses, holder: "load balancer".to_owned() });
            }
            let ips = self.dice.one(&[0, 1, 2]);
            wanted.reserved_ips = (0..ips).map(|_| self.reserved_ip(&mut room)).collect();
        }
        rooms.push(room);
        Resource { key, origin, wanted }
    }

    fn reserved_ip(&mut self, room: &mut Room) -> ReservedIp {
        let (key, origin, name) = self.existing("ip");
        let address = if self.dice.chance(60) { room.last_free() } else { None };
        room.reserved_ips.push(key.clone());
        ReservedIp { key, name, id: origin.id, address: address.unwrap_or_default(), on: origin.on }
    }

    fn acls(&mut self, in_new: bool) -> Vec<Resource<NetworkAcl>> {
        let count = self.dice.one(&[0, 0, 1, 1, 2]);
        let acls = (0..count).map(|_| {
            let new = in_new || self.dice.chance(40);
            let (key, origin, name) = self.new_or_existing(new, "acl");
            let resource_group = if new { self.resource_group() } else { String::new() };
            let count = self.dice.one(&[0, 1, 2, 3]);
            let rules = (0..count).map(|_| self.acl_rule(origin.is_new())).collect();
            Resource { key, origin, wanted: NetworkAcl { name, resource_group, rules } }
        });
        acls.collect()
    }

    fn acl_rule(&mut self, in_new: bool) -> Resource<NetworkAclRule> {
        let new = in_new || self.dice.chance(65);
        let (key, origin, name) = self.new_or_existing(new, "acl-rule");
        let action = self.dice.one(&[Action::Allow, Action::Allow, Action::Deny]);
        let mut protocols = vec![Protocol::Tcp, Protocol::Tcp, Protocol::Udp, Protocol::Icmp];
        if action == Action::Allow {
            protocols.push(Protocol::IcmpTcpUdp);
        }
        let mut wanted = NetworkAclRule {
            name,
            action,
            direction: self.dice.one(&[Direction::Inbound, Direction::Outbound]),
            protocol: self.dice.one(&protocols),
            source: self.dice.one(&["", "10.1.2.3", "10.0.0.0/8"]).to_owned(),
            destination: self.dice.one(&["", "192.168.7.9", "172.16.4.0/22"]).to_owned(),
            ..NetworkAclRule::default()
        };
        if wanted.has_ports() {
            let ports =
                [("", ""), ("443", "443"), ("1024", "65535")].map(|(a, b)| (a.to_owned(), b.to_owned()));
            (wanted.source_port_min, wanted.source_port_max) = self.dice.one(&ports);
            (wanted.destination_port_min, wanted.destination_port_max) = self.dice.one(&ports);
        }
        Resource { key, origin, wanted }
    }

    fn groups(&mut self, in_new: bool) -> Vec<Resource<SecurityGroup>> {
        let count = self.dice.one(&[0, 1, 1, 2, 3]);
        let mut groups: Vec<Resource<SecurityGroup>> = (0..count)
            .map(|_| {
                let new = in_new || self.dice.chance(40);
                let (key, origin, name) = self.new_or_existing(new, "group");
                let resource_group = if new { self.resource_group() } else { String::new() };
                Resource { key, origin, wanted: SecurityGroup { name, resource_group, ..Default::default() } }
            })
            .collect();
        let keys: Vec<Key> = groups.iter().map(|group| group.key.clone()).collect();
        for group in &mut groups {
            let count = self.dice.one(&[0, 1, 2, 3]);
            let mut seen = BTreeSet::new();
            for _ in 0..count {
                let rule = self.rule(group.origin.is_new(), &keys);
                let admits = SecurityGroupRule { name: String::new(), ..rule.wanted.clone() };
                // Two rules that admit the same are one.
                if seen.insert(format!("{admits:?}")) {
                    group.wanted.rules.push(rule);
                }
            }
        }
        groups
    }

    fn rule(&mut self, in_new: bool, groups: &[Key]) -> Resource<SecurityGroupRule> {
        let new = in_new || self.dice.chance(60);
        let (key, mut origin, name) = self.new_or_existing(new, "rule");
        let protocol = self.dice.one(&[
            Protocol::Tcp,
            Protocol::Tcp,
            Protocol::Udp,
            Protocol::Icmp,
            Protocol::IcmpTcpUdp,
        ]);
        let ports = matches!(protocol, Protocol::Tcp | Protocol::Udp) && self.dice.chance(70);
        let (min, max) = self.dice.one(&[("443", "443"), ("1", "65535"), ("9092", "9093"), ("123", "123")]);
        let mut wanted = SecurityGroupRule {
            name: if self.dice.chance(60) { name } else { String::new() },
            direction: self.dice.one(&[Direction::Inbound, Direction::Inbound, Direction::Outbound]),
            protocol,
            ..SecurityGroupRule::default()
        };
        if ports {
            wanted.port_min = min.to_owned();
            wanted.port_max = max.to_owned();
        }
        match self.dice.below(4) {
            0 => {}
            1 => wanted.remote = self.dice.one(&["10.1.2.3", "192.168.7.9"]).to_owned(),
            2 => wanted.remote = self.dice.one(&["10.0.0.0/8", "172.16.4.0/22", "10.9.9.9/32"]).to_owned(),
            _ => wanted.remote_group = self.dice.one(groups),
        }
        if !wanted.remote_group.is_none() {
            // Who makes what exists does not know the ids of groups.
            origin.on = On::ReferTo;
        }
        Resource { key, origin, wanted }
    }
}
