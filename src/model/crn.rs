//! Cloud Resource Names: ten segments with colons between.
//!
//! Grammar: account documentation, read on 21 Nov 2026; the VPC API's narrower
//! pattern, version of 6 Oct 2026.

use super::AccountId;
use std::fmt;

/// A CRN that the VPC API's pattern takes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Crn {
    text: String,
    /// Where each segment begins, and where one behind the last would.
    starts: [u16; 11],
    kind: CrnKind,
}

/// What a CRN names, as far as its form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CrnKind {
    /// An endpoint of a whole service.
    Endpoint,
    /// A service instance.
    Instance,
    /// A whole service without an endpoint segment, such as DNS Services.
    Service,
    /// A Private Path service gateway.
    PrivatePath,
    /// A bucket: something that a binding may name, but no gateway.
    Bucket,
    /// None of these.
    Other,
}

/// Names of the ten segments, in order.
pub const SEGMENTS: [&str; 10] = [
    "crn",
    "version",
    "cloud",
    "type",
    "service",
    "location",
    "account",
    "instance",
    "resource type",
    "resource",
];

impl Crn {
    /// Reads a CRN.
    ///
    /// # Errors
    /// A sentence that says what was expected instead.
    pub fn new(text: &str) -> Result<Self, String> {
        if text.len() > 512 {
            return Err("it has more than 512 characters".to_owned());
        }
        let mut starts = [0u16; 11];
        let mut end = 0;
        let mut n = 0;
        for part in text.split(':') {
            end += part.len() + 1;
            n += 1;
            if let Some(start) = starts.get_mut(n) {
                *start = u16::try_from(end).expect("a CRN has 512 characters at most");
            }
        }
        if n != 10 {
            return Err(format!("it has {n} segments, and a CRN has ten with colons between"));
        }
        let mut crn = Self { text: text.to_owned(), starts, kind: CrnKind::Other };
        match (0..SEGMENTS.len()).find(|&i| !is_segment(i, crn.segment(i))) {
            Some(i) => {
                Err(format!("its segment {} ({}), {:?}, is not one", i + 1, SEGMENTS[i], crn.segment(i)))
            }
            None => {
                crn.kind = crn.kind_of();
                Ok(crn)
            }
        }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The segment at a position of [`SEGMENTS`].
    ///
    /// # Panics
    /// When there is no such position.
    pub fn segment(&self, i: usize) -> &str {
        &self.text[self.start(i)..self.start(i + 1) - 1]
    }

    /// Where the segment at a position of [`SEGMENTS`] begins, in bytes.
    ///
    /// # Panics
    /// When there is no such position.
    pub fn start(&self, i: usize) -> usize {
        usize::from(self.starts[i])
    }

    /// The service's name, such as `kms`.
    pub fn service(&self) -> &str {
        self.segment(4)
    }

    /// A region, a zone, or `global`.
    pub fn location(&self) -> &str {
        self.segment(5)
    }

    /// The account that owns what is named, where the CRN tells.
    pub fn account(&self) -> Option<AccountId> {
        self.segment(6).strip_prefix("a/").and_then(AccountId::new)
    }

    /// Whether it names an account in the form that accounts have.
    pub fn has_account(&self) -> bool {
        self.segment(6).strip_prefix("a/").is_some_and(AccountId::is)
    }

    /// What it names.
    pub fn kind(&self) -> CrnKind {
        self.kind
    }

    fn kind_of(&self) -> CrnKind {
        let (instance, kind, resource) = (self.segment(7), self.segment(8), self.segment(9));
        match kind {
            "endpoint" if !resource.is_empty() => CrnKind::Endpoint,
            "private-path-service-gateway" if !resource.is_empty() => CrnKind::PrivatePath,
            "bucket" => CrnKind::Bucket,
            "" if resource.is_empty() && self.segment(6).starts_with("a/") && !instance.is_empty() => {
                CrnKind::Instance
            }
            "" if resource.is_empty() && self.segment(6).is_empty() && instance.is_empty() => {
                CrnKind::Service
            }
            _ => CrnKind::Other,
        }
    }
}

/// Whether a text can stand at a position of [`SEGMENTS`].
fn is_segment(i: usize, part: &str) -> bool {
    let plain = part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    match i {
        0 => part == "crn",
        1 => part.strip_prefix('v').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit())),
        2..=4 => plain && !part.is_empty(),
        6 => part.is_empty() || scope(part),
        9 => part.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_./".contains(&b)),
        _ => plain,
    }
}

/// The position of the first part of a text, at its colons, that no CRN has there.
pub fn wrong_segment(text: &str) -> Option<usize> {
    text.split(':').take(SEGMENTS.len()).enumerate().find(|&(i, part)| !is_segment(i, part)).map(|(i, _)| i)
}

fn scope(part: &str) -> bool {
    let mut chars = part.chars();
    chars.next().is_some_and(|c| c.is_ascii_lowercase())
        && chars.next() == Some('/')
        && part.len() > 2
        && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

impl fmt::Display for Crn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_the_kinds_apart() {
        let account = "a/7f2c4e91b0d84a6f9c3355e1a0b27d48";
        for (text, kind) in [
            (
                "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com",
                CrnKind::Endpoint,
            ),
            (
                &format!("crn:v1:bluemix:public:secrets-manager:us-south:{account}:4b1e9c52-7d03::"),
                CrnKind::Instance,
            ),
            ("crn:v1:bluemix:public:dns-svcs:global::::", CrnKind::Service),
            (
                &format!("crn:v1:bluemix:public:is:us-south:{account}::private-path-service-gateway:r006-1"),
                CrnKind::PrivatePath,
            ),
            (
                &format!("crn:v1:bluemix:public:cloud-object-storage:global:{account}:1:bucket:logs"),
                CrnKind::Bucket,
            ),
        ] {
            let crn = Crn::new(text).unwrap();
            assert_eq!(crn.kind(), kind, "{text}");
            assert_eq!(crn.as_str(), text);
        }
    }

    #[test]
    fn says_what_is_wrong() {
        for (text, expected) in [
            ("", "it has 1 segments"),
            ("crn:v1:bluemix:public:kms:us-south:::endpoint", "it has 9 segments"),
            ("crn:v1:bluemix:public:KMS:us-south::::", "segment 5 (service), \"KMS\""),
            ("crn:v1:bluemix:public:kms:us-south:7f2c:::", "segment 7 (account)"),
            ("crn:x:bluemix:public:kms:us-south::::", "segment 2 (version)"),
            ("crn:v1:bluemix:public:kms:us-south:::endpoint:a b", "segment 10 (resource)"),
        ] {
            let error = Crn::new(text).expect_err(text);
            assert!(error.contains(expected), "{text}: {error}");
        }
    }
}
