//! Plans of any size, made the same each time: for benchmarks, and for tests that
//! need many objects.

use ipnet::Ipv4Net;
use vpe_planner::catalog::{REGIONS, Region};
use vpe_planner::plan::{
    DnsMode, Gateway, How, Key, Plan, Resource, SecurityGroup, SecurityGroupRule, Subnet, Target, Vpc,
    ZoneAddress,
};

/// VPCs of a plan that has gateways enough.
pub(crate) const VPCS: usize = 10;

/// A plan of `gateways` gateways in up to ten VPCs, each VPC in another region with
/// a subnet in each zone and a security group. Each gateway reaches an instance of
/// its own and is given an address in each zone. Nothing is wrong with it.
pub(crate) fn plan(gateways: usize) -> Plan {
    let vpcs = VPCS.min(gateways.max(1));
    let each = gateways.div_ceil(vpcs);
    Plan {
        name: format!("{gateways} gateways"),
        vpcs: REGIONS.iter().take(vpcs).enumerate().map(|(i, region)| vpc(i, region, each)).collect(),
        gateways: (0..gateways).map(|i| gateway(i, i % vpcs, i / vpcs, each)).collect(),
        ..Plan::default()
    }
}

/// The same with something wrong at every gateway: each second one is given the
/// addresses of the one before it in its VPC.
pub(crate) fn faulty(gateways: usize) -> Plan {
    let mut plan = plan(gateways);
    for i in (0..gateways).rev() {
        if (i / VPCS) % 2 == 1 {
            plan.gateways[i].wanted.addresses = plan.gateways[i - VPCS].wanted.addresses.clone();
        }
    }
    plan
}

fn key(text: &str) -> Key {
    Key::new(text).unwrap_or_else(|e| panic!("{e}"))
}

/// The subnet of a zone: as large as its gateways need, from the start of the zone's
/// default prefix.
fn net(region: &'static Region, zone: usize, gateways: usize) -> Ipv4Net {
    // IBM Cloud holds five addresses of each subnet.
    let host_bits = (gateways + 5).next_power_of_two().trailing_zeros().max(6);
    let length = u8::try_from(32 - host_bits).unwrap_or_else(|e| panic!("{gateways} gateways: {e}"));
    let prefix = region.zones()[zone].default_prefix();
    assert!(length >= prefix.prefix_len(), "{gateways} gateways do not fit a zone's prefix");
    Ipv4Net::new_assert(prefix.network(), length)
}

fn vpc(number: usize, region: &'static Region, gateways: usize) -> Resource<Vpc> {
    let name = format!("vpc-{number}");
    let subnets = (0..3)
        .map(|zone| {
            let name = format!("{name}-vpe-{}", zone + 1);
            let wanted = Subnet {
                zone: region.zones()[zone].to_string(),
                cidr: net(region, zone, gateways).to_string(),
                name: name.clone(),
                ..Subnet::default()
            };
            Resource { key: key(&name), wanted, ..Resource::default() }
        })
        .collect();
    let rule = SecurityGroupRule {
        name: "https".into(),
        port_min: "443".into(),
        port_max: "443".into(),
        remote: "10.0.0.0/8".into(),
        ..SecurityGroupRule::default()
    };
    let group = SecurityGroup {
        name: format!("{name}-clients"),
        rules: vec![Resource { key: key(&format!("{name}-https")), wanted: rule, ..Resource::default() }],
        ..SecurityGroup::default()
    };
    let wanted = Vpc {
        region: region.code.into(),
        subnets,
        security_groups: vec![Resource {
            key: key(&format!("{name}-clients")),
            wanted: group,
            ..Resource::default()
        }],
        name: name.clone(),
        ..Vpc::default()
    };
    Resource { key: key(&name), wanted, ..Resource::default() }
}

/// The gateway `number` of the plan, which is the one at `position` in its VPC.
fn gateway(number: usize, vpc: usize, position: usize, in_vpc: usize) -> Resource<Gateway> {
    let region = &REGIONS[vpc];
    let addresses = (0..3)
        .map(|zone| {
            let first = u32::from(net(region, zone, in_vpc).network()) + 4;
            let offset = u32::try_from(position).unwrap_or_else(|e| panic!("{position}: {e}"));
            ZoneAddress {
                zone: region.zones()[zone].to_string(),
                subnet: key(&format!("vpc-{vpc}-vpe-{}", zone + 1)),
                how: How::Given,
                address: std::net::Ipv4Addr::from(first + offset).to_string(),
                ..ZoneAddress::default()
            }
        })
        .collect();
    let name = format!("secrets-{number}");
    let account = "7f2c4e91b0d84a6f9c3355e1a0b27d48";
    let crn = format!(
        "crn:v1:bluemix:public:secrets-manager:{region}:a/{account}:4b1e9c52-7d03-4c8a-9f21-{number:012x}::"
    );
    let wanted = Gateway {
        name: name.clone(),
        vpc: key(&format!("vpc-{vpc}")),
        target: Target { crn, ..Target::default() },
        addresses,
        security_groups: vec![key(&format!("vpc-{vpc}-clients"))],
        dns: DnsMode::Primary,
        tags: vec!["env:prod".into()],
        ..Gateway::default()
    };
    Resource { key: key(&name), wanted, ..Resource::default() }
}
