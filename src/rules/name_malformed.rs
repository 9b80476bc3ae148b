//! A name of a form that IBM Cloud does not take.

use super::parts::begins_names;
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::{NAME_MAX, source};
use crate::edit::Edit;
use crate::model::{Expected, Model, Name, Placed};
use crate::plan::{Field, Place};

/// `name-malformed`.
pub(super) static RULE: Rule = Rule {
    code: "name-malformed",
    severity: Severity::Error,
    summary: "A name has a form that IBM Cloud does not take",
    explanation: "A new name begins with a lower-case letter, goes on with lower-case letters, digits and hyphens, \
                  does not end in a hyphen, and has 63 characters at most. This is the form that every tool takes; \
                  things that exist may also have a digit or a hyphen in front.",
    source: source::PROVIDER,
    check,
};

const NEW: &str = "It has to begin with a lower-case letter, go on with lower-case letters, digits and hyphens, \
                   end in a letter or digit, and have 63 characters at most.";
const EXISTING: &str = "Nothing in IBM Cloud is called so: names have lower-case letters, digits and hyphens, and \
                        63 characters at most.";
const BEGINNING: &str = "Names of reserved IPs begin with a lower-case letter and go on with lower-case letters, digits and hyphens.";

fn check(model: &Model, out: &mut Findings) {
    for unparsed in &model.unparsed {
        let (detail, read): (_, fn(&str) -> Option<Name>) = match unparsed.expected {
            Expected::NewName => (NEW, Name::new),
            Expected::ExistingName => (EXISTING, Name::existing),
            _ => continue,
        };
        let title = format!("{:?} cannot be a name.", unparsed.text);
        let legal = legal(&unparsed.text).filter(|l| read(l).is_some());
        out.report_with(vec![unparsed.place.clone()], title, detail, fix(&unparsed.place, legal));
    }
    for gateway in model.gateways.iter().filter(|g| !begins_names(&g.ip_prefix)) {
        let place = gateway.at(Field::IpPrefix);
        let title = format!("{:?} cannot be the beginning of a name.", gateway.ip_prefix);
        let fix = fix(&place, legal(&gateway.ip_prefix));
        out.report_with(vec![place], title, BEGINNING, fix);
    }
}

fn fix(place: &Place, legal: Option<String>) -> Option<Fix> {
    let legal = legal?;
    Some(Fix::choice(format!("Use {legal}"), Edit::text(place.object.clone(), place.field?, legal)))
}

/// The nearest legal name: lower case, a hyphen for what cannot stand in a name.
fn legal(text: &str) -> Option<String> {
    let mut name = String::with_capacity(text.len());
    for c in text.trim().chars().map(|c| c.to_ascii_lowercase()) {
        match c {
            'a'..='z' => name.push(c),
            '0'..='9' if !name.is_empty() => name.push(c),
            _ if !name.is_empty() && !name.ends_with('-') => name.push('-'),
            _ => {}
        }
    }
    // Something is left for what may be added to it.
    name.truncate(NAME_MAX - 3);
    let name = name.trim_end_matches('-');
    (!name.is_empty()).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    #[test]
    fn a_new_name_is_made_legal() {
        let finding = triggers("name-malformed", &[Edit::text(gateway("kms"), Field::Name, "Payments KMS ")]);
        assert_eq!(finding.title, "\"Payments KMS \" cannot be a name.");
        assert_eq!(finding.fix.unwrap().title, "Use payments-kms");
        let long = "x".repeat(64);
        triggers("name-malformed", &[Edit::text(subnet("vpe-1"), Field::Name, &long[..])]);
        let finding = triggers("name-malformed", &[Edit::text(vpc("prod"), Field::Name, "---")]);
        assert_eq!(finding.fix, None);
    }

    #[test]
    fn an_existing_name_may_begin_with_a_digit() {
        let named = |name| [exists(subnet("vpe-3")), Edit::text(subnet("vpe-3"), Field::Name, name)];
        silent("name-malformed", &named("3vpe"));
        triggers("name-malformed", &named("VPE-3"));
    }

    #[test]
    fn reserved_ip_names_begin_like_names() {
        triggers("name-malformed", &[Edit::text(gateway("kms"), Field::IpPrefix, "Pay_")]);
        silent("name-malformed", &[Edit::text(gateway("kms"), Field::IpPrefix, "pay-")]);
    }
}
