//! Changing in place what an existing gateway has otherwise than wanted.

use super::build::Builder;
use super::{Ref, Step, TagKind, Tags};
use crate::model::{self, Differs};
use crate::plan::{DnsMode, Field, Place, Seen, SeenAddress};

/// A change of an existing gateway that stays what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The gateway.
    pub gateway: Ref,
    /// The gateway's VPC.
    pub vpc: Ref,
    /// The field that says what is wanted.
    pub place: Place,
    /// What changes.
    pub alter: Alter,
}

/// What changes of a gateway.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alter {
    /// It gets this name.
    Name(String),
    /// It gets another DNS mode.
    Dns {
        /// The mode that it had.
        from: DnsMode,
        /// The mode that it gets.
        to: DnsMode,
    },
    /// It gets this security group.
    Attach(Ref),
    /// It loses this security group.
    Detach(Seen),
    /// It loses this address.
    Unbind(SeenAddress),
}

/// The steps that change a gateway, in an order in which none is refused: a group more before one
/// less, since the last cannot go, and an address less before one more in its zone.
pub(super) fn changes(b: &mut Builder<'_>, gateway: &model::Gateway, thing: &Ref, vpc: &Ref) {
    for one in gateway.changes() {
        let alter = match &one.what {
            Differs::Name(_) => Alter::Name(gateway.name.to_string()),
            Differs::Dns(from) => Alter::Dns { from: *from, to: gateway.dns },
            &Differs::Attach(group) => {
                if !b.in_run(b.model.groups[group].vpc) {
                    continue;
                }
                Alter::Attach(b.group(group))
            }
            Differs::Detach(group) => Alter::Detach(group.clone()),
            Differs::Unbind(address, _) => Alter::Unbind(address.clone()),
            Differs::Tags(tags) => {
                // Terraform attaches those of what it takes over.
                let kind = if one.place.field == Some(Field::Tags) { TagKind::User } else { TagKind::Access };
                if !thing.adopted {
                    let (gateway, vpc) = (thing.clone(), vpc.clone());
                    b.run.steps.push(Step::Tags(Tags { gateway, vpc, kind, tags: tags.clone() }));
                }
                continue;
            }
            Differs::Target(_) | Differs::ResourceGroup(_) => continue,
        };
        let change = Change { gateway: thing.clone(), vpc: vpc.clone(), place: one.place.clone(), alter };
        b.run.steps.push(Step::Change(change));
    }
}
