//! The tables of `src/tables/api_*.json`: which calls exist and what each takes.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use ipnet::Ipv4Net;
use regex::Regex;
use serde::Deserialize;

use super::shape::Shape;

/// Which of the services a call belongs to; each has its own path prefix on the stand-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Host {
    Iam,
    ResourceGroups,
    Tags,
    Vpc,
}

/// One row: a call that the service answers.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Row {
    /// The name by which the engine's actions and the log know it.
    pub(crate) id: String,
    pub(crate) host: Host,
    pub(crate) method: String,
    /// Like `/subnets/{subnet}/reserved_ips`; a part in braces is an id.
    pub(crate) path: String,
    /// The status of a call that is carried out.
    pub(crate) status: u16,
    /// Whether it takes `start` and `limit` and answers in pages.
    #[serde(default)]
    pub(crate) paged: bool,
    #[serde(default)]
    pub(crate) query: BTreeMap<String, Shape>,
    #[serde(default)]
    pub(crate) query_required: Vec<String>,
    /// The name of the body's shape; none means that no body is sent.
    pub(crate) body: Option<String>,
    /// The body's content type where it is not `application/json`.
    pub(crate) content_type: Option<String>,
    /// Where the row comes from.
    pub(crate) from: String,
}

impl Row {
    /// The ids in `path`, in order, when it has this row's form.
    pub(crate) fn matches<'a>(&self, path: &'a str) -> Option<Vec<&'a str>> {
        let mut ids = Vec::new();
        let mut given = path.split('/');
        for part in self.path.split('/') {
            let found = given.next()?;
            if part.starts_with('{') {
                if found.is_empty() {
                    return None;
                }
                ids.push(found);
            } else if part != found {
                return None;
            }
        }
        given.next().is_none().then_some(ids)
    }
}

/// A region with the default address prefixes of its zones 1, 2 and 3.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Region {
    pub(crate) name: String,
    pub(crate) prefixes: Vec<Ipv4Net>,
}

/// How many there may be of each.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Limits {
    pub(crate) address_prefixes: usize,
    pub(crate) subnets: usize,
    pub(crate) security_groups: usize,
    pub(crate) rules: usize,
    pub(crate) security_groups_per_target: usize,
    pub(crate) network_acls: usize,
    pub(crate) network_acl_rules: usize,
}

#[derive(Deserialize)]
struct Facts {
    version_from: String,
    version_to: String,
    patterns: BTreeMap<String, String>,
    regions: Vec<Region>,
    provider_ranges: Vec<Ipv4Net>,
    services: Vec<String>,
    limits: Limits,
}

#[derive(Deserialize)]
struct Calls {
    calls: Vec<Row>,
}

#[derive(Deserialize)]
struct Shapes {
    shapes: BTreeMap<String, Shape>,
}

/// All tables, read once.
pub(crate) struct Table {
    pub(crate) calls: Vec<Row>,
    pub(crate) shapes: BTreeMap<String, Shape>,
    pub(crate) regions: Vec<Region>,
    pub(crate) provider_ranges: Vec<Ipv4Net>,
    /// The names of services that a policy may be about.
    pub(crate) services: Vec<String>,
    pub(crate) limits: Limits,
    /// The first and the last version date that is taken (API facts §5).
    pub(crate) versions: (String, String),
    patterns: BTreeMap<String, Regex>,
}

impl Table {
    /// Whether a text has the form that the tables call `pattern`.
    pub(crate) fn fits(&self, pattern: &str, text: &str) -> bool {
        self.patterns.get(pattern).is_some_and(|regex| regex.is_match(text))
    }

    /// The region of that name.
    pub(crate) fn region(&self, name: &str) -> Option<&Region> {
        self.regions.iter().find(|region| region.name == name)
    }
}

/// The tables.
pub(crate) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let facts: Facts = serde_json::from_str(include_str!("../tables/api_facts.json"))
            .expect("the table of facts is well formed");
        let calls: Calls = serde_json::from_str(include_str!("../tables/api_calls.json"))
            .expect("the table of calls is well formed");
        let shapes: Shapes = serde_json::from_str(include_str!("../tables/api_shapes.json"))
            .expect("the table of shapes is well formed");
        Table {
            calls: calls.calls,
            shapes: shapes.shapes,
            regions: facts.regions,
            provider_ranges: facts.provider_ranges,
            services: facts.services,
            limits: facts.limits,
            versions: (facts.version_from, facts.version_to),
            patterns: facts
                .patterns
                .into_iter()
                .map(|(name, text)| {
                    let regex = Regex::new(&text).expect("the patterns are regular expressions");
                    (name, regex)
                })
                .collect(),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_shape_and_a_source() {
        let table = table();
        for row in &table.calls {
            assert!(!row.from.is_empty(), "{}", row.id);
            if let Some(body) = &row.body {
                assert!(table.shapes.contains_key(body), "{}", row.id);
            }
        }
        assert_eq!(table.regions.len(), 13);
    }

    #[test]
    fn every_pattern_that_a_shape_names_exists() {
        let table = table();
        let text = include_str!("../tables/api_shapes.json");
        for piece in text.split("\"pattern\": \"").skip(1) {
            let name = piece.split('"').next().unwrap();
            assert!(table.patterns.contains_key(name), "{name}");
        }
    }

    #[test]
    fn a_path_matches_part_by_part() {
        let row = table().calls.iter().find(|row| row.id == "bind_reserved_ip").unwrap();
        assert_eq!(row.matches("/endpoint_gateways/g/ips/r"), Some(vec!["g", "r"]));
        assert_eq!(row.matches("/endpoint_gateways/g/ips"), None);
        assert_eq!(row.matches("/endpoint_gateways/g/ips/r/x"), None);
        assert_eq!(row.matches("/endpoint_gateways//ips/r"), None);
    }
}
