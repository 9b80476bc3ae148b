//! Which gateways reach what another account owns, and which policies let them.
//!
//! A plan has a handful of policies, so that each is held against each gateway.

use crate::model::{AccountId, Crn, Gateway, Model, Policy, Unfit};

/// What a policy is short of.
pub(in crate::rules) struct Miss<'m> {
    /// The gateway that it seems to be for.
    pub(in crate::rules) gateway: &'m Gateway,
    /// The instance that the gateway reaches.
    pub(in crate::rules) crn: &'m Crn,
    /// Where it does not fit.
    pub(in crate::rules) parts: Vec<Unfit>,
}

/// New gateways that reach an instance of another account, with it.
pub(in crate::rules) fn other_accounts(model: &Model) -> impl Iterator<Item = (&Gateway, &Crn)> {
    model.gateways.iter().filter_map(|g| Some((g, model.foreign(g)?)))
}

/// Whether a policy lets an account into itself.
pub(in crate::rules) fn of_one_account(policy: &Policy) -> bool {
    policy.source.value().is_some_and(|source| policy.target.value() == Some(source))
}

/// The first gateway without a policy that a policy seems to be for: it is for nothing
/// else in the plan, and one part of it does not fit, or its accounts are in each other's
/// place.
pub(in crate::rules) fn miss<'m>(model: &'m Model, policy: &Policy) -> Option<Miss<'m>> {
    let own = model.account.value();
    if other_accounts(model).any(|(_, crn)| policy.unfit(own, crn).is_empty()) {
        return None;
    }
    let without = other_accounts(model).filter(|(_, crn)| model.policies_for(crn).next().is_none());
    let mut misses = without.map(|(gateway, crn)| Miss { gateway, crn, parts: policy.unfit(own, crn) });
    misses.find(|miss| match miss.parts[..] {
        [_] => true,
        [Unfit::Source, Unfit::Target] => {
            policy.source.value() == miss.crn.account().as_ref() && policy.target.value() == own
        }
        _ => false,
    })
}

/// Whether some policy of the plan seems to be for a gateway, and does not fit it.
pub(in crate::rules) fn is_missed(model: &Model, gateway: &Gateway) -> bool {
    model.policies.iter().any(|p| miss(model, p).is_some_and(|miss| miss.gateway.key == gateway.key))
}

/// What a policy must say in a part to fit.
pub(in crate::rules) fn fitting(own: &AccountId, crn: &Crn, part: Unfit) -> String {
    match part {
        Unfit::Source => own.to_string(),
        Unfit::Target => crn.account().map(|a| a.to_string()).unwrap_or_default(),
        Unfit::Service => crn.service().to_owned(),
        Unfit::Instance => crn.segment(7).to_owned(),
    }
}

/// What a policy says in a part.
pub(in crate::rules) fn says(policy: &Policy, part: Unfit) -> String {
    match part {
        Unfit::Source => policy.source.to_string(),
        Unfit::Target => policy.target.to_string(),
        Unfit::Service => policy.service.to_string(),
        Unfit::Instance => policy.instance.to_string(),
    }
}
