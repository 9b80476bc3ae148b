//! What several rules share: names for readers, overlaps, address prefixes, free
//! addresses and blocks, what security groups admit.

mod access;
mod acl;
mod admit;
mod bindings;
pub(super) mod changing;
mod fill;
mod free;
mod ip_names;
mod names;
mod not_adopted;
mod overlap;
mod prefixes;
mod reach;
mod wording;
mod zones;

pub(super) use crate::address::FreeBlocks;
pub(super) use access::{fitting, is_missed, miss, of_one_account, other_accounts, says};
pub(super) use acl::{
    Traffic, answered, covers, filtering, let_answers_out, let_through, passed_by, passes, piece_of,
    subnet_of,
};
pub(super) use admit::{Admitter, Need, admits, admitted_ports, guarding, rule_admits};
pub(super) use bindings::without_bindings;
pub(super) use fill::Filler;
pub(super) use free::FreeAddresses;
pub(super) use ip_names::{begins_names, ip_prefix};
pub(super) use names::{Names, acl_rule_of, rule_of};
pub(super) use not_adopted::not_adopted;
pub(super) use overlap::overlaps;
pub(super) use prefixes::{Prefixes, prefix_place};
pub(super) use reach::to_cloud;
pub(super) use wording::{are, list, sentence, with_net};
pub(super) use zones::{foreign, in_other_vpc, subnet_in};
