//! A plan that has something of everything, and an account in which all of it is there.

use serde_json::{Value, json};
use vpe_planner::plan::{self, Plan};

const KMS: &str = "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com";
const COS: &str = "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:s3.direct.us-south.cloud-object-storage.appdomain.cloud";
const PARTNER: &str = "crn:v1:bluemix:public:is:us-south:a/b0d93a7c5f1e4862a9e07d41c3f8256b::private-path-service-gateway:r006-2f6b8a14";
const OLD: &str = "r006-9d4e7b20-1a6c-4f83-8e5d-c07b3f2a9164";
const CLIENTS: &str = "r006-00000000-1111-4000-8000-0000000000aa";

/// The plan: a new VPC with two gateways, and an existing one with a new gateway and one
/// that exists.
pub(crate) fn plan() -> Plan {
    let existing = json!({ "kind": "existing" });
    let text = json!({ "vpe_planner": 1, "plan": {
        "name": "Furnished",
        "vpcs": [
            { "key": "pay", "wanted": {
                "name": "pay", "region": "us-south", "resource_group": "network", "prefix_management": "manual",
                "prefixes": [
                    { "key": "p1", "wanted": { "name": "p1", "zone": "us-south-1", "cidr": "10.0.0.0/18" } },
                    { "key": "p2", "wanted": { "name": "p2", "zone": "us-south-2", "cidr": "10.0.64.0/18" } } ],
                "subnets": [
                    { "key": "s1", "wanted": { "name": "s1", "zone": "us-south-1", "cidr": "10.0.0.0/24" } },
                    { "key": "s2", "wanted": { "name": "s2", "zone": "us-south-2", "cidr": "10.0.64.0/24" } } ],
                "security_groups": [
                    { "key": "clients", "wanted": { "name": "clients", "rules": [
                        { "key": "https", "wanted": { "name": "https", "direction": "inbound", "protocol": "tcp",
                            "port_min": "443", "port_max": "443", "remote": "10.0.0.0/16" } },
                        { "key": "ping", "wanted": { "direction": "inbound", "protocol": "icmp",
                            "remote_group": "more" } } ] } },
                    { "key": "more", "wanted": { "name": "more" } } ] } },
            { "key": "old", "origin": existing, "wanted": { "name": "old", "region": "us-south",
                "subnets": [
                    { "key": "o1", "origin": existing, "wanted": { "name": "o1", "zone": "us-south-1",
                        "cidr": "10.1.0.0/24", "reserved_ips": [{ "key": "kept", "name": "kept" }] } },
                    { "key": "o2", "origin": existing, "wanted": { "name": "o2", "zone": "us-south-2",
                        "cidr": "10.1.64.0/24" } } ],
                "security_groups": [
                    { "key": "app", "origin": existing, "wanted": { "name": "app", "rules": [
                        { "key": "dns", "wanted": { "name": "dns", "direction": "inbound", "protocol": "udp",
                            "port_min": "53", "port_max": "53", "remote": "10.1.0.9" } } ] } } ] } }
        ],
        "gateways": [
            { "key": "kms", "wanted": { "name": "kms", "vpc": "pay", "resource_group": "network",
                "target": { "kind": "provider_cloud_service", "crn": KMS },
                "addresses": [
                    { "zone": "us-south-1", "subnet": "s1", "how": "given", "address": "10.0.0.9" },
                    { "zone": "us-south-2", "subnet": "s2", "how": "chosen" } ],
                "security_groups": ["clients", "more"], "tags": ["env:prod", "team:pay"],
                "access_tags": ["project:pay"] } },
            { "key": "partner", "wanted": { "name": "partner", "vpc": "pay",
                "target": { "kind": "private_path_service_gateway", "crn": PARTNER } } },
            { "key": "cos", "wanted": { "name": "cos", "vpc": "old",
                "target": { "kind": "provider_cloud_service", "crn": COS },
                "addresses": [{ "zone": "us-south-1", "how": "existing", "reserved_ip": "kept" }],
                "security_groups": ["app"] } },
            { "key": "ntp", "origin": { "kind": "existing", "id": OLD }, "wanted": { "name": "ntp", "vpc": "old",
                "target": { "kind": "provider_infrastructure_service", "name": "ibm-ntp-server" },
                "addresses": [{ "zone": "us-south-2", "subnet": "o2", "how": "chosen" }] } }
        ]
    } })
    .to_string();
    plan::read(&text).unwrap_or_else(|e| panic!("{e}"))
}

/// The account in which everything of the plan is there.
pub(crate) fn seed() -> Value {
    json!({
        "settings": { "region": "us-south" },
        "resource_groups": [{ "name": "Default", "default": true }, { "name": "network" }],
        "access_tags": ["project:pay"],
        "vpcs": [
            { "name": "pay", "region": "us-south", "resource_group": "network",
              "address_prefixes": [
                { "name": "p1", "zone": "us-south-1", "cidr": "10.0.0.0/18" },
                { "name": "p2", "zone": "us-south-2", "cidr": "10.0.64.0/18" } ],
              "subnets": [
                { "name": "s1", "zone": "us-south-1", "cidr": "10.0.0.0/24",
                  "reserved_ips": [{ "name": "kms-us-south-1", "address": "10.0.0.9" }] },
                { "name": "s2", "zone": "us-south-2", "cidr": "10.0.64.0/24",
                  "reserved_ips": [{ "name": "kms-us-south-2", "address": "10.0.64.7" }] } ],
              "security_groups": [
                { "name": "clients", "rules": [
                    { "name": "https", "direction": "inbound", "protocol": "tcp", "port_min": 443, "port_max": 443,
                      "remote": { "cidr_block": "10.0.0.0/16" } },
                    { "direction": "inbound", "protocol": "icmp", "remote": { "id": CLIENTS } } ] },
                { "id": CLIENTS, "name": "more" } ],
              "endpoint_gateways": [
                { "name": "kms", "resource_group": "network",
                  "target": { "resource_type": "provider_cloud_service", "crn": KMS },
                  "security_groups": ["clients", "more"], "ips": ["s1/kms-us-south-1", "s2/kms-us-south-2"],
                  "tags": { "user": ["env:prod", "team:pay"], "access": ["project:pay"] } },
                { "name": "partner", "target": { "resource_type": "private_path_service_gateway", "crn": PARTNER } } ] },
            { "name": "old", "region": "us-south",
              "subnets": [
                { "name": "o1", "zone": "us-south-1", "cidr": "10.240.0.0/24",
                  "reserved_ips": [{ "name": "kept", "address": "10.240.0.9" }] },
                { "name": "o2", "zone": "us-south-2", "cidr": "10.240.64.0/24",
                  "reserved_ips": [{ "name": "ntp-us-south-2", "address": "10.240.64.9" }] } ],
              "security_groups": [
                { "name": "app", "rules": [
                    { "name": "dns", "direction": "inbound", "protocol": "udp", "port_min": 53, "port_max": 53,
                      "remote": { "address": "10.1.0.9" } } ] } ],
              "endpoint_gateways": [
                { "name": "cos", "target": { "resource_type": "provider_cloud_service", "crn": COS },
                  "security_groups": ["app"], "ips": ["o1/kept"] },
                { "id": OLD, "name": "ntp",
                  "target": { "resource_type": "provider_infrastructure_service", "name": "ibm-ntp-server" },
                  "ips": ["o2/ntp-us-south-2"] } ] }
        ]
    })
}
