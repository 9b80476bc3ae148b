//! A version date of the API before the first.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{API_FROM, source};
use crate::edit::Edit;
use crate::model::Model;
use crate::plan::{DEFAULT_API_VERSION, Field, Object};

/// `api-version-range`.
pub(super) static RULE: Rule = Rule {
    code: "api-version-range",
    severity: Severity::Error,
    summary: "The version date of the API is before the first",
    explanation: "Every call to the VPC API names a date, and is answered in the form of that day. The API takes no \
                  date before 2019-01-01 and none in the future.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    if let Some(api) = model.targets.date().filter(|&date| date < API_FROM) {
        out.report_with(
            vec![Object::Plan.at(Field::Api)],
            format!("Version {api} of the API is before {API_FROM}, the first."),
            "The API refuses each call with invalid_version_range.",
            Some(Fix::safe(
                format!("Aim at {DEFAULT_API_VERSION}"),
                Edit::text(Object::Plan, Field::Api, DEFAULT_API_VERSION),
            )),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_date_before_the_first_is_refused() {
        let at = |date| [Edit::text(Object::Plan, Field::Api, date)];
        let finding = triggers("api-version-range", &at("2018-12-31"));
        assert_eq!(finding.places, [Object::Plan.at(Field::Api)]);
        for date in ["2019-01-01", "old", ""] {
            silent("api-version-range", &at(date));
        }
    }
}
