//! Limits and reserved ranges. Sources: VPC quotas page of 5 Jul 2026, VPC API
//! of 6 Oct 2026, networking pages of 21 Aug 2026.

use ipnet::Ipv4Net;
use std::net::Ipv4Addr;

/// Security groups that one gateway can have. Fixed by IBM Cloud.
pub const GROUPS_PER_GATEWAY: usize = 5;
/// Address prefixes of one VPC, not of one zone. Can be raised by IBM.
pub const PREFIXES_PER_VPC: usize = 25;
/// Subnets of one VPC. Can be raised by IBM.
pub const SUBNETS_PER_VPC: usize = 100;
/// Rules of one security group. Can be raised by IBM.
pub const RULES_PER_GROUP: usize = 250;
/// VPCs of one region. Can be raised by IBM.
pub const VPCS_PER_REGION: usize = 10;
/// Security groups of one VPC. Can be raised by IBM.
pub const GROUPS_PER_VPC: usize = 100;
/// Network ACLs of one VPC. Can be raised by IBM.
pub const ACLS_PER_VPC: usize = 100;
/// Rules of one network ACL. Can be raised by IBM.
pub const RULES_PER_ACL: usize = 200;
/// What one security group can be attached to. Can be raised by IBM.
pub const TARGETS_PER_GROUP: usize = 1000;
/// Longest name of a VPC resource, in characters.
pub const NAME_MAX: usize = 63;
/// Longest tag, in characters.
pub const TAG_MAX: usize = 128;
/// Shortest prefix length of a subnet or address prefix.
pub const CIDR_MIN: u8 = 9;
/// Longest prefix length of a subnet or address prefix.
pub const CIDR_MAX: u8 = 29;
/// Addresses at the start of each subnet that IBM Cloud holds: network, gateway,
/// DNS, and one for future use.
pub const HELD_FIRST: u32 = 4;
/// Addresses at the end of each subnet that IBM Cloud holds: broadcast.
pub const HELD_LAST: u32 = 1;

const fn net(a: u8, b: u8, len: u8) -> Ipv4Net {
    Ipv4Net::new_assert(Ipv4Addr::new(a, b, 0, 0), len)
}

/// Ranges that no address prefix may overlap, with what they are for.
pub const FORBIDDEN: [(Ipv4Net, &str); 5] = [
    (net(127, 0, 8), "loopback"),
    (net(161, 26, 16), "IBM services such as DNS and time"),
    (net(166, 8, 14), "IBM Cloud service endpoints"),
    (net(169, 254, 16), "link-local addresses"),
    (net(224, 0, 4), "multicast"),
];

/// Ranges that classic infrastructure uses: a VPC that is joined to it must not.
pub const CLASSIC: [Ipv4Net; 4] = [net(10, 0, 14), net(10, 200, 14), net(10, 198, 15), net(10, 254, 16)];

/// The private ranges of RFC 1918.
pub const RFC_1918: [Ipv4Net; 3] = [net(10, 0, 8), net(172, 16, 12), net(192, 168, 16)];
