//! An instance of a service whose page wants the VPC in its region.

use super::parts::to_cloud;
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{CrnKind, Model, Placed};
use crate::plan::Field;

/// `instance-other-region`.
pub(super) static RULE: Rule = Rule {
    code: "instance-other-region",
    severity: Severity::Advice,
    summary: "An instance is in another region than the VPC, and its service's page wants both in one",
    explanation: "The pages of IBM about VPE say that a gateway reaches services of other regions. The page of \
                  Event Streams Gen 2 about private endpoints, which is written for databases, too, says that \
                  the VPC has to be in the region of the instance. The documents contradict each other, and \
                  one region is sure.",
    source: source::EVENT_STREAMS_2,
    check,
};

/// Services whose page says so, by the beginning of their name in CRNs.
const SAYS_SO: [&str; 3] = ["messagehub", "databases-for-", "messages-for-"];

fn check(model: &Model, out: &mut Findings) {
    for (gateway, crn) in to_cloud(model) {
        let Some(vpc) = gateway.vpc.map(|vpc| &model.vpcs[vpc]) else { continue };
        let (Some(own), Some(other)) = (vpc.region.get(), gateway.place.get()) else { continue };
        let named = SAYS_SO.iter().any(|name| crn.service().starts_with(name));
        if crn.kind() == CrnKind::Instance && named && own != other {
            out.report(
                vec![vpc.at(Field::Region), gateway.at(Field::Crn)],
                format!("{} is in {own}, and the instance of {} in {other}.", vpc.label, gateway.label),
                "IBM's pages differ on whether that can be; one region is sure.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn pg(service: &str, region: &str) -> Edit {
        let crn = format!("crn:v1:bluemix:public:{service}:{region}:a/{ACCOUNT}:4b1e9c52-7d03::");
        Edit::text(gateway("pg"), Field::Crn, crn)
    }

    #[test]
    fn one_region_is_sure() {
        let finding =
            triggers_on(&with_database(), "instance-other-region", &[pg("databases-for-redis", "eu-de")]);
        assert_eq!(finding.title, "prod-vpc is in us-south, and the instance of payments-pg in eu-de.");
    }

    #[test]
    fn others_say_nothing_of_it() {
        for edit in [pg("databases-for-redis", "us-south"), pg("secrets-manager", "eu-de")] {
            silent_on(&with_database(), "instance-other-region", &[edit]);
        }
    }
}
