//! What the things of an account have in common: an id, a name, a CRN and an address.

use super::world::{Gateway, Group, Ip, Prefix, Subnet, Vpc, World};

/// What has an id, a CRN and an address of its own.
pub(crate) trait Thing {
    /// The word for it in messages.
    const KIND: &'static str;
    fn id(&self) -> &str;
    fn name(&self) -> &str;
    fn crn(&self, world: &World) -> String;
    fn href(&self, world: &World) -> String;
}

macro_rules! thing {
    ($type:ident, $kind:literal, $crn:literal, |$one:ident, $world:ident| $location:expr, $path:expr) => {
        impl Thing for $type {
            const KIND: &'static str = $kind;
            fn id(&self) -> &str {
                &self.id
            }
            fn name(&self) -> &str {
                &self.name
            }
            fn crn(&self, $world: &World) -> String {
                let $one = self;
                $world.crn_of($location, $crn, &self.id)
            }
            fn href(&self, $world: &World) -> String {
                let $one = self;
                let path: (&str, String) = $path;
                $world.url(path.0, &path.1)
            }
        }
    };
}

thing!(Vpc, "VPC", "vpc", |one, world| &one.region, (&one.region, format!("/vpcs/{}", one.id)));
thing!(
    Prefix,
    "address prefix",
    "address-prefix",
    |one, world| world.region_of(&one.vpc),
    (world.region_of(&one.vpc), format!("/vpcs/{}/address_prefixes/{}", one.vpc, one.id))
);
// A subnet's CRN carries its zone (API facts §2.2).
thing!(
    Subnet,
    "subnet",
    "subnet",
    |one, world| &one.zone,
    (world.region_of(&one.vpc), format!("/subnets/{}", one.id))
);
thing!(
    Ip,
    "reserved IP",
    "reserved-ip",
    |one, world| &world.subnet(&one.subnet).zone,
    (
        world.region_of(&world.subnet(&one.subnet).vpc),
        format!("/subnets/{}/reserved_ips/{}", one.subnet, one.id)
    )
);
thing!(
    Group,
    "security group",
    "security-group",
    |one, world| world.region_of(&one.vpc),
    (world.region_of(&one.vpc), format!("/security_groups/{}", one.id))
);
thing!(
    Gateway,
    "endpoint gateway",
    "endpoint-gateway",
    |one, world| world.region_of(&one.vpc),
    (world.region_of(&one.vpc), format!("/endpoint_gateways/{}", one.id))
);
