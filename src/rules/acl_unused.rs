//! A new network ACL that no subnet has.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};

/// `acl-unused`.
pub(super) static RULE: Rule = Rule {
    code: "acl-unused",
    severity: Severity::Advice,
    summary: "No subnet of the plan has a new network ACL",
    explanation: "A network ACL filters the traffic of the subnets that have it. One that is created and attached to none \
                  filters nothing.",
    source: source::ACLS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (ix, acl) in model.acls.enumerate() {
        if acl.origin.is_new() && !model.subnets.iter().any(|s| s.acl == Some(ix)) {
            out.report(
                vec![acl.place()],
                format!("No subnet has the network ACL {}.", acl.label),
                "It would be created and filter nothing.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;

    #[test]
    fn an_acl_is_for_subnets() {
        let finding = triggers("acl-unused", &[add_acl("prod", "spare")]);
        assert_eq!(finding.title, "No subnet has the network ACL spare.");
        silent("acl-unused", &[add_acl("prod", "spare"), exists(acl("spare"))]);
        silent("acl-unused", &[add_acl("prod", "spare"), attach_acl("vpe-1", "spare"), let_https("spare")]);
    }
}
