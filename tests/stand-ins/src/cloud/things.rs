//! What the things of an account have in common: an id, a name, a CRN and an address.

use super::world::{Acl, Gateway, Group, Ip, Prefix, Subnet, Vpc, World};

/// What has an id, a CRN and an address of its own.
pub(crate) trait Thing {
    /// The word for it in messages.
    const KIND: &'static str;
    /// The word for it in a CRN.
    const CRN: &'static str;
    fn id(&self) -> &str;
    fn name(&self) -> &str;
    /// The id of the VPC it is in, or is.
    fn vpc<'a>(&'a self, world: &'a World) -> &'a str;
    /// Its path in the API of its region.
    fn path(&self, world: &World) -> String;
    /// The zone it is in, where its CRN says so.
    fn zone<'a>(&'a self, _: &'a World) -> Option<&'a str> {
        None
    }

    fn href(&self, world: &World) -> String {
        world.url(world.region_of(self.vpc(world)), &self.path(world))
    }

    fn crn(&self, world: &World) -> String {
        let vpc = world.vpc(self.vpc(world));
        let place = self.zone(world).unwrap_or(&vpc.region);
        format!("crn:v1:bluemix:public:is:{place}:a/{}::{}:{}", vpc.account, Self::CRN, self.id())
    }

    /// Whether the account that acts sees it in this region.
    fn seen(&self, world: &World, region: &str) -> bool {
        let vpc = world.vpc(self.vpc(world));
        vpc.account == world.account && vpc.region == region
    }
}

macro_rules! thing {
    ($type:ident, $kind:literal, $crn:literal, |$one:ident, $world:ident| $vpc:expr, $path:expr $(, $zone:expr)?) => {
        impl Thing for $type {
            const KIND: &'static str = $kind;
            const CRN: &'static str = $crn;
            fn id(&self) -> &str {
                &self.id
            }
            fn name(&self) -> &str {
                &self.name
            }
            fn vpc<'a>(&'a self, $world: &'a World) -> &'a str {
                let ($one, _) = (self, $world);
                $vpc
            }
            fn path(&self, _: &World) -> String {
                let $one = self;
                $path
            }
            $(fn zone<'a>(&'a self, $world: &'a World) -> Option<&'a str> {
                let ($one, _) = (self, $world);
                Some($zone)
            })?
        }
    };
}

thing!(Vpc, "VPC", "vpc", |one, world| &one.id, format!("/vpcs/{}", one.id));
thing!(
    Prefix,
    "address prefix",
    "address-prefix",
    |one, world| &one.vpc,
    format!("/vpcs/{}/address_prefixes/{}", one.vpc, one.id)
);
// A subnet's CRN carries its zone (API facts §2.2).
thing!(Subnet, "subnet", "subnet", |one, world| &one.vpc, format!("/subnets/{}", one.id), &one.zone);
thing!(
    Ip,
    "reserved IP",
    "reserved-ip",
    |one, world| &world.subnet(&one.subnet).vpc,
    format!("/subnets/{}/reserved_ips/{}", one.subnet, one.id),
    &world.subnet(&one.subnet).zone
);
thing!(
    Group,
    "security group",
    "security-group",
    |one, world| &one.vpc,
    format!("/security_groups/{}", one.id)
);
thing!(
    Gateway,
    "endpoint gateway",
    "endpoint-gateway",
    |one, world| &one.vpc,
    format!("/endpoint_gateways/{}", one.id)
);
thing!(Acl, "network ACL", "network-acl", |one, world| &one.vpc, format!("/network_acls/{}", one.id));
