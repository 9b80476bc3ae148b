//! The texts of the plan, understood: each type can be made only from a text
//! that IBM Cloud would take. Patterns: VPC API of 6 Oct 2026 and Terraform
//! provider 2.5.0.

use crate::catalog::{NAME_MAX, TAG_MAX};
use ipnet::Ipv4Net;
use std::fmt;
use std::net::Ipv4Addr;

macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);
        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

text_type! {
    /// A name of a VPC resource.
    Name
}
text_type! {
    /// An id that IBM Cloud gave.
    Id
}
text_type! {
    /// The id of an account.
    AccountId
}
text_type! {
    /// A segment of a CRN that names a service, or an instance of one.
    ServiceName
}
text_type! {
    /// A user tag.
    Tag
}
text_type! {
    /// An access tag, `key:value`.
    AccessTag
}

fn lower(b: u8) -> bool {
    b.is_ascii_lowercase()
}

fn lower_digit_hyphen(b: u8) -> bool {
    b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'
}

fn tag_char(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b"_.-".contains(&b)
}

impl Name {
    /// A name for something new: the older and narrower pattern, which all tools
    /// take: `^([a-z]|[a-z][-a-z0-9]*[a-z0-9])$`, 1 to 63 characters.
    pub fn new(text: &str) -> Option<Self> {
        let b = text.as_bytes();
        let ok = b.first().is_some_and(|&c| lower(c))
            && b.last() != Some(&b'-')
            && b.iter().all(|&c| lower_digit_hyphen(c))
            && b.len() <= NAME_MAX;
        ok.then(|| Self(text.to_owned()))
    }

    /// A name that something has: also the newer pattern, which allows a digit or
    /// one hyphen in front, but not digits alone.
    pub fn existing(text: &str) -> Option<Self> {
        let b = text.as_bytes();
        let body = b.strip_prefix(b"-").unwrap_or(b);
        let ok = body.first().is_some_and(|&c| c != b'-')
            && body.last() != Some(&b'-')
            && body.iter().all(|&c| lower_digit_hyphen(c))
            && !body.iter().all(u8::is_ascii_digit)
            && b.len() <= NAME_MAX;
        ok.then(|| Self(text.to_owned()))
    }
}

impl Id {
    /// `^[-0-9a-z_]+$`, 1 to 64 characters. Nothing may be read out of an id.
    pub fn new(text: &str) -> Option<Self> {
        let ok = (1..=64).contains(&text.len()) && text.bytes().all(|b| lower_digit_hyphen(b) || b == b'_');
        ok.then(|| Self(text.to_owned()))
    }
}

impl ServiceName {
    /// `^[a-z0-9-]+$`, as the VPC API's pattern for CRNs has it.
    pub fn new(text: &str) -> Option<Self> {
        (!text.is_empty() && text.bytes().all(lower_digit_hyphen)).then(|| Self(text.to_owned()))
    }
}

fn hex32(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}

impl AccountId {
    /// 32 hexadecimal digits.
    pub fn new(text: &str) -> Option<Self> {
        hex32(text).then(|| Self(text.to_owned()))
    }

    /// Whether a text has the form of one.
    pub(super) fn is(text: &str) -> bool {
        hex32(text)
    }
}

impl Tag {
    /// `^[A-Za-z0-9:_ .-]+$`, 1 to 128 characters.
    pub fn new(text: &str) -> Option<Self> {
        let ok = (1..=TAG_MAX).contains(&text.len())
            && text.bytes().all(|b| tag_char(b) || b == b':' || b == b' ');
        ok.then(|| Self(text.to_owned()))
    }
}

impl AccessTag {
    /// A key and a value of letters, digits, `_`, `.`, `-` and inner blanks, with a
    /// colon between; 128 characters at most.
    pub fn new(text: &str) -> Option<Self> {
        let half = |t: &str| {
            t.bytes().all(|b| tag_char(b) || b == b' ') && !t.is_empty() && t.trim_matches(' ') == t
        };
        let ok = text.len() <= TAG_MAX && text.split_once(':').is_some_and(|(k, v)| half(k) && half(v));
        ok.then(|| Self(text.to_owned()))
    }
}

/// A resource group, by id or by name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ResourceGroup {
    /// 32 hexadecimal digits.
    Id(String),
    /// Any other text: IBM publishes no pattern for names, which are case
    /// sensitive.
    Name(String),
}

impl ResourceGroup {
    /// Reads a text as id or name; `None` when it is empty.
    pub fn new(text: &str) -> Option<Self> {
        match text {
            "" => None,
            t if hex32(t) => Some(Self::Id(t.to_owned())),
            t => Some(Self::Name(t.to_owned())),
        }
    }
}

/// A range of addresses, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First address.
    pub first: Ipv4Addr,
    /// Last address.
    pub last: Ipv4Addr,
}

impl Span {
    /// One address, a range with a hyphen, or a block.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((first, last)) = text.split_once('-') {
            let (first, last) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
            return (first <= last).then_some(Self { first, last });
        }
        if text.contains('/') {
            return network(text).map(Self::from);
        }
        let address = text.parse().ok()?;
        Some(Self { first: address, last: address })
    }

    /// How many addresses.
    pub fn count(self) -> u64 {
        u64::from(u32::from(self.last) - u32::from(self.first)) + 1
    }

    /// Whether the two have an address in common.
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether the other lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

impl From<Ipv4Net> for Span {
    fn from(net: Ipv4Net) -> Self {
        Self { first: net.network(), last: net.broadcast() }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last {
            write!(f, "{}", self.first)
        } else {
            write!(f, "{} to {}", self.first, self.last)
        }
    }
}

/// Ports, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PortRange {
    /// First port.
    pub first: u16,
    /// Last port.
    pub last: u16,
}

impl PortRange {
    /// One port from 1 to 65535, or two with a hyphen.
    pub fn new(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('-').unwrap_or((text, text));
        let (first, last) = (port(first)?, port(last)?);
        (first <= last).then_some(Self { first, last })
    }
}

impl fmt::Display for PortRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first)?;
        if self.last == self.first { Ok(()) } else { write!(f, " to {}", self.last) }
    }
}

/// Reads a port number.
pub(super) fn port(text: &str) -> Option<u16> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    text.parse().ok().filter(|&n| n > 0 && digits)
}

/// Reads a block whose host bits are all zero.
pub fn network(text: &str) -> Option<Ipv4Net> {
    text.parse::<Ipv4Net>().ok().filter(|net| net.trunc() == *net)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_follow_the_two_patterns() {
        let long = "a".repeat(63);
        for (text, new, existing) in [
            ("a", true, true),
            ("vpe-cos", true, true),
            ("a--b", true, true),
            (long.as_str(), true, true),
            ("1a", false, true),
            ("-a", false, true),
            ("--a", false, false),
            ("12", false, false),
            ("a-", false, false),
            ("A", false, false),
            ("a b", false, false),
            ("é", false, false),
            ("", false, false),
        ] {
            assert_eq!(Name::new(text).is_some(), new, "new {text:?}");
            assert_eq!(Name::existing(text).is_some(), existing, "existing {text:?}");
        }
        assert!(Name::new(&"a".repeat(64)).is_none());
    }

    #[test]
    fn tags_and_spans() {
        assert!(Tag::new("env:prod").is_some());
        assert!(Tag::new("naïve").is_none());
        assert!(AccessTag::new("team:pay ments").is_some());
        for text in ["team", "team:", ":x", "a:b:c", "a: b"] {
            assert!(AccessTag::new(text).is_none(), "{text:?}");
        }
        assert_eq!(Span::new("10.0.0.4").map(Span::count), Some(1));
        assert_eq!(Span::new("10.0.0.4 - 10.0.0.7").map(Span::count), Some(4));
        assert_eq!(Span::new("10.0.0.0/28").map(Span::count), Some(16));
        assert_eq!(PortRange::new("443-9093").map(|p| p.to_string()).as_deref(), Some("443 to 9093"));
        assert_eq!(PortRange::new("443").map(|p| p.last), Some(443));
        for text in ["9093-443", "0", "65536", "443-", "+443", ""] {
            assert!(PortRange::new(text).is_none(), "{text:?}");
        }
        for text in ["10.0.0.9-10.0.0.1", "10.0.0.1/28", "10.0.0", "10.0.0.256"] {
            assert!(Span::new(text).is_none(), "{text:?}");
        }
    }
}
