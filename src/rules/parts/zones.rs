//! Where an address, its subnet and its gateway are.

use crate::catalog::{Region, Zone};
use crate::model::{Address, Ix, Model, Said, Subnet, Vpc};

/// Whether a zone is known to be none of a region's. What is not known is not foreign.
pub(in crate::rules) fn foreign(zone: &Said<Zone>, region: &Said<&'static Region>) -> bool {
    matches!((zone.get(), region.get()), (Some(zone), Some(region)) if zone.region != region)
}

/// Whether an address comes from a subnet of another VPC than its gateway's.
pub(in crate::rules) fn in_other_vpc(model: &Model, address: &Address) -> bool {
    match (model.gateways[address.gateway].vpc, address.subnet) {
        (Some(vpc), Some(subnet)) => model.subnets[subnet].vpc != vpc,
        _ => false,
    }
}

/// The first subnet of a VPC in a zone that `fits`.
pub(in crate::rules) fn subnet_in(
    model: &Model,
    vpc: Ix<Vpc>,
    zone: Zone,
    fits: impl Fn(&Subnet) -> bool,
) -> Option<&Subnet> {
    let mut subnets = model.vpcs[vpc].subnets.iter().map(|&s| &model.subnets[s]);
    subnets.find(|s| s.zone.get() == Some(zone) && fits(s))
}
