//! An endpoint of which IBM's documents differ.

use super::parts::to_cloud;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{SERVICES, source};
use crate::edit::Edit;
use crate::model::{Model, Placed};
use crate::plan::Field;

/// `endpoint-disputed`.
pub(super) static RULE: Rule = Rule {
    code: "endpoint-disputed",
    severity: Severity::Advice,
    summary: "IBM's documents name two endpoints for one service, and this is the less sure one",
    explanation: "The page of Direct Link lists an endpoint for each region, and calls one for all regions in \
                  its samples; IBM's Terraform module, which creates a gateway to each endpoint in its tests, \
                  has that one only. The documents contradict each other, and what is tested is surer.",
    source: source::DIRECT_LINK,
    check,
};

/// The catalogue's row of the less sure endpoint, and that of the other one.
const DISPUTED: [(&str, &str); 1] = [("directlink-regional", "directlink")];

fn check(model: &Model, out: &mut Findings) {
    for (gateway, _) in to_cloud(model) {
        let [service] = gateway.services[..] else { continue };
        let Some((_, surer)) = DISPUTED.iter().find(|(id, _)| *id == service.id) else { continue };
        let surer = SERVICES.iter().find(|s| s.id == *surer).and_then(|s| s.endpoint_crn(""));
        let fix = surer.map(|crn| {
            Fix::choice("Use the endpoint for all regions", Edit::text(gateway.object(), Field::Crn, crn))
        });
        out.report_with(
            vec![gateway.at(Field::Crn)],
            format!(
                "The documents differ on the endpoint of {} that {} reaches.",
                service.name, gateway.label
            ),
            "IBM's module uses the one for all regions; this one may not be found.",
            fix,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn to(region: &str, host: &str) -> Edit {
        let crn = format!("crn:v1:bluemix:public:directlink:{region}:::endpoint:{host}");
        Edit::text(gateway("kms"), Field::Crn, crn)
    }

    #[test]
    fn the_endpoint_for_all_regions_is_surer() {
        let finding =
            triggers("endpoint-disputed", &[to("us-south", "private.us-south.directlink.cloud.ibm.com")]);
        assert_eq!(finding.fix.unwrap().edit, to("global", "private.directlink.cloud.ibm.com"));
        silent("endpoint-disputed", &[to("global", "private.directlink.cloud.ibm.com")]);
    }
}
