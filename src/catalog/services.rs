//! Services that a gateway can reach.
//!
//! CRN shapes and hosts: IBM's Terraform module for VPE (v5.3.5, 11 Jul 2026) and
//! each service's own pages, read on 21 Nov 2026. A port of 443 is taken from the
//! `https` of those pages where none is stated.

/// A cloud service that can be a target.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// A short id of our own, unique.
    pub id: &'static str,
    /// What IBM calls it.
    pub name: &'static str,
    /// The service name in its CRNs.
    pub crn_name: &'static str,
    /// What its target CRN looks like.
    pub shape: Shape,
    /// The ports that clients use.
    pub ports: Ports,
    /// Whether single resources can be bound (DNS mode `per_resource_binding`).
    pub resource_bindings: bool,
    /// What a planner should know beside, or empty.
    pub remark: &'static str,
}

/// What a target CRN looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One endpoint of the whole service, `…:SERVICE:LOCATION:::endpoint:HOST`.
    Endpoint {
        /// Whether the location is `global` rather than the region.
        global: bool,
        /// How the host follows from the region.
        host: Host,
    },
    /// An instance of the user's, `…:SERVICE:REGION:a/ACCOUNT:GUID::`.
    Instance,
}

/// How an endpoint's host follows from the region.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// The text with `{}` replaced by the region's code, if it occurs.
    Pattern(&'static str),
    /// A host for each region listed, none elsewhere.
    Listed(&'static [(&'static str, &'static str)]),
}

/// Transport protocol of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Transport {
    /// TCP.
    Tcp,
    /// UDP.
    Udp,
}

/// Ports that clients of a service use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ports {
    /// This range.
    Range(Transport, u16, u16),
    /// Another one for each instance; the instance's page tells which.
    PerInstance(Transport),
}

const HTTPS: Ports = Ports::Range(Transport::Tcp, 443, 443);

/// The cloud services of the catalogue.
pub static SERVICES: [Service; 8] = [
    Service {
        id: "cos",
        name: "Object Storage",
        crn_name: "cloud-object-storage",
        shape: Shape::Endpoint {
            global: true,
            host: Host::Pattern("s3.direct.{}.cloud-object-storage.appdomain.cloud"),
        },
        ports: HTTPS,
        resource_bindings: true,
        remark: "The target is the regional endpoint, not your instance: one gateway serves all buckets of the region.",
    },
    Service {
        id: "kms",
        name: "Key Protect",
        crn_name: "kms",
        shape: Shape::Endpoint { global: false, host: Host::Pattern("private.{}.kms.cloud.ibm.com") },
        ports: HTTPS,
        resource_bindings: false,
        remark: "The target is the regional endpoint. Older samples with an instance CRN are out of date.",
    },
    Service {
        id: "registry",
        name: "Container Registry",
        crn_name: "container-registry",
        shape: Shape::Endpoint {
            global: false,
            host: Host::Listed(&[
                ("au-syd", "au.icr.io"),
                ("br-sao", "br.icr.io"),
                ("ca-mon", "ca2.icr.io"),
                ("ca-tor", "ca.icr.io"),
                ("eu-de", "de.icr.io"),
                ("eu-es", "es.icr.io"),
                ("eu-gb", "uk.icr.io"),
                ("in-che", "in.icr.io"),
                ("in-mum", "in2.icr.io"),
                ("jp-osa", "jp2.icr.io"),
                ("jp-tok", "jp.icr.io"),
                ("us-east", "icr.io"),
                ("us-south", "us.icr.io"),
            ]),
        },
        ports: HTTPS,
        resource_bindings: false,
        remark: "One registry gateway in a VPC: it answers for every name under icr.io.",
    },
    Service {
        id: "iam",
        name: "Identity and Access Management",
        crn_name: "iam-svcs",
        shape: Shape::Endpoint { global: true, host: Host::Pattern("private.iam.cloud.ibm.com") },
        ports: HTTPS,
        resource_bindings: false,
        remark: "",
    },
    Service {
        id: "postgresql",
        name: "Databases for PostgreSQL",
        crn_name: "databases-for-postgresql",
        shape: Shape::Instance,
        ports: Ports::PerInstance(Transport::Tcp),
        resource_bindings: false,
        remark: "The instance must have its private endpoint on. Its port is on its overview page; Gen 2 instances use 5432.",
    },
    Service {
        id: "eventstreams",
        name: "Event Streams Enterprise",
        crn_name: "messagehub",
        shape: Shape::Instance,
        ports: Ports::Range(Transport::Tcp, 443, 9093),
        resource_bindings: false,
        remark: "Gateways made before December 2024 must be made again to reach all brokers. Lite and Standard plans have no private endpoint.",
    },
    Service {
        id: "eventstreams-gen2",
        name: "Event Streams Gen 2",
        crn_name: "messagehub",
        shape: Shape::Instance,
        ports: Ports::Range(Transport::Tcp, 9093, 9093),
        resource_bindings: false,
        remark: "A VPE gateway is the only way in.",
    },
    Service {
        id: "secrets-manager",
        name: "Secrets Manager",
        crn_name: "secrets-manager",
        shape: Shape::Instance,
        ports: HTTPS,
        resource_bindings: false,
        remark: "",
    },
];

/// A service of the infrastructure itself, reached by name.
#[derive(Debug, PartialEq, Eq)]
pub struct Infrastructure {
    /// Its name as a target.
    pub target: &'static str,
    /// What it is.
    pub name: &'static str,
    /// The ports that clients use.
    pub ports: Ports,
}

/// The infrastructure services: one. The port is the usual one of NTP; IBM's page
/// states none.
pub static INFRASTRUCTURE: [Infrastructure; 1] = [Infrastructure {
    target: "ibm-ntp-server",
    name: "NTP time server",
    ports: Ports::Range(Transport::Udp, 123, 123),
}];

impl Service {
    /// The target CRN of the service's endpoint in a region; `None` where the
    /// service has no endpoint there or its target is an instance.
    pub fn endpoint_crn(&self, region: &str) -> Option<String> {
        let Shape::Endpoint { global, host } = self.shape else { return None };
        let host = match host {
            Host::Pattern(pattern) => pattern.replace("{}", region),
            Host::Listed(hosts) => hosts.iter().find(|(r, _)| *r == region)?.1.to_owned(),
        };
        let location = if global { "global" } else { region };
        Some(format!("crn:v1:bluemix:public:{}:{location}:::endpoint:{host}", self.crn_name))
    }
}

impl Transport {
    /// `TCP` or `UDP`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcp => "TCP",
            Self::Udp => "UDP",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::REGIONS;

    #[test]
    fn each_endpoint_has_a_crn_of_its_own() {
        let mut seen = std::collections::BTreeSet::new();
        for service in &SERVICES {
            for region in &REGIONS {
                let Some(crn) = service.endpoint_crn(region.code) else { continue };
                assert_eq!(crn.matches(':').count(), 9, "{crn}");
                let once_for_all = service.id == "iam";
                assert!(seen.insert(crn.clone()) || once_for_all, "{crn} twice");
            }
        }
        let kms = SERVICES.iter().find(|s| s.id == "kms").and_then(|s| s.endpoint_crn("eu-de"));
        assert_eq!(
            kms.as_deref(),
            Some("crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com")
        );
    }
}
