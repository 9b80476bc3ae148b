//! A new network ACL for a subnet that exists.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Origin, Placed};
use crate::plan::Field;

/// `acl-not-attached`.
pub(super) static RULE: Rule = Rule {
    code: "acl-not-attached",
    severity: Severity::Warning,
    summary: "A new network ACL is given to a subnet that exists, and is not attached to it",
    explanation: "What exists is referred to and left as it is: a subnet that exists keeps the network ACL that it has. To \
                  attach the new one once it is there, run ibmcloud is subnet-update SUBNET --acl ACL: all that is in the \
                  subnet is then filtered by it. Terraform attaches it to a subnet that it takes over.",
    source: source::CLI,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for subnet in model.subnets.iter().filter(|s| matches!(s.origin, Origin::Existing(_))) {
        let Some(acl) = subnet.acl.map(|acl| &model.acls[acl]) else { continue };
        if !acl.origin.is_new() || acl.vpc != subnet.vpc {
            continue;
        }
        out.report(
            vec![acl.place(), subnet.at(Field::NetworkAcl)],
            format!(
                "{} exists and keeps its network ACL; {} is not attached to it.",
                subnet.label, acl.label
            ),
            "Attach it by hand once it is there, or give new rules to the ACL that the subnet has.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, Edit};

    #[test]
    fn what_exists_keeps_its_acl() {
        let edits = [exists(subnet("vpe-1"))];
        let finding = relates(
            &with_acl(),
            "acl-not-attached",
            &edits,
            &[attach_acl("vpe-1", ""), Edit::Remove(acl("acl"))],
            &[Edit::choose(subnet("vpe-1"), Choice::Origin(crate::plan::OriginKind::New))],
        );
        assert_eq!(finding.title, "vpe-1 exists and keeps its network ACL; vpe-acl is not attached to it.");
        assert_eq!(finding.places, [acl("acl").place(), subnet("vpe-1").at(Field::NetworkAcl)]);
    }
}
