//! What must exist, in order: resources, not calls.
//!
//! One [`Run`] for each region, in the order of the first VPC of each. What is
//! referred to comes before what refers to it. Of what exists only that appears
//! which something new needs.

mod alone;
mod build;
mod changes;
mod gateways;
mod refs;
mod sharing;
mod step;
#[cfg(test)]
mod tests;
mod thing;

pub use alone::alone;
pub use changes::{Alter, Change};
pub use sharing::{Delegation, DnsBinding, Hub, ResourceBinding};
pub use step::{
    Address, Adopt, ForGateway, From, Gateway, Group, LookUp, Prefix, Remote, Rule, Step, Subnet, TagKind,
    Tags, Vpc,
};
pub use thing::{Kind, Known, Ref, Thing};

use crate::model::{AccountId, Model};
use crate::plan::Place;

/// What one person does in one account and one region.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The account; `None` where the plan does not say it.
    pub account: Option<AccountId>,
    /// Code of the region, as written.
    pub region: String,
    /// The field that says the region first.
    pub region_place: Place,
    /// What must exist, in dependency order.
    pub steps: Vec<Step>,
    /// What the plan has Terraform take over, and it cannot.
    pub not_adopted: Vec<LeftOut>,
}

impl Run {
    /// The run for a tool that takes nothing over: to it, what others take over
    /// exists.
    pub fn without_adopting(&self) -> Self {
        let own = |step: &&Step| match step {
            Step::LookUp(s) => !s.for_adopted,
            Step::Adopt(_) => false,
            Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::DnsBinding(_)
            | Step::Resolver(_)
            | Step::Gateway(_)
            | Step::ResourceBinding(_)
            | Step::ReservedIp(_)
            | Step::Binding(_)
            | Step::Change(_)
            | Step::Tags(_) => true,
        };
        let steps = self.steps.iter().filter(own).cloned().collect();
        Self { steps, not_adopted: Vec::new(), ..self.clone() }
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
