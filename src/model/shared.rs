//! The model's objects by which VPCs and gateways share names.

use super::{Crn, Gateway, Ix, Model, Name, Origin, Said, Vpc};
use crate::plan::Key;

/// A DNS resolution binding of a VPC to a hub.
#[derive(Debug, Clone, PartialEq)]
pub struct DnsBinding {
    /// Its key in the plan.
    pub key: Key,
    /// The VPC that is bound.
    pub vpc: Ix<Vpc>,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// What it is bound to.
    pub hub: Hub,
}

/// What a DNS resolution binding leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Hub {
    /// A VPC of the plan.
    Vpc(Ix<Vpc>),
    /// Another VPC, by its CRN.
    Crn(Said<Crn>),
    /// The plan does not have what it names.
    Nothing,
}

/// A hub with the VPCs that are bound to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Topology {
    /// The hub.
    pub hub: Hub,
    /// The VPCs that are bound to it, in plan order.
    pub shared: Vec<Ix<Vpc>>,
}

/// A resource that is bound to a gateway.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceBinding {
    /// Its key in the plan.
    pub key: Key,
    /// The gateway.
    pub gateway: Ix<Gateway>,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// Its name.
    pub name: Said<Name>,
    /// The resource.
    pub target: Said<Crn>,
}

impl Topology {
    /// The hub, where it is a VPC of the plan.
    pub fn hub(&self) -> Option<Ix<Vpc>> {
        match self.hub {
            Hub::Vpc(hub) => Some(hub),
            Hub::Crn(_) | Hub::Nothing => None,
        }
    }

    /// Its VPCs of the plan, the hub first.
    pub fn vpcs(&self) -> impl Iterator<Item = Ix<Vpc>> {
        self.hub().into_iter().chain(self.shared.iter().copied())
    }
}

impl Model {
    /// The hub of the plan that a VPC is bound to.
    pub fn hub_of(&self, vpc: Ix<Vpc>) -> Option<Ix<Vpc>> {
        let topology = &self.topologies[self.vpcs[vpc].topology?];
        topology.hub().filter(|&hub| hub != vpc)
    }
}
