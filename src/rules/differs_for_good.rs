//! What an existing gateway has otherwise than wanted, and what nothing can change.

use super::parts::changing::{changing, differences, keep, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Origin};

/// `differs-for-good`.
pub(super) static RULE: Rule = Rule {
    code: "differs-for-good",
    severity: Severity::Warning,
    summary: "An existing gateway has another target or resource group than the plan says",
    explanation: "The API changes the name and the DNS mode of a gateway; groups, addresses and tags are added and taken \
                  away. Target, VPC and resource group stay what they were when it was created: another one means to \
                  delete the gateway and to create it again, which takes its names and addresses away in between.",
    source: source::CREATING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, one) in differences(model) {
        if changing(&one.what).in_place || !matches!(gateway.origin, Origin::Existing(_)) {
            continue;
        }
        let fix = keep(model, gateway, one).map(|edit| Fix::choice("Keep what is there", edit));
        out.report_with(
            vec![one.place.clone()],
            sentence(model, gateway, one),
            "The API cannot change that, and nothing is exported for it. To have what the plan says, delete the gateway and plan it as new.",
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Observed};

    #[test]
    fn another_target_cannot_be_had() {
        let target =
            "crn:v1:bluemix:public:kms:us-east:::endpoint:private.us-east.kms.cloud.ibm.com".to_owned();
        let observed = Observed { target, ..Observed::default() };
        let other = Edit::choose(gateway("kms"), Choice::Observed(Box::new(observed), String::new()));
        let finding = triggers_on(&read_gateway(), "differs-for-good", &[other]);
        assert_eq!(finding.places, [gateway("kms").at(Field::Crn)]);
    }

    #[test]
    fn what_was_not_read_is_unknown() {
        let nothing = Edit::choose(gateway("kms"), Choice::Observed(Box::default(), String::new()));
        silent_on(&read_gateway(), "differs-for-good", &[nothing]);
    }
}
