//! A gateway that Terraform takes over and would replace at once.

use super::parts::changing::{changing, differences, keep, sentence};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::model::{Model, Origin};

/// `adopt-replaces`.
pub(super) static RULE: Rule = Rule {
    code: "adopt-replaces",
    severity: Severity::Warning,
    summary: "Terraform takes over a gateway and would replace it",
    explanation: "To the Terraform provider a gateway with another name, VPC, target or resource group is another \
                  gateway: it destroys the old one and creates the new one. Between the two the service's names do not \
                  resolve to the gateway and connections break; its bindings are made anew, and reserved IPs with \
                  auto_delete are gone.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for (gateway, one) in differences(model) {
        let what = changing(&one.what);
        if !what.replaced || !matches!(gateway.origin, Origin::Adopted(_)) {
            continue;
        }
        let scripts = match (what.in_place, gateway.change) {
            (true, true) => {
                "The scripts change it in place: run them before Terraform, and it replaces nothing."
            }
            (true, false) => {
                "The scripts could change it in place, where the plan says that the gateway is to be changed."
            }
            (false, _) => "The API cannot change it.",
        };
        let detail = format!(
            "Terraform would destroy the gateway and create it again with what the plan says. {scripts}"
        );
        let fix = keep(model, gateway, one).map(|edit| Fix::choice("Keep what is there", edit));
        out.report_with(vec![one.place.clone()], sentence(model, gateway, one), detail, fix);
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Observed};

    #[test]
    fn another_name_is_another_gateway_to_terraform() {
        let name = "old-kms".to_owned();
        let observed = Box::new(Observed { name, ..Observed::default() });
        let other = [Edit::choose(gateway("kms"), Choice::Observed(observed, String::new()))];
        let finding = triggers_on(&adopted(), "adopt-replaces", &other);
        assert_eq!(finding.places, [gateway("kms").at(Field::Name)]);
        assert_eq!(finding.title, "Gateway payments-kms is called old-kms.");
        // What Terraform only refers to is renamed in place.
        triggers_on(&read_gateway(), "differs-in-place", &other);
        silent_on(&read_gateway(), "adopt-replaces", &other);
    }
}
