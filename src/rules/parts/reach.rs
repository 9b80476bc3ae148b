//! The cloud services that new gateways reach.

use crate::model::{Crn, Gateway, Model, Said, Target};

/// The new gateways to cloud services whose CRN means something.
pub(in crate::rules) fn to_cloud(model: &Model) -> impl Iterator<Item = (&Gateway, &Crn)> {
    model.gateways.iter().filter(|g| g.origin.is_new()).filter_map(|gateway| match &gateway.target {
        Target::Cloud(Said::Value(crn)) => Some((gateway, crn)),
        _ => None,
    })
}
