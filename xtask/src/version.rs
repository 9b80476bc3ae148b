//! Versions as tools print them.

use std::cmp::Ordering;

/// A version: up to three numbers, and what follows a hyphen in a pre-release.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    numbers: [u64; 3],
    pre: Vec<String>,
}

impl Version {
    /// The first word of a text that begins with a digit (or `v` and a digit),
    /// as in `trunk 0.22.0-beta.1` or `v20.19.2`.
    pub(crate) fn find(text: &str) -> Option<Self> {
        text.split(|c: char| c.is_whitespace() || c == '(' || c == ')').find_map(Self::parse)
    }

    /// A version alone. Build metadata (`+…`) is left out.
    pub(crate) fn parse(word: &str) -> Option<Self> {
        let word = word.strip_prefix('v').unwrap_or(word);
        let word = word.split('+').next().unwrap_or(word);
        let (numbers, pre) = word.split_once('-').unwrap_or((word, ""));
        let mut found = [0; 3];
        for (slot, part) in found.iter_mut().zip(numbers.split('.')) {
            *slot = part.parse().ok()?;
        }
        let pre = pre.split('.').filter(|p| !p.is_empty());
        Some(Self { numbers: found, pre: pre.map(str::to_owned).collect() })
    }
}

impl Ord for Version {
    fn cmp(&self, other: &Self) -> Ordering {
        self.numbers.cmp(&other.numbers).then_with(|| match (self.pre.is_empty(), other.pre.is_empty()) {
            (true, true) => Ordering::Equal,
            (true, false) => Ordering::Greater,
            (false, true) => Ordering::Less,
            (false, false) => compare_pre(&self.pre, &other.pre),
        })
    }
}

impl PartialOrd for Version {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn compare_pre(one: &[String], other: &[String]) -> Ordering {
    for (a, b) in one.iter().zip(other) {
        let order = match (a.parse::<u64>(), b.parse::<u64>()) {
            (Ok(a), Ok(b)) => a.cmp(&b),
            _ => a.cmp(b),
        };
        if order != Ordering::Equal {
            return order;
        }
    }
    one.len().cmp(&other.len())
}

/// The version of a package in the text of a `Cargo.lock`.
pub(crate) fn locked(lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    Some(version.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn v(text: &str) -> Version {
        Version::find(text).unwrap()
    }

    #[test]
    fn tools_print_their_version_in_many_ways() {
        assert_eq!(v("trunk 0.22.0-beta.1\n"), v("0.22.0-beta.1"));
        assert_eq!(v("v20.20.2"), v("20.20.2"));
        assert_eq!(v("Chromium 156.0.8078.79 built on Debian"), v("156.0.8078"));
        assert_eq!(v("rustc 1.96.0 (abc 2026-05-25)"), v("1.96.0"));
        assert_eq!(v("wasm-opt version 132 (version_132)"), v("132"));
        assert_eq!(v("rustc 1.96.0+dfsg1"), v("1.96.0"));
        assert_eq!(Version::find("no number here"), None);
    }

    #[test]
    fn a_pre_release_comes_before_its_release() {
        assert!(v("0.22.0-beta.1") < v("0.22.0"));
        assert!(v("0.22.0-beta.1") < v("0.22.0-beta.10"));
        assert!(v("0.21.14") < v("0.22.0-beta.1"));
        assert!(v("0.22.1") > v("0.22.0-beta.1"));
    }

    #[test]
    fn the_lock_file_names_one_package_exactly() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked(lock, "yew"), None);
    }
}
