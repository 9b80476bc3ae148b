//! A tag twice.

use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::Edit;
use crate::model::{Gateway, Model, Placed};
use crate::plan::Field;

/// `tag-repeated`.
pub(super) static RULE: Rule = Rule {
    code: "tag-repeated",
    severity: Severity::Advice,
    summary: "A gateway has one tag twice, but for capital letters perhaps",
    explanation: "IBM Cloud does not tell capitals from small letters in tags, so that two tags that differ in \
                  nothing else are one. Terraform keeps one of them and may plan to change it over and over.",
    source: source::TAGS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        if gateway.tags.len() + gateway.access_tags.len() < 2 {
            continue;
        }
        let tags: Vec<&str> = gateway.tags.iter().filter_map(|t| t.value()).map(|t| t.as_str()).collect();
        list(gateway, Field::Tags, &tags, out);
        let access: Vec<&str> =
            gateway.access_tags.iter().filter_map(|t| t.value()).map(|t| t.as_str()).collect();
        list(gateway, Field::AccessTags, &access, out);
    }
}

/// Tells of each tag once: at the second of the same.
fn list(gateway: &Gateway, field: Field, tags: &[&str], out: &mut Findings) {
    for (i, tag) in tags.iter().enumerate() {
        // A gateway has few tags: comparing all of them is quicker than hashing.
        if tags[..i].iter().filter(|t| t.eq_ignore_ascii_case(tag)).count() != 1 {
            continue;
        }
        let lower = tag.to_ascii_lowercase();
        let set = |tag: &str, on| Edit::Tag { gateway: gateway.key.clone(), field, tag: tag.to_owned(), on };
        // Adding a tag takes away the same one first.
        let mut edits = vec![set(tag, false)];
        if !tag.bytes().any(|b| b.is_ascii_uppercase()) {
            edits.push(set(tag, true));
        }
        out.report_with(
            vec![gateway.at(field)],
            format!("{} has the tag {lower} twice.", gateway.label),
            "They are one tag: IBM Cloud keeps it in lower case.",
            Some(Fix::choice("Keep one", Edit::All { label: format!("keep one tag {lower}"), edits })),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::New;

    fn with_tags(tags: &[&str]) -> Edit {
        let mut cos = gateway_to("cos", "payments-cos", COS);
        cos.wanted.tags = tags.iter().map(|&t| t.to_owned()).collect();
        Edit::Add(New::Gateway(cos))
    }

    #[test]
    fn one_tag_is_enough() {
        let finding = triggers("tag-repeated", &[with_tags(&["env:prod", "team:a", "env:prod"])]);
        assert_eq!(finding.title, "payments-cos has the tag env:prod twice.");
        triggers("tag-repeated", &[with_tags(&["env:prod", "Env:Prod"])]);
    }

    #[test]
    fn tags_that_differ_are_left_alone() {
        silent("tag-repeated", &[with_tags(&["env:prod", "env:test"])]);
    }
}
