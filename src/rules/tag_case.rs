//! A tag that comes back in lower case.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Gateway, Model, Placed};
use crate::plan::Field;

/// `tag-case`.
pub(super) static RULE: Rule = Rule {
    code: "tag-case",
    severity: Severity::Advice,
    summary: "A tag has capital letters, and IBM Cloud keeps tags in lower case",
    explanation: "IBM Cloud does not tell capitals from small letters in tags and stores them in lower case. Terraform \
                  then reads back another text than it wrote, and may plan the same change over and over.",
    source: source::TAGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        for tag in gateway.tags.iter().filter_map(|t| t.value()) {
            one(gateway, Field::Tags, tag.as_str(), out);
        }
        for tag in gateway.access_tags.iter().filter_map(|t| t.value()) {
            one(gateway, Field::AccessTags, tag.as_str(), out);
        }
    }
}

fn one(gateway: &Gateway, field: Field, tag: &str, out: &mut Findings) {
    if !tag.bytes().any(|b| b.is_ascii_uppercase()) {
        return;
    }
    // Of a tag that is there in lower case, too, another rule tells.
    let tags: Vec<&str> = match field {
        Field::Tags => gateway.tags.iter().filter_map(|t| t.value()).map(|t| t.as_str()).collect(),
        _ => gateway.access_tags.iter().filter_map(|t| t.value()).map(|t| t.as_str()).collect(),
    };
    let twice = tags.iter().filter(|t| t.eq_ignore_ascii_case(tag)).count() > 1;
    if twice {
        return;
    }
    let set = |tag: &str, on| Edit::Tag { gateway: gateway.key.clone(), field, tag: tag.to_owned(), on };
    let lower = tag.to_ascii_lowercase();
    let label = format!("write tag {tag} in lower case");
    let edit = Edit::All { label, edits: vec![set(tag, false), set(&lower, true)] };
    out.report_with(
        vec![gateway.at(field)],
        format!("The tag {tag} of {} is kept as {lower}.", gateway.label),
        "Terraform may plan the same change over and over.",
        Some(Fix::safe(format!("Write it {lower}"), edit)),
    );
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn tag(field: Field, tag: &str) -> Edit {
        Edit::Tag { gateway: key("kms"), field, tag: tag.into(), on: true }
    }

    #[test]
    fn tags_are_kept_in_lower_case() {
        let finding = triggers("tag-case", &[tag(Field::Tags, "Env:Test")]);
        assert_eq!(finding.title, "The tag Env:Test of payments-kms is kept as env:test.");
        triggers("tag-case", &[tag(Field::AccessTags, "Team:payments")]);
    }

    #[test]
    fn small_letters_stay() {
        silent("tag-case", &[tag(Field::Tags, "Env:Prod")]);
        silent("tag-case", &[tag(Field::Tags, "team:payments"), tag(Field::AccessTags, "team:payments")]);
    }
}
