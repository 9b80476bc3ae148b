//! Something that exists and cannot be found.

use super::parts::{Names, sentence};
use super::{Findings, Rule, Severity};
use crate::catalog::source;
use crate::model::{Expected, Model};

/// `unnamed-existing`.
pub(super) static RULE: Rule = Rule {
    code: "unnamed-existing",
    severity: Severity::Error,
    summary: "Something exists, and the plan says neither its id nor its name",
    explanation: "The exports refer to what exists by its id, or look it up by its name where only that is known. \
                  Without either there is nothing that a request could name.",
    source: source::API,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    let mut names = None;
    for unparsed in model.unparsed.iter().filter(|u| u.expected == Expected::IdOrName) {
        let names = names.get_or_insert_with(|| Names::of(model));
        out.report(
            vec![unparsed.place.clone()],
            sentence(format!(
                "{} exists, and the plan has neither its name nor its id.",
                names.with_kind(&unparsed.place.object)
            )),
            "The exports cannot refer to it.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use crate::edit::Edit;
    use crate::plan::Field;

    #[test]
    fn neither_name_nor_id_is_too_little() {
        let edits = [exists(subnet("vpe-2")), Edit::text(subnet("vpe-2"), Field::Name, "")];
        let finding = triggers("unnamed-existing", &edits);
        assert_eq!(finding.title, "The subnet vpe-2 exists, and the plan has neither its name nor its id.");
    }

    #[test]
    fn either_is_enough() {
        silent("unnamed-existing", &[exists(subnet("vpe-2"))]);
        let by_id = [
            exists(subnet("vpe-2")),
            Edit::text(subnet("vpe-2"), Field::Id, "0727-1"),
            Edit::text(subnet("vpe-2"), Field::Name, ""),
        ];
        silent("unnamed-existing", &by_id);
    }
}
