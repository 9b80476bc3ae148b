//! An infrastructure service that does not exist.

use super::{Findings, Rule, Severity};
use crate::catalog::{INFRASTRUCTURE, source};
use crate::model::{Expected, Model};

/// `target-unknown`.
pub(super) static RULE: Rule = Rule {
    code: "target-unknown",
    severity: Severity::Error,
    summary: "No infrastructure service has the name that is the target",
    explanation: "A few services of the infrastructure are targets by name and have no CRN. The API takes one name \
                  today, ibm-ntp-server, the time server.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for unparsed in model.unparsed.iter().filter(|u| u.expected == Expected::TargetName) {
        let names: Vec<&str> = INFRASTRUCTURE.iter().map(|s| s.target).collect();
        out.report(
            vec![unparsed.place.clone()],
            format!("{:?} is no infrastructure service.", unparsed.text),
            format!("IBM Cloud takes {} here and refuses another name.", super::parts::list(&names)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::{Choice, Edit};
    use crate::plan::{Field, TargetKind};

    fn named(name: &str) -> [Edit; 2] {
        let infrastructure = Choice::TargetKind(TargetKind::ProviderInfrastructureService);
        [Edit::choose(gateway("kms"), infrastructure), Edit::text(gateway("kms"), Field::TargetName, name)]
    }

    #[test]
    fn another_name_than_the_time_server_s_is_found() {
        let finding = triggers("target-unknown", &named("ntp"));
        assert_eq!(finding.title, "\"ntp\" is no infrastructure service.");
    }

    #[test]
    fn the_time_server_is_known() {
        silent("target-unknown", &named("ibm-ntp-server"));
    }
}
