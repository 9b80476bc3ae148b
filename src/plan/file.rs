//! The plan file: reading it with errors that help, writing the same bytes for
//! the same plan.

use super::{Key, Plan, json_path};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// The version of the file format that this program writes.
pub const FILE_VERSION: u64 = 1;

/// The longest file that is read, in bytes: a plan of 10,000 gateways has about
/// half of it.
pub const MAX_FILE_BYTES: usize = 16 << 20;

/// A plan of IBM Cloud Virtual Private Endpoint gateways, as VPE Planner reads and
/// writes it. Texts hold what people wrote; what is wrong with them is found by
/// checking the plan, not by this schema.
#[derive(Serialize, Deserialize)]
#[cfg_attr(
    test,
    derive(schemars::JsonSchema),
    schemars(title = "VPE Planner plan", extend("$id" = "urn:vpe-planner:plan:1"))
)]
#[serde(deny_unknown_fields)]
struct PlanFile<P> {
    /// Version of this format.
    #[cfg_attr(test, schemars(range(min = 1, max = 1)))]
    vpe_planner: u64,
    /// The plan.
    plan: P,
}

/// Only what tells a plan file from another, whatever else it holds.
#[derive(Deserialize)]
struct Header {
    vpe_planner: Option<u64>,
}

/// Why a text is not a plan.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// Longer than [`MAX_FILE_BYTES`].
    #[error("the file has {bytes} bytes; a plan file has {MAX_FILE_BYTES} at most")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Not JSON at all.
    #[error("line {line}, column {column}: not JSON: {problem}")]
    NotJson {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What the reader met.
        problem: String,
    },
    /// It ends in the middle.
    #[error("line {line}: the file is cut off: it ends before its last bracket is closed")]
    CutOff {
        /// The last line that holds something, from 1.
        line: usize,
    },
    /// JSON of another kind.
    #[error(
        "not a plan file: expected an object that begins {{\"vpe_planner\": {FILE_VERSION}, \"plan\": …}}"
    )]
    NotAPlan,
    /// Written by a later version of this program.
    #[error(
        "the file has format version {found}; this program reads version {FILE_VERSION}: open it with a newer VPE Planner"
    )]
    Newer {
        /// The version it states.
        found: u64,
    },
    /// The right kind, with a part of another shape.
    #[error("line {line}, at {path}: {problem}")]
    Shape {
        /// Line, from 1.
        line: usize,
        /// Where in the file, such as `plan.gateways[0].wanted.dns`.
        path: String,
        /// What was expected there.
        problem: String,
    },
    /// An object's key is not one, or is used twice.
    #[error("at {path}: {problem}")]
    Key {
        /// Where in the file.
        path: String,
        /// What is wrong with the key.
        problem: String,
    },
}

impl FileError {
    /// The line that it is about, from 1, where it is about one.
    pub fn line(&self) -> Option<usize> {
        match self {
            Self::NotJson { line, .. } | Self::CutOff { line } | Self::Shape { line, .. } => Some(*line),
            Self::TooLong { .. } | Self::NotAPlan | Self::Newer { .. } | Self::Key { .. } => None,
        }
    }
}

/// Reads a plan file.
///
/// # Errors
/// [`FileError`], which says where and what was expected. A reference to nothing
/// and text that means nothing are not errors here: they load, and are findings.
pub fn read(text: &str) -> Result<Plan, FileError> {
    if text.len() > MAX_FILE_BYTES {
        return Err(FileError::TooLong { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Err(e) = serde_json::from_str::<IgnoredAny>(text) {
        let (line, column, problem) = (e.line(), e.column(), bare(&e));
        return Err(if text.trim().is_empty() {
            FileError::NotAPlan
        } else if e.is_eof() {
            FileError::CutOff { line: text.trim_end().split('\n').count() }
        } else {
            FileError::NotJson { line, column, problem }
        });
    }
    // serde reads a list as an object whose fields come in order; no plan file is one.
    let header =
        if text.trim_start().starts_with('{') { serde_json::from_str::<Header>(text).ok() } else { None };
    match header.and_then(|h| h.vpe_planner) {
        None | Some(0) => return Err(FileError::NotAPlan),
        Some(found) if found > FILE_VERSION => return Err(FileError::Newer { found }),
        Some(_) => {}
    }
    let file: PlanFile<Plan> = serde_json::from_str(text).map_err(|e| FileError::Shape {
        line: e.line(),
        path: json_path::at(text, e.line(), e.column()),
        problem: bare(&e),
    })?;
    check_keys(&file.plan)?;
    Ok(file.plan)
}

/// Writes a plan file: keys in the order of the types, two spaces, LF, a last
/// line end. The same plan always gives the same bytes.
pub fn write(plan: &Plan) -> String {
    let file = PlanFile { vpe_planner: FILE_VERSION, plan };
    let mut text = serde_json::to_string_pretty(&file).expect("a plan holds only texts, lists and words");
    text.push('\n');
    text
}

#[cfg(test)]
pub(super) fn schema() -> schemars::Schema {
    schemars::schema_for!(PlanFile<Plan>)
}

/// serde_json's message without the place, which is reported apart.
fn bare(e: &serde_json::Error) -> String {
    let text = e.to_string();
    let end = text.rfind(" at line ").unwrap_or(text.len());
    text[..end].to_owned()
}

/// Every object has a legal key, used once among the objects of its kind.
fn check_keys<'p>(plan: &'p Plan) -> Result<(), FileError> {
    let mut seen = HashSet::new();
    let mut check = |kind: &'static str, key: &'p Key, path: String| {
        if let Err(e) = Key::new(key.as_str()) {
            return Err(FileError::Key { path, problem: e.to_string() });
        }
        if !seen.insert((kind, key.as_str())) {
            let problem = format!("the key {:?} is used by another {kind} before it", key.as_str());
            return Err(FileError::Key { path, problem });
        }
        Ok(())
    };
    for (v, vpc) in plan.vpcs.iter().enumerate() {
        let at = format!("plan.vpcs[{v}]");
        check("VPC", &vpc.key, format!("{at}.key"))?;
        for (i, prefix) in vpc.wanted.prefixes.iter().enumerate() {
            check("address prefix", &prefix.key, format!("{at}.wanted.prefixes[{i}].key"))?;
        }
        for (i, binding) in vpc.wanted.dns_resolution_bindings.iter().enumerate() {
            let path = format!("{at}.wanted.dns_resolution_bindings[{i}].key");
            check("DNS resolution binding", &binding.key, path)?;
        }
        for (i, acl) in vpc.wanted.network_acls.iter().enumerate() {
            check("network ACL", &acl.key, format!("{at}.wanted.network_acls[{i}].key"))?;
            for (r, rule) in acl.wanted.rules.iter().enumerate() {
                let path = format!("{at}.wanted.network_acls[{i}].wanted.rules[{r}].key");
                check("network ACL rule", &rule.key, path)?;
            }
        }
        for (i, subnet) in vpc.wanted.subnets.iter().enumerate() {
            check("subnet", &subnet.key, format!("{at}.wanted.subnets[{i}].key"))?;
            for (r, ip) in subnet.wanted.reserved_ips.iter().enumerate() {
                let path = format!("{at}.wanted.subnets[{i}].wanted.reserved_ips[{r}].key");
                check("reserved IP", &ip.key, path)?;
            }
        }
        for (i, group) in vpc.wanted.security_groups.iter().enumerate() {
            check("security group", &group.key, format!("{at}.wanted.security_groups[{i}].key"))?;
            for (r, rule) in group.wanted.rules.iter().enumerate() {
                let path = format!("{at}.wanted.security_groups[{i}].wanted.rules[{r}].key");
                check("security group rule", &rule.key, path)?;
            }
        }
    }
    for (i, gateway) in plan.gateways.iter().enumerate() {
        check("gateway", &gateway.key, format!("plan.gateways[{i}].key"))?;
        for (b, binding) in gateway.wanted.resource_bindings.iter().enumerate() {
            let path = format!("plan.gateways[{i}].wanted.resource_bindings[{b}].key");
            check("resource binding", &binding.key, path)?;
        }
    }
    for (i, policy) in plan.policies.iter().enumerate() {
        check("authorization policy", &policy.key, format!("plan.policies[{i}].key"))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = r#"{"vpe_planner": 1, "plan": {"name": "small", "gateways": [{"key": "kms", "wanted": {"name": "kms"}}]}}"#;

    #[test]
    fn the_same_plan_gives_the_same_bytes() {
        let plan = read(SMALL).unwrap();
        let text = write(&plan);
        assert_eq!(write(&read(&text).unwrap()), text);
        assert!(text.starts_with("{\n  \"vpe_planner\": 1,\n  \"plan\": {\n    \"name\": \"small\","));
        assert!(text.ends_with("}\n"));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, expected) in [
            (r#"{"vpe_planner": 1, "plan""#, "line 1: the file is cut off"),
            ("{\n\"vpe_planner\": 1,\n\n", "line 2: the file is cut off"),
            ("", "not a plan file: expected an object"),
            (" \n", "not a plan file: expected an object"),
            ("[1, 2]", "not a plan file: expected an object"),
            (r#"{"version": 4}"#, "not a plan file: expected an object"),
            ("hello", "line 1, column 1: not JSON"),
            (r#"{"vpe_planner": 2, "future": {}}"#, "format version 2"),
            (
                r#"{"vpe_planner": 1, "plan": {"gateways": [{"key": "a", "wanted": {"dns": "secondary"}}]}}"#,
                "line 1, at plan.gateways[0].wanted.dns: unknown variant `secondary`, expected one of `primary`",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"gatways": []}}"#,
                "at plan.gatways: unknown field `gatways`, expected one of `name`",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"gateways": [{"key": "A", "wanted": {}}]}}"#,
                "at plan.gateways[0].key: \"A\" is not a key",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"gateways": [{"key": "a", "wanted": {}}, {"key": "a", "wanted": {}}]}}"#,
                "at plan.gateways[1].key: the key \"a\" is used by another gateway",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"name": "a", "name": "b"}}"#,
                "at plan.name: duplicate field `name`",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"gateways": [{"wanted": {}}, {"key": "a"}]}}"#,
                "at plan.gateways[0]: missing field `key`",
            ),
            (
                "{\"vpe_planner\": 1, \"plan\": {\"gateways\": [{\"key\": \"a\", \"wanted\": {\"tags\": [\"x\",\n 1]}}]}}",
                "line 2, at plan.gateways[0].wanted.tags[1]: invalid type: integer `1`, expected a string",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"gateways": {}}}"#,
                "at plan.gateways: invalid type: map, expected a sequence",
            ),
            (
                r#"{"vpe_planner": 1, "plan": {"gateways": [{"key": "a", "wanted": {"name": "\ud800"}}]}}"#,
                "at plan.gateways[0].wanted.name: ",
            ),
            (r#"{"vpe_planner": 1}"#, "line 1, at .: missing field `plan`"),
        ] {
            let error = read(text).expect_err(text).to_string();
            assert!(error.contains(expected), "{text}\n  gave     {error}\n  expected {expected}");
        }
    }

    #[test]
    fn a_reference_to_nothing_loads() {
        let text =
            r#"{"vpe_planner": 1, "plan": {"gateways": [{"key": "a", "wanted": {"vpc": "nowhere"}}]}}"#;
        assert_eq!(read(text).unwrap().gateways[0].wanted.vpc.as_str(), "nowhere");
    }

    #[test]
    fn every_cut_of_a_file_is_an_error_and_no_panic() {
        for end in 0..SMALL.len() {
            assert!(read(&SMALL[..end]).is_err(), "cut at {end}");
        }
    }
}
