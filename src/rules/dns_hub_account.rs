//! A hub of another account.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Hub, Model, Placed, Said};
use crate::plan::{Field, Object};

/// `dns-hub-account`.
pub(super) static RULE: Rule = Rule {
    code: "dns-hub-account",
    severity: Severity::Advice,
    summary: "A VPC is bound to a DNS hub of another account",
    explanation: "The account of the hub has to let the VPC bind to it, by an authorization policy from VPC to VPC \
                  with the role DNS Binding Connector. Viewer is not enough. The policy is made in the account of \
                  the hub, before the binding.",
    source: source::HUB_ACCESS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let Some(own) = model.account.value() else { return };
    for binding in model.dns_bindings.iter().filter(|b| b.origin.is_new()) {
        let Hub::Crn(Said::Value(crn)) = &binding.hub else { continue };
        let Some(other) = crn.account().filter(|account| account != own) else { continue };
        out.report(
            vec![Object::Plan.at(Field::Account), binding.at(Field::HubCrn)],
            format!("The DNS hub of {} belongs to the account {other}.", binding.label),
            "A policy of that account with the role DNS Binding Connector has to be there before the binding.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Key, Object, Plan};

    fn by_crn() -> Plan {
        let crn = format!("crn:v1:bluemix:public:is:us-south:a/{OTHER_ACCOUNT}::vpc:r006-1");
        let none = Edit::choose(dns_binding("to-hub"), Choice::Hub(Key::none()));
        edited(&with_hub(), &[none, Edit::text(dns_binding("to-hub"), Field::HubCrn, crn)])
    }

    fn account(text: &str) -> Edit {
        Edit::text(Object::Plan, Field::Account, text)
    }

    #[test]
    fn its_account_permits_it() {
        let finding = triggers_on(&by_crn(), "dns-hub-account", &[account(ACCOUNT)]);
        assert_eq!(finding.title, format!("The DNS hub of to-hub belongs to the account {OTHER_ACCOUNT}."));
    }

    #[test]
    fn ones_own_hub_needs_no_policy() {
        silent_on(&by_crn(), "dns-hub-account", &[account(OTHER_ACCOUNT)]);
        silent_on(&by_crn(), "dns-hub-account", &[account("")]);
    }
}
