//! Names that a service answers through a gateway.

use super::{Crn, Gateway, Said, Target};
use crate::catalog::{HostParts, Service, Shape};
use std::fmt;

/// A fully qualified domain name, perhaps with a wildcard for its first label, in
/// lower case and without a dot at its end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Endpoint(String);

impl Endpoint {
    /// Reads a name: labels of 1 to 63 letters, digits and hyphens, the last of letters
    /// only and not the first, 255 characters at most (VPC API, resource bindings, 6 Oct
    /// 2026).
    pub fn new(text: &str) -> Option<Self> {
        Self::of(text.to_owned())
    }

    /// The same of a text that is this name's own.
    fn of(mut text: String) -> Option<Self> {
        if text.ends_with('.') {
            text.pop();
        }
        let body = text.strip_prefix("*.").unwrap_or(&text);
        let label = |l: &str| {
            (1..=63).contains(&l.len()) && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        };
        let (front, last) = body.rsplit_once('.')?;
        let ok = text.len() <= 255
            && front.split('.').all(label)
            && (2..=63).contains(&last.len())
            && last.bytes().all(|b| b.is_ascii_alphabetic());
        text.make_ascii_lowercase();
        ok.then_some(Self(text))
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What follows a wildcard: every name below it is answered.
    pub fn wildcard(&self) -> Option<&str> {
        self.0.strip_prefix("*.")
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Gateway {
    /// The names that it answers, as far as they are known: those of the plan, else those
    /// that follow from its target. They are worked out when they are asked for: few
    /// rules do, and there are many.
    pub fn endpoints(&self) -> Vec<Said<Endpoint>> {
        if self.said_endpoints.is_empty() {
            of_target(&self.target, &self.services)
        } else {
            self.said_endpoints.clone()
        }
    }
}

/// The names that follow from a target: none where its CRN means nothing or the
/// catalogue does not know them.
fn of_target(target: &Target, services: &[&'static Service]) -> Vec<Said<Endpoint>> {
    let answers = if let [service] = services { service.answers.len() } else { 0 };
    let mut found: Vec<Said<Endpoint>> = Vec::with_capacity(1 + answers);
    let mut add = |text: String| {
        if let Some(name) = Endpoint::of(text)
            && !found.iter().any(|n| n.value() == Some(&name))
        {
            found.push(Said::Value(name));
        }
    };
    match target {
        Target::Infrastructure(service) => {
            if let Some(service) = service.get() {
                add(service.answers.to_owned());
            }
        }
        // A Private Path service's names are its provider's.
        Target::PrivatePath(_) => {}
        Target::Cloud(crn) => {
            if let Some(crn) = crn.value() {
                if crn.segment(8) == "endpoint" {
                    add(crn.segment(9).to_owned());
                }
                // Where the CRN can mean several services, none of their names is sure.
                if let [service] = services {
                    service.answers.iter().for_each(|pattern| add(filled(pattern, crn, service)));
                }
            }
        }
    }
    found
}

/// A pattern of the catalogue with what a CRN says; no name where it says too little.
fn filled(pattern: &str, crn: &Crn, service: &Service) -> String {
    let of_host = match service.shape {
        Shape::Endpoint { host, .. } => host.read(crn.segment(9)).unwrap_or_default(),
        Shape::Instance | Shape::Whole | Shape::Open => HostParts::default(),
    };
    let place = if of_host.place.is_empty() { crn.location() } else { of_host.place };
    let instance = if crn.segment(7).is_empty() { of_host.instance } else { crn.segment(7) };
    let mut name = String::with_capacity(pattern.len() + place.len() + instance.len());
    let mut rest = pattern;
    while let Some((before, mark)) = rest.split_once('{') {
        let Some((mark, after)) = mark.split_once('}') else { break };
        name.push_str(before);
        name.push_str(if mark.is_empty() { place } else { instance });
        rest = after;
    }
    name.push_str(rest);
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_labels() {
        for text in ["icr.io", "*.icr.io", "Private.us-south.kms.cloud.ibm.com.", "a.b-c.io"] {
            assert!(Endpoint::new(text).is_some(), "{text}");
        }
        for text in
            ["", "icr", "*.io", ".icr.io", "a..io", "a b.io", "10.240.8.4", "x.*.io", "https://icr.io"]
        {
            assert_eq!(Endpoint::new(text), None, "{text}");
        }
        assert_eq!(Endpoint::new("A.IO."), Endpoint::new("a.io"));
        assert_eq!(Endpoint::new("*.icr.io").unwrap().wildcard(), Some("icr.io"));
    }
}
