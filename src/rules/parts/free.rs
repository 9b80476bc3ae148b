//! The next free address of a subnet, looked for once, and fixes with free
//! addresses and blocks.

use crate::address::{FreeBlocks, next_free};
use crate::edit::Edit;
use crate::model::{Ix, Model, Notes, Subnet};
use crate::plan::{Field, Object};
use crate::rules::{Fix, FixKind};
use std::net::Ipv4Addr;

/// Next free addresses.
pub(in crate::rules) struct FreeAddresses<'m> {
    model: &'m Model,
    found: Notes<Subnet, Option<Ipv4Addr>>,
}

impl<'m> FreeAddresses<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        Self { model, found: model.subnets.notes() }
    }

    /// The subnet's next free address.
    pub(in crate::rules) fn next(&mut self, subnet: Ix<Subnet>) -> Option<Ipv4Addr> {
        *self.found.get_or_insert_with(subnet, || next_free(&self.model.subnets[subnet]))
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

impl FreeBlocks<'_> {
    /// A fix that moves a subnet to such a block.
    pub(in crate::rules) fn fix(&mut self, subnet: &Subnet) -> Option<Fix> {
        let block = self.next(subnet.vpc, subnet.zone.get()?, subnet.net.get()?.prefix_len())?;
        Some(Fix::choice(
            format!("Use {block}, which no subnet of the plan uses"),
            Edit::text(Object::Subnet(subnet.key.clone()), Field::Cidr, block.to_string()),
        ))
    }
}
