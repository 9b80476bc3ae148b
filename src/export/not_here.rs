//! What a tool cannot say.

use super::Tool;
use super::shell::change;
use super::words::has;
use crate::catalog::{self, dotted};
use crate::model::Aims;
use crate::plan::{DnsMode, Field, Key, Object, Place};
use crate::steps::{AclRule, Alter, Change, From, Gateway, Kind, Known, Ref, Run, Step};
use std::rc::Rc;

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
pub fn not_here(runs: &[Run], targets: &Aims) -> Vec<NotHere> {
    let mut all: Vec<NotHere> = Vec::new();
    for run in runs {
        for tool in [Tool::Cli, Tool::Api] {
            all.extend(too_old(&run.without_adopting(), tool, targets).1);
        }
        let (run, old) = too_old(run, Tool::Terraform, targets);
        all.extend(old);
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

/// What a tool has to do of a run at the versions aimed at, and what those cannot say. What is
/// for a gateway that is not made goes with it.
pub(super) fn too_old(run: &Run, tool: Tool, targets: &Aims) -> (Run, Vec<NotHere>) {
    let mut not_here = Vec::new();
    let mut gone: Vec<Key> = Vec::new();
    let mut run = run.clone();
    run.steps.retain(|step| {
        let found = lacks(step, tool, targets);
        let is_gone = step.gateway().is_some_and(|gateway| gone.contains(&gateway.key));
        if let (Some(found), false) = (&found, is_gone) {
            if let Step::Gateway(s) = step.plain() {
                gone.push(s.thing.key.clone());
            }
            not_here.push(found.clone());
        }
        // A rule is there without its name.
        !is_gone && (found.is_none() || matches!(step.plain(), Step::Rule(_)))
    });
    for step in &mut run.steps {
        let step = if let Step::Adopt(adopted) = step { &mut *adopted.step } else { step };
        if let Step::Gateway(gateway) = step
            && gateway.after.iter().any(|key| gone.contains(key))
        {
            let after = gateway.after.iter().filter(|key| !gone.contains(key)).cloned().collect();
            *gateway = Rc::new(Gateway { after, ..Gateway::clone(gateway) });
        }
    }
    (run, not_here)
}

/// The run without addresses in place of others that a gateway keeps: Terraform does not unbind
/// those of what it only refers to, and a zone takes one.
pub(super) fn without_swaps(run: &Run) -> Run {
    let kept = |gateway: &Key, slot: &str| {
        run.steps.iter().any(|step| match step {
            Step::Change(Change { alter: Alter::Unbind(ip), gateway: of, .. }) => {
                !of.adopted && of.key == *gateway && ip.zone == slot
            }
            _ => false,
        })
    };
    let stays = |step: &&Step| match step {
        Step::ReservedIp(s) | Step::Binding(s) => !kept(&s.gateway.key, &s.address.slot),
        _ => true,
    };
    Run { steps: run.steps.iter().filter(stays).cloned().collect(), ..run.clone() }
}

/// What of a step does not exist at the versions of a tool that are aimed at.
fn lacks(step: &Step, tool: Tool, targets: &Aims) -> Option<NotHere> {
    let (ability, place, follows) = match step.plain() {
        Step::Gateway(s) if s.dns == DnsMode::PerResourceBinding => (
            &catalog::PER_RESOURCE,
            step.object().at(Field::Dns),
            format!("gateway {} is not made here", s.thing.label()),
        ),
        Step::Change(Change {
            alter: Alter::Dns { to: DnsMode::PerResourceBinding, .. },
            gateway,
            place,
            ..
        }) => {
            (&catalog::PER_RESOURCE, place.clone(), format!("the mode of gateway {} stays", gateway.label()))
        }
        Step::ResourceBinding(s) => (
            &catalog::RESOURCE_BINDINGS,
            step.object().place(),
            format!("binding {} of gateway {} is not made here", s.name, s.gateway.label()),
        ),
        Step::Rule(s) if !s.name.is_empty() => (
            &catalog::RULE_NAMES,
            step.object().at(Field::Name),
            format!("rule {} of {} gets another name", s.name, s.group.label()),
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
        | Step::Resolver(_)
        | Step::Gateway(_)
        | Step::ReservedIp(_)
        | Step::Binding(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Change(_)
        | Step::Adopt(_) => return None,
    };
    if has(targets, tool, ability) {
        return None;
    }
    let reason = format!("{} does not know {}: {follows}.", aimed_at(targets, tool), ability.what);
    Some(NotHere { tool, place, reason })
}

/// The versions of a tool that are aimed at, as the beginning of a sentence.
fn aimed_at(targets: &Aims, tool: Tool) -> String {
    match tool {
        Tool::Cli => format!("The plug-in before {}", dotted(targets.plug_in.before)),
        Tool::Api => format!("Version {} of the API", targets.api),
        Tool::Terraform => {
            format!("The provider before {}", dotted(targets.provider.before))
        }
    }
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
        // An address that it has not bound itself it does not know, and would bind another beside it.
        Step::Change(Change { alter: Alter::Unbind(ip), gateway, vpc, place }) if gateway.adopted => {
            Some(NotHere {
                tool: Tool::Terraform,
                place: place.clone(),
                reason: format!(
                    "Terraform does not unbind {address} from {gateway}, which it has not bound. Before the apply, run: \
                     ibmcloud is endpoint-gateway-reserved-ip-unbind {gateway} --vpc {vpc} --address {address}.",
                    address = ip.address,
                    gateway = gateway.label(),
                    vpc = vpc.label()
                ),
            })
        }
        Step::Change(s) if !s.gateway.adopted => Some(NotHere {
            tool: Tool::Terraform,
            place: s.place.clone(),
            reason: format!(
                "Terraform leaves the existing gateway {} as it is, because it only refers to it. The scripts do it: {}.",
                s.gateway.label(),
                change(s)
            ),
        }),
        Step::Tags(s) if s.gateway.exists() && !s.gateway.adopted => not_here(
            Object::Gateway(s.gateway.key.clone()),
            s.kind.field(),
            format!(
                "Terraform leaves the existing gateway {} as it is, because it only refers to it. The scripts do it: attach the {} tags.",
                s.gateway.label(),
                s.kind.word()
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
        | Step::Change(_)
        | Step::Tags(_)
        | Step::Policy(_)
        | Step::Adopt(_) => None,
    }
}
