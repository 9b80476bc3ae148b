//! An existing gateway that gets addresses and is known by its name only.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Form, Model, Placed};
use crate::plan::Field;

/// `gateway-by-name`.
pub(super) static RULE: Rule = Rule {
    code: "gateway-by-name",
    severity: Severity::Advice,
    summary: "Terraform does not find an existing gateway by its name",
    explanation: "The provider looks a gateway up by its name in all VPCs of the region and takes the first one, so that \
                  Terraform's files refer to it by its ID or not at all. The CLI script and the API calls find it by \
                  either.",
    source: source::PROVIDER,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| !g.origin.is_new() && g.origin.id().is_none()) {
        let mut forms = gateway.addresses.iter().map(|&a| &model.addresses[a].form);
        // That it has no name either, or an ID that is none, is told as that.
        let unknown =
            gateway.name.is_empty() || model.unparsed.iter().any(|u| u.place == gateway.at(Field::Id));
        if unknown || forms.all(|f| *f == Form::None) && gateway.changes().next().is_none() {
            continue;
        }
        out.report(
            vec![gateway.at(Field::Id)],
            format!("Terraform does not find the existing gateway {} without its ID.", gateway.label),
            "Its Terraform leaves out what is for the gateway, and the CLI script and the API calls have them.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{How, OriginKind};

    fn existing() -> Edit {
        Edit::choose(gateway("kms"), Choice::Origin(OriginKind::Existing))
    }

    #[test]
    fn a_name_is_not_enough() {
        let finding = triggers("gateway-by-name", &[existing()]);
        assert!(finding.title.starts_with("Terraform does not find the existing gateway payments-kms "));
    }

    #[test]
    fn an_id_is_and_a_gateway_that_gets_nothing_needs_none() {
        silent("gateway-by-name", &[existing(), Edit::text(gateway("kms"), Field::Id, "r006-1")]);
        let nothing = (0..3).map(|i| Edit::choose(address("kms", i), Choice::How(How::None)));
        silent("gateway-by-name", &[existing()].into_iter().chain(nothing).collect::<Vec<_>>());
        silent("gateway-by-name", &[existing(), Edit::text(gateway("kms"), Field::Name, "")]);
        silent("gateway-by-name", &[existing(), Edit::text(gateway("kms"), Field::Id, "No ID")]);
    }
}
