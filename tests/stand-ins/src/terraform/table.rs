//! The table of `src/tables/terraform.json`: which blocks and arguments there are.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

/// One block: its arguments, what the provider computes in it, and the blocks inside.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Block {
    #[serde(default)]
    pub(super) min: usize,
    /// How many there may be; 0 is no limit.
    #[serde(default)]
    pub(super) max: usize,
    pub(super) arguments: BTreeMap<String, Argument>,
    #[serde(default)]
    pub(super) computed: Vec<String>,
    /// What each object of a computed list has, where that is known.
    #[serde(default)]
    pub(super) items: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) blocks: BTreeMap<String, Block>,
    /// The keys of the block `timeouts`, where there is one.
    #[serde(default)]
    pub(super) timeouts: Vec<String>,
    #[serde(default)]
    pub(super) conflicts: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) exactly_one: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) at_least_one: Vec<Vec<String>>,
    /// What must stand beside an argument, or beside an argument with a literal value (`a=true`).
    #[serde(default)]
    pub(super) needs: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    pub(super) from: String,
}

impl Block {
    /// Whether something of this name can be read.
    pub(super) fn has(&self, name: &str) -> bool {
        self.arguments.contains_key(name)
            || self.blocks.contains_key(name)
            || self.computed.iter().any(|one| one == name)
    }
}

/// What an argument takes.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Argument {
    pub(super) kind: Kind,
    pub(super) required: bool,
    /// What a literal is checked against; empty for nothing.
    pub(super) check: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Any,
    Bool,
    Number,
    Text,
    Texts,
    Object,
}

impl TryFrom<String> for Argument {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (kind, check) = text.split_once(' ').unwrap_or((&text, ""));
        let required = kind.ends_with('!');
        let kind = match kind.trim_end_matches('!') {
            "any" => Kind::Any,
            "bool" => Kind::Bool,
            "number" => Kind::Number,
            "string" => Kind::Text,
            "set(string)" | "list(string)" => Kind::Texts,
            "object" => Kind::Object,
            other => return Err(format!("there is no kind {other}")),
        };
        Ok(Self { kind, required, check: check.to_owned() })
    }
}

/// The whole table.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    pub(super) provider: String,
    pub(super) functions: Vec<String>,
    /// The blocks at the top of a file that are no resources.
    pub(super) configuration: BTreeMap<String, Block>,
    /// The block `lifecycle` of any resource.
    pub(super) lifecycle: Block,
    pub(super) resources: BTreeMap<String, Block>,
    pub(super) data: BTreeMap<String, Block>,
}

/// What differs with an older provider.
#[derive(Deserialize)]
struct Older {
    not_there: Vec<String>,
    resources: BTreeMap<String, Block>,
}

/// The row of a resource with the provider before 1.87.0.
pub(super) fn before_1_87(kind: &str) -> Option<&'static Block> {
    static OLDER: OnceLock<Older> = OnceLock::new();
    let older = OLDER.get_or_init(|| {
        serde_json::from_str(include_str!("../tables/terraform_before_1_87.json"))
            .expect("the older table of arguments is well formed")
    });
    if older.not_there.iter().any(|one| one == kind) {
        return None;
    }
    older.resources.get(kind).or_else(|| table().resources.get(kind))
}

/// The table, read once.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        serde_json::from_str(include_str!("../tables/terraform.json"))
            .expect("the table of arguments is well formed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn relations_name_arguments_of_their_block() {
        fn walk(name: &str, block: &Block) {
            let sets = block.conflicts.iter().chain(&block.exactly_one).chain(&block.at_least_one).flatten();
            let needs = block.needs.iter().flat_map(|(key, others)| {
                std::iter::once(key.split('=').next().unwrap_or(key)).chain(others.iter().map(String::as_str))
            });
            for one in sets.map(String::as_str).chain(needs) {
                assert!(block.arguments.contains_key(one), "{name}: {one}");
            }
            for (key, inner) in &block.blocks {
                walk(&format!("{name}.{key}"), inner);
            }
        }
        let table = table();
        for (name, block) in table.resources.iter().chain(&table.data) {
            assert!(!block.from.is_empty(), "{name}");
            walk(name, block);
        }
    }
}
