//! The next free address of a subnet and block of a zone, each looked for once.

use crate::address::next_free;
use crate::catalog::Zone;
use crate::edit::Edit;
use crate::model::{Ix, Model, Span, Subnet, Vpc};
use crate::plan::{Field, Object};
use crate::rules::{Fix, FixKind};
use ipnet::Ipv4Net;
use std::collections::HashMap;
use std::net::Ipv4Addr;

/// Next free addresses.
pub(in crate::rules) struct FreeAddresses<'m> {
    model: &'m Model,
    found: HashMap<Ix<Subnet>, Option<Ipv4Addr>>,
}

impl<'m> FreeAddresses<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        Self { model, found: HashMap::new() }
    }

    /// The subnet's next free address.
    pub(in crate::rules) fn next(&mut self, subnet: Ix<Subnet>) -> Option<Ipv4Addr> {
        *self.found.entry(subnet).or_insert_with(|| next_free(&self.model.subnets[subnet]))
    }

    /// A fix that gives an address the next free one of its subnet.
    pub(in crate::rules) fn fix(
        &mut self,
        subnet: Ix<Subnet>,
        address: Object,
        kind: FixKind,
    ) -> Option<Fix> {
        let free = self.next(subnet)?;
        let edit = Edit::text(address, Field::Address, free.to_string());
        Some(Fix { title: format!("Use {free}, the next free"), kind, edit })
    }
}

/// Blocks that no subnet of the plan uses.
pub(in crate::rules) struct FreeBlocks<'m> {
    model: &'m Model,
    /// The ranges of each VPC's subnets, sorted.
    used: HashMap<Ix<Vpc>, Vec<Span>>,
}

impl<'m> FreeBlocks<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        Self { model, used: HashMap::new() }
    }

    /// The first block of this length in a zone's prefixes that no subnet of the
    /// VPC overlaps.
    pub(in crate::rules) fn next(&mut self, vpc: Ix<Vpc>, zone: Zone, len: u8) -> Option<Ipv4Net> {
        let model = self.model;
        let used = self.used.entry(vpc).or_insert_with(|| {
            let subnets = model.vpcs[vpc].subnets.iter().map(|&s| &model.subnets[s]);
            let mut used: Vec<Span> = subnets.filter_map(|s| s.net.get()).map(Span::from).collect();
            used.sort_unstable();
            used
        });
        let prefixes = model.vpcs[vpc].prefixes.iter().map(|&p| &model.prefixes[p]);
        prefixes
            .filter(|p| p.zone.get() == Some(zone))
            .filter_map(|p| p.net.get())
            .find_map(|prefix| gap(prefix, used, len))
    }

    /// A fix that moves a subnet to such a block.
    pub(in crate::rules) fn fix(&mut self, subnet: &Subnet) -> Option<Fix> {
        let block = self.next(subnet.vpc, subnet.zone.get()?, subnet.net.get()?.prefix_len())?;
        Some(Fix::choice(
            format!("Use {block}, which no subnet of the plan uses"),
            Edit::text(Object::Subnet(subnet.key.clone()), Field::Cidr, block.to_string()),
        ))
    }
}

/// The first block of a length in `prefix` that is clear of the sorted ranges.
fn gap(prefix: Ipv4Net, used: &[Span], len: u8) -> Option<Ipv4Net> {
    if len < prefix.prefix_len() || len > 32 {
        return None;
    }
    let size = 1u64 << (32 - len);
    let end = u64::from(u32::from(prefix.broadcast()));
    let mut start = u64::from(u32::from(prefix.network()));
    for span in used {
        let (first, last) = (u64::from(u32::from(span.first)), u64::from(u32::from(span.last)));
        if first >= start + size {
            break;
        }
        if last >= start {
            start = (last / size + 1) * size;
        }
    }
    let block = Ipv4Net::new(u32::try_from(start).ok()?.into(), len).ok()?;
    (start + size - 1 <= end).then_some(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_aligned_and_inside() {
        for (used, len, expected) in [
            (&[][..], 26, Some("10.0.0.0/26")),
            (&["10.0.0.0/26"][..], 26, Some("10.0.0.64/26")),
            (&["10.0.0.0/28"][..], 26, Some("10.0.0.64/26")),
            (&["10.0.0.64/26"][..], 25, Some("10.0.0.128/25")),
            (&["10.0.0.0/25", "10.0.0.128/25"][..], 28, None),
            (&["9.0.0.0/24", "10.0.0.0/26", "10.0.0.0/24"][..], 28, None),
            (&[][..], 23, None),
        ] {
            let used: Vec<Span> = used.iter().map(|u| Span::new(u).unwrap()).collect();
            let found = gap("10.0.0.0/24".parse().unwrap(), &used, len);
            assert_eq!(found.map(|n| n.to_string()).as_deref(), expected, "{used:?} /{len}");
        }
        let top = gap("255.255.255.0/24".parse().unwrap(), &[Span::new("255.255.255.0/24").unwrap()], 25);
        assert_eq!(top, None);
    }
}
