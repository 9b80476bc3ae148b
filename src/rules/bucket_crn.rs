//! The CRN of a bucket that cannot be one.

use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Crn, CrnKind, Endpoint, Model, Placed};
use crate::plan::Field;

/// `bucket-crn`.
pub(super) static RULE: Rule = Rule {
    code: "bucket-crn",
    severity: Severity::Error,
    summary: "The CRN of a bucket lacks a part, or its bucket has a name that no host can have",
    explanation: "A bucket is bound by a CRN with the account, the instance of Object Storage and the name of \
                  the bucket, and with global for its location. The name becomes the first part of a host, \
                  such as BUCKET.s3.direct.us-south.cloud-object-storage.appdomain.cloud: it has small \
                  letters, digits, hyphens and dots.",
    source: source::RESOURCE_BINDINGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for binding in model.resource_bindings.iter() {
        let Some(crn) = binding.target.value().filter(|crn| crn.kind() == CrnKind::Bucket) else { continue };
        // A bucket without a name is told of as none.
        let Some(fault) = fault(crn).filter(|_| !crn.segment(9).is_empty()) else { continue };
        out.report(
            vec![binding.at(Field::Target)],
            format!("The CRN of {} {fault}.", binding.label),
            "IBM Cloud finds no bucket by it and refuses the binding.",
        );
    }
}

fn fault(crn: &Crn) -> Option<String> {
    let bucket = crn.segment(9);
    let host = format!("{bucket}.s3.direct.us-south.cloud-object-storage.appdomain.cloud");
    if !crn.has_account() {
        Some("has no account".to_owned())
    } else if crn.segment(7).is_empty() {
        Some("has no instance of Object Storage".to_owned())
    } else if crn.location() != "global" {
        Some(format!("has the location {}, and a bucket's is global", crn.location()))
    } else if Endpoint::new(&host).is_none_or(|name| name.as_str() != host) {
        Some(format!("names the bucket {bucket}, which no host can be called"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    fn bound_to(crn: String) -> Edit {
        Edit::text(resource_binding("logs"), Field::Target, crn)
    }

    #[test]
    fn a_bucket_is_named_whole() {
        for (from, to, title) in [
            (":1d3f8c54:", "::", "The CRN of logs has no instance of Object Storage."),
            (
                ":global:",
                ":us-south:",
                "The CRN of logs has the location us-south, and a bucket's is global.",
            ),
            (":logs", ":my_logs", "The CRN of logs names the bucket my_logs, which no host can be called."),
            (":logs", ":Logs", "The CRN of logs names the bucket Logs, which no host can be called."),
            (
                ":logs",
                ":logs/2026",
                "The CRN of logs names the bucket logs/2026, which no host can be called.",
            ),
        ] {
            let finding =
                triggers_on(&with_bucket(), "bucket-crn", &[bound_to(bucket("logs").replace(from, to))]);
            assert_eq!(finding.title, title);
        }
        let without = bucket("logs").replace(&format!("a/{ACCOUNT}"), "");
        let finding = triggers_on(&with_bucket(), "bucket-crn", &[bound_to(without)]);
        assert_eq!(finding.title, "The CRN of logs has no account.");
    }

    #[test]
    fn dots_are_part_of_a_bucket_s_name() {
        silent_on(&with_bucket(), "bucket-crn", &[bound_to(bucket("my.logs-2026"))]);
    }
}
