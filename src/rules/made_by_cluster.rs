//! A gateway like those that clusters get by themselves.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Gateway, Model, Placed};
use crate::plan::{Field, Place};

/// `made-by-cluster`.
pub(super) static RULE: Rule = Rule {
    code: "made-by-cluster",
    severity: Severity::Advice,
    summary: "A gateway is like one that IBM Cloud makes itself in a VPC with clusters",
    explanation: "In a VPC with a cluster of Kubernetes Service or OpenShift, IBM Cloud itself makes gateways \
                  to the cluster, to the registry and to the service's API, called iks- and more. A second \
                  gateway to one of these in the same VPC is refused, and a name that begins so is taken for \
                  one of them.",
    source: source::CLUSTERS,
    check,
};

/// The name of the clusters' service in CRNs.
const CLUSTERS: &str = "containers-kubernetes";
/// What the names of those gateways begin with.
const PREFIX: &str = "iks-";

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let named = gateway.name.value().is_some_and(|n| n.as_str().starts_with(PREFIX));
        let place = if is_api(gateway) {
            gateway.at(Field::Crn)
        } else if named {
            gateway.at(Field::Name)
        } else {
            continue;
        };
        report(gateway, place, out);
    }
}

/// Whether it reaches the API of all clusters of a region.
fn is_api(gateway: &Gateway) -> bool {
    gateway.target.crn().is_some_and(|crn| crn.service() == CLUSTERS && crn.segment(8) == "endpoint")
}

fn report(gateway: &Gateway, place: Place, out: &mut Findings) {
    out.report(
        vec![place],
        format!("{} is like a gateway that IBM Cloud makes itself for clusters.", gateway.label),
        "Where the VPC has a cluster, or gets one, a second gateway to the same service is refused.",
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn the_clusters_api_is_reached_already() {
        let crn = "crn:v1:bluemix:public:containers-kubernetes:us-south:::endpoint:api.us-south.containers.cloud.ibm.com";
        let finding = triggers("made-by-cluster", &[Edit::text(gateway("kms"), Field::Crn, crn)]);
        assert_eq!(finding.places[0].field, Some(Field::Crn));
    }

    #[test]
    fn the_names_are_theirs() {
        let finding = triggers("made-by-cluster", &[Edit::text(gateway("kms"), Field::Name, "iks-keys")]);
        assert_eq!(finding.title, "iks-keys is like a gateway that IBM Cloud makes itself for clusters.");
        silent("made-by-cluster", &[Edit::text(gateway("kms"), Field::Name, "kiks-keys")]);
    }

    #[test]
    fn one_cluster_may_be_reached_from_another_vpc() {
        let crn = format!("crn:v1:bluemix:public:containers-kubernetes:us-south:a/{ACCOUNT}:c1abcdef::");
        silent("made-by-cluster", &[Edit::text(gateway("kms"), Field::Crn, crn)]);
    }
}
