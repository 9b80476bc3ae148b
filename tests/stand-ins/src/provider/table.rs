//! The table of `src/tables/provider.json`: the provider's schema and what its schema does not tell.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;
use serde_json::{Value as Json, json};

/// One block, or a resource or data source as a whole.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Block {
    /// How often it may stand: `single`, `list` or `set`; empty for a whole resource.
    #[serde(default)]
    pub(super) nesting: Nesting,
    #[serde(default)]
    pub(super) min: i64,
    /// 0 is no limit.
    #[serde(default)]
    pub(super) max: i64,
    pub(super) attributes: BTreeMap<String, Attribute>,
    #[serde(default)]
    pub(super) blocks: BTreeMap<String, Block>,
    /// The keys of the block `timeouts`; none where there is no such block.
    #[serde(default)]
    pub(super) timeouts: Vec<String>,
    /// Whether the provider fills it when it is left out.
    #[serde(default)]
    pub(super) computed: bool,
    /// Whether changes after creation are not seen.
    #[serde(default)]
    pub(super) once: bool,
    /// Whether any change forces a new resource.
    #[serde(default)]
    pub(super) new: bool,
    #[serde(default)]
    pub(super) conflicts: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) at_least_one: Vec<Vec<String>>,
    #[serde(default)]
    pub(super) exactly_one: Vec<Vec<String>>,
    /// What must stand beside an attribute.
    #[serde(default)]
    pub(super) needs: BTreeMap<String, Vec<String>>,
    /// Where the row comes from.
    #[serde(default)]
    #[allow(dead_code, reason = "for who reads the table, and a test")]
    pub(super) from: String,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Nesting {
    Single,
    #[default]
    List,
    Set,
}

/// One attribute.
#[derive(Debug, Deserialize)]
#[serde(try_from = "String")]
pub(super) struct Attribute {
    /// Its type in terraform's own JSON.
    pub(super) kind: Json,
    pub(super) required: bool,
    pub(super) optional: bool,
    pub(super) computed: bool,
    pub(super) deprecated: bool,
    /// Whether a change forces a new resource.
    pub(super) new: bool,
    /// Whether a change after creation is not seen.
    pub(super) once: bool,
    /// Whether it is not read back, and no difference is seen while it is null.
    pub(super) unread: bool,
    /// Whether a change is refused.
    pub(super) fixed: bool,
    /// What is meant when it is left out.
    pub(super) default: Option<Json>,
    /// What a literal is checked against: a pattern, `=words` or a range.
    pub(super) check: Option<String>,
}

impl TryFrom<String> for Attribute {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let mut words = text.split(' ');
        let kind = read_type(words.next().unwrap_or_default())?;
        let mode = words.next().unwrap_or_default();
        let (required, optional, computed) = match mode {
            "R" => (true, false, false),
            "O" => (false, true, false),
            "C" => (false, false, true),
            "OC" => (false, true, true),
            other => return Err(format!("{text}: there is no mode {other:?}")),
        };
        let mut attribute = Self {
            required,
            optional,
            computed,
            deprecated: false,
            new: false,
            once: false,
            unread: false,
            fixed: false,
            default: None,
            check: None,
            kind,
        };
        for word in words {
            match word.split_once('=') {
                Some(("default", value)) => {
                    let plain = attribute.kind == json!("string");
                    let value = if plain { Ok(json!(value)) } else { serde_json::from_str(value) };
                    attribute.default = Some(value.map_err(|error| format!("{text}: {error}"))?);
                }
                _ => match word {
                    "deprecated" => attribute.deprecated = true,
                    "new" => attribute.new = true,
                    "once" => attribute.once = true,
                    "unread" => attribute.unread = true,
                    "fixed" => attribute.fixed = true,
                    check => attribute.check = Some(check.to_owned()),
                },
            }
        }
        Ok(attribute)
    }
}

/// Reads a type like `list({a:string,b:set(string)})` into terraform's JSON of it.
fn read_type(text: &str) -> Result<Json, String> {
    let (kind, rest) = one_type(text)?;
    if rest.is_empty() { Ok(kind) } else { Err(format!("{text}: {rest:?} is left over")) }
}

fn one_type(text: &str) -> Result<(Json, &str), String> {
    for plain in ["string", "number", "bool"] {
        if let Some(rest) = text.strip_prefix(plain) {
            return Ok((json!(plain), rest));
        }
    }
    for outer in ["list", "set", "map"] {
        let Some(rest) = text.strip_prefix(outer).and_then(|rest| rest.strip_prefix('(')) else { continue };
        let (inner, rest) = one_type(rest)?;
        let rest = rest.strip_prefix(')').ok_or_else(|| format!("{text}: no )"))?;
        return Ok((json!([outer, inner]), rest));
    }
    let mut rest = text.strip_prefix('{').ok_or_else(|| format!("{text}: no type"))?;
    let mut fields = serde_json::Map::new();
    loop {
        let (name, after) = rest.split_once(':').ok_or_else(|| format!("{text}: no field"))?;
        let (kind, after) = one_type(after)?;
        fields.insert(name.to_owned(), kind);
        match after.split_at_checked(1) {
            Some((",", more)) => rest = more,
            Some(("}", more)) => return Ok((json!(["object", fields]), more)),
            _ => return Err(format!("{text}: no end of the object")),
        }
    }
}

/// The whole table.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    /// Like `IBM-Cloud/ibm`.
    pub(super) provider: String,
    /// The block `provider`.
    pub(super) configuration: Block,
    pub(super) resources: BTreeMap<String, Block>,
    pub(super) data: BTreeMap<String, Block>,
}

/// The table, read once.
pub(super) fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        serde_json::from_str(include_str!("../tables/provider.json"))
            .expect("the table of the provider is well formed")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_are_read_as_terraform_writes_them() {
        assert_eq!(read_type("set(string)"), Ok(json!(["set", "string"])));
        assert_eq!(
            read_type("list({a:string,b:list({c:number})})"),
            Ok(json!(["list", ["object", {"a": "string", "b": ["list", ["object", {"c": "number"}]]}]]))
        );
        assert!(read_type("list(string").is_err());
        assert!(read_type("text").is_err());
    }

    #[test]
    fn relations_name_what_their_block_has() {
        fn walk(name: &str, block: &Block) {
            let sets = block.conflicts.iter().chain(&block.at_least_one).chain(&block.exactly_one).flatten();
            for one in sets.chain(block.needs.keys()).chain(block.needs.values().flatten()) {
                let there = block.attributes.contains_key(one) || block.blocks.contains_key(one);
                assert!(there, "{name}: {one}");
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

    /// The table of the static check names no argument, type or computed value that the provider's does
    /// not have.
    #[test]
    fn the_table_of_the_static_check_agrees() {
        fn walk(name: &str, checked: &Json, row: &Block) {
            for (key, text) in checked["arguments"].as_object().unwrap() {
                let attribute = &row.attributes[key];
                let kind = text.as_str().unwrap().split(' ').next().unwrap();
                assert_eq!(kind.ends_with('!'), attribute.required, "{name}.{key}");
                assert!(attribute.required || attribute.optional, "{name}.{key}");
                assert_eq!(read_type(kind.trim_end_matches('!')).unwrap(), attribute.kind, "{name}.{key}");
            }
            for key in checked["computed"].as_array().into_iter().flatten() {
                let attribute = &row.attributes[key.as_str().unwrap()];
                assert!(attribute.computed, "{name}.{key}");
            }
            for (key, inner) in checked["blocks"].as_object().into_iter().flatten() {
                walk(&format!("{name}.{key}"), inner, &row.blocks[key]);
            }
        }
        let checked: Json = serde_json::from_str(include_str!("../tables/terraform.json")).unwrap();
        for (key, rows) in [("resources", &table().resources), ("data", &table().data)] {
            for (name, row) in checked[key].as_object().unwrap() {
                walk(name, row, &rows[name]);
            }
        }
    }
}
