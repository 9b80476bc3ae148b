//! A reference to nothing.

use super::parts::{Names, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Dangling, Model};
use crate::plan::{Field, Object};

/// `reference-missing`.
pub(super) static RULE: Rule = Rule {
    code: "reference-missing",
    severity: Severity::Error,
    summary: "Something refers to a VPC, subnet, group or reserved IP that the plan does not have",
    explanation: "A gateway needs its VPC, subnets and security groups, and they have to be in the plan, as new or as \
                  existing ones. What was referred to has been removed, or was never there.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut names = None;
    for dangling in &model.dangling {
        let names = names.get_or_insert_with(|| Names::of(model));
        let owner = names.owner(&dangling.place.object);
        let verb = match dangling.place.field {
            Some(Field::Vpc) => "is in",
            Some(Field::Subnet) => "takes its address from",
            Some(Field::ReservedIp) => "binds",
            Some(Field::SecurityGroups) => "has",
            _ => "names",
        };
        out.report_with(
            vec![dangling.place.clone()],
            sentence(format!(
                "{owner} {verb} the {} {}, which is not in the plan.",
                dangling.kind, dangling.key
            )),
            "There is nothing that the exports could refer to.",
            without(dangling).or_else(|| names.choice(&dangling.place)),
        );
    }
}

/// A group that is not there can be detached. A rule's other side cannot be left
/// out: the rule would admit everyone.
fn without(dangling: &Dangling) -> Option<Fix> {
    let (Object::Gateway(gateway), Field::SecurityGroups) = (&dangling.place.object, dangling.place.field?)
    else {
        return None;
    };
    let edit = Edit::Attach { gateway: gateway.clone(), group: dangling.key.clone(), on: false };
    Some(Fix::choice(format!("Detach {}", dangling.key), edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::Choice;

    #[test]
    fn a_group_that_is_not_there_is_detached() {
        let there = [add_group("prod", "ops"), add_rule("ops", "ops-https", "443", "10.240.0.0/16")];
        let finding =
            relates(&clean(), "reference-missing", &[attach("kms", "ops")], &there, &[detach("kms", "ops")]);
        assert_eq!(finding.title, "payments-kms has the security group ops, which is not in the plan.");
    }

    #[test]
    fn a_removed_subnet_is_missed_where_it_was_used() {
        let base = edited(&clean(), &[add_subnet("prod", "vpe-3b", "us-south-3", "10.240.136.64/26")]);
        let finding = triggers_on(&base, "reference-missing", &[Edit::Remove(subnet("vpe-3"))]);
        let title =
            "payments-kms in us-south-3 takes its address from the subnet vpe-3, which is not in the plan.";
        assert_eq!(finding.title, title);
        assert_eq!(finding.fix.unwrap().title, "Take it from vpe-3b");
    }

    #[test]
    fn vpcs_reserved_ips_and_remote_groups_are_missed_too() {
        let elsewhere = Edit::choose(gateway("kms"), Choice::Vpc(key("nowhere")));
        assert_eq!(triggers("reference-missing", &[elsewhere]).fix.unwrap().title, "Put it into prod-vpc");
        triggers("reference-missing", &[bind(address("kms", 0), "gone")]);
        let finding =
            triggers("reference-missing", &[Edit::choose(rule("https"), Choice::RemoteGroup(key("gone")))]);
        assert!(finding.title.starts_with("Rule https of vpe-clients names"), "{}", finding.title);
        assert_eq!(finding.fix, None);
    }
}
