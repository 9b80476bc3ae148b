//! Reserved IPs that would be called ibm- something.

use super::parts::{begins_names, ip_prefix};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `name-ibm`.
pub(super) static RULE: Rule = Rule {
    code: "name-ibm",
    severity: Severity::Error,
    summary: "A reserved IP's name would begin with ibm-",
    explanation: "Names of reserved IPs that begin with ibm- are kept for the addresses that IBM Cloud holds itself. A \
                  gateway may be called so, and its reserved IPs, which are named after it, need another beginning.",
    source: source::API,
    check,
};

/// What reserved IPs of users may not begin with.
const KEPT: &str = "ibm-";

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        let Some(rest) = ip_prefix(model, gateway).and_then(|p| p.strip_prefix(KEPT)) else { continue };
        let own = rest.trim_start_matches(KEPT);
        let fix = (begins_names(own) && !own.is_empty()).then(|| {
            Fix::choice(format!("Begin them with {own}"), Edit::text(gateway.object(), Field::IpPrefix, own))
        });
        out.report_with(
            vec![gateway.at(Field::IpPrefix)],
            format!("The names of {}'s reserved IPs would begin with {KEPT}.", gateway.label),
            "IBM Cloud keeps such names for itself and refuses them.",
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_gateway_called_so_needs_another_beginning() {
        let finding = triggers("name-ibm", &[Edit::text(gateway("kms"), Field::Name, "ibm-kms")]);
        assert_eq!(finding.title, "The names of ibm-kms's reserved IPs would begin with ibm-.");
        assert_eq!(finding.fix.unwrap().title, "Begin them with kms");
        triggers("name-ibm", &[Edit::text(gateway("kms"), Field::IpPrefix, "ibm-x")]);
    }

    #[test]
    fn with_another_beginning_the_gateway_may_be_called_so() {
        let edits = [
            Edit::text(gateway("kms"), Field::Name, "ibm-kms"),
            Edit::text(gateway("kms"), Field::IpPrefix, "kms"),
        ];
        silent("name-ibm", &edits);
        silent("name-ibm", &[Edit::text(gateway("kms"), Field::Name, "ibmkms")]);
    }
}
