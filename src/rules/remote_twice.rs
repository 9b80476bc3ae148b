//! A rule with two other sides.

use super::parts::rule_of;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Model, Placed, Remote};
use crate::plan::{Field, Key};

/// `remote-twice`.
pub(super) static RULE: Rule = Rule {
    code: "remote-twice",
    severity: Severity::Warning,
    summary: "A rule of a security group names an address and a group as its other side",
    explanation: "The other side of a rule is an address or block, or a security group, never both. The \
                  exports use the group and leave the address out, so that the rule may admit other traffic \
                  than was meant. Two rules say both.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for rule in model.rules.iter().filter(|r| r.remote_twice) {
        // A group of another VPC, or none, is told of as that.
        let Remote::Group(other) = rule.remote else { continue };
        if model.groups[other].vpc != model.groups[rule.group].vpc {
            continue;
        }
        let object = || rule.object();
        let fix = Edit::choose(object(), Choice::RemoteGroup(Key::none()));
        out.report_with(
            vec![rule.at(Field::Remote), rule.at(Field::RemoteGroup)],
            super::parts::sentence(format!("{} names an address and a group.", rule_of(model, rule))),
            "A rule has one other side: the exports use the group and leave the address out.",
            Some(Fix::choice("Use the address", fix)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::Field;

    #[test]
    fn a_rule_has_one_other_side() {
        let group = Edit::choose(rule("https"), Choice::RemoteGroup(key("clients")));
        let finding = triggers("remote-twice", std::slice::from_ref(&group));
        assert_eq!(finding.title, "Rule https of vpe-clients names an address and a group.");
        silent("remote-twice", &[group, Edit::text(rule("https"), Field::Remote, "")]);
    }
}
