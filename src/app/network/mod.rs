//! The network's forms: VPCs with prefixes and subnets, security groups with
//! their rules. One table for each kind, edited in place.
//!
//! The parts are functions of one [`Of`]; what keeps something of its own, such
//! as a pasted text, is a component.

mod acl;
mod acl_row;
mod acls_page;
mod add;
mod details;
mod dns;
mod focus;
mod group;
mod groups_page;
mod not_free;
mod paste;
mod paste_preview;
mod prefixes;
mod rail;
mod reserved;
mod rows;
mod rule_row;
mod subnet;
mod subnet_row;
mod subnets;
mod taken;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod vpc_page;

pub(super) use acls_page::AclsPage;
pub(super) use groups_page::GroupsPage;
pub(super) use rail::{add_vpc, rail_end, rail_subnets};
pub(super) use vpc_page::VpcPage;

use self::focus::Focus;
use super::shell::Frame;
use super::state::{Action, Dispatch};
use super::view::{Seen, Spot};
use crate::edit::{Edit, New};
use crate::model::{self, Ix};
use crate::plan::{self, Field, Key, Object, Resource};
use yew::prelude::*;

/// Properties of the network's pages.
#[derive(Properties, PartialEq)]
pub(super) struct NetworkProps {
    /// The VPC.
    pub(super) vpc: Key,
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// A VPC, as written and understood.
struct Of<'v> {
    view: &'v Seen,
    key: &'v Key,
    object: Object,
    /// As written.
    written: &'v Resource<plan::Vpc>,
    /// Understood.
    model: &'v model::Vpc,
    ix: Ix<model::Vpc>,
    dispatch: &'v Dispatch,
    focus: &'v Focus,
}

impl<'v> Of<'v> {
    /// The VPC with this key.
    fn new(view: &'v Seen, key: &'v Key, dispatch: &'v Dispatch, focus: &'v Focus) -> Option<Self> {
        let written = view.plan.vpc(key)?;
        let (ix, model) = view.model.vpcs.enumerate().find(|(_, v)| v.key == *key)?;
        Some(Self { view, key, object: Object::Vpc(key.clone()), written, model, ix, dispatch, focus })
    }

    /// What a reader calls an object.
    fn label(&self, object: &Object) -> String {
        self.view.plan.label(object)
    }

    /// What a field of the VPC itself needs to know.
    fn spot(&self, field: Field) -> Spot {
        self.view.spot(self.object.clone().at(field))
    }

    /// Whether anything in the VPC can exist: the VPC does, or something says so.
    fn is_new(&self) -> bool {
        self.written.origin.is_new()
    }

    /// What a button does that adds an object and moves the focus to one of its
    /// fields.
    fn adding(&self, new: New, first: String) -> Callback<()> {
        let (dispatch, focus) = (self.dispatch.clone(), self.focus.clone());
        Callback::from(move |()| {
            dispatch.act(Action::Settle);
            focus.next(first.clone());
            dispatch.edit(Edit::Add(new.clone()));
        })
    }
}
