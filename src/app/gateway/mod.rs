//! A gateway, section by section, and the code for it.
//!
//! The sections are functions of one [`Of`]; what keeps something of its own, such
//! as a half-typed search, is a component.

mod access;
mod add;
mod addresses;
mod bindings;
mod code_panel;
mod code_text;
mod crn_edit;
mod crn_parts;
mod details;
mod dns;
mod groups;
mod page;
mod picker;
mod review;
mod sections;
mod service;
#[cfg(test)]
mod tests;
mod todo;
mod zone_row;

pub(super) use add::add;
pub(super) use page::GatewayPage;
pub(super) use sections::steps;

use super::state::Dispatch;
use super::view::Seen;
use crate::model::{self, Ix};
use crate::plan::{self, Key, Object, Resource};

/// A gateway, as written and understood.
struct Of<'v> {
    view: &'v Seen,
    key: &'v Key,
    object: Object,
    /// As written.
    written: &'v Resource<plan::Gateway>,
    /// Understood.
    model: &'v model::Gateway,
    ix: Ix<model::Gateway>,
    dispatch: &'v Dispatch,
}

impl<'v> Of<'v> {
    /// The gateway with this key.
    fn new(view: &'v Seen, key: &'v Key, dispatch: &'v Dispatch) -> Option<Self> {
        let written = view.plan.gateway(key)?;
        let (ix, model) = view.model.gateways.enumerate().find(|(_, g)| g.key == *key)?;
        Some(Self { view, key, object: Object::Gateway(key.clone()), written, model, ix, dispatch })
    }

    /// Its VPC, understood.
    fn vpc(&self) -> Option<&'v model::Vpc> {
        self.model.vpc.map(|ix| &self.view.model.vpcs[ix])
    }
}
