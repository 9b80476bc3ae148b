//! The table as the protocol's schema.

use super::messages::{GetProviderSchemaResponse, NestedBlock, Schema, SchemaAttribute, SchemaBlock};
use super::table::{Block, Nesting, table};

/// The answer to `GetProviderSchema`.
pub(super) fn whole() -> GetProviderSchemaResponse {
    let table = table();
    let all = |blocks: &std::collections::BTreeMap<String, Block>| {
        blocks.iter().map(|(name, row)| (name.clone(), schema(row))).collect()
    };
    GetProviderSchemaResponse {
        provider: Some(schema(&table.configuration)),
        resources: all(&table.resources),
        data: all(&table.data),
    }
}

fn schema(row: &Block) -> Schema {
    Schema { version: 0, block: Some(block(row)) }
}

fn block(row: &Block) -> SchemaBlock {
    let attributes = row.attributes.iter().map(|(name, attribute)| SchemaAttribute {
        name: name.clone(),
        kind: attribute.kind.to_string().into_bytes(),
        required: attribute.required,
        optional: attribute.optional,
        computed: attribute.computed,
        deprecated: attribute.deprecated,
    });
    let nested = row.blocks.iter().map(|(name, inner)| NestedBlock {
        type_name: name.clone(),
        block: Some(block(inner)),
        nesting: match inner.nesting {
            Nesting::Single => 1,
            Nesting::List => 2,
            Nesting::Set => 3,
        },
        min_items: inner.min,
        max_items: inner.max,
    });
    SchemaBlock { attributes: attributes.collect(), block_types: nested.chain(timeouts(row)).collect() }
}

/// The block `timeouts`, whose keys all take a text like `10m`.
fn timeouts(row: &Block) -> Option<NestedBlock> {
    if row.timeouts.is_empty() {
        return None;
    }
    let attributes = row.timeouts.iter().map(|name| SchemaAttribute {
        name: name.clone(),
        kind: b"\"string\"".to_vec(),
        optional: true,
        ..SchemaAttribute::default()
    });
    let block = SchemaBlock { attributes: attributes.collect(), block_types: Vec::new() };
    Some(NestedBlock {
        type_name: "timeouts".to_owned(),
        block: Some(block),
        nesting: 1,
        ..NestedBlock::default()
    })
}
