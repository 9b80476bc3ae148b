//! `policies.tf`: authorization policies, in the account that owns what is reached.

use super::hcl::{Block, Expr, Item, attr, text};
use super::names::label;
use super::{mark, network, push};
use crate::export::{Heading, policy};
use crate::plan::{Field, Object};
use crate::steps::{Policy, Run, Step};

pub(super) fn items(run: &Run, heading: &Heading) -> Vec<Item> {
    let mut items = Vec::new();
    if run.account.is_some() {
        push(
            &mut items,
            network::account(
                "The API key belongs to another account than the one that owns what is reached.",
            ),
        );
    }
    for step in &run.steps {
        if let Step::Policy(s) = step.plain() {
            mark(&mut items, heading, &step.object());
            push(&mut items, block(s));
        }
    }
    items
}

/// The provider has no argument for the target account: it is that of the key.
fn block(s: &Policy) -> Block {
    let object = Object::Policy(s.key.clone());
    let at = |field| object.clone().at(field);
    let mut items = vec![
        attr("source_service_name", text("is"), None),
        attr("source_resource_type", text("endpoint-gateway"), None),
        attr("source_service_account", text(&s.source_account), at(Field::SourceAccount)),
        attr("target_service_name", text(&s.service), at(Field::Service)),
    ];
    if !s.instance.is_empty() {
        items.push(attr("target_resource_instance_id", text(&s.instance), at(Field::Instance)));
    }
    items.push(attr("roles", Expr::List(vec![text(policy::ROLE)]), None));
    Block::new("resource", &["ibm_iam_authorization_policy", &label(&s.key)], items).of(object.place())
}
