//! Mends that a form offers whether or not anything is found: what a service needs of
//! groups and network ACLs.

use super::Fix;
use super::parts::{Admitter, Need, Traffic, admits, answered, let_through, passed_by, subnet_of};
use crate::model::{Acl, Gateway, Ix, Model};

/// For each gateway at a subnet of a network ACL that the plan's rules do not let
/// through yet: its label, and the rules that do.
pub fn through_acl(model: &Model, acl_ix: Ix<Acl>) -> Vec<(String, Fix)> {
    let acl = &model.acls[acl_ix];
    let mut offers: Vec<(String, Fix)> = Vec::new();
    for gateway in model.gateways.iter() {
        let Some(need) = Need::of(gateway) else { continue };
        for &address in &gateway.addresses {
            let address = &model.addresses[address];
            let Some(subnet) = subnet_of(model, address).map(|s| &model.subnets[s]) else { continue };
            let Some(traffic) = Traffic::to(model, address, need) else { continue };
            if subnet.acl != Some(acl_ix) {
                continue;
            }
            let passed = passed_by(model, acl, traffic).unwrap_or_default();
            if passed.iter().any(|(_, piece)| answered(model, acl, traffic, *piece) == Some(true)) {
                continue;
            }
            let fix = let_through(model, gateway, address, acl, need);
            if let Some(fix) = fix.filter(|fix| !offers.iter().any(|(_, other)| other.edit == fix.edit)) {
                offers.push((format!("{} at {}", gateway.label, subnet.label), fix));
            }
        }
    }
    offers
}

/// A new group that admits a gateway's service, attached to it; `None` where a group of
/// it admits that already, or where it is not known from where.
pub fn group_for(model: &Model, gateway: &Gateway) -> Option<Fix> {
    let need = Need::of(gateway)?;
    let admitted = |g| admits(model, &model.groups[g], need) == Some(true);
    if gateway.groups.iter().any(|&g| admitted(g)) {
        return None;
    }
    Admitter::of(model).group(gateway, need)
}
