//! Which address prefix a subnet lies in.

use crate::model::{Ix, Model, Placed, Prefix, Vpc};
use crate::plan::{Field, Object, Place, PrefixManagement};
use ipnet::Ipv4Net;
use std::collections::HashMap;

/// The address prefixes of all VPCs, by block.
pub(in crate::rules) struct Prefixes<'m> {
    model: &'m Model,
    by_net: HashMap<(Ix<Vpc>, Ipv4Net), Ix<Prefix>>,
    /// Which prefix lengths occur, longest first.
    lengths: Vec<u8>,
}

impl<'m> Prefixes<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        let mut by_net = HashMap::with_capacity(model.prefixes.len());
        let mut seen = [false; 33];
        for (ix, prefix) in model.prefixes.enumerate() {
            let Some(net) = prefix.net.get() else { continue };
            by_net.entry((prefix.vpc, net)).or_insert(ix);
            seen[usize::from(net.prefix_len())] = true;
        }
        let lengths = (0..=32).rev().filter(|&len| seen[usize::from(len)]).collect();
        Self { model, by_net, lengths }
    }

    /// The prefix of a VPC that a block lies in: the smallest, where several hold it.
    pub(in crate::rules) fn holding(&self, vpc: Ix<Vpc>, net: Ipv4Net) -> Option<&'m Prefix> {
        self.lengths.iter().filter(|&&len| len <= net.prefix_len()).find_map(|&len| {
            let around = Ipv4Net::new(net.network(), len).ok()?.trunc();
            self.by_net.get(&(vpc, around)).map(|&ix| &self.model.prefixes[ix])
        })
    }

    /// Whether a VPC has no prefix that the plan does not know.
    pub(in crate::rules) fn complete(&self, vpc: Ix<Vpc>) -> bool {
        let of = &self.model.vpcs[vpc];
        let made = of.prefix_management == PrefixManagement::Manual || of.region.value().is_some();
        of.prefixes_known
            && (made || !of.origin.is_new())
            && of.prefixes.iter().all(|&p| self.model.prefixes[p].net.value().is_some())
    }
}

/// Where a prefix is mended: its own field, or the choice that makes a default one.
pub(in crate::rules) fn prefix_place(prefix: &Prefix, field: Field) -> Place {
    match prefix.key {
        Some(_) => prefix.at(field),
        None => Object::Vpc(prefix.vpc_key.clone()).at(Field::PrefixManagement),
    }
}
