//! What IBM Cloud offers, as data: regions and zones, services, limits, the
//! documents these facts were read in, and what each tool version can say.
//!
//! A new region or service is a line here and nothing else.

mod changes;
mod limits;
mod notes;
mod regions;
mod rights;
mod services;
mod sources;
mod versions;

pub use changes::{ADDRESSES, Changing, DNS, GROUPS, NAME, RESOURCE_GROUP, TAGS, TARGET};
pub use limits::*;
pub use notes::{ACCESS_STATES, AccessState, Note, note};
pub use regions::{REGIONS, Region, Zone, region, zone};
pub use rights::{ACTIONS, Right, right};
pub use services::{
    Host, HostParts, INFRASTRUCTURE, Infrastructure, Offered, Ports, Regions, SERVICES, Service, Shape, Site,
    Transport, site,
};
pub use sources::{Source, source};
pub use versions::*;
