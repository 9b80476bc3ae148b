//! A network to paste into, and what terminals print.

use crate::model::{Ix, Model, Subnet, Vpc};
use crate::plan::{Plan, read};

/// What `ibmcloud is subnets` prints.
pub(super) const SUBNETS: &str = "\
Listing subnets in all resource groups and region us-south under account Payments as user a@example.com...
ID                                          Name     Status      Subnet CIDR       Addresses   ACL            Public Gateway   VPC        Zone         Resource group
0717-11111111-2222-4333-8444-555555555501   app-1    available   10.240.0.0/24     118/256     calm-acl       gw one           prod-vpc   us-south-1   payments
0717-11111111-2222-4333-8444-555555555502   app-2    available   10.240.64.0/24    132/256     calm-acl       -                prod-vpc   us-south-2   payments
0717-11111111-2222-4333-8444-555555555503   old      deleting    10.240.65.0/24    251/256     calm-acl       -                prod-vpc   us-south-2   payments
0717-11111111-2222-4333-8444-555555555504   other    available   10.240.129.0/24   251/256     calm-acl       -                test-vpc   us-south-3   Default
";

/// What `ibmcloud is subnet-reserved-ips` prints.
pub(super) const RESERVED: &str = "\
Listing reserved IPs in subnet vpe-1 under account Payments as user a@example.com...
ID                                          Name                    Address       Auto delete   Owner      Target           Status
0717-11111111-2222-4333-8444-555555555511   ibm-network-address     10.240.8.0    false         provider   -                stable
0717-11111111-2222-4333-8444-555555555512   pg-spare-1              10.240.8.20   false         user       -                stable
0717-11111111-2222-4333-8444-555555555513   crisp-tulip             10.240.8.7    true          user       lb-settle        stable
0717-11111111-2222-4333-8444-555555555514   ibm-broadcast-address   10.240.8.63   false         provider   -                stable
";

/// A plan of one existing VPC with one subnet, which has one entry of each kind.
pub(super) fn plan() -> Plan {
    read(
        r#"{"vpe_planner": 1, "plan": {"vpcs": [{"key": "prod",
        "origin": {"kind": "existing", "id": "r006-11111111-2222-4333-8444-555555555500"},
        "wanted": {"name": "prod-vpc", "region": "us-south",
          "prefixes": [{"key": "p1", "origin": {"kind": "existing"}, "wanted": {"zone": "us-south-1", "cidr": "10.240.0.0/18"}}],
          "subnets": [{"key": "vpe-1", "origin": {"kind": "existing"}, "wanted": {"name": "vpe-1", "zone": "us-south-1",
            "cidr": "10.240.8.0/26", "taken": [{"addresses": "10.240.8.40-10.240.8.41", "holder": "batch"}],
            "reserved_ips": [{"key": "spare", "name": "spare", "address": "10.240.8.30"}]}}]}}],
        "gateways": [
          {"key": "kms", "wanted": {"name": "kms", "vpc": "prod", "addresses": [
            {"zone": "us-south-1", "subnet": "vpe-1", "how": "given", "address": "10.240.8.9"}]}},
          {"key": "cos", "origin": {"kind": "existing"}, "wanted": {"name": "cos", "vpc": "prod", "addresses": [
            {"zone": "us-south-1", "subnet": "vpe-1", "how": "given", "address": "10.240.8.10"}]}}]}}"#,
    )
    .unwrap()
}

/// It, understood, with its VPC and its subnet.
pub(super) fn network() -> (Model, Ix<Vpc>, Ix<Subnet>) {
    let model = Model::of(&plan());
    let (vpc, subnet) = (model.vpcs.indexes().next().unwrap(), model.subnets.indexes().next().unwrap());
    (model, vpc, subnet)
}
