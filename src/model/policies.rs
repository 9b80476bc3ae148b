//! Authorization policies, and which gateways they let in.

use super::build::{Builder, label};
use super::{AccountId, Crn, CrnKind, Expected, Gateway, Ix, Model, Origin, Said, ServiceName, Target};
use crate::plan::{self, Field, Key, Object, Plan, Resource};

/// An authorization policy.
#[derive(Debug, Clone, PartialEq)]
pub struct Policy {
    /// Its key in the plan.
    pub key: Key,
    /// What a reader calls it.
    pub label: String,
    /// New or existing.
    pub origin: Origin,
    /// The account whose gateways are let in: the plan's own where none is given.
    pub source: Said<AccountId>,
    /// The account that owns the service.
    pub target: Said<AccountId>,
    /// The service.
    pub service: Said<ServiceName>,
    /// The one instance that is let reach; empty for all.
    pub instance: Said<ServiceName>,
}

/// A part of a policy in which it does not fit a gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// It lets in another account.
    Source,
    /// It is of another account.
    Target,
    /// It is for another service.
    Service,
    /// It is for another instance.
    Instance,
}

/// Builds the policies.
pub(super) fn build(b: &mut Builder<'_>, plan: &Plan) {
    for policy in &plan.policies {
        let made = self::policy(b, policy);
        b.model.policies.push(made);
    }
}

fn policy(b: &mut Builder<'_>, policy: &Resource<plan::Policy>) -> Policy {
    let object = Object::Policy(policy.key.clone());
    let wanted = &policy.wanted;
    let (origin, _) = b.identity(&object, &policy.origin, "", true);
    let source = if wanted.source_account.is_empty() {
        b.need(b.model.account.is_empty(), &object, Field::SourceAccount, "");
        b.model.account.clone()
    } else {
        let (field, text) = (Field::SourceAccount, &wanted.source_account);
        b.parse(&object, field, text, Expected::Account, AccountId::new)
    };
    let (field, text) = (Field::TargetAccount, &wanted.target_account);
    let target = b.require(&object, field, text, Expected::Account, AccountId::new);
    let service = b.require(&object, Field::Service, &wanted.service, Expected::Service, ServiceName::new);
    let instance = b.parse(&object, Field::Instance, &wanted.instance, Expected::Instance, ServiceName::new);
    let called = plan::Policy::label(&wanted.service, &wanted.target_account);
    Policy {
        key: policy.key.clone(),
        label: label(&called, &policy.origin.id, &policy.key),
        origin,
        source,
        target,
        service,
        instance,
    }
}

impl Policy {
    /// Where it does not fit the gateways of an account and an instance of a service;
    /// nowhere where it lets them reach that. What the plan does not say, or says in a
    /// text that means nothing, may fit.
    pub fn unfit(&self, own: Option<&AccountId>, crn: &Crn) -> Vec<Unfit> {
        let other = |said: Option<&str>, is: Option<&str>| said.zip(is).is_some_and(|(said, is)| said != is);
        let owner = crn.account();
        [
            (Unfit::Source, self.source.value().map(AccountId::as_str), own.map(AccountId::as_str)),
            (
                Unfit::Target,
                self.target.value().map(AccountId::as_str),
                owner.as_ref().map(AccountId::as_str),
            ),
            (Unfit::Service, self.service.value().map(ServiceName::as_str), Some(crn.service())),
            (Unfit::Instance, self.instance.value().map(ServiceName::as_str), Some(crn.segment(7))),
        ]
        .into_iter()
        .filter(|&(_, said, is)| other(said, is))
        .map(|(part, ..)| part)
        .collect()
    }

    /// The field that says a part of it.
    pub fn field(part: Unfit) -> Field {
        match part {
            Unfit::Source => Field::SourceAccount,
            Unfit::Target => Field::TargetAccount,
            Unfit::Service => Field::Service,
            Unfit::Instance => Field::Instance,
        }
    }
}

impl Gateway {
    /// The CRN of the instance that it reaches, where an account owns that.
    pub fn owned(&self) -> Option<&Crn> {
        match &self.target {
            Target::Cloud(Said::Value(crn)) if crn.kind() == CrnKind::Instance && crn.has_account() => {
                Some(crn)
            }
            Target::Cloud(_) | Target::PrivatePath(_) | Target::Infrastructure(_) => None,
        }
    }
}

impl Model {
    /// The instance of another account that a new gateway reaches: that account has to
    /// let it in. Nothing where the plan does not say its own account.
    pub fn foreign<'g>(&self, gateway: &'g Gateway) -> Option<&'g Crn> {
        let own = self.account.value()?;
        gateway.owned().filter(|crn| gateway.origin.is_new() && crn.account().as_ref() != Some(own))
    }

    /// The policies of the plan that let a gateway reach an instance, in plan order.
    pub fn policies_for<'m>(&'m self, crn: &'m Crn) -> impl Iterator<Item = Ix<Policy>> + use<'m> {
        let own = self.account.value();
        self.policies.enumerate().filter(move |(_, p)| p.unfit(own, crn).is_empty()).map(|(ix, _)| ix)
    }
}
