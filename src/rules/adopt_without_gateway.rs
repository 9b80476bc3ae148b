//! A reserved IP to be taken over that no gateway has.

use super::parts::not_adopted;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Lack, Model};

/// `adopt-without-gateway`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-without-gateway",
    severity: Severity::Warning,
    summary: "Terraform is to take over a reserved IP that no gateway of the plan has",
    explanation: "In the files for Terraform a reserved IP stands with its gateway, under the zone that it serves. One that no \
                  gateway has is nobody's address. It stays as it is until a gateway is given it.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    not_adopted(model, Lack::Gateway, out);
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    #[test]
    fn it_needs_a_gateway() {
        let finding =
            triggers_on(&adopted(), "adopt-without-gateway", &[crate::edit::Edit::Remove(address("kms", 0))]);
        assert!(
            finding.title.contains("reserved IP kms-1: no gateway of the plan has it"),
            "{}",
            finding.title
        );
        silent_on(&adopted(), "adopt-without-gateway", &[refer_to(reserved_ip("kms-1"))]);
    }
}
