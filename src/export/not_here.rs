//! What a tool cannot say.

use super::Tool;
use crate::plan::{Field, Object, Place};
use crate::steps::{AclRule, From, Kind, Known, Ref, Run, Step};

/// Something that one tool's files cannot say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotHere {
    /// The tool.
    pub tool: Tool,
    /// What it cannot say.
    pub place: Place,
    /// Why, a sentence.
    pub reason: String,
}

/// Everything that a tool cannot say of these runs, in order. The files say the
/// same in comments.
pub fn not_here(runs: &[Run]) -> Vec<NotHere> {
    let mut all: Vec<NotHere> = Vec::new();
    for run in runs {
        for step in &run.steps {
            // The addresses of one gateway stand together and say the same.
            if let Some(found) = in_terraform(step).filter(|found| all.last() != Some(found)) {
                all.push(found);
            }
        }
        all.extend(run.not_adopted.iter().map(|not| NotHere {
            tool: Tool::Terraform,
            place: not.place.clone(),
            reason: not.sentence.clone(),
        }));
    }
    all
}

/// Whether Terraform cannot find the ACL of a rule, or an existing one that it stands
/// before.
pub(super) fn unknown_rule(rule: &AclRule) -> bool {
    let unknown = |thing: &Ref| thing.known == Known::Name;
    unknown(&rule.acl) || rule.anchor.iter().chain(&rule.before).any(unknown)
}

/// Why Terraform cannot say a step as it is.
pub(super) fn in_terraform(step: &Step) -> Option<NotHere> {
    let not_here = |object: Object, field, reason: String| {
        Some(NotHere { tool: Tool::Terraform, place: object.at(field), reason })
    };
    match step {
        Step::ReservedIp(s) => match s.address.from {
            From::New { auto_delete: true, .. } => not_here(
                Object::Gateway(s.gateway.key.clone()),
                Field::AutoRelease,
                format!(
                    "Terraform cannot have the addresses of {} released with it: an address that it binds \
                     separately must not be deleted behind its back.",
                    s.gateway.label()
                ),
            ),
            From::New { .. } | From::Existing(_) => None,
        },
        Step::LookUp(s) if s.thing.kind == Kind::Gateway && s.thing.known == Known::Name => not_here(
            s.place.object.clone(),
            Field::Id,
            format!(
                "Terraform finds the existing gateway {} by its ID only, and the plan does not have it.",
                s.thing.label()
            ),
        ),
        Step::LookUp(s) if s.thing.kind == Kind::Acl && s.thing.known == Known::Name => not_here(
            s.place.object.clone(),
            Field::Id,
            format!(
                "Terraform finds the existing network ACL {} by its ID only, and the plan does not have it. \
                 New rules of it, and that it is attached to new subnets, are left out.",
                s.thing.label()
            ),
        ),
        Step::AclRule(s) if unknown_rule(s) && s.acl.known != Known::Name => {
            let next = s.anchor.as_ref().or(s.before.as_ref());
            next.and_then(|next| {
                not_here(
                    Object::AclRule(next.key.clone()),
                    Field::Id,
                    format!(
                        "Terraform finds the existing rule {} of {} by its ID only, and the plan does not have it. \
                         New rules that stand before it are left out.",
                        next.label(),
                        s.acl.label()
                    ),
                )
            })
        }
        Step::Resolver(s) => not_here(
            Object::Vpc(s.vpc.key.clone()),
            Field::Resolver,
            format!(
                "Terraform cannot bind VPC {vpc} to its hub and delegate its resolver in one pass \
                 (terraform-provider-ibm issue 5262). After the apply, run: ibmcloud is vpc-update {vpc} \
                 --dns-resolver-type delegated --delegate-to-vpc {hub}. The files leave the resolver as it is.",
                vpc = s.vpc.label(),
                hub = s.hub.label()
            ),
        ),
        Step::LookUp(_)
        | Step::Vpc(_)
        | Step::Prefix(_)
        | Step::Acl(_)
        | Step::AclRule(_)
        | Step::Subnet(_)
        | Step::Group(_)
        | Step::Rule(_)
        | Step::DnsBinding(_)
        | Step::ResourceBinding(_)
        | Step::Gateway(_)
        | Step::Binding(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Adopt(_) => None,
    }
}
