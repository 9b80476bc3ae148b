//! Terraform for the provider `IBM-Cloud/ibm`.

mod beside;
mod gateways;
mod hcl;
mod imports;
mod names;
mod network;
mod policies;
mod surroundings;

use crate::export::text::Text;
use crate::export::{Heading, Line, Tool};
use crate::plan::Key;
use crate::steps::{Run, Scope, Step};
use hcl::{Block, Item};

pub(super) use beside::{Nth, gitignore, readme};

/// The files of a run, by name.
pub(super) fn files(run: &Run, heading: &Heading) -> Vec<(&'static str, Vec<Line>)> {
    let file = |items: &[Item]| {
        let mut out = Text::default();
        heading.write(&mut out, Tool::Terraform, run);
        out.gap();
        hcl::write_items(&mut out, 0, items);
        out.finish()
    };
    let mut files = vec![
        ("versions.tf", file(&surroundings::versions(heading))),
        ("providers.tf", file(&surroundings::provider(run))),
        ("variables.tf", file(&surroundings::variables(run))),
        ("terraform.tfvars", file(&surroundings::values(run))),
    ];
    match run.scope {
        Scope::Region { .. } => files.extend([
            ("network.tf", file(&network::items(run, heading))),
            ("gateways.tf", file(&gateways::items(run, heading))),
            ("outputs.tf", file(&surroundings::outputs(run))),
        ]),
        Scope::Policies => files.push(("policies.tf", file(&policies::items(run, heading)))),
    }
    let imports = imports::items(run);
    if !imports.is_empty() {
        files.push(("imports.tf", file(&imports)));
    }
    files
}

/// The blocks of one gateway, as they stand in `gateways.tf` and `imports.tf`.
pub(super) fn excerpt(run: &Run, gateway: &Key, heading: &Heading) -> Vec<Line> {
    let mut out = Text::default();
    let parts = parts(run, gateway);
    hcl::write_items(&mut out, 0, &gateways::of(&parts, heading));
    let imports = imports::of(parts.into_iter());
    if !imports.is_empty() {
        out.gap();
        hcl::write_items(&mut out, 0, &imports);
    }
    out.finish()
}

/// The steps of a gateway, the look-up of it included.
fn parts<'r>(run: &'r Run, gateway: &Key) -> Vec<&'r Step> {
    run.steps.iter().filter(|step| gateways::gateway(step).is_some_and(|g| g.key == *gateway)).collect()
}

/// Adds a block with a blank line before it, unless it is the first.
fn push(items: &mut Vec<Item>, block: Block) {
    gap(items);
    items.push(Item::Block(block));
}

/// A blank line before what follows, unless it comes first or after a comment
/// that is about it.
fn gap(items: &mut Vec<Item>) {
    if items.last().is_some_and(|item| !matches!(item, Item::Comment(_) | Item::Blank)) {
        items.push(Item::Blank);
    }
}

/// Comments about the open errors of an object, before its block.
fn mark(items: &mut Vec<Item>, heading: &Heading, object: &crate::plan::Object) {
    let about = heading.about(object);
    if !about.is_empty() {
        gap(items);
        items.extend(about.into_iter().map(|s| Item::Comment(format!("Open error: {s}"))));
    }
}
