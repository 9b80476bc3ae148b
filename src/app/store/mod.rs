//! The plans that this browser keeps.
//!
//! `vpe-planner/plan/ID` holds a plan file, `vpe-planner/index` the list of
//! plans, `vpe-planner/theme` the theme. Nothing here panics where storage is
//! forbidden or full: every answer is a value, and a plan that could not be
//! written is held in memory until the tab is closed.

mod local;
mod saving;
mod shelf;

pub(crate) use local::{keep_theme, with};
pub(crate) use saving::{Saving, use_saving};
pub(crate) use shelf::{Kept, Refusal, Shelf, Store, StoreError, plan_key};
