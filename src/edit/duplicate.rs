//! New gateways that are like others.

use super::{Edit, New};
use crate::catalog::{self, Zone};
use crate::model::{Crn, CrnKind};
use crate::plan::{DnsMode, Gateway, How, Key, Plan, Resource, Target, Vpc, ZoneAddress};

/// What a gateway is called where the one that it is like has no name.
pub const UNNAMED: &str = "endpoint-gateway";

/// Longest name that leaves room for the number of a copy.
const ROOM: usize = 58;

/// New gateways like these, in the VPC `into`, as one step for the user; `None` where there
/// are none.
///
/// IBM Cloud takes one gateway to a target in a VPC: where `into` has one, the copy keeps
/// what tells the service and not which of it. Addresses and buckets belong to the one that
/// has them, so IBM Cloud chooses addresses and nothing is bound. In another VPC a copy
/// begins in that VPC's zones, with its security groups of the same names.
pub fn duplicate(plan: &Plan, gateways: &[Key], into: &Key) -> Option<Edit> {
    let vpc = plan.vpc(into);
    let mut made: Vec<Resource<Gateway>> = Vec::with_capacity(gateways.len());
    for gateway in gateways.iter().filter_map(|key| plan.gateway(key)) {
        let copy = copy(plan, &made, gateway, into, vpc);
        made.push(copy);
    }
    let label = match made.as_slice() {
        [] => return None,
        [one] => format!("duplicate {}", one.wanted.name),
        _ => format!("duplicate {} gateways", made.len()),
    };
    let edits = made.into_iter().map(|gateway| Edit::Add(New::Gateway(gateway))).collect();
    Some(Edit::All { label, edits })
}

fn copy(
    plan: &Plan,
    made: &[Resource<Gateway>],
    of: &Resource<Gateway>,
    into: &Key,
    vpc: Option<&Resource<Vpc>>,
) -> Resource<Gateway> {
    let others = || plan.gateways.iter().chain(made);
    let there = || others().filter(|g| g.wanted.vpc == *into);
    let base: String = of.wanted.name.chars().take(ROOM).collect();
    let name =
        unused(if base.is_empty() { UNNAMED } else { &base }, |name| there().any(|g| g.wanted.name == name));
    let key = Key::make(&name, "gateway", |k| others().any(|g| g.key.as_str() == k));
    let mut wanted = Gateway { name, vpc: into.clone(), ..of.wanted.clone() };
    wanted.ip_prefix.clear();
    wanted.resource_bindings.clear();
    if there().any(|g| same_target(&g.wanted.target, &wanted.target)) {
        forget_which(&mut wanted.target);
    }
    match vpc.filter(|_| of.wanted.vpc != *into) {
        Some(vpc) => {
            wanted.addresses = zones(&vpc.wanted);
            wanted.security_groups = groups(plan, &of.wanted, &vpc.wanted);
        }
        None => wanted.addresses.iter_mut().for_each(unsay),
    }
    // A hub's gateways are primary, and without buckets nothing is resolved for one.
    let hub = vpc.is_some_and(|v| v.wanted.dns.enable_hub);
    if hub || wanted.dns == DnsMode::PerResourceBinding {
        wanted.dns = DnsMode::Primary;
    }
    Resource { key, wanted, ..Resource::default() }
}

/// Whether two targets, as written, are one.
fn same_target(a: &Target, b: &Target) -> bool {
    a.kind == b.kind && a.crn == b.crn && a.name == b.name
}

/// Takes from a target what tells it from others of its service: of an instance the
/// instance, of everything else all.
fn forget_which(target: &mut Target) {
    let instance = Crn::new(&target.crn).ok().filter(|crn| crn.kind() == CrnKind::Instance);
    target.crn = match instance {
        Some(crn) => {
            let upto: Vec<&str> = (0..7).map(|i| crn.segment(i)).collect();
            format!("{}:::", upto.join(":"))
        }
        None => String::new(),
    };
    target.name.clear();
    target.port.clear();
    target.endpoints.clear();
}

/// Leaves the address to IBM Cloud: a given or existing one is the other gateway's.
fn unsay(address: &mut ZoneAddress) {
    if matches!(address.how, How::Given | How::Existing) {
        address.how = How::Chosen;
    }
    address.address.clear();
    address.reserved_ip = Key::none();
}

/// The groups of a VPC that are named as those of a gateway in another.
fn groups(plan: &Plan, of: &Gateway, vpc: &Vpc) -> Vec<Key> {
    let named = |key: &Key| plan.groups().find(|(_, g)| g.key == *key).map(|(_, g)| g.wanted.name.as_str());
    let names = of.security_groups.iter().filter_map(named).filter(|name| !name.is_empty());
    let there = |name: &str| vpc.security_groups.iter().find(|g| g.wanted.name == name);
    names.filter_map(there).map(|g| g.key.clone()).collect()
}

/// An entry for each zone of a VPC. Where a zone has one subnet, IBM Cloud
/// chooses an address of it; else nothing is planned yet.
pub fn zones(vpc: &Vpc) -> Vec<ZoneAddress> {
    let Some(region) = catalog::region(&vpc.region) else { return Vec::new() };
    let entry = |zone: Zone| {
        let zone = zone.to_string();
        let mut subnets = vpc.subnets.iter().filter(|s| s.wanted.zone == zone);
        let (subnet, how) = match (subnets.next(), subnets.next()) {
            (Some(only), None) => (only.key.clone(), How::Chosen),
            _ => (Key::none(), How::None),
        };
        ZoneAddress { zone, subnet, how, ..ZoneAddress::default() }
    };
    region.zones().map(entry).into()
}

/// The name itself, or with the first number from 2 on that nothing of these has.
pub fn unused(base: &str, taken: impl Fn(&str) -> bool) -> String {
    let numbered = (2u32..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::Model;
    use crate::plan::read;

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    fn thirty() -> Plan {
        read(include_str!("../../tests/mistakes/plans/thirty.json")).unwrap()
    }

    /// The plan with copies of these, and the copies.
    fn copies(plan: &Plan, of: &[&str], into: &str) -> (Plan, Vec<Resource<Gateway>>) {
        let of: Vec<Key> = of.iter().map(|k| key(k)).collect();
        let after = apply(plan, &duplicate(plan, &of, &key(into)).unwrap()).unwrap();
        let made = after.gateways[plan.gateways.len()..].to_vec();
        (after, made)
    }

    #[test]
    fn a_copy_beside_it_has_another_name_no_address_of_its_own_and_no_target_yet() {
        let plan = thirty();
        let (_, made) = copies(&plan, &["de-kms"], "de");
        let copy = &made[0];
        assert_eq!((copy.key.as_str(), copy.wanted.name.as_str()), ("de-kms-2", "de-kms-2"));
        assert!(copy.wanted.addresses.iter().all(|a| a.how == How::Chosen && a.address.is_empty()));
        assert_eq!(copy.wanted.target.crn, "");
        assert_eq!(copy.wanted.security_groups, plan.gateway(&key("de-kms")).unwrap().wanted.security_groups);
        // Twice the same at once: each has a name of its own.
        let (_, made) = copies(&plan, &["de-kms", "de-kms"], "de");
        assert_eq!(made.iter().map(|g| g.key.as_str()).collect::<Vec<_>>(), ["de-kms-2", "de-kms-3"]);
    }

    #[test]
    fn a_copy_of_an_instance_keeps_its_service_and_region() {
        let (_, made) = copies(&thirty(), &["us-secrets"], "us");
        let crn = &made[0].wanted.target.crn;
        let expected = "crn:v1:bluemix:public:secrets-manager:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:::";
        assert_eq!(crn, expected);
    }

    #[test]
    fn in_another_vpc_it_keeps_its_target_and_begins_in_that_vpc_s_zones() {
        let plan = thirty();
        let (_, made) = copies(&plan, &["de-secrets"], "us");
        let copy = &made[0].wanted;
        assert_eq!(copy.target, plan.gateway(&key("de-secrets")).unwrap().wanted.target);
        let zones: Vec<_> =
            copy.addresses.iter().map(|a| (a.zone.as_str(), a.subnet.as_str(), a.how)).collect();
        let expected = [1, 2, 3].map(|n| (format!("us-south-{n}"), format!("us-vpe-{n}")));
        let expected: Vec<_> = expected.iter().map(|(z, s)| (z.as_str(), s.as_str(), How::Chosen)).collect();
        assert_eq!(zones, expected);
    }

    #[test]
    fn its_groups_are_those_of_the_same_name() {
        let mut plan = thirty();
        plan.vpcs[0].wanted.security_groups[0].wanted.name = "https".into();
        plan.vpcs[1].wanted.security_groups[0].wanted.name = "https".into();
        let (_, made) = copies(&plan, &["de-secrets"], "us");
        assert_eq!(made[0].wanted.security_groups, [key("us-https")]);
        plan.vpcs[0].wanted.security_groups[0].wanted.name = "other".into();
        let (_, made) = copies(&plan, &["de-secrets"], "us");
        assert_eq!(made[0].wanted.security_groups, [] as [Key; 0]);
    }

    #[test]
    fn a_second_copy_to_one_target_has_none() {
        let (_, made) = copies(&thirty(), &["de-secrets", "au-secrets", "de-secrets"], "us");
        let whole = |g: &Resource<Gateway>| !g.wanted.target.crn.ends_with(":::");
        assert_eq!(made.iter().map(whole).collect::<Vec<_>>(), [true, true, false]);
    }

    #[test]
    fn buckets_stay_bound_once_and_a_hub_s_gateways_are_primary() {
        let plan = read(include_str!("../../examples/dns-hub.json")).unwrap();
        let (after, made) = copies(&plan, &["data-cos"], "hub");
        assert_eq!((made[0].wanted.dns, made[0].wanted.resource_bindings.len()), (DnsMode::Primary, 0));
        assert_eq!(Model::of(&after).resource_bindings.len(), Model::of(&plan).resource_bindings.len());
    }

    #[test]
    fn a_long_name_leaves_room_and_what_is_gone_is_left_out() {
        let mut plan = thirty();
        plan.gateways[0].wanted.name = "a".repeat(63);
        let (_, made) = copies(&plan, &["us-kms"], "us");
        assert!(made[0].wanted.name.len() <= 63);
        assert_eq!(duplicate(&plan, &[key("gone")], &key("us")), None);
    }
}
