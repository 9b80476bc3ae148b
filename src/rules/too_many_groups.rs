//! More security groups than a gateway can have.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{GROUPS_PER_GATEWAY, source};
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `too-many-groups`.
pub(super) static RULE: Rule = Rule {
    code: "too-many-groups",
    severity: Severity::Error,
    summary: "A gateway has more than five security groups",
    explanation: "A gateway takes five security groups. The limit is fixed and IBM does not raise it. What the groups \
                  admit adds up, so that rules of several groups can stand in one.",
    source: source::GROUPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.groups.len() > GROUPS_PER_GATEWAY) {
        let beyond = gateway.groups[GROUPS_PER_GATEWAY..].iter().map(|&g| &model.groups[g]);
        let labels: Vec<&str> = beyond.clone().map(|g| g.label.as_str()).collect();
        let edits = beyond
            .map(|g| Edit::Attach { gateway: gateway.key.clone(), group: g.key.clone(), on: false })
            .collect();
        let title = format!("Detach {}", super::parts::list(&labels));
        out.report_with(
            vec![gateway.at(Field::SecurityGroups)],
            format!("{} has {} security groups.", gateway.label, gateway.groups.len()),
            format!("A gateway takes {GROUPS_PER_GATEWAY}; IBM Cloud refuses more."),
            Some(Fix::choice(title.clone(), Edit::All { label: title, edits })),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn more(n: usize) -> Vec<Edit> {
        (0..n)
            .flat_map(|i| {
                let name = format!("more-{i}");
                [add_group("prod", &name), attach("kms", &name)]
            })
            .collect()
    }

    #[test]
    fn the_sixth_group_is_too_many() {
        let finding = relates(
            &edited(&clean(), &more(4)),
            "too-many-groups",
            &[add_group("prod", "sixth"), attach("kms", "sixth")],
            &[detach("kms", "sixth"), Edit::Remove(group("sixth"))],
            &[detach("kms", "more-2")],
        );
        assert_eq!(finding.title, "payments-kms has 6 security groups.");
        assert_eq!(finding.fix.unwrap().title, "Detach sixth");
    }

    #[test]
    fn five_are_taken() {
        silent("too-many-groups", &more(4));
    }
}
