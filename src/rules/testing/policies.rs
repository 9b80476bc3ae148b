//! Authorization policies in few words, and plans with them.

use super::edits::resource;
use super::{ACCOUNT, COS, OTHER_ACCOUNT, clean, edited, gateway_to};
use crate::edit::{Edit, New};
use crate::plan::{Field, Object, Plan, Policy};

/// A policy of an account for all instances of a service.
pub(in crate::rules) fn add_policy(k: &str, account: &str, service: &str) -> Edit {
    let wanted = Policy { target_account: account.into(), service: service.into(), ..Policy::default() };
    Edit::Add(New::Policy(resource(k, wanted)))
}

/// The CRN of a cluster of another account.
pub(in crate::rules) fn cluster_crn(id: &str) -> String {
    format!("crn:v1:bluemix:public:containers-kubernetes:us-south:a/{OTHER_ACCOUNT}:{id}::")
}

/// The clean plan of a known account with a gateway `iks` to a cluster of another one. It
/// has advice.
pub(in crate::rules) fn with_cluster() -> Plan {
    let mut iks = gateway_to("iks", "payments-iks", &cluster_crn("c1a2b3"));
    iks.wanted.target.port = "443".into();
    let edits = [Edit::text(Object::Plan, Field::Account, ACCOUNT), Edit::Add(New::Gateway(iks))];
    edited(&clean(), &edits)
}

/// [`with_cluster`] with the policy `clusters` that lets it.
pub(in crate::rules) fn with_policy() -> Plan {
    edited(&with_cluster(), &[add_policy("clusters", OTHER_ACCOUNT, "containers-kubernetes")])
}

/// Gateways to other accounts with and without policies, a step or two from most faults
/// of those.
pub(in crate::rules) fn let_in() -> Plan {
    let pg = format!("crn:v1:bluemix:public:databases-for-postgresql:us-south:a/{OTHER_ACCOUNT}:1::");
    let edits = [
        Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS))),
        Edit::Add(New::Gateway(gateway_to("pg", "payments-pg", &pg))),
        add_policy("cos", OTHER_ACCOUNT, "cloud-object-storage"),
        add_policy("pg", OTHER_ACCOUNT, "databases-for-postgresql"),
        add_policy("keys", OTHER_ACCOUNT, "kms"),
    ];
    edited(&with_policy(), &edits)
}
