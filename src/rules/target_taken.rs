//! Two gateways to one target.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Gateway, Ix, Model, Placed, Target, Vpc};
use crate::plan::{Field, Place};
use std::collections::HashMap;

/// `target-taken`.
pub(super) static RULE: Rule = Rule {
    code: "target-taken",
    severity: Severity::Error,
    summary: "Two gateways of a VPC have the same target",
    explanation: "A VPC has one gateway for each target: the service's names resolve to the addresses of one. IBM \
                  Cloud refuses the second. More clients are served by the same gateway; other rules for them are a \
                  matter of its security groups.",
    source: source::PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut seen: HashMap<(Ix<Vpc>, &str), &Gateway> = HashMap::with_capacity(model.gateways.len());
    for gateway in model.gateways.iter() {
        let (Some(vpc), Some(target)) = (gateway.vpc, gateway.target.text()) else { continue };
        let first = *seen.entry((vpc, target)).or_insert(gateway);
        if first.key == gateway.key {
            continue;
        }
        let service = match (&gateway.target, &gateway.services[..]) {
            (Target::Infrastructure(_), _) => target.to_owned(),
            (_, [service]) => format!("the same {}", service.name),
            _ => "the same target".to_owned(),
        };
        // What exists stays.
        let removed = [gateway, first].into_iter().find(|g| g.origin.is_new());
        let remove = |g: &Gateway| Fix::choice(format!("Remove {}", g.label), Edit::Remove(g.object()));
        out.report_with(
            vec![place(first), place(gateway)],
            format!("{} and {} reach {service} from {}.", first.label, gateway.label, model.vpcs[vpc].label),
            "A VPC has one gateway for each target; IBM Cloud refuses the second.",
            removed.map(remove),
        );
    }
}

fn place(gateway: &Gateway) -> Place {
    gateway.at(match gateway.target {
        Target::Cloud(_) | Target::PrivatePath(_) => Field::Crn,
        Target::Infrastructure(_) => Field::TargetName,
    })
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn the_second_gateway_to_a_target_is_refused() {
        let crn = clean().gateways[0].wanted.target.crn.clone();
        let finding = relates(
            &two_gateways(),
            "target-taken",
            &[Edit::text(gateway("cos"), Field::Crn, crn)],
            &[Edit::Remove(gateway("kms"))],
            &[Edit::text(gateway("cos"), Field::Crn, COS)],
        );
        assert_eq!(finding.title, "payments-kms and payments-cos reach the same Key Protect from prod-vpc.");
        assert_eq!(finding.places, [gateway("kms").at(Field::Crn), gateway("cos").at(Field::Crn)]);
        assert_eq!(finding.fix.unwrap().title, "Remove payments-cos");
    }

    #[test]
    fn an_existing_gateway_stays() {
        let crn = clean().gateways[0].wanted.target.crn.clone();
        let edits = [
            exists(gateway("cos")),
            Edit::text(gateway("cos"), Field::Id, "r006-cos"),
            Edit::text(gateway("cos"), Field::Crn, crn),
        ];
        let finding = triggers_on(&two_gateways(), "target-taken", &edits);
        assert_eq!(finding.fix.unwrap().title, "Remove payments-kms");
    }

    #[test]
    fn an_unknown_target_is_nobody_s() {
        let unknown = |k| [exists(gateway(k)), Edit::text(gateway(k), Field::Crn, "")];
        silent_on(&two_gateways(), "target-taken", &[unknown("kms"), unknown("cos")].concat());
    }
}
