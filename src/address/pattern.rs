//! One way for the addresses of many gateways.

use super::free::Free;
use crate::edit::{Choice, Edit};
use crate::model::{Address, Form, Gateway, Ix, Model, Placed, Said, Subnet};
use crate::plan::{Field, How};
use std::net::Ipv4Addr;

/// A way to give addresses in all zones of gateways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// None yet.
    None,
    /// IBM Cloud chooses.
    Chosen,
    /// The free addresses of each zone's subnet in order, from this one on: 1 for the first.
    Free(u32),
    /// One last number in all zones of a gateway, this one or the next that is free in all.
    SameLast(u8),
}

/// A zone entry that gets an address, with the subnet that it is of.
pub(super) type Slot = (Ix<Address>, Option<Ix<Subnet>>);

/// What a pattern comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Arranged {
    /// The changes, of those addresses that differ.
    pub edits: Vec<Edit>,
    /// Zone entries that it leaves as they are for want of a subnet or of a free address.
    pub left: usize,
}

/// Gives all zones of gateways their addresses by a pattern, one gateway after the other.
///
/// A zone entry without a subnet takes the only one of its zone, where there is just one. What
/// is bound as an existing reserved IP stays. The addresses that the gateways themselves are
/// given count as free, so that a pattern that is kept to already changes nothing.
pub fn arrange(model: &Model, gateways: &[Ix<Gateway>], pattern: Pattern) -> Arranged {
    let mut arranged = Arranged::default();
    let slots: Vec<Vec<Slot>> = gateways.iter().map(|&ix| slots(model, ix)).collect();
    let mut free = Free::of(model, &slots);
    for slots in slots {
        let given: Vec<Option<Ipv4Addr>> = match pattern {
            Pattern::None | Pattern::Chosen => vec![None; slots.len()],
            Pattern::Free(nth) => slots.iter().map(|(_, s)| free.next((*s)?, nth.max(1))).collect(),
            Pattern::SameLast(last) => free.same_last(&slots, last),
        };
        for ((address, subnet), ip) in slots.into_iter().zip(given) {
            let how = match pattern {
                Pattern::None => How::None,
                Pattern::Chosen if subnet.is_some() => How::Chosen,
                Pattern::Free(_) | Pattern::SameLast(_) if ip.is_some() => How::Given,
                _ => {
                    arranged.left += 1;
                    continue;
                }
            };
            set(model, address, subnet.filter(|_| how != How::None), how, ip, &mut arranged.edits);
        }
    }
    arranged
}

/// The zone entries of a gateway that a pattern can change, each with its subnet.
fn slots(model: &Model, ix: Ix<Gateway>) -> Vec<Slot> {
    let gateway = &model.gateways[ix];
    let only = |address: &Address| {
        let zone = address.zone.get()?;
        let subnets = &model.vpcs[gateway.vpc?].subnets;
        let mut there = subnets.iter().copied().filter(|&s| model.subnets[s].zone.get() == Some(zone));
        there.next().filter(|_| there.next().is_none())
    };
    let addresses = gateway.addresses.iter().map(|&a| (a, &model.addresses[a]));
    let movable = addresses.filter(|(_, a)| !matches!(a.form, Form::Existing(_)));
    movable.map(|(ix, a)| (ix, a.subnet.or_else(|| only(a)))).collect()
}

fn set(
    model: &Model,
    ix: Ix<Address>,
    subnet: Option<Ix<Subnet>>,
    how: How,
    ip: Option<Ipv4Addr>,
    edits: &mut Vec<Edit>,
) {
    let address = &model.addresses[ix];
    if let Some(subnet) = subnet.filter(|_| address.subnet.is_none()) {
        let key = model.subnets[subnet].key.clone();
        edits.push(Edit::choose(address.object(), Choice::Subnet(key)));
    }
    let now = match address.form {
        Form::None => How::None,
        Form::Chosen => How::Chosen,
        Form::Given(_) => How::Given,
        Form::Existing(_) => How::Existing,
    };
    if now != how {
        edits.push(Edit::choose(address.object(), Choice::How(how)));
    }
    if let Some(ip) = ip
        && address.form != Form::Given(Said::Value(ip))
    {
        edits.push(Edit::text(address.object(), Field::Address, ip.to_string()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::plan::{self, Key, Object, Plan, Taken};

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    /// 30 gateways in 3 VPCs, those of `de` with given addresses from .4 on.
    fn thirty() -> Plan {
        plan::read(include_str!("../../tests/mistakes/plans/thirty.json")).unwrap()
    }

    fn of_vpc(model: &Model, vpc: &str) -> Vec<Ix<Gateway>> {
        let there = |g: &Gateway| g.vpc.is_some_and(|v| model.vpcs[v].key == key(vpc));
        model.gateways.enumerate().filter(|(_, g)| there(g)).map(|(ix, _)| ix).collect()
    }

    fn arranged(plan: &Plan, vpc: &str, pattern: Pattern) -> (Plan, Arranged) {
        let model = Model::of(plan);
        let arranged = arrange(&model, &of_vpc(&model, vpc), pattern);
        let all = Edit::All { label: "arrange".into(), edits: arranged.edits.clone() };
        (apply(plan, &all).unwrap(), arranged)
    }

    /// The addresses of a gateway as they are written.
    fn addresses(plan: &Plan, gateway: &str) -> Vec<String> {
        let entries = &plan.gateway(&key(gateway)).unwrap().wanted.addresses;
        entries
            .iter()
            .map(|a| if a.how == How::Given { a.address.clone() } else { format!("{:?}", a.how) })
            .collect()
    }

    #[test]
    fn ibm_cloud_chooses_or_nobody_does_and_nothing_else_changes() {
        let plan = thirty();
        for (pattern, how) in [(Pattern::Chosen, How::Chosen), (Pattern::None, How::None)] {
            let (after, _) = arranged(&plan, "de", pattern);
            let mut expected = plan.clone();
            for gateway in expected.gateways.iter_mut().filter(|g| g.wanted.vpc == key("de")) {
                gateway.wanted.addresses.iter_mut().for_each(|a| a.how = how);
            }
            assert_eq!(after, expected);
            assert_eq!(arranged(&after, "de", pattern).1, Arranged::default());
        }
    }

    #[test]
    fn free_addresses_are_given_in_order_from_the_nth_on() {
        let (after, found) = arranged(&thirty(), "us", Pattern::Free(1));
        assert_eq!(found.left, 0);
        assert_eq!(addresses(&after, "us-kms"), ["10.240.8.4", "10.240.72.4", "10.240.136.4"]);
        assert_eq!(addresses(&after, "us-pg"), ["10.240.8.13", "10.240.72.13", "10.240.136.13"]);
        let (after, _) = arranged(&thirty(), "us", Pattern::Free(7));
        assert_eq!(addresses(&after, "us-kms"), ["10.240.8.10", "10.240.72.10", "10.240.136.10"]);
        // What keeps to it already stays as it is.
        assert_eq!(arranged(&thirty(), "de", Pattern::Free(1)).1, Arranged::default());
    }

    fn taken(plan: &mut Plan, subnet: &str, addresses: &str) {
        let subnets = plan.vpcs.iter_mut().flat_map(|v| &mut v.wanted.subnets);
        let subnet = subnets.into_iter().find(|s| s.key == key(subnet)).unwrap();
        subnet.wanted.taken.push(Taken { addresses: addresses.into(), holder: String::new() });
    }

    #[test]
    fn what_is_taken_is_passed_over_and_a_full_subnet_left() {
        let mut plan = thirty();
        taken(&mut plan, "us-vpe-1", "10.240.8.5-10.240.8.8");
        taken(&mut plan, "us-vpe-2", "10.240.72.6-10.240.72.70");
        let (after, found) = arranged(&plan, "us", Pattern::Free(1));
        assert_eq!(addresses(&after, "us-cos"), ["10.240.8.9", "10.240.72.5", "10.240.136.5"]);
        assert_eq!(addresses(&after, "us-iam"), ["10.240.8.10", "Chosen", "10.240.136.6"]);
        assert_eq!(found.left, 8);
    }

    #[test]
    fn one_last_number_is_free_in_all_zones() {
        let mut plan = thirty();
        taken(&mut plan, "us-vpe-2", "10.240.72.20");
        let (after, found) = arranged(&plan, "us", Pattern::SameLast(20));
        assert_eq!(found.left, 0);
        assert_eq!(addresses(&after, "us-kms"), ["10.240.8.21", "10.240.72.21", "10.240.136.21"]);
        assert_eq!(addresses(&after, "us-cos"), ["10.240.8.22", "10.240.72.22", "10.240.136.22"]);
        assert_eq!(arranged(&after, "us", Pattern::SameLast(20)).1, Arranged::default());
        // A /26 ends at .63, of which .63 is IBM Cloud's: three gateways fit from .60 on.
        let (_, found) = arranged(&plan, "us", Pattern::SameLast(60));
        assert_eq!(found.left, 7 * 3);
        // Without a number in common nothing is given.
        plan.vpcs[0].wanted.subnets[1].wanted.cidr = "10.240.72.64/26".into();
        let (after, found) = arranged(&plan, "us", Pattern::SameLast(4));
        assert_eq!((after, found.left), (plan, 30));
    }

    #[test]
    fn a_zone_without_a_subnet_takes_its_only_one() {
        let mut plan = thirty();
        plan.gateways[0].wanted.addresses[0] =
            plan::ZoneAddress { zone: "us-south-1".into(), ..plan::ZoneAddress::default() };
        let (after, _) = arranged(&plan, "us", Pattern::Chosen);
        assert_eq!(after, thirty());
        let second = plan.vpcs[0].wanted.subnets[0].clone();
        plan.vpcs[0].wanted.subnets.push(plan::Resource { key: key("second"), ..second });
        let (after, found) = arranged(&plan, "us", Pattern::Chosen);
        assert_eq!((after, found.left), (plan, 1));
    }

    #[test]
    fn an_existing_reserved_ip_stays_bound() {
        let mut plan = thirty();
        plan.gateways[0].wanted.addresses[0].how = How::Existing;
        plan.gateways[0].wanted.addresses[0].reserved_ip = key("kept");
        for pattern in [Pattern::None, Pattern::Chosen, Pattern::Free(1), Pattern::SameLast(4)] {
            let (after, _) = arranged(&plan, "us", pattern);
            assert_eq!(after.gateways[0].wanted.addresses[0], plan.gateways[0].wanted.addresses[0]);
        }
        let object = Object::Address(key("us-kms"), 0);
        let (_, found) = arranged(&plan, "us", Pattern::Free(1));
        assert!(found.edits.iter().all(|e| !matches!(e, Edit::Choose { of, .. } if *of == object)));
    }
}
