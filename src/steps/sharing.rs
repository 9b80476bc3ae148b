//! What VPCs and gateways share names by: the steps and their building.

use super::build::Builder;
use super::{Ref, Step};
use crate::model::{self, Ix, Origin, Placed};
use crate::plan::{Field, Key, Resolver};

/// A new DNS resolution binding of a VPC to a hub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DnsBinding {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// The VPC that is bound.
    pub vpc: Ref,
    /// The hub.
    pub hub: Hub,
}

/// What a VPC is bound to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hub {
    /// A VPC of the run.
    Vpc(Ref),
    /// Another one, by its CRN.
    Crn(String),
}

/// Handing a VPC's DNS queries over to the hub that it is bound to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delegation {
    /// Key of the binding.
    pub binding: Key,
    /// The VPC.
    pub vpc: Ref,
    /// The hub.
    pub hub: Hub,
}

/// A new resource binding of a gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResourceBinding {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub name: String,
    /// The gateway.
    pub gateway: Ref,
    /// The gateway's VPC.
    pub vpc: Ref,
    /// CRN of the resource.
    pub target: String,
}

impl Hub {
    /// What a reader calls it.
    pub fn label(&self) -> &str {
        match self {
            Self::Vpc(vpc) => vpc.label(),
            Self::Crn(crn) => crn,
        }
    }

    pub(super) fn referring(&self, to: &mut dyn FnMut(&Ref) -> Ref) -> Self {
        match self {
            Self::Vpc(vpc) => Self::Vpc(to(vpc)),
            Self::Crn(crn) => Self::Crn(crn.clone()),
        }
    }
}

impl Builder<'_> {
    /// The bindings of VPCs to hubs.
    pub(super) fn dns_bindings(&mut self) {
        for binding in self.model.dns_bindings.iter() {
            if self.in_run(binding.vpc) {
                self.make(&binding.origin, |b| {
                    let vpc = b.vpc(binding.vpc);
                    let hub = b.hub(binding)?;
                    let (key, name) = (binding.key.clone(), binding.name.to_string());
                    Some(Step::DnsBinding(DnsBinding { key, name, vpc, hub }))
                });
            }
        }
    }

    /// Resolvers, which need the bindings. What is bound already has the resolver that
    /// the plan says.
    pub(super) fn resolvers(&mut self) {
        let model = self.model;
        for binding in model.dns_bindings.iter() {
            let delegates = model.vpcs[binding.vpc].dns.resolver == Resolver::Delegated;
            if delegates && binding.origin.is_new() && self.in_run(binding.vpc) {
                let vpc = self.vpc(binding.vpc);
                if let Some(hub) = self.hub(binding) {
                    let binding = binding.key.clone();
                    self.run.steps.push(Step::Resolver(Delegation { binding, vpc, hub }));
                }
            }
        }
    }

    fn hub(&mut self, binding: &model::DnsBinding) -> Option<Hub> {
        let why = match &binding.hub {
            model::Hub::Crn(crn) => return Some(Hub::Crn(crn.to_string())),
            &model::Hub::Vpc(hub) if self.in_run(hub) => return Some(Hub::Vpc(self.vpc(hub))),
            model::Hub::Vpc(_) => "its hub is in another region",
            model::Hub::Nothing => "the plan does not have its hub",
        };
        let place = binding.at(Field::Hub);
        if !self.left_out.iter().any(|left| left.place == place) {
            let what = format!("DNS resolution binding {} is not exported: {why}.", binding.label);
            self.leave_out(place, what);
        }
        None
    }

    /// A gateway's bindings to resources.
    pub(super) fn resource_bindings(&mut self, gateway: &model::Gateway, thing: &Ref, vpc: &Ref) {
        let model = self.model;
        for &binding in &gateway.resource_bindings {
            let binding = &model.resource_bindings[binding];
            let step = ResourceBinding {
                key: binding.key.clone(),
                name: binding.name.to_string(),
                gateway: thing.clone(),
                vpc: vpc.clone(),
                target: binding.target.to_string(),
            };
            self.make(&binding.origin, |_| Some(Step::ResourceBinding(step)));
        }
    }

    /// Gateways of the hub for the same target, new or taken over: they must be there
    /// before one in a VPC that is bound to it, and as long as that is.
    pub(super) fn after(&self, gateway: &model::Gateway, vpc: Ix<model::Vpc>) -> Vec<Key> {
        let model = self.model;
        let Some(hub) = model.hub_of(vpc).filter(|&hub| self.in_run(hub)) else { return Vec::new() };
        let of_hub = model.vpcs[hub].gateways.iter().map(|&ix| &model.gateways[ix]);
        let is_made = |g: &&model::Gateway| !matches!(g.origin, Origin::Existing(_));
        of_hub.filter(is_made).filter(|g| g.target == gateway.target).map(|g| g.key.clone()).collect()
    }
}
