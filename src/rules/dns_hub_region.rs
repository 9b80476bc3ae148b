//! A hub in another region.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Hub, Model, Placed, Said};
use crate::plan::Field;

/// `dns-hub-region`.
pub(super) static RULE: Rule = Rule {
    code: "dns-hub-region",
    severity: Severity::Warning,
    summary: "A VPC is bound to a DNS hub of another region",
    explanation: "The planning page says that a hub and the VPCs bound to it are in one region; the answers of the \
                  API have room for a hub of another one. The documents contradict each other, and the same region \
                  is sure. The exports leave out a binding to a VPC of the plan in another region.",
    source: source::HUB_PLANNING,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for binding in model.dns_bindings.iter() {
        let vpc = &model.vpcs[binding.vpc];
        let Some(region) = vpc.region.get() else { continue };
        let (other, field) = match &binding.hub {
            Hub::Vpc(hub) => match model.vpcs[*hub].region.get() {
                Some(other) => (other.code, Field::Hub),
                None => continue,
            },
            Hub::Crn(Said::Value(crn)) if crn.service() == "is" => (crn.location(), Field::HubCrn),
            Hub::Crn(_) | Hub::Nothing => continue,
        };
        if other != region.code {
            out.report(
                vec![vpc.at(Field::Region), binding.at(field)],
                format!("{} is in {region}, and its DNS hub in {other}.", vpc.label),
                "IBM's planning page wants both in one region; the binding may be refused.",
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, Key};

    fn by_crn(region: &str) -> Vec<Edit> {
        let crn = format!("crn:v1:bluemix:public:is:{region}:a/{ACCOUNT}::vpc:r006-1");
        let none = Edit::choose(dns_binding("to-hub"), Choice::Hub(Key::none()));
        vec![none, Edit::text(dns_binding("to-hub"), Field::HubCrn, crn)]
    }

    #[test]
    fn hub_and_shared_vpc_are_in_one_region() {
        let finding = triggers_on(&with_hub(), "dns-hub-region", &by_crn("eu-de"));
        assert_eq!(finding.title, "prod-vpc is in us-south, and its DNS hub in eu-de.");
    }

    #[test]
    fn one_region_is_right() {
        silent_on(&with_hub(), "dns-hub-region", &by_crn("us-south"));
    }
}
