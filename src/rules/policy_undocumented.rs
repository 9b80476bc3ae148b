//! A service of another account of which IBM does not say that gateways reach it.

use super::parts::other_accounts;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `policy-undocumented`.
pub(super) static RULE: Rule = Rule {
    code: "policy-undocumented",
    severity: Severity::Advice,
    summary: "IBM does not say whether a service takes gateways of another account",
    explanation: "A service has to support gateways of other accounts, and its own pages are to say whether it does. IBM's \
                  pages show one to a Kubernetes or OpenShift cluster, and name Object Storage. Of the other services \
                  they say nothing: with the policy in place one gateway shows whether the service takes it.",
    source: source::CROSS_ACCOUNT,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let own = model.account.value();
    for policy in model.policies.iter().filter(|p| p.origin.is_new()) {
        let let_in = other_accounts(model).find(|(_, crn)| policy.unfit(own, crn).is_empty());
        let Some((gateway, _)) = let_in else { continue };
        let Some(service) = gateway.services.first().filter(|s| !s.other_accounts) else { continue };
        out.report(
            vec![gateway.at(Field::Crn), policy.at(Field::Service)],
            format!(
                "Whether {} takes {} from another account is not documented.",
                service.name, gateway.label
            ),
            "Its pages say nothing of gateways of other accounts; try one before the rest is built.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::{Field, Object};

    #[test]
    fn of_a_database_nothing_is_said() {
        let account = Edit::text(Object::Plan, Field::Account, OTHER_ACCOUNT);
        let base =
            edited(&with_database(), &[account, add_policy("pg", ACCOUNT, "databases-for-postgresql")]);
        let finding = triggers_on(
            &edited(&base, &[exists(policy("pg"))]),
            "policy-undocumented",
            &[Edit::choose(policy("pg"), crate::edit::Choice::Origin(crate::plan::OriginKind::New))],
        );
        assert!(finding.title.starts_with("Whether Databases for PostgreSQL takes payments-pg"));
    }

    #[test]
    fn a_cluster_is_documented() {
        silent_on(&with_policy(), "policy-undocumented", &[]);
    }
}
