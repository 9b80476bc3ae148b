//! An existing network ACL, or a rule of one, that is known by its name only.

use super::parts::{acl_rule_of, sentence};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Origin, Placed, Said};
use crate::plan::Field;

/// `acl-by-name`.
pub(super) static RULE: Rule = Rule {
    code: "acl-by-name",
    severity: Severity::Advice,
    summary: "Terraform does not find an existing network ACL or its rule by name",
    explanation: "The provider has nothing that looks a network ACL or a rule of one up by its name, so that Terraform's \
                  files refer to it by its ID or not at all. The CLI script and the API calls find it by either.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let by_name = |origin: &Origin, name: &Said<crate::model::Name>| {
        matches!(origin, Origin::Existing(id) if id.is_empty()) && !name.is_empty()
    };
    for (ix, acl) in model.acls.enumerate() {
        let mut subnets = model.subnets.iter().filter(|s| !matches!(s.origin, Origin::Existing(_)));
        let new_rule = acl.rules.iter().any(|&r| model.acl_rules[r].origin.is_new());
        let needed = new_rule || subnets.any(|s| s.acl == Some(ix));
        if by_name(&acl.origin, &acl.name) {
            if needed {
                out.report(
                    vec![acl.at(Field::Id)],
                    format!("Terraform does not find the existing network ACL {} without its ID.", acl.label),
                    "Its Terraform leaves out new rules and new subnets' reference to it; the scripts have both.",
                );
            }
            continue;
        }
        for (at, &ix) in acl.rules.iter().enumerate() {
            let rule = &model.acl_rules[ix];
            // The nearest new rule before it stands before it.
            let anchors = at > 0 && model.acl_rules[acl.rules[at - 1]].origin.is_new();
            if anchors && by_name(&rule.origin, &rule.name) {
                out.report(
                    vec![rule.at(Field::Id)],
                    sentence(format!(
                        "{} is not found by Terraform without its ID.",
                        acl_rule_of(model, rule)
                    )),
                    "Its Terraform leaves out the new rules that stand before it; the scripts have them.",
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Edit;

    #[test]
    fn what_new_things_need_is_known_by_its_id() {
        let id = |object: crate::plan::Object| Edit::text(object, Field::Id, "r006-1");
        let rule = [exists(acl_rule("https-out")), id(acl_rule("https-out"))];
        let edits = [&[exists(acl("acl"))], &rule[..]].concat();
        let finding = triggers_on(&with_acl(), "acl-by-name", &edits);
        assert_eq!(finding.places, [acl("acl").at(Field::Id)]);
        let known = [exists(acl("acl")), id(acl("acl")), exists(acl_rule("https-out"))];
        let finding = triggers_on(&with_acl(), "acl-by-name", &known);
        assert_eq!(finding.title, "Rule https-out of vpe-acl is not found by Terraform without its ID.");
        silent_on(&with_acl(), "acl-by-name", &[&known[..], &rule].concat());
    }
}
