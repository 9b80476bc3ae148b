//! What is proposed for something that is added.

use super::Of;
use crate::address::FreeBlocks;
use crate::catalog::Zone;
use crate::model::Model;
use crate::plan::{
    AddressPrefix, Key, NetworkAcl, NetworkAclRule, Origin, OriginKind, Plan, PrefixManagement, Resource,
    SecurityGroup, SecurityGroupRule, Subnet, Vpc,
};

/// The prefix length of a subnet that is proposed: 59 addresses to give.
const SUBNET_LENGTH: u8 = 26;

/// A name that is not taken: the base, else with the first number that makes it so.
fn fresh(base: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2..).map(|n: u32| format!("{base}-{n}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

/// A VPC, in the region of the last one.
pub(super) fn vpc(plan: &Plan) -> Resource<Vpc> {
    let name = fresh("vpc", |n| plan.vpcs.iter().any(|v| v.wanted.name == n));
    let key = Key::make(&name, "vpc", |k| plan.vpcs.iter().any(|v| v.key.as_str() == k));
    let region = plan.vpcs.last().map(|v| v.wanted.region.clone()).unwrap_or_default();
    Resource { key, wanted: Vpc { name, region, ..Vpc::default() }, ..Resource::default() }
}

/// An address prefix in the next zone that has none. In an existing VPC it exists,
/// with a block that only its owner knows; in a new one the default block is
/// proposed where it is left.
pub(super) fn prefix(of: &Of<'_>) -> Resource<AddressPrefix> {
    let wanted = &of.written.wanted;
    let plan = &of.view.plan;
    let zone = next_zone(of, |zone| wanted.prefixes.iter().filter(|p| p.wanted.zone == zone).count());
    let name = zone.map_or_else(String::new, |z| {
        fresh(&format!("prefix-{}", z.number), |n| wanted.prefixes.iter().any(|p| p.wanted.name == n))
    });
    let key = Key::make(&name, "prefix", |k| plan.prefixes().any(|(_, p)| p.key.as_str() == k));
    let exists = !of.is_new();
    let manual = wanted.prefix_management == PrefixManagement::Manual;
    let first =
        zone.filter(|z| manual && !exists && wanted.prefixes.iter().all(|p| p.wanted.zone != z.to_string()));
    let cidr = first.map(|z| z.default_prefix().to_string()).unwrap_or_default();
    let zone = zone.map(|z| z.to_string()).unwrap_or_default();
    let name = if exists { String::new() } else { name };
    Resource { key, origin: origin(exists), wanted: AddressPrefix { name, zone, cidr } }
}

/// A subnet in the next zone that has none. A new one is proposed with a name and
/// a free block of that zone's prefixes; of one that exists nobody knows them.
pub(super) fn subnet(of: &Of<'_>, exists: bool) -> Resource<Subnet> {
    let wanted = &of.written.wanted;
    let plan = &of.view.plan;
    let zone = next_zone(of, |zone| wanted.subnets.iter().filter(|s| s.wanted.zone == zone).count());
    let name = match zone {
        Some(zone) if !exists => {
            fresh(&format!("vpe-{}", zone.number), |n| wanted.subnets.iter().any(|s| s.wanted.name == n))
        }
        _ => String::new(),
    };
    let block = |zone: Zone| FreeBlocks::of(&of.view.model).next(of.ix, zone, SUBNET_LENGTH);
    let cidr = zone.filter(|_| !exists).and_then(block).map(|net| net.to_string()).unwrap_or_default();
    let key = Key::make(&name, "subnet", |k| plan.subnets().any(|(_, s)| s.key.as_str() == k));
    let zone = zone.map(|z| z.to_string()).unwrap_or_default();
    Resource { key, origin: origin(exists), wanted: Subnet { name, zone, cidr, ..Subnet::default() } }
}

/// A network ACL.
pub(super) fn acl(of: &Of<'_>) -> Resource<NetworkAcl> {
    let plan = &of.view.plan;
    let name = fresh("vpe-acl", |n| of.written.wanted.network_acls.iter().any(|a| a.wanted.name == n));
    let key = Key::make(&name, "acl", |k| plan.acls().any(|(_, a)| a.key.as_str() == k));
    Resource { key, wanted: NetworkAcl { name, ..NetworkAcl::default() }, ..Resource::default() }
}

/// A rule of a network ACL: HTTPS from the VPC's first prefix, which most services need.
pub(super) fn acl_rule(of: &Of<'_>, acl: &Resource<NetworkAcl>) -> Resource<NetworkAclRule> {
    let plan = &of.view.plan;
    let name = fresh("rule", |n| acl.wanted.rules.iter().any(|r| r.wanted.name == n));
    let key = Key::make("rule", "rule", |k| plan.acl_rules().any(|(_, r)| r.key.as_str() == k));
    let wanted = NetworkAclRule {
        name,
        source: first_prefix(of).unwrap_or_default(),
        destination_port_min: "443".to_owned(),
        destination_port_max: "443".to_owned(),
        ..NetworkAclRule::default()
    };
    Resource { key, wanted, ..Resource::default() }
}

/// A security group.
pub(super) fn group(of: &Of<'_>) -> Resource<SecurityGroup> {
    let plan = &of.view.plan;
    let name = fresh("vpe-clients", |n| of.written.wanted.security_groups.iter().any(|g| g.wanted.name == n));
    let key = Key::make(&name, "group", |k| plan.groups().any(|(_, g)| g.key.as_str() == k));
    Resource { key, wanted: SecurityGroup { name, ..SecurityGroup::default() }, ..Resource::default() }
}

/// A rule: HTTPS from the VPC's first prefix, which most services need.
pub(super) fn rule(of: &Of<'_>) -> Resource<SecurityGroupRule> {
    let plan = &of.view.plan;
    let key = Key::make("rule", "rule", |k| plan.rules().any(|(_, r)| r.key.as_str() == k));
    let wanted = SecurityGroupRule {
        port_min: "443".to_owned(),
        port_max: "443".to_owned(),
        remote: first_prefix(of).unwrap_or_default(),
        ..SecurityGroupRule::default()
    };
    Resource { key, wanted, ..Resource::default() }
}

/// A key for a reserved IP that exists.
pub(super) fn reserved_ip(model: &Model) -> Key {
    Key::make("reserved-ip", "reserved-ip", |k| model.reserved_ips.iter().any(|r| r.key.as_str() == k))
}

/// The block of the VPC's first address prefix, where one is known.
pub(super) fn first_prefix(of: &Of<'_>) -> Option<String> {
    of.model.prefixes.iter().find_map(|&p| of.view.model.prefixes[p].net.get()).map(|net| net.to_string())
}

fn origin(exists: bool) -> Origin {
    let kind = if exists { OriginKind::Existing } else { OriginKind::New };
    Origin { kind, ..Origin::default() }
}

/// The first of the zones with the fewest.
fn next_zone(of: &Of<'_>, count: impl Fn(&str) -> usize) -> Option<Zone> {
    of.model.region.get()?.zones().into_iter().min_by_key(|zone| count(&zone.to_string()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{after, of, seen};
    use super::*;
    use crate::app::testing::{key, two_gateways};
    use crate::edit::{Choice, Edit, New};
    use crate::plan::{Field, Object};

    fn app() -> Object {
        Object::Vpc(key("app-vpc"))
    }

    #[test]
    fn a_vpc_has_a_name_of_its_own_and_the_last_one_s_region() {
        let plan = two_gateways();
        let first = vpc(&plan);
        assert_eq!((first.key.as_str(), first.wanted.region.as_str()), ("vpc", "us-south"));
        let second = vpc(&after(&plan, [Edit::Add(New::Vpc(first))]));
        assert_eq!((second.key.as_str(), second.wanted.name.as_str()), ("vpc-2", "vpc-2"));
        assert_eq!(vpc(&Plan::default()).wanted.region, "");
    }

    #[test]
    fn subnets_go_to_the_zones_in_turn_with_blocks_that_are_free() {
        let mut plan = two_gateways();
        let mut found = Vec::new();
        plan = after(&plan, [Edit::Remove(Object::Subnet(key("vpe-2")))]);
        for _ in 0..3 {
            let view = seen(&plan);
            let new = of(&view, "app-vpc", |of| subnet(of, false));
            found.push(format!("{} {} {} {}", new.key, new.wanted.name, new.wanted.zone, new.wanted.cidr));
            plan = after(&plan, [Edit::Add(New::Subnet(key("app-vpc"), new))]);
        }
        assert_eq!(
            found,
            [
                "vpe-2 vpe-2 us-south-2 10.240.64.0/26",
                "vpe-1-2 vpe-1-2 us-south-1 10.240.0.0/26",
                "vpe-2-2 vpe-2-2 us-south-2 10.240.64.64/26",
            ]
        );
    }

    #[test]
    fn nothing_is_made_up_about_what_exists() {
        let plan = after(&two_gateways(), [Edit::choose(app(), Choice::Origin(OriginKind::Existing))]);
        let view = seen(&plan);
        let found = of(&view, "app-vpc", |of| subnet(of, true));
        assert_eq!((found.wanted.name.as_str(), found.wanted.cidr.as_str()), ("", ""));
        assert!(!found.origin.is_new());
        let found = of(&view, "app-vpc", prefix);
        assert_eq!((found.wanted.zone.as_str(), found.wanted.cidr.as_str()), ("us-south-1", ""));
        // Its prefixes are unknown, so no block of theirs is free for all we know.
        assert_eq!(of(&view, "app-vpc", |of| subnet(of, false)).wanted.cidr, "");
        assert_eq!(of(&view, "app-vpc", rule).wanted.remote, "");
    }

    #[test]
    fn prefixes_of_a_new_vpc_begin_with_the_default_ones() {
        let manual = Edit::choose(app(), Choice::Prefixes(PrefixManagement::Manual));
        let mut plan = after(&two_gateways(), [manual]);
        let mut found = Vec::new();
        for _ in 0..4 {
            let view = seen(&plan);
            let new = of(&view, "app-vpc", prefix);
            found.push(format!("{} {}", new.wanted.name, new.wanted.cidr));
            plan = after(&plan, [Edit::Add(New::Prefix(key("app-vpc"), new))]);
        }
        let expected =
            ["prefix-1 10.240.0.0/18", "prefix-2 10.240.64.0/18", "prefix-3 10.240.128.0/18", "prefix-1-2 "];
        assert_eq!(found, expected);
    }

    #[test]
    fn without_a_region_there_is_no_zone() {
        let plan = after(&two_gateways(), [Edit::text(app(), Field::Region, "")]);
        let found = of(&seen(&plan), "app-vpc", |of| subnet(of, false));
        assert_eq!((found.wanted.zone.as_str(), found.wanted.cidr.as_str()), ("", ""));
        assert_eq!(found.key.as_str(), "subnet");
    }

    #[test]
    fn rules_and_groups_have_names_and_keys_of_their_own() {
        let view = seen(&two_gateways());
        let group = of(&view, "app-vpc", group);
        assert_eq!((group.key.as_str(), group.wanted.name.as_str()), ("vpe-clients-2", "vpe-clients-2"));
        assert_eq!(of(&view, "app-vpc", rule).wanted.remote, "10.240.0.0/18");
    }
}
