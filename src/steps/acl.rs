//! Network ACLs: the steps and their building.

use super::build::{Builder, known};
use super::{Kind, Ref, Step};
use crate::model::{self, AclSide, Ix, Placed};
use crate::plan::{Action, Direction, Field, Protocol};

/// A new network ACL.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acl {
    /// The ACL itself.
    pub thing: Ref,
    /// Its VPC.
    pub vpc: Ref,
    /// Its resource group; `None` for the account's default.
    pub resource_group: Option<Ref>,
}

/// A new rule of a network ACL. Those of one ACL come from its last to its first, so
/// that what a rule stands before is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AclRule {
    /// The rule itself.
    pub thing: Ref,
    /// Its ACL.
    pub acl: Ref,
    /// The ACL's VPC.
    pub vpc: Ref,
    /// The rule that it stands before; `None` where it is the last.
    pub before: Option<Ref>,
    /// The first rule after it that exists, where the plan has one.
    pub anchor: Option<Ref>,
    /// Whether what fits passes.
    pub action: Action,
    /// Which way the traffic goes.
    pub direction: Direction,
    /// Which traffic.
    pub protocol: Protocol,
    /// Where it comes from.
    pub source: Side,
    /// Where it goes to.
    pub destination: Side,
}

/// One end of the traffic of a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// An address, a block, or a text that means nothing.
    pub text: String,
    /// First and last port; `None` for all.
    pub ports: Option<(String, String)>,
}

impl Side {
    fn of(side: &AclSide) -> Self {
        let ports = side.ports.as_ref().map(|(min, max)| (min.to_string(), max.to_string()));
        Self { text: side.text.clone(), ports }
    }
}

impl AclRule {
    /// The step with other references in place of its own.
    pub(super) fn referring(&self, to: &mut dyn FnMut(&Ref) -> Ref) -> Self {
        let (vpc, acl) = (to(&self.vpc), to(&self.acl));
        let before = self.before.as_ref().map(&mut *to);
        Self { vpc, acl, before, ..self.clone() }
    }
}

impl Builder<'_> {
    pub(super) fn acl(&mut self, ix: Ix<model::Acl>) -> Ref {
        let acl = &self.model.acls[ix];
        let vpc = self.vpc(acl.vpc);
        let known = known(&acl.origin);
        self.object(Kind::Acl, &acl.key, acl.name.to_string(), known, Some(vpc), acl.object())
    }

    fn acl_rule(&mut self, ix: Ix<model::AclRule>) -> Ref {
        let rule = &self.model.acl_rules[ix];
        let acl = self.acl(rule.acl);
        let known = known(&rule.origin);
        self.object(Kind::AclRule, &rule.key, rule.name.to_string(), known, Some(acl), rule.object())
    }

    pub(super) fn make_acl(&mut self, ix: Ix<model::Acl>) {
        let model = self.model;
        let acl = &model.acls[ix];
        self.make(&acl.origin, |b| {
            let resource_group = b.resource_group(acl.resource_group.as_ref(), acl.at(Field::ResourceGroup));
            let vpc = b.vpc(acl.vpc);
            Some(Step::Acl(Acl { thing: b.acl(ix), vpc, resource_group }))
        });
        let mut next = None;
        let mut anchor = None;
        for &rule in acl.rules.iter().rev() {
            self.make_acl_rule(rule, next, anchor);
            next = Some(rule);
            if !model.acl_rules[rule].origin.is_new() {
                anchor = Some(rule);
            }
        }
    }

    fn make_acl_rule(
        &mut self,
        ix: Ix<model::AclRule>,
        next: Option<Ix<model::AclRule>>,
        anchor: Option<Ix<model::AclRule>>,
    ) {
        let model = self.model;
        let rule = &model.acl_rules[ix];
        self.make(&rule.origin, |b| {
            let acl = b.acl(rule.acl);
            let vpc = b.vpc(model.acls[rule.acl].vpc);
            let thing = b.acl_rule(ix);
            // What exists stands where it stands.
            let next = next.filter(|_| rule.origin.is_new());
            Some(Step::AclRule(AclRule {
                thing,
                acl,
                vpc,
                before: next.map(|next| b.acl_rule(next)),
                anchor: anchor.filter(|_| rule.origin.is_new()).map(|anchor| b.acl_rule(anchor)),
                action: rule.action,
                direction: rule.direction,
                protocol: rule.protocol,
                source: Side::of(&rule.source),
                destination: Side::of(&rule.destination),
            }))
        });
    }

    /// The ACL of a subnet that is made, where it is one of the run.
    pub(super) fn acl_of(&mut self, subnet: &model::Subnet) -> Option<Ref> {
        let ix = subnet.acl?;
        let acl = &self.model.acls[ix];
        if self.in_run(acl.vpc) {
            return Some(self.acl(ix));
        }
        let what = format!(
            "Network ACL {} is in another region than subnet {} and is not attached to it.",
            acl.label, subnet.label
        );
        self.leave_out(subnet.at(Field::NetworkAcl), what);
        None
    }

    /// What exists keeps its ACL, but for a subnet that Terraform takes over.
    pub(super) fn acl_not_attached(&mut self, subnet: &model::Subnet) {
        let Some(acl) = subnet.acl.map(|ix| &self.model.acls[ix]).filter(|acl| acl.origin.is_new()) else {
            return;
        };
        let what = format!(
            "Subnet {} exists and keeps the network ACL that it has; {} is not attached to it.",
            subnet.label, acl.label
        );
        self.leave_out(subnet.at(Field::NetworkAcl), what);
    }
}
