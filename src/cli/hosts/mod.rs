//! What code hosts read: findings at the lines of the plan's file.

pub(super) mod github;
mod located;
pub(super) mod sarif;

use crate::plan::Plan;
use crate::rules::Finding;
use std::path::{Component, Path};

/// A checked plan with its file.
pub(super) struct Checked<'c> {
    /// What the code host calls the file.
    pub(super) path: &'c str,
    /// The text that the plan was read from, or is written as.
    pub(super) text: &'c str,
    /// The plan.
    pub(super) plan: &'c Plan,
    /// What was found.
    pub(super) findings: &'c [Finding],
    /// Whether its safe fixes were applied before.
    pub(super) mended: bool,
}

/// What a code host calls a plan's file: the path of the file from where the program
/// runs, which in a job is the root of the repository; `plan.json` for `-`.
pub(super) fn path_of(plan: &Path) -> String {
    if plan.as_os_str() == "-" {
        return "plan.json".to_owned();
    }
    let here = std::env::current_dir().unwrap_or_default();
    let below = if here.as_os_str().is_empty() { plan } else { plan.strip_prefix(here).unwrap_or(plan) };
    if below.is_absolute() {
        return below.display().to_string();
    }
    let parts = below.components().filter(|part| *part != Component::CurDir);
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_where_the_program_runs() {
        let here = std::env::current_dir().unwrap();
        for (given, expected) in [
            ("-", "plan.json"),
            ("plans/a.json", "plans/a.json"),
            ("./plans/./a.json", "plans/a.json"),
            ("../a.json", "../a.json"),
            (here.join("plans/a.json").to_str().unwrap(), "plans/a.json"),
        ] {
            assert_eq!(path_of(Path::new(given)), expected);
        }
        let elsewhere = here.parent().unwrap().join("a.json");
        assert_eq!(path_of(&elsewhere), elsewhere.display().to_string());
    }
}
