//! Services that a gateway can reach.
//!
//! Each row says where it was read and when. A port of 443 is taken from the `https`
//! of those pages where [`Service::port_stated`] is not set. What the sources leave
//! open is no fact: it stands in [`Shape::Open`] or in the remark.

mod host;
mod table;

pub use host::{Host, HostParts, Site, site};
pub use table::SERVICES;

use super::{Region, Source, source};

/// A cloud service that can be a target.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// A short id of our own, unique.
    pub id: &'static str,
    /// What IBM calls it.
    pub name: &'static str,
    /// The service name in its CRNs; empty where no source tells it.
    pub crn_name: &'static str,
    /// What its target CRN looks like.
    pub shape: Shape,
    /// Names that it answers, beside the host of its endpoint: patterns as of
    /// [`Host`], with the instance for `{i}`, a wildcard perhaps in front.
    pub answers: &'static [&'static str],
    /// The regions that its own pages list for VPE; none where they list none.
    pub listed: Regions,
    /// The VPC regions from which one of its regions can be reached.
    pub offered: Offered,
    /// The ports that clients use.
    pub ports: Ports,
    /// Whether a source states the port.
    pub port_stated: bool,
    /// Whether single resources can be bound (DNS mode `per_resource_binding`).
    pub resource_bindings: bool,
    /// Whether a source shows a gateway to it from another account. For the others
    /// the sources say nothing; an endpoint of all accounts needs none.
    pub other_accounts: bool,
    /// What a planner should know beside, or empty.
    pub remark: &'static str,
    /// Where the row was read.
    pub source: &'static Source,
}

/// What a target CRN looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// An endpoint, `…:SERVICE:LOCATION:::endpoint:HOST`, of the whole service or, by
    /// its host, of one instance.
    Endpoint {
        /// Whether the location is `global` rather than the region.
        global: bool,
        /// How the host follows from the region.
        host: Host,
    },
    /// An instance of the user's, `…:SERVICE:REGION:a/ACCOUNT:GUID::`.
    Instance,
    /// The service itself, `…:SERVICE:global::::`.
    Whole,
    /// The sources do not agree or do not say.
    Open,
}

/// The VPC regions from which a region of a service can be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offered {
    /// The sources do not say.
    Open,
    /// From every region, by the service's pages.
    Anywhere,
    /// From the same region only.
    SameRegion,
    /// From the regions that are listed.
    Listed,
}

/// Some of the catalogue's regions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Regions(pub(super) &'static [&'static str]);

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

/// A service of the infrastructure itself, reached by name.
#[derive(Debug, PartialEq, Eq)]
pub struct Infrastructure {
    /// Its name as a target.
    pub target: &'static str,
    /// What it is.
    pub name: &'static str,
    /// The name that it answers.
    pub answers: &'static str,
    /// The ports that clients use.
    pub ports: Ports,
    /// Where it was read.
    pub source: &'static Source,
}

/// The infrastructure services: one. The port is the usual one of NTP; IBM's page
/// states none.
pub static INFRASTRUCTURE: [Infrastructure; 1] = [Infrastructure {
    target: "ibm-ntp-server",
    name: "NTP time server",
    answers: "time.adn.networklayer.com",
    ports: Ports::Range(Transport::Udp, 123, 123),
    source: &source::API,
}];

impl Service {
    /// The target CRN of the service in a region; `None` where it has no endpoint
    /// there or its target is an instance's.
    pub fn endpoint_crn(&self, region: &str) -> Option<String> {
        let (location, end) = match self.shape {
            Shape::Endpoint { global, host } => {
                let host = host.in_region(region)?;
                (if global { "global" } else { region }, format!("endpoint:{host}"))
            }
            Shape::Whole => ("global", ":".to_owned()),
            Shape::Instance | Shape::Open => return None,
        };
        Some(format!("crn:v1:bluemix:public:{}:{location}:::{end}", self.crn_name))
    }

    /// The host of its endpoint, where its target is one.
    pub fn host(&self) -> Option<Host> {
        match self.shape {
            Shape::Endpoint { host, .. } => Some(host),
            Shape::Instance | Shape::Whole | Shape::Open => None,
        }
    }

    /// Whether its own pages list it for VPE in a region; `None` where they list none.
    pub fn lists(&self, code: &str) -> Option<bool> {
        (!self.listed.0.is_empty()).then(|| self.listed.has(code))
    }
}

impl Regions {
    /// Whether a region is among them.
    pub fn has(self, code: &str) -> bool {
        self.0.contains(&code)
    }
}

impl Offered {
    /// Whether a region of a service is known not to be reached from a VPC's region.
    pub fn excludes(self, listed: Regions, service: &str, vpc: &Region) -> bool {
        match self {
            Self::Open | Self::Anywhere => false,
            Self::SameRegion => service != vpc.code,
            Self::Listed => !listed.has(service) || !listed.has(vpc.code),
        }
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
    use std::collections::BTreeSet;

    fn service(id: &str) -> &'static Service {
        SERVICES.iter().find(|s| s.id == id).unwrap()
    }

    #[test]
    fn each_endpoint_has_a_crn_of_its_own() {
        let mut seen = BTreeSet::new();
        for service in &SERVICES {
            let mut own = BTreeSet::new();
            own.extend(REGIONS.iter().filter_map(|r| service.endpoint_crn(r.code)));
            for crn in own {
                assert_eq!(crn.matches(':').count(), 9, "{crn}");
                assert!(seen.insert(crn.clone()), "{crn} twice");
            }
        }
        assert_eq!(
            service("kms").endpoint_crn("eu-de").as_deref(),
            Some("crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com")
        );
        assert_eq!(
            service("dns").endpoint_crn("eu-de").as_deref(),
            Some("crn:v1:bluemix:public:dns-svcs:global::::")
        );
        assert_eq!(service("registry").endpoint_crn("eu-fr2"), None);
    }

    #[test]
    fn each_row_is_whole() {
        let mut ids = BTreeSet::new();
        let mut names = BTreeSet::new();
        for s in &SERVICES {
            assert!(ids.insert(s.id) && names.insert(s.name), "{} twice", s.id);
            assert!(!s.crn_name.is_empty() || s.shape == Shape::Open, "{}", s.id);
            assert!(source::ALL.contains(s.source), "{}: its source is one of the documents", s.id);
            assert!(s.remark.is_empty() || s.remark.ends_with('.'), "{}", s.id);
            for code in s.listed.0 {
                assert!(crate::catalog::region(code).is_some(), "{}: {code}", s.id);
            }
            // What the sources leave open is said.
            assert!(s.shape != Shape::Open || !s.remark.is_empty(), "{}", s.id);
            if let Some(host) = s.host() {
                for (code, _) in host.listed {
                    assert!(crate::catalog::region(code).is_some(), "{}: {code}", s.id);
                }
            }
        }
        assert!(SERVICES.len() >= 60, "{} services", SERVICES.len());
    }

    #[test]
    fn what_is_reached_from_where_is_data() {
        let region = |code: &str| crate::catalog::region(code).unwrap();
        let excludes = |id: &str, of: &str, vpc: &str| {
            let s = service(id);
            s.offered.excludes(s.listed, of, region(vpc))
        };
        assert!(excludes("registry", "eu-de", "us-south") && !excludes("registry", "eu-de", "eu-de"));
        assert!(!excludes("kms", "eu-de", "us-south") && excludes("kms", "eu-es", "us-south"));
        assert!(!excludes("secrets-manager", "eu-de", "us-south"));
        assert_eq!(service("iam").lists("eu-de"), None);
        assert_eq!(service("atracker").lists("in-che"), Some(false));
    }
}
