//! What must exist, in order: resources, not calls.
//!
//! One [`Run`] for each account that lets the gateways in, then one for each region, in
//! the order of the first policy and the first VPC of each. What is
//! referred to comes before what refers to it. Of what exists only that appears
//! which something new needs.

mod acl;
mod alone;
mod build;
mod changes;
mod gateways;
mod policies;
mod refs;
mod rights;
mod sharing;
mod step;
#[cfg(test)]
mod tests;
mod thing;

pub use acl::{Acl, AclRule, Side};
pub use alone::alone;
pub use changes::{Alter, Change};
pub use policies::Policy;
pub use sharing::{Delegation, DnsBinding, Hub, ResourceBinding};
pub use step::{
    Address, Adopt, ForGateway, From, Gateway, Group, LookUp, Prefix, Remote, Rule, Step, Subnet, TagKind,
    Tags, Vpc,
};
pub use thing::{Kind, Known, Ref, Thing};

use crate::model::Model;
use crate::plan::Place;

/// What one person does in one account, with that account's credentials.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The account's id, as written; `None` where the plan does not say it.
    pub account: Option<String>,
    /// The field that says the account, or would.
    pub account_place: Place,
    /// What of the account it is about.
    pub scope: Scope,
    /// What must exist, in dependency order.
    pub steps: Vec<Step>,
    /// What the plan has Terraform take over, and it cannot.
    pub not_adopted: Vec<LeftOut>,
}

/// What of an account a run is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scope {
    /// VPCs of a region.
    Region {
        /// Code of the region, as written.
        code: String,
        /// The field that says it first.
        place: Place,
    },
    /// Authorization policies, which are in no region: the account owns what the
    /// gateways of others reach.
    Policies,
}

impl Run {
    fn new(account: Option<String>, account_place: Place, scope: Scope) -> Self {
        Self { account, account_place, scope, steps: Vec::new(), not_adopted: Vec::new() }
    }

    /// The run without its steps.
    fn empty(&self) -> Self {
        Self::new(self.account.clone(), self.account_place.clone(), self.scope.clone())
    }

    /// Code of the region, as written; `None` where it works in none.
    pub fn region(&self) -> Option<&str> {
        match &self.scope {
            Scope::Region { code, .. } => Some(code),
            Scope::Policies => None,
        }
    }

    /// The run for a tool that takes nothing over: to it, what others take over
    /// exists.
    pub fn without_adopting(&self) -> Self {
        let own = |step: &&Step| match step {
            Step::LookUp(s) => !s.for_adopted,
            Step::Adopt(_) => false,
            Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Acl(_)
            | Step::AclRule(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::DnsBinding(_)
            | Step::Resolver(_)
            | Step::Gateway(_)
            | Step::ResourceBinding(_)
            | Step::ReservedIp(_)
            | Step::Binding(_)
            | Step::Tags(_)
            | Step::Change(_)
            | Step::Policy(_) => true,
        };
        let steps = self.steps.iter().filter(own).cloned().collect();
        Self { steps, ..self.empty() }
    }
}

/// Something that no export can say, because what it refers to is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// Where.
    pub place: Place,
    /// What and why, a sentence.
    pub sentence: String,
}

/// Everything that must exist, and what cannot be said.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Steps {
    /// The runs, in order.
    pub runs: Vec<Run>,
    /// What is in none of them, in plan order.
    pub left_out: Vec<LeftOut>,
}

/// The steps of a plan.
pub fn of(model: &Model) -> Steps {
    build::steps(model)
}

/// The runs of a plan.
pub fn runs(model: &Model) -> Vec<Run> {
    of(model).runs
}
