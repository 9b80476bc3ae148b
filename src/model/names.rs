//! The names that a gateway answers, and from which VPCs they resolve to it.
//!
//! A VPC resolves the names of its own gateways. Of other VPCs' gateways the hub
//! knows those that are shared with it, and a VPC that is bound to the hub learns of
//! them from the hub's resolver ("DNS sharing planning considerations", 12 Dec 2025).

use super::{CrnKind, Endpoint, Form, Gateway, Hub, Ix, Model, Said, Target, Topology, Vpc};
use crate::plan::{DnsMode, Resolver};

/// Names of one kind that a gateway answers, and who resolves them to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// What the names are of.
    pub of: NamesOf,
    /// The names, as far as they are known: none where they are known after creation.
    pub names: Vec<Said<Endpoint>>,
    /// Each VPC of the gateway's topology, its own first, with whether the names resolve
    /// there to the gateway.
    pub from: Vec<(Asker, Resolves)>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamesOf {
    /// The service.
    Service,
    /// Single resources that are bound to the gateway.
    Resources,
}

/// Who looks a name up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// A VPC of the plan.
    Vpc(Ix<Vpc>),
    /// The topology's hub, which is no VPC of the plan.
    OtherHub,
}

/// Whether the names of a gateway resolve to its addresses somewhere, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolves {
    /// Yes: the gateway is in this VPC.
    Here,
    /// Yes: this is the hub, with which the gateway is shared.
    Shared,
    /// Yes: the hub's resolver answers here, and knows the gateway.
    ByHub,
    /// Not sure: this VPC is bound to the hub, and IBM Cloud's own resolvers answer in
    /// it. IBM's page says that a hub's gateways are always shared with such a VPC, and
    /// that the hub's resolver is essential for reaching them.
    BoundOnly,
    /// Not sure: no page says whether a gateway that resolves single resources answers
    /// for its service where no hub does.
    Unsaid,
    /// No: it has no address yet.
    NoAddress,
    /// No: the mode keeps it from the hub, whose resolver answers here.
    NotShared,
    /// No: it answers for its resources only, and the hub's gateway for the service.
    HubAnswers,
}

impl Resolves {
    /// Yes, no, or not sure.
    pub fn verdict(self) -> Option<bool> {
        match self {
            Self::Here | Self::Shared | Self::ByHub => Some(true),
            Self::BoundOnly | Self::Unsaid => None,
            Self::NoAddress | Self::NotShared | Self::HubAnswers => Some(false),
        }
    }
}

impl Model {
    /// The names that a gateway answers, those of bound resources after those of the
    /// service. Nothing where its VPC is not known.
    pub fn answered(&self, ix: Ix<Gateway>) -> Vec<Answered> {
        let gateway = &self.gateways[ix];
        let Some(own) = gateway.vpc else { return Vec::new() };
        let resources = self.resource_names(gateway);
        let kinds = [(NamesOf::Service, gateway.endpoints()), (NamesOf::Resources, resources)];
        let asked = kinds
            .into_iter()
            .filter(|(of, _)| *of == NamesOf::Service || !gateway.resource_bindings.is_empty());
        asked
            .map(|(of, names)| {
                let from = self.askers(own).into_iter();
                let from = from.map(|asker| (asker, self.resolves(gateway, own, of, asker))).collect();
                Answered { of, names, from }
            })
            .collect()
    }

    /// The VPCs that share DNS with one: itself, the hub, the others.
    fn askers(&self, own: Ix<Vpc>) -> Vec<Asker> {
        let mut askers = vec![Asker::Vpc(own)];
        if let Some(topology) = self.topology_of(own) {
            if topology.hub().is_none() {
                askers.push(Asker::OtherHub);
            }
            askers.extend(topology.vpcs().filter(|vpc| *vpc != own).map(Asker::Vpc));
        }
        askers
    }

    fn topology_of(&self, vpc: Ix<Vpc>) -> Option<&Topology> {
        self.vpcs[vpc].topology.map(|ix| &self.topologies[ix])
    }

    fn resolves(&self, gateway: &Gateway, own: Ix<Vpc>, of: NamesOf, asker: Asker) -> Resolves {
        if self.lacks_address(gateway) {
            return Resolves::NoAddress;
        }
        let topology = self.topology_of(own);
        let hub = topology.and_then(Topology::hub);
        let asks_hub = |vpc: Ix<Vpc>| {
            topology.is_some() && hub != Some(vpc) && self.vpcs[vpc].dns.resolver == Resolver::Delegated
        };
        let partly = gateway.dns == DnsMode::PerResourceBinding && of == NamesOf::Service;
        if asker == Asker::Vpc(own) && !asks_hub(own) {
            return match (partly, topology) {
                (false, _) => Resolves::Here,
                (true, Some(_)) => Resolves::HubAnswers,
                (true, None) => Resolves::Unsaid,
            };
        }
        // From here on the hub has to know the gateway. It knows its own.
        if hub != Some(own) {
            if partly {
                return Resolves::HubAnswers;
            }
            if gateway.dns == DnsMode::Disabled {
                return Resolves::NotShared;
            }
        }
        match asker {
            Asker::OtherHub => Resolves::Shared,
            Asker::Vpc(vpc) if hub == Some(vpc) => Resolves::Shared,
            Asker::Vpc(vpc) if asks_hub(vpc) => Resolves::ByHub,
            Asker::Vpc(_) => Resolves::BoundOnly,
        }
    }

    /// Whether a gateway is known to have no address. What nobody said of one that
    /// exists is unknown.
    fn lacks_address(&self, gateway: &Gateway) -> bool {
        gateway.origin.is_new() && gateway.addresses.iter().all(|&a| self.addresses[a].form == Form::None)
    }

    /// The names of bound buckets: the bucket before the host of the endpoint (VPC API,
    /// resource bindings, `service_endpoint`, 6 Oct 2026).
    fn resource_names(&self, gateway: &Gateway) -> Vec<Said<Endpoint>> {
        let Target::Cloud(Said::Value(crn)) = &gateway.target else { return Vec::new() };
        if crn.kind() != CrnKind::Endpoint {
            return Vec::new();
        }
        let bound = gateway.resource_bindings.iter().map(|&b| &self.resource_bindings[b].target);
        let buckets = bound.filter_map(|t| t.value()).filter(|t| t.kind() == CrnKind::Bucket);
        let name = |bucket: &super::Crn| {
            let name = [bucket.segment(9), ".", crn.segment(9)].concat();
            Endpoint::new(&name).map_or(Said::Text(name), Said::Value)
        };
        buckets.map(name).collect()
    }

    /// The hub that a VPC asks or is bound to, in a reader's words; that of a hub which is
    /// no VPC of the plan is its CRN. Nothing where the VPC shares no DNS.
    pub fn hub_label(&self, vpc: Ix<Vpc>) -> Option<String> {
        Some(match &self.topology_of(vpc)?.hub {
            Hub::Vpc(hub) => self.vpcs[*hub].label.clone(),
            Hub::Crn(crn) => crn.to_string(),
            Hub::Nothing => return None,
        })
    }
}
