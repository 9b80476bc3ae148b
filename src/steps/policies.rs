//! Authorization policies: the step and the runs, one for each account that owns something.

use super::build::Builder;
use super::{Run, Scope, Step};
use crate::model::{self, Model, Placed};
use crate::plan::{Field, Key};

/// A new authorization policy: endpoint gateways of one account may reach a service
/// of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// Its key.
    pub key: Key,
    /// The account whose gateways are let in.
    pub source_account: String,
    /// The account that owns the service.
    pub target_account: String,
    /// The service's name.
    pub service: String,
    /// The one instance that may be reached; empty for all.
    pub instance: String,
}

/// Adds a run for each account whose policies are made or taken over, before the runs
/// whose gateways need them.
pub(super) fn runs(model: &Model, runs: &mut Vec<Run>) {
    let mut accounts: Vec<String> = Vec::new();
    for policy in model.policies.iter() {
        let account = policy.target.to_string();
        if !accounts.contains(&account) {
            accounts.push(account);
        }
    }
    for account in accounts {
        let of_account = || model.policies.iter().filter(|p| p.target.to_string() == account);
        let Some(first) = of_account().next() else { continue };
        let place = first.at(Field::TargetAccount);
        let known = Some(account.clone()).filter(|a| !a.is_empty());
        let mut b = Builder::of(model, Run::new(known, place, Scope::Policies), Vec::new());
        for policy in of_account() {
            b.make(&policy.origin, |_| Some(Step::Policy(step(policy))));
        }
        b.policies_not_adopted(&account);
        if !b.run.steps.is_empty() {
            runs.push(b.run);
        }
    }
}

fn step(policy: &model::Policy) -> Policy {
    Policy {
        key: policy.key.clone(),
        source_account: policy.source.to_string(),
        target_account: policy.target.to_string(),
        service: policy.service.to_string(),
        instance: policy.instance.to_string(),
    }
}
