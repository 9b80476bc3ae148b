//! A rule of a network ACL that an earlier one leaves nothing to decide.

use super::parts::{acl_rule_of, covers, piece_of, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{AclRule, Model, Placed};
use crate::plan::{Action, Protocol};

/// `acl-rule-shadowed`.
pub(super) static RULE: Rule = Rule {
    code: "acl-rule-shadowed",
    severity: Severity::Warning,
    summary: "A rule of a network ACL never decides, because an earlier one decides otherwise",
    explanation: "The rules of a network ACL are tried in their order, and the first that fits decides. A rule whose \
                  traffic an earlier one denies allows nothing; one whose traffic an earlier one allows denies nothing.",
    source: source::ACLS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for acl in model.acls.iter() {
        for (at, &ix) in acl.rules.iter().enumerate() {
            let rule = &model.acl_rules[ix];
            let earlier = acl.rules[..at].iter().map(|&r| &model.acl_rules[r]);
            // What exists stands where it stands, and what it says need not be all known.
            let known = |r: &&AclRule| r.origin.is_new() || acl.origin.is_new();
            let Some(over) = earlier.filter(known).find(|earlier| decides(earlier, rule)) else { continue };
            if over.action == rule.action || !rule.origin.is_new() {
                continue;
            }
            let does = if rule.action == Action::Allow { "allows" } else { "denies" };
            let (first, second) = (acl_rule_of(model, over), acl_rule_of(model, rule));
            let to = acl.rules.iter().position(|&r| model.acl_rules[r].key == over.key).unwrap_or_default();
            let fix = Fix::choice(
                format!("Move {} in front of {}", rule.name, over.name),
                Edit::Move { rule: rule.key.clone(), to },
            );
            // Where the two say the same traffic, either order leaves one without effect.
            let fix = Some(fix).filter(|_| !decides(rule, over));
            out.report_with(
                vec![over.place(), rule.place()],
                sentence(format!("{second} {does} nothing, because {first} comes before it.")),
                "The first rule that fits decides.",
                fix,
            );
        }
    }
}

/// Whether all traffic of the second is that of the first, too.
fn decides(first: &AclRule, second: &AclRule) -> bool {
    let protocol = first.protocol == second.protocol || first.protocol == Protocol::IcmpTcpUdp;
    let (Some(all), Some(part)) = (piece_of(first), piece_of(second)) else { return false };
    first.direction == second.direction && protocol && covers(&all, &part)
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::plan::Direction;

    #[test]
    fn what_is_denied_before_is_not_allowed() {
        let lab = add_acl_rule("acl", "lab", Action::Allow, Direction::Inbound, "10.250.3.0/24");
        let no = add_acl_rule("acl", "no-lab", Action::Deny, Direction::Inbound, "10.250.0.0/16");
        let answers = add_acl_rule("acl", "answers", Action::Allow, Direction::Outbound, "");
        let finding = relates(
            &with_acl(),
            "acl-rule-shadowed",
            &[answers, no, lab],
            &[Edit::Remove(acl_rule("no-lab"))],
            &[Edit::Remove(acl_rule("lab"))],
        );
        assert_eq!(
            finding.title,
            "Rule lab of vpe-acl allows nothing, because rule no-lab of vpe-acl comes before it."
        );
        assert_eq!(finding.fix.unwrap().title, "Move lab in front of no-lab");
    }

    #[test]
    fn a_part_is_no_whole() {
        let no = add_acl_rule("acl", "no-lab", Action::Deny, Direction::Inbound, "10.240.3.0/24");
        silent_on(&with_acl(), "acl-rule-shadowed", &[no, Edit::Move { rule: key("no-lab"), to: 0 }]);
    }

    #[test]
    fn what_is_allowed_before_is_not_denied() {
        let no = add_acl_rule("acl", "no", Action::Deny, Direction::Inbound, "10.240.0.0/24");
        let same = [
            no,
            Edit::text(acl_rule("no"), crate::plan::Field::Destination, "10.240.8.0/26"),
            Edit::text(acl_rule("no"), crate::plan::Field::DestinationPortMin, "443"),
            Edit::text(acl_rule("no"), crate::plan::Field::DestinationPortMax, "443"),
        ];
        let finding = triggers_on(&with_acl(), "acl-rule-shadowed", &same);
        assert_eq!(
            finding.title,
            "Rule no of vpe-acl denies nothing, because rule https-in of vpe-acl comes before it."
        );
    }
}
