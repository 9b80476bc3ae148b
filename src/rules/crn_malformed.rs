//! A CRN that is none.

use super::parts::Names;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Crn, Expected, Model, Unparsed};

/// `crn-malformed`.
pub(super) static RULE: Rule = Rule {
    code: "crn-malformed",
    severity: Severity::Error,
    summary: "The CRN of a target does not have the form of one",
    explanation: "A Cloud Resource Name (CRN) has ten segments with colons between: the word crn, a version, the cloud, \
                  its type, the service, a location, an account, an instance, and the type and id of a resource. \
                  Segments may be empty, but not left out.",
    source: source::CRN,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut names = None;
    for unparsed in &model.unparsed {
        let Expected::Crn(why) = &unparsed.expected else { continue };
        let names = names.get_or_insert_with(|| Names::of(model));
        let owner = names.owner(&unparsed.place.object);
        let title = format!("The CRN of {owner} is none: {why}.");
        out.report_with(
            vec![unparsed.place.clone()],
            title,
            "IBM Cloud finds no target by it and refuses the gateway.",
            fix(unparsed),
        );
    }
}

/// Blanks, line ends and quotes around a CRN come with copying it.
fn fix(unparsed: &Unparsed) -> Option<Fix> {
    let bare = unparsed.text.trim_matches(|c: char| c.is_whitespace() || "\"'`,".contains(c));
    Crn::new(bare).ok()?;
    let edit = Edit::text(unparsed.place.object.clone(), unparsed.place.field?, bare);
    Some(Fix::safe("Take away what stands around the CRN", edit))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::plan::Field;

    #[test]
    fn the_segment_at_fault_is_told() {
        let crn = Edit::text(gateway("kms"), Field::Crn, "crn:v1:bluemix:public:kms:us-south");
        let finding = triggers("crn-malformed", &[crn]);
        assert_eq!(
            finding.title,
            "The CRN of payments-kms is none: it has 6 segments, and a CRN has ten with colons between."
        );
        assert_eq!(finding.fix, None);
    }

    #[test]
    fn what_was_copied_along_is_taken_away() {
        let crn = clean().gateways[0].wanted.target.crn.clone();
        let quoted = Edit::text(gateway("kms"), Field::Crn, format!(" \"{crn}\",\n"));
        assert!(triggers("crn-malformed", &[quoted]).fix.is_some());
    }

    #[test]
    fn every_kind_of_crn_is_one() {
        silent("crn-malformed", &[Edit::text(gateway("kms"), Field::Crn, COS)]);
        silent("crn-malformed", &[Edit::text(gateway("kms"), Field::Crn, private_path_crn("us-south"))]);
    }
}
