//! Counting tests: what cargo and Node print, and what was skipped.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Counts {
    /// Ran to the end and held.
    pub(crate) passed: usize,
    /// Ran and did not hold.
    pub(crate) failed: usize,
    /// Did not run.
    pub(crate) skipped: usize,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

impl Counts {
    /// Reads a line of `cargo test`: `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    /// Other lines are nothing.
    pub(crate) fn from_cargo(line: &str) -> Option<Self> {
        let rest = line.trim().strip_prefix("test result: ")?;
        let figure = |word: &str| -> usize {
            let mut parts = rest.split([';', '.']).map(str::trim);
            parts.find_map(|part| part.strip_suffix(word)?.trim().parse().ok()).unwrap_or(0)
        };
        Some(Self { passed: figure("passed"), failed: figure("failed"), skipped: figure("ignored") })
    }

    /// Reads a line of Node's test runner: `# pass 3` (tap) or `ℹ pass 3` (spec).
    /// Other lines are nothing.
    pub(crate) fn from_node(line: &str) -> Option<Self> {
        let rest = line.strip_prefix("# ").or(line.strip_prefix("ℹ "))?;
        let (word, number) = rest.trim().split_once(' ')?;
        let number = number.parse().ok()?;
        let mut counts = Self::default();
        match word {
            "pass" => counts.passed = number,
            "fail" | "cancelled" => counts.failed = number,
            "skipped" | "todo" => counts.skipped = number,
            _ => return None,
        }
        Some(counts)
    }

    /// Moves tests that said of themselves that they were skipped, and that
    /// the runner does not know as such, from the passed to the skipped.
    pub(crate) fn with_said_skips(mut self, said: usize) -> Self {
        let unknown = said.saturating_sub(self.skipped).min(self.passed);
        self.passed -= unknown;
        self.skipped = self.skipped.max(said);
        self
    }
}

/// Reads the skip log, one `test: tool` a line, into tests and what each
/// misses. A test that says so twice is one.
pub(crate) fn read_skips(log: &str) -> BTreeMap<String, String> {
    log.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| line.rsplit_once(": ").unwrap_or((line, "not said")))
        .map(|(test, tool)| (test.trim().to_owned(), tool.trim().to_owned()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(passed: usize, failed: usize, skipped: usize) -> Counts {
        Counts { passed, failed, skipped }
    }

    #[test]
    fn cargos_lines_are_read() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.01s";
        let bad = "test result: FAILED. 1 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.20s";
        assert_eq!(Counts::from_cargo(ok), Some(counts(12, 0, 1)));
        assert_eq!(Counts::from_cargo(bad), Some(counts(1, 2, 0)));
        assert_eq!(Counts::from_cargo("test a::b ... ok"), None);
    }

    #[test]
    fn nodes_lines_are_read_in_both_reporters() {
        assert_eq!(Counts::from_node("# pass 7"), Some(counts(7, 0, 0)));
        assert_eq!(Counts::from_node("ℹ fail 2"), Some(counts(0, 2, 0)));
        assert_eq!(Counts::from_node("ℹ cancelled 1"), Some(counts(0, 1, 0)));
        assert_eq!(Counts::from_node("ℹ skipped 3"), Some(counts(0, 0, 3)));
        assert_eq!(Counts::from_node("ℹ duration_ms 41.2"), None);
        assert_eq!(Counts::from_node("pass 7"), None);
    }

    #[test]
    fn a_test_that_returned_early_is_not_a_passed_one() {
        assert_eq!(counts(10, 0, 0).with_said_skips(2), counts(8, 0, 2));
        assert_eq!(counts(10, 1, 2).with_said_skips(2), counts(10, 1, 2));
        assert_eq!(counts(0, 0, 0).with_said_skips(3), counts(0, 0, 3));
    }

    #[test]
    fn the_skip_log_counts_a_test_once() {
        let skips = read_skips("export::fmt: terraform\nscripts: a: shellcheck\nexport::fmt: jq\n\n");
        assert_eq!(skips.len(), 2);
        assert_eq!(skips["scripts: a"], "shellcheck");
    }

    #[test]
    fn the_last_line_has_its_exact_form() {
        let last = counts(312, 0, 2).to_string();
        assert_eq!(last, "312 passed, 0 failed, 2 skipped");
    }
}
