//! What each subnet's addresses are used for.

use super::{Address, Form, Ix, Model, ReservedIp, Said, Span, Subnet};
use crate::catalog::{HELD_FIRST, HELD_LAST};
use std::net::Ipv4Addr;

/// Addresses of a subnet with one use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occupant {
    /// Which addresses.
    pub span: Span,
    /// What uses them.
    pub by: By,
    /// The last address of all uses that begin no later: what lets a search leave
    /// out those that end before an address.
    reach: Ipv4Addr,
}

/// A use of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// IBM Cloud holds the first four and the last of every subnet.
    Provider,
    /// The entry at this position of the subnet's taken addresses.
    Taken(usize),
    /// An existing reserved IP.
    ReservedIp(Ix<ReservedIp>),
    /// A gateway's planned address.
    Address(Ix<Address>),
}

/// How many addresses of a subnet there are of each kind. An address with two
/// uses counts in the first of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// All.
    pub total: u64,
    /// Held by IBM Cloud.
    pub held: u64,
    /// Taken, existing reserved IPs among them.
    pub taken: u64,
    /// Planned here, with a known address.
    pub planned: u64,
    /// Planned here; IBM Cloud will choose the address.
    pub chosen: u64,
    /// Left, after those that IBM Cloud will choose.
    pub free: u64,
}

pub(super) fn build(model: &mut Model) {
    for ix in model.subnets.indexes() {
        let Some(net) = model.subnets[ix].net.get() else { continue };
        let whole = Span::from(net);
        let mut occupants = held(whole);
        let taken = &model.subnets[ix].taken;
        occupants.extend(
            taken
                .iter()
                .enumerate()
                .filter_map(|(i, (span, _))| span.map(|span| Occupant::new(span, By::Taken(i)))),
        );
        for &ip in &model.subnets[ix].reserved_ips {
            if let Some(address) = model.reserved_ips[ip].address.get() {
                occupants.push(one(address, By::ReservedIp(ip)));
            }
        }
        model.subnets.get_mut(ix).occupants = occupants;
    }
    for ix in model.addresses.indexes() {
        let address = &model.addresses[ix];
        let Some(subnet) = address.subnet else { continue };
        match address.form {
            Form::Given(Said::Value(ip)) => {
                let occupant = one(ip, By::Address(ix));
                model.subnets.get_mut(subnet).occupants.push(occupant);
            }
            Form::Chosen => model.subnets.get_mut(subnet).chosen.push(ix),
            Form::None | Form::Given(Said::Text(_)) | Form::Existing(_) => {}
        }
    }
    for ix in model.subnets.indexes() {
        let occupants = &mut model.subnets.get_mut(ix).occupants;
        // By first address; uses of one address stay in plan order.
        let mut order: Vec<(u32, usize)> =
            occupants.iter().enumerate().map(|(i, o)| (o.span.first.into(), i)).collect();
        order.sort_unstable();
        let mut reach = Ipv4Addr::UNSPECIFIED;
        let sorted = order.iter().map(|&(_, i)| {
            reach = reach.max(occupants[i].span.last);
            Occupant { reach, ..occupants[i] }
        });
        *occupants = sorted.collect();
    }
}

fn one(address: Ipv4Addr, by: By) -> Occupant {
    Occupant::new(Span { first: address, last: address }, by)
}

impl Occupant {
    fn new(span: Span, by: By) -> Self {
        Self { span, by, reach: span.last }
    }
}

/// What IBM Cloud holds of a subnet.
fn held(whole: Span) -> Vec<Occupant> {
    let (first, last) = (u32::from(whole.first), u32::from(whole.last));
    if whole.count() <= u64::from(HELD_FIRST + HELD_LAST) {
        return vec![Occupant::new(whole, By::Provider)];
    }
    let span = |a: u32, b: u32| Span { first: a.into(), last: b.into() };
    vec![
        Occupant::new(span(first, first + HELD_FIRST - 1), By::Provider),
        Occupant::new(span(last - HELD_LAST + 1, last), By::Provider),
    ]
}

impl Subnet {
    /// The uses of one address, by position in the plan.
    pub fn uses(&self, address: Ipv4Addr) -> impl Iterator<Item = &Occupant> {
        let end = self.occupants.partition_point(|o| o.span.first <= address);
        let begun = &self.occupants[..end];
        let start = begun.partition_point(|o| o.reach < address);
        begun[start..].iter().filter(move |o| o.span.last >= address)
    }

    /// Counts the subnet's addresses; all zero when its range is not known.
    pub fn counts(&self) -> Counts {
        let Some(net) = self.net.get() else { return Counts::default() };
        let whole = Span::from(net);
        let mut counts =
            Counts { total: whole.count(), chosen: self.chosen.len() as u64, ..Counts::default() };
        // The last address counted so far, to count each address once.
        let mut counted: Option<u32> = None;
        for o in &self.occupants {
            let first =
                u32::from(o.span.first.max(whole.first)).max(counted.map_or(0, |c| c.saturating_add(1)));
            let last = u32::from(o.span.last.min(whole.last));
            if counted == Some(u32::MAX) || first > last {
                continue;
            }
            let n = u64::from(last - first) + 1;
            match o.by {
                By::Provider => counts.held += n,
                By::Taken(_) | By::ReservedIp(_) => counts.taken += n,
                By::Address(_) => counts.planned += n,
            }
            counted = Some(last);
        }
        let used = counts.held + counts.taken + counts.planned + counts.chosen;
        counts.free = counts.total.saturating_sub(used);
        counts
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Model;
    use crate::plan;

    #[test]
    fn every_use_of_an_address_is_found_and_no_other() {
        let file = r#"{"vpe_planner": 1, "plan": {"vpcs": [{"key": "v", "wanted": {"subnets": [{"key": "s",
            "wanted": {"cidr": "10.0.0.0/26", "taken": [
                {"addresses": "10.0.0.20"}, {"addresses": "10.0.0.8-10.0.0.30"},
                {"addresses": "10.0.0.9"}, {"addresses": "10.0.0.28-10.0.0.40"}]}}]}}]}}"#;
        let model = Model::of(&plan::read(file).unwrap());
        let subnet = &model.subnets[model.subnets.indexes().next().unwrap()];
        for last in 0..64 {
            let address = std::net::Ipv4Addr::new(10, 0, 0, last);
            let expected: Vec<_> = subnet
                .occupants
                .iter()
                .filter(|o| o.span.first <= address && address <= o.span.last)
                .collect();
            assert_eq!(subnet.uses(address).collect::<Vec<_>>(), expected, "{address}");
        }
        assert_eq!(subnet.uses([10, 0, 0, 20].into()).count(), 2);
    }
}
