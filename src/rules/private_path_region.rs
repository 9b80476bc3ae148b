//! A Private Path service in another region.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed, Said, Target};
use crate::plan::Field;

/// `private-path-region`.
pub(super) static RULE: Rule = Rule {
    code: "private-path-region",
    severity: Severity::Error,
    summary: "A Private Path service is in another region than the gateway's VPC",
    explanation: "Private Path joins a provider and a consumer in one region. A gateway reaches only Private Path \
                  services whose CRN has the region of the gateway's VPC.",
    source: source::CREATING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter().filter(|g| g.origin.is_new()) {
        let (Target::PrivatePath(Said::Value(crn)), Some(vpc)) = (&gateway.target, gateway.vpc) else {
            continue;
        };
        let vpc = &model.vpcs[vpc];
        let Some(region) = vpc.region.get() else { continue };
        if crn.kind() != CrnKind::PrivatePath || crn.location() == region.code {
            continue;
        }
        out.report(
            vec![vpc.at(Field::Region), gateway.at(Field::Crn)],
            format!(
                "The service of {} is in {}, and {} is in {region}.",
                gateway.label,
                crn.location(),
                vpc.label
            ),
            "Private Path does not leave a region; IBM Cloud refuses the gateway.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn provider_and_consumer_are_in_one_region() {
        let finding = relates(
            &with_private_path(),
            "private-path-region",
            &[Edit::text(gateway("card"), Field::Crn, private_path_crn("us-east"))],
            &[Edit::text(vpc("far"), Field::Region, "us-east")],
            &[Edit::text(gateway("card"), Field::Crn, private_path_crn("us-south"))],
        );
        assert_eq!(finding.title, "The service of card-network is in us-east, and far is in us-south.");
    }

    #[test]
    fn an_unknown_region_is_no_other_one() {
        let unknown = Edit::text(vpc("far"), Field::Region, "");
        silent_on(&with_private_path(), "private-path-region", &[unknown]);
    }
}
