//! The plans that this browser keeps.
//!
//! `vpe-planner/plan/ID` holds a plan file, `vpe-planner/index` when each plan was
//! last written, `vpe-planner/theme` the theme. Nothing here panics where storage
//! is forbidden or full: every answer is a value, and a plan that could not be
//! written is held in memory until the tab is closed.
//!
//! Two tabs on one plan never overwrite one another. The first to write has the
//! plan; what the other writes after that becomes a plan of its own, and it is
//! told so ([`Keeper`]).

mod keeper;
mod listing;
mod local;
mod plans;
mod saving;
mod shelf;
#[cfg(test)]
mod testing;

pub(crate) use keeper::{Keeper, Saving};
pub(crate) use listing::{Content, Kept, Listing, Removed};
pub(crate) use local::{keep_theme, with};
pub(crate) use plans::{Store, StoreError, plan_key};
pub(crate) use saving::{Keeping, use_saving};
pub(crate) use shelf::{Refusal, Shelf};
