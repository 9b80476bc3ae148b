//! A gateway that waits for somebody's leave.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed, Said, Target};
use crate::plan::Field;

/// `provider-must-permit`.
pub(super) static RULE: Rule = Rule {
    code: "provider-must-permit",
    severity: Severity::Advice,
    summary: "A gateway to a Private Path service stays pending until the provider permits it",
    explanation: "The provider of a Private Path service decides who may use it, for each account or each request. A \
                  gateway is created at once and stays pending until then; a review by hand can take days. Scripts take \
                  a pending gateway as done and say so.",
    source: source::CREATING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let Target::PrivatePath(Said::Value(crn)) = &gateway.target else { continue };
        if crn.kind() == CrnKind::PrivatePath {
            out.report(
                vec![gateway.at(Field::Crn)],
                format!("{} stays pending until the provider of the service permits it.", gateway.label),
                "A review by hand can take days; until then no traffic goes through.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, TargetKind};

    fn private_path() -> [Edit; 2] {
        [
            Edit::text(gateway("kms"), Field::Crn, private_path_crn("us-south")),
            Edit::choose(gateway("kms"), Choice::TargetKind(TargetKind::PrivatePathServiceGateway)),
        ]
    }

    #[test]
    fn a_new_gateway_to_a_private_path_service_waits() {
        let finding = triggers("provider-must-permit", &private_path());
        assert_eq!(finding.title, "payments-kms stays pending until the provider of the service permits it.");
    }

    #[test]
    fn one_that_exists_has_waited() {
        silent("provider-must-permit", &[&private_path()[..], &[exists(gateway("kms"))]].concat());
    }
}
