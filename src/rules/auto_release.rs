//! Reserved IPs that go with their gateway.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Form, Model, Placed};
use crate::plan::Field;

/// `auto-release`.
pub(super) static RULE: Rule = Rule {
    code: "auto-release",
    severity: Severity::Advice,
    summary: "Terraform cannot release addresses with the gateway",
    explanation: "IBM Cloud can delete a gateway's reserved IPs together with it. Terraform makes and binds them as \
                  resources of their own, where that cannot be set, and a gateway that is replaced would take them \
                  along. With it off, all three exports build the same.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.auto_release) {
        let mut forms = gateway.addresses.iter().map(|&a| &model.addresses[a].form);
        if !forms.any(|f| matches!(f, Form::Chosen | Form::Given(_))) {
            continue;
        }
        out.report_with(
            vec![gateway.at(Field::AutoRelease)],
            format!("The addresses of {} are released with it, which Terraform cannot set.", gateway.label),
            "Its Terraform leaves this out, and the CLI script and the API calls have it.",
            Some(Fix::safe(
                "Keep the addresses when the gateway goes",
                Edit::choose(gateway.object(), Choice::AutoRelease(false)),
            )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn on() -> Edit {
        Edit::choose(gateway("kms"), Choice::AutoRelease(true))
    }

    #[test]
    fn the_exports_agree_with_it_off() {
        let finding = triggers("auto-release", &[on()]);
        assert_eq!(finding.fix.unwrap().edit, Edit::choose(gateway("kms"), Choice::AutoRelease(false)));
    }

    #[test]
    fn existing_addresses_are_as_they_are() {
        let edits: Vec<Edit> = (1..=3)
            .flat_map(|i| {
                let name = format!("old-{i}");
                [add_reserved_ip(&format!("vpe-{i}"), &name, ""), bind(address("kms", i - 1), &name)]
            })
            .chain([on()])
            .collect();
        silent("auto-release", &edits);
    }
}
