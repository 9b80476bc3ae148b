//! Building what VPCs and gateways share names by: DNS resolution bindings, the
//! topologies that they make, and resource bindings.

use super::build::{Builder, label};
use super::gateways::crn;
use super::{CrnKind, DnsBinding, Gateway, Hub, Ix, ResourceBinding, Topology, Vpc};
use crate::plan::{self, Field, Object, OriginKind, Plan, Resource};

/// Builds the DNS resolution bindings, whose hubs may be any VPC of the plan.
pub(super) fn build<'p>(b: &mut Builder<'p>, plan: &'p Plan) {
    for (vpc, binding) in plan.dns_bindings() {
        if let Some(&ix) = b.keys.vpcs.get(vpc.key.as_str()) {
            dns_binding(b, ix, binding);
        }
    }
    topologies(b);
}

fn dns_binding(b: &mut Builder<'_>, vpc: Ix<Vpc>, binding: &Resource<plan::DnsBinding>) {
    let object = Object::DnsBinding(binding.key.clone());
    let wanted = &binding.wanted;
    // Of an existing binding nothing is looked up, so it needs neither id nor name.
    let nameless = binding.origin.kind == OriginKind::Existing;
    let (origin, name) = b.identity(&object, &binding.origin, &wanted.name, nameless);
    let hub = if wanted.hub.is_none() {
        b.need(wanted.hub_crn.is_empty(), &object, Field::Hub, "");
        Hub::Crn(crn(b, &object, Field::HubCrn, &wanted.hub_crn))
    } else {
        let found = b.keys.vpcs.get(wanted.hub.as_str()).copied();
        match b.follow(&object, Field::Hub, &wanted.hub, "VPC", found) {
            Some(hub) => Hub::Vpc(hub),
            None => Hub::Nothing,
        }
    };
    let ix = b.model.dns_bindings.push(DnsBinding {
        key: binding.key.clone(),
        vpc,
        label: label(&wanted.name, &binding.origin.id, &binding.key),
        origin,
        name,
        hub,
    });
    b.model.vpcs.get_mut(vpc).dns_bindings.push(ix);
}

/// Groups each hub with the VPCs that are bound to it. IBM Cloud takes one binding
/// of a VPC, so that its first tells where it belongs.
fn topologies(b: &mut Builder<'_>) {
    let model = &mut b.model;
    for vpc in model.vpcs.indexes() {
        let Some(&first) = model.vpcs[vpc].dns_bindings.first() else { continue };
        let hub = model.dns_bindings[first].hub.clone();
        let known = match &hub {
            Hub::Vpc(hub) => model.vpcs[*hub].topology,
            Hub::Crn(crn) => crn
                .value()
                .and_then(|_| model.topologies.enumerate().find(|(_, t)| t.hub == hub).map(|(ix, _)| ix)),
            Hub::Nothing => continue,
        };
        let ix =
            known.unwrap_or_else(|| model.topologies.push(Topology { hub: hub.clone(), shared: Vec::new() }));
        if let Hub::Vpc(hub) = hub {
            model.vpcs.get_mut(hub).topology = Some(ix);
        }
        model.vpcs.get_mut(vpc).topology.get_or_insert(ix);
        model.topologies.get_mut(ix).shared.push(vpc);
    }
}

/// Builds a gateway's resource bindings.
pub(super) fn resource_bindings(b: &mut Builder<'_>, ix: Ix<Gateway>, gateway: &Resource<plan::Gateway>) {
    for binding in &gateway.wanted.resource_bindings {
        let object = Object::ResourceBinding(binding.key.clone());
        let wanted = &binding.wanted;
        let exists = binding.origin.kind == OriginKind::Existing;
        let (origin, name) = b.identity(&object, &binding.origin, &wanted.name, exists);
        b.need(!exists, &object, Field::Target, &wanted.target);
        let target = crn(b, &object, Field::Target, &wanted.target);
        let bucket = target.value().filter(|crn| crn.kind() == CrnKind::Bucket);
        let shown =
            if wanted.name.is_empty() { bucket.map_or("", |crn| crn.segment(9)) } else { &wanted.name };
        let label = label(shown, &binding.origin.id, &binding.key);
        let key = binding.key.clone();
        let made = ResourceBinding { key, gateway: ix, label, origin, name, target };
        let made = b.model.resource_bindings.push(made);
        b.model.gateways.get_mut(ix).resource_bindings.push(made);
    }
}
