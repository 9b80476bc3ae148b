//! What a configuration declares, so that references can be followed.

use std::collections::{BTreeMap, BTreeSet};

use hcl_edit::expr::{Expression, ObjectKey};
use hcl_edit::structure::{Body, Structure};

use super::table::{Block, before_1_87, table};

/// One resource or data source.
#[derive(Debug, Default)]
pub(super) struct Instance {
    /// Whether it has `for_each`, so that it is read with an index.
    pub(super) many: bool,
    /// The keys that every value of a literal `for_each` has; none where they cannot be known.
    pub(super) value_keys: Option<BTreeSet<String>>,
}

/// Everything declared in all files.
#[derive(Debug, Default)]
pub(super) struct Declared {
    /// By `TYPE.NAME`, data sources as `data.TYPE.NAME`.
    pub(super) instances: BTreeMap<String, Instance>,
    /// The variables, and whether each has a default.
    pub(super) variables: BTreeMap<String, bool>,
    pub(super) locals: BTreeSet<String>,
    /// Outputs, providers, imports and the list of required providers.
    pub(super) others: BTreeSet<String>,
    /// What is declared twice.
    pub(super) twice: Vec<String>,
    /// Whether the provider asked for is one before 1.87.0.
    before_1_87: bool,
}

impl Declared {
    /// Adds what a file declares.
    pub(super) fn read(&mut self, body: &Body) {
        for block in body.iter().filter_map(Structure::as_block) {
            let labels: Vec<&str> = block.labels.iter().map(|label| label.as_str()).collect();
            match (block.ident.as_str(), &labels[..]) {
                (kind @ ("resource" | "data"), [one, name]) => {
                    let prefix = if kind == "data" { "data." } else { "" };
                    let address = format!("{prefix}{one}.{name}");
                    let each = block.body.get_attribute("for_each");
                    let instance = Instance {
                        many: each.is_some(),
                        value_keys: each.and_then(|each| value_keys(&each.value)),
                    };
                    if self.instances.insert(address.clone(), instance).is_some() {
                        self.twice.push(address);
                    }
                }
                ("output", [name]) => self.once(format!("output.{name}")),
                // A second one of these needs an alias, which no export has.
                ("provider", [name]) => self.once(format!("provider.{name}")),
                // "Duplicate import configuration", terraform 1.11.4.
                ("import", []) => {
                    let to = block.body.get_attribute("to").map(|to| to.value.to_string());
                    self.once(format!("import of {}", to.unwrap_or_default().trim()));
                }
                ("terraform", []) if block.body.has_blocks("required_providers") => {
                    self.once("required_providers".to_owned());
                    self.before_1_87 |= block.body.to_string().contains("< 1.87.0\"");
                }
                ("variable", [name]) => {
                    let default = block.body.has_attribute("default");
                    let earlier = self.variables.insert((*name).to_owned(), default);
                    if earlier.is_some() {
                        self.twice.push(format!("var.{name}"));
                    }
                }
                ("locals", []) => {
                    for attribute in block.body.iter().filter_map(Structure::as_attribute) {
                        let name = attribute.key.as_str().to_owned();
                        if !self.locals.insert(name.clone()) {
                            self.twice.push(format!("local.{name}"));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The row of a resource with the provider that is asked for.
    pub(super) fn resource(&self, kind: &str) -> Option<&'static Block> {
        if self.before_1_87 { before_1_87(kind) } else { table().resources.get(kind) }
    }

    fn once(&mut self, name: String) {
        if !self.others.insert(name.clone()) {
            self.twice.push(name);
        }
    }
}

/// The keys that all values of a literal object of objects have, or what can be read of a resource
/// whose instances are gone through.
fn value_keys(each: &Expression) -> Option<BTreeSet<String>> {
    if let Some(traversal) = each.as_traversal() {
        let (Expression::Variable(kind), 1) = (&traversal.expr, traversal.operators.len()) else {
            return None;
        };
        let row = table().resources.get(kind.as_str())?;
        let names = row.arguments.keys().chain(row.blocks.keys());
        return Some(names.chain(&row.computed).cloned().collect());
    }
    let mut common: Option<BTreeSet<String>> = None;
    for (_, value) in each.as_object()? {
        let keys: BTreeSet<String> =
            value.expr().as_object()?.iter().filter_map(|(key, _)| key_text(key)).collect();
        common = Some(match common {
            None => keys,
            Some(earlier) => earlier.intersection(&keys).cloned().collect(),
        });
    }
    common
}

/// The text of a literal key.
pub(super) fn key_text(key: &ObjectKey) -> Option<String> {
    match key {
        ObjectKey::Ident(ident) => Some(ident.as_str().to_owned()),
        ObjectKey::Expression(expr) => expr.as_str().map(str::to_owned),
    }
}
