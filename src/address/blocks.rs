//! Free blocks of address prefixes.

use crate::catalog::Zone;
use crate::model::{Ix, Model, Notes, Vpc};
use ipnet::Ipv4Net;

/// Blocks that no subnet of the plan uses. What a VPC's subnets use is gathered
/// once.
pub struct FreeBlocks<'m> {
    model: &'m Model,
    /// First and last address of each subnet of a VPC, as numbers, sorted.
    used: Notes<Vpc, Vec<(u32, u32)>>,
}

impl<'m> FreeBlocks<'m> {
    /// The free blocks of a model's VPCs.
    pub fn of(model: &'m Model) -> Self {
        Self { model, used: model.vpcs.notes() }
    }

    /// The first block of this length in a zone's prefixes that no subnet of the
    /// VPC overlaps.
    pub fn next(&mut self, vpc: Ix<Vpc>, zone: Zone, len: u8) -> Option<Ipv4Net> {
        let model = self.model;
        let used = self.used.get_or_insert_with(vpc, || {
            let subnets = model.vpcs[vpc].subnets.iter().map(|&s| &model.subnets[s]);
            let mut used: Vec<_> = subnets.filter_map(|s| s.net.get()).map(ends).collect();
            used.sort_unstable();
            used
        });
        let prefixes = model.vpcs[vpc].prefixes.iter().map(|&p| &model.prefixes[p]);
        prefixes
            .filter(|p| p.zone.get() == Some(zone))
            .filter_map(|p| p.net.get())
            .find_map(|prefix| gap(prefix, used, len))
    }
}

fn ends(net: Ipv4Net) -> (u32, u32) {
    (net.network().into(), net.broadcast().into())
}

/// The first block of a length in `prefix` that is clear of the sorted ranges.
fn gap(prefix: Ipv4Net, used: &[(u32, u32)], len: u8) -> Option<Ipv4Net> {
    if len < prefix.prefix_len() || len > 32 {
        return None;
    }
    let size = 1u64 << (32 - len);
    let (first, end) = ends(prefix);
    let mut start = u64::from(first);
    for &(first, last) in used {
        let (first, last) = (u64::from(first), u64::from(last));
        if first >= start + size {
            break;
        }
        if last >= start {
            start = (last / size + 1) * size;
        }
    }
    let block = Ipv4Net::new(u32::try_from(start).ok()?.into(), len).ok()?;
    (start + size - 1 <= u64::from(end)).then_some(block)
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
            let used: Vec<_> = used.iter().map(|u| ends(u.parse().unwrap())).collect();
            let found = gap("10.0.0.0/24".parse().unwrap(), &used, len);
            assert_eq!(found.map(|n| n.to_string()).as_deref(), expected, "{used:?} /{len}");
        }
        let top = gap("255.255.255.0/24".parse().unwrap(), &[(0xffff_ff00, 0xffff_ffff)], 25);
        assert_eq!(top, None);
    }
}
