//! Where the cloud services are that new gateways reach.

use crate::model::{Crn, CrnKind, Gateway, Model, Said, Target};

/// The new gateways to cloud services whose CRN means something.
pub(in crate::rules) fn to_cloud(model: &Model) -> impl Iterator<Item = (&Gateway, &Crn)> {
    model.gateways.iter().filter(|g| g.origin.is_new()).filter_map(|gateway| match &gateway.target {
        Target::Cloud(Said::Value(crn)) => Some((gateway, crn)),
        _ => None,
    })
}

/// Where a target is: the place in its host, else its location; empty where it is the
/// same for all regions or nothing tells.
pub(in crate::rules) fn place_of<'c>(gateway: &Gateway, crn: &'c Crn) -> &'c str {
    let of_host = (crn.kind() == CrnKind::Endpoint)
        .then(|| gateway.services.iter().find_map(|s| s.host()?.read(crn.segment(9))))
        .flatten()
        .map(|parts| parts.place)
        .filter(|place| !place.is_empty());
    of_host.unwrap_or(match crn.location() {
        "global" => "",
        location => location,
    })
}
