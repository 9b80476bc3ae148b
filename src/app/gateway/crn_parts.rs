//! The parts of a CRN under their names.

use super::Of;
use crate::catalog::{Service, Shape};
use crate::model::{Crn, CrnKind, SEGMENTS, Said, Target, wrong_segment};
use yew::prelude::*;

/// The parts of the gateway's CRN; nothing while there is none.
pub(super) fn parts(of: &Of<'_>) -> Html {
    let (Target::Cloud(crn) | Target::PrivatePath(crn)) = &of.model.target else { return Html::default() };
    let shown = match crn {
        Said::Text(text) if text.is_empty() => return Html::default(),
        Said::Text(text) => split(text),
        Said::Value(crn) => {
            let own = of.view.plan.account.as_str();
            let mut parts =
                vec![Part { name: "kind", value: kind(crn, &of.model.services).to_owned(), wrong: false }];
            parts.extend(split(crn.as_str()).into_iter().skip(4).filter(|p| !p.value.is_empty()));
            if let Some(account) = parts.iter_mut().find(|p| p.name == SEGMENTS[6]) {
                let id = account.value.trim_start_matches("a/");
                account.value = if id == own { format!("{id}, the plan's own") } else { id.to_owned() };
            }
            parts
        }
    };
    let shown = shown.into_iter().map(|part| {
        html! {
            <div class={part.wrong.then_some("wrong")}>
                <dt>{ part.name }{ if part.wrong { ", not one" } else { "" } }</dt><dd>{ part.value }</dd>
            </div>
        }
    });
    html! { <dl class="segs">{ for shown }</dl> }
}

/// A part of a CRN, or of what is to be one.
#[derive(Debug, PartialEq, Eq)]
struct Part {
    name: &'static str,
    value: String,
    /// Whether it cannot stand there.
    wrong: bool,
}

/// A text at its colons, each part under the name that its position has.
fn split(text: &str) -> Vec<Part> {
    let wrong = wrong_segment(text);
    let parts = text.split(':').enumerate().take(SEGMENTS.len() + 2);
    let part = |(i, value): (usize, &str)| Part {
        name: SEGMENTS.get(i).copied().unwrap_or("one too many"),
        value: value.to_owned(),
        wrong: i >= SEGMENTS.len() || wrong == Some(i),
    };
    parts.map(part).collect()
}

const UNNAMED: &str = "service instance that is not named yet";

/// What a CRN names, in words.
fn kind(crn: &Crn, services: &[&Service]) -> &'static str {
    let per_instance = || services.iter().any(|s| s.host().is_some_and(|h| h.is_per_instance()));
    let unnamed = || services.iter().any(|s| s.shape == Shape::Instance);
    match crn.kind() {
        CrnKind::Endpoint if per_instance() || has_guid(crn.segment(9)) => "endpoint of one instance",
        CrnKind::Endpoint => "endpoint of a service, for all its users",
        CrnKind::Instance => "service instance",
        CrnKind::Service if unnamed() => UNNAMED,
        CrnKind::Service => "service",
        CrnKind::PrivatePath => "Private Path service",
        CrnKind::Bucket => "bucket, which is no target",
        CrnKind::Other if unnamed() => UNNAMED,
        CrnKind::Other => "not known",
    }
}

/// Whether a host has the id of an instance in it: `8-4-4-4-12` hexadecimal digits.
fn has_guid(host: &str) -> bool {
    host.split('.').any(|label| {
        let lengths: Vec<usize> = label.split('-').map(str::len).collect();
        lengths.starts_with(&[8, 4, 4, 4, 12])
            && label.bytes().take(36).all(|b| b == b'-' || b.is_ascii_hexdigit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::SERVICES;

    #[test]
    fn names_what_is_there_and_marks_what_is_wrong() {
        let parts = split("crn:v1:bluemix:public:KMS:us-south");
        let text: Vec<_> = parts.iter().map(|p| format!("{}={}", p.name, p.value)).collect();
        assert_eq!(
            text,
            ["crn=crn", "version=v1", "cloud=bluemix", "type=public", "service=KMS", "location=us-south"]
        );
        assert_eq!(parts.iter().filter(|p| p.wrong).map(|p| p.name).collect::<Vec<_>>(), ["service"]);
        let long = split("crn:v1:bluemix:public:kms:us-south:::endpoint:a:b");
        assert_eq!((long[10].name, long[10].wrong), ("one too many", true));
    }

    #[test]
    fn tells_the_kinds_apart() {
        let kind_of = |text: &str| {
            let crn = Crn::new(text).unwrap();
            let services: Vec<_> = SERVICES
                .iter()
                .filter(|s| s.crn_name == crn.service())
                .filter(|s| s.host().is_some_and(|h| h.read(crn.segment(9)).is_some()))
                .collect();
            kind(&crn, &services)
        };
        for (text, words) in [
            (
                "crn:v1:bluemix:public:kms:eu-de:::endpoint:private.eu-de.kms.cloud.ibm.com",
                "endpoint of a service, for all its users",
            ),
            (
                "crn:v1:bluemix:public:hs-crypto:eu-de:::endpoint:4b1e.api.private.eu-de.hs-crypto.appdomain.cloud",
                "endpoint of one instance",
            ),
            (
                "crn:v1:bluemix:public:new:eu-de:::endpoint:4b1e9c52-7d03-4c8a-9f21-0a6c7e5d3b18.new.cloud",
                "endpoint of one instance",
            ),
            ("crn:v1:bluemix:public:x:global:a/7f2c:1:bucket:logs", "bucket, which is no target"),
            (
                "crn:v1:bluemix:public:is:eu-de:a/7f2c::private-path-service-gateway:r-1",
                "Private Path service",
            ),
        ] {
            assert_eq!(kind_of(text), words, "{text}");
        }
    }
}
