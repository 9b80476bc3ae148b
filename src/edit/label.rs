//! What the history calls an edit.

use super::{Edit, New};
use crate::plan::{Field, Object, Place, Plan};

impl Edit {
    /// The edit in a few words, such as `set name of payments-pg`. `plan` is the
    /// one before the edit.
    pub fn label(&self, plan: &Plan) -> String {
        match self {
            Self::Text { of, field, .. } => set(plan, of, field.label()),
            Self::Choose { of, choice } => set(plan, of, choice.field().label()),
            Self::Add(new) => new.label(),
            Self::Remove(object) => format!("remove {}", object.clone().place().label(plan)),
            Self::Move { rule, .. } => {
                format!("move {}", Object::AclRule(rule.clone()).place().label(plan))
            }
            Self::Attach { gateway, group, on } => {
                let verb = if *on { "attach" } else { "detach" };
                format!(
                    "{verb} {} {} {}",
                    plan.label(&Object::Group(group.clone())),
                    if *on { "to" } else { "from" },
                    plan.label(&Object::Gateway(gateway.clone()))
                )
            }
            Self::Tag { field, tag, on, .. } => {
                let what = if *field == Field::Endpoints { "service endpoint" } else { "tag" };
                format!("{} {what} {tag}", if *on { "add" } else { "remove" })
            }
            Self::All { label, .. } => label.clone(),
        }
    }

    /// Edits with the same place follow one another as one step: typing.
    pub fn merges_at(&self) -> Option<Place> {
        match self {
            Self::Text { of, field, .. } => Some(of.clone().at(*field)),
            _ => None,
        }
    }
}

fn set(plan: &Plan, of: &Object, field: &str) -> String {
    match of {
        Object::Plan => format!("set {field} of the plan"),
        of => format!("set {field} of {}", of.clone().place().label(plan)),
    }
}

impl New {
    fn label(&self) -> String {
        match self {
            Self::Vpc(x) => format!("add VPC {}", x.wanted.name),
            Self::Prefix(..) => "add address prefix".to_owned(),
            Self::DnsBinding(_, x) => format!("add DNS resolution binding {}", x.wanted.name),
            Self::Acl(_, x) => format!("add network ACL {}", x.wanted.name),
            Self::AclRule(_, x) => format!("add rule {}", x.wanted.name),
            Self::Subnet(_, x) => format!("add subnet {}", x.wanted.name),
            Self::Taken(..) => "add taken addresses".to_owned(),
            Self::ReservedIp(_, x) => format!("add reserved IP {}", x.name),
            Self::Group(_, x) => format!("add security group {}", x.wanted.name),
            Self::Rule(..) => "add rule".to_owned(),
            Self::Gateway(x) => format!("add gateway {}", x.wanted.name),
            Self::ResourceBinding(_, x) => format!("add resource binding {}", x.wanted.name),
            Self::Address(_, x) => format!("add address in {}", x.zone),
            Self::Policy(x) => format!("add authorization policy {}", x.wanted.service),
        }
        .trim_end()
        .to_owned()
    }
}
