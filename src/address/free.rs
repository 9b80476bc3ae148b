//! Free addresses of subnets, given away one after the other.

use super::pattern::Slot;
use crate::model::{Address, By, Ix, Model, Notes, Span, Subnet};
use std::net::Ipv4Addr;

/// Free addresses of subnets while they are given away.
pub(super) struct Free<'m> {
    model: &'m Model,
    /// Addresses that are given anew, so that they are nobody's.
    moving: Notes<Address, ()>,
    nets: Notes<Subnet, Option<Net>>,
}

impl<'m> Free<'m> {
    /// The free addresses of a model where these are given anew.
    pub(super) fn of(model: &'m Model, slots: &[Vec<Slot>]) -> Self {
        let mut moving = model.addresses.notes();
        for (address, _) in slots.iter().flatten() {
            moving.get_or_insert_with(*address, || ());
        }
        Self { model, moving, nets: model.subnets.notes() }
    }

    fn net(&mut self, subnet: Ix<Subnet>) -> Option<&mut Net> {
        let (model, moving) = (self.model, &self.moving);
        self.nets.get_or_insert_with(subnet, || Net::of(&model.subnets[subnet], moving)).as_mut()
    }

    /// Gives away the next address of a subnet in order, at first the `nth` free one.
    pub(super) fn next(&mut self, subnet: Ix<Subnet>, nth: u32) -> Option<Ipv4Addr> {
        let net = self.net(subnet)?;
        let skipped = if net.begun { 0 } else { nth.saturating_sub(1) };
        net.begun = true;
        for _ in 0..skipped {
            net.next = net.free_from(net.next)? + 1;
        }
        let found = net.free_from(net.next)?;
        net.next = found + 1;
        ip(found)
    }

    /// Gives away an address in each of these subnets, all with one last number: the first
    /// from `from` on that is free in all. Entries without a subnet get none; where no number
    /// fits, nothing does.
    pub(super) fn same_last(&mut self, slots: &[Slot], from: u8) -> Vec<Option<Ipv4Addr>> {
        (from..=u8::MAX).find_map(|last| self.ending(slots, last)).unwrap_or_else(|| vec![None; slots.len()])
    }

    /// Gives away the address with this last number in each of these subnets, if all have one.
    fn ending(&mut self, slots: &[Slot], last: u8) -> Option<Vec<Option<Ipv4Addr>>> {
        let mut found = Vec::with_capacity(slots.len());
        for (_, subnet) in slots {
            found.push(match subnet {
                None => None,
                Some(subnet) => Some((*subnet, self.net(*subnet)?.ending(last)?)),
            });
        }
        for (subnet, at) in found.iter().flatten() {
            self.net(*subnet)?.take(*at);
        }
        Some(found.into_iter().map(|slot| slot.and_then(|(_, at)| ip(at))).collect())
    }
}

/// A subnet's addresses as numbers, with room for the one after the last of all.
struct Net {
    first: u64,
    last: u64,
    /// What is used, as ranges that do not overlap, in order.
    used: Vec<(u64, u64)>,
    /// Where the search in order goes on.
    next: u64,
    begun: bool,
}

impl Net {
    fn of(subnet: &Subnet, moving: &Notes<Address, ()>) -> Option<Self> {
        let number = |ip: Ipv4Addr| u64::from(u32::from(ip));
        let whole = Span::from(subnet.net.get()?);
        let mut used: Vec<(u64, u64)> = Vec::new();
        for occupant in &subnet.occupants {
            if matches!(occupant.by, By::Address(ix) if moving.get(ix).is_some()) {
                continue;
            }
            let (first, last) = (number(occupant.span.first), number(occupant.span.last));
            match used.last_mut() {
                Some((_, end)) if first <= *end => *end = last.max(*end),
                _ => used.push((first, last)),
            }
        }
        let (first, last) = (number(whole.first), number(whole.last));
        Some(Self { first, last, used, next: first, begun: false })
    }

    /// How many ranges begin at an address or before it, and whether the last of them has it.
    fn find(&self, at: u64) -> (usize, Option<u64>) {
        let after = self.used.partition_point(|(first, _)| *first <= at);
        let end = self.used[..after].last().map(|(_, end)| *end);
        (after, end.filter(|end| *end >= at))
    }

    /// The first free address from one on.
    fn free_from(&self, mut at: u64) -> Option<u64> {
        while let (_, Some(end)) = self.find(at) {
            at = end + 1;
        }
        (at <= self.last).then_some(at)
    }

    /// The first free address with this last number.
    fn ending(&self, last: u8) -> Option<u64> {
        let mut at = (self.first & !0xff) | u64::from(last);
        while at <= self.last {
            if at >= self.first && self.find(at).1.is_none() {
                return Some(at);
            }
            at += 0x100;
        }
        None
    }

    /// Notes that a free address is used.
    fn take(&mut self, at: u64) {
        let (after, _) = self.find(at);
        self.used.insert(after, (at, at));
    }
}

fn ip(number: u64) -> Option<Ipv4Addr> {
    u32::try_from(number).ok().map(Ipv4Addr::from)
}
