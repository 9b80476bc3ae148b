//! What can have resources bound to it.

use crate::model::{Gateway, Said, Target};

/// What the gateway reaches, where that is known to bind no single resources.
pub(in crate::rules) fn without_bindings(gateway: &Gateway) -> Option<&str> {
    /// What begins the host of Object Storage's configuration endpoint (VPE pages, 21 Aug 2026).
    const CONFIGURATION: &str = "config.";
    match &gateway.target {
        Target::Infrastructure(service) => service.get().map(|s| s.name),
        Target::PrivatePath(Said::Value(_)) => Some("a Private Path service"),
        Target::Cloud(Said::Value(crn)) if crn.segment(9).starts_with(CONFIGURATION) => {
            Some("the configuration endpoint")
        }
        Target::Cloud(_) => {
            let first = gateway.services.first()?;
            (!gateway.services.iter().any(|s| s.resource_bindings)).then_some(first.name)
        }
        Target::PrivatePath(_) => None,
    }
}
