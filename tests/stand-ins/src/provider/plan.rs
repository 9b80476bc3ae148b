//! What a change would do: which values are kept, which become known later, and what forces a new
//! resource.

use super::messages::{AttributePath, Selector, Step};
use super::table::{Attribute, Block};
use super::value::{Object, Value, get};

/// A way to an attribute: names and indexes.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Path(Vec<Selector>);

impl Path {
    pub(super) fn attribute(&self, name: &str) -> Self {
        self.then(Selector::Attribute(name.to_owned()))
    }

    pub(super) fn index(&self, index: usize) -> Self {
        self.then(Selector::Index(i64::try_from(index).expect("blocks are few")))
    }

    fn then(&self, step: Selector) -> Self {
        let mut steps = self.0.clone();
        steps.push(step);
        Self(steps)
    }
}

impl From<Path> for AttributePath {
    fn from(path: Path) -> Self {
        Self { steps: path.0.into_iter().map(|step| Step { selector: Some(step) }).collect() }
    }
}

/// A planned state.
#[derive(Debug, Default)]
pub(super) struct Planned {
    pub(super) state: Object,
    /// What forces a new resource.
    pub(super) replace: Vec<Path>,
    /// What may not be changed at all.
    pub(super) refused: Vec<Path>,
}

/// Plans the creation of a resource: what the provider decides is unknown.
pub(super) fn create(row: &Block, proposed: &Object, config: &Object) -> Planned {
    Planned { state: new_block(row, proposed, config), ..Planned::default() }
}

fn new_block(row: &Block, proposed: &Object, config: &Object) -> Object {
    let mut state = proposed.clone();
    for (name, attribute) in &row.attributes {
        if get(config, name).is_unsaid() {
            let value = match &attribute.default {
                Some(default) => Value::from(default),
                None if attribute.computed => Value::Unknown,
                None => Value::Null,
            };
            state.insert(name.clone(), value);
        }
    }
    for (name, inner) in &row.blocks {
        let (written, proposed) = (get(config, name), get(proposed, name));
        let value = match (written, proposed) {
            (written, _) if written.is_unsaid() && inner.computed => Value::Unknown,
            (Value::List(written), Value::List(proposed)) => Value::List(
                proposed.iter().zip(written).map(|(item, written)| new_item(inner, item, written)).collect(),
            ),
            (_, proposed) => proposed.clone(),
        };
        state.insert(name.clone(), value);
    }
    state
}

fn new_item(row: &Block, proposed: &Value, config: &Value) -> Value {
    match (proposed, config) {
        (Value::Object(proposed), Value::Object(config)) => Value::Object(new_block(row, proposed, config)),
        _ => proposed.clone(),
    }
}

/// Plans a change of a resource: what is not written stays as it is.
pub(super) fn update(row: &Block, prior: &Object, proposed: &Object, config: &Object) -> Planned {
    let mut planned = Planned::default();
    planned.state = changed_block(row, prior, proposed, config, &Path::default(), &mut planned);
    planned
}

fn changed_block(
    row: &Block,
    prior: &Object,
    proposed: &Object,
    config: &Object,
    path: &Path,
    planned: &mut Planned,
) -> Object {
    let mut state = proposed.clone();
    for (name, attribute) in &row.attributes {
        let was = get(prior, name);
        let value = changed(attribute, was, get(proposed, name), get(config, name));
        if value != *was {
            if attribute.new {
                planned.replace.push(path.attribute(name));
            }
            if attribute.fixed {
                planned.refused.push(path.attribute(name));
            }
        }
        state.insert(name.clone(), value);
    }
    for (name, inner) in &row.blocks {
        let (was, now, written) = (get(prior, name), get(proposed, name), get(config, name));
        let value = match (was, now, written) {
            (was, ..) if inner.once || written.is_unsaid() && inner.computed => was.clone(),
            (Value::List(was), Value::List(now), Value::List(written)) => {
                let items = now.iter().zip(written).enumerate().map(|(index, (now, written))| {
                    let path = path.attribute(name).index(index);
                    let was = was.get(index).unwrap_or(&Value::Null);
                    match (was, now, written) {
                        (Value::Object(was), Value::Object(now), Value::Object(written)) => {
                            Value::Object(changed_block(inner, was, now, written, &path, planned))
                        }
                        _ => new_item(inner, now, written),
                    }
                });
                Value::List(items.collect())
            }
            _ => now.clone(),
        };
        if inner.new && value != *was {
            planned.replace.push(path.attribute(name));
        }
        state.insert(name.clone(), value);
    }
    state
}

/// What an attribute becomes.
fn changed(attribute: &Attribute, was: &Value, proposed: &Value, config: &Value) -> Value {
    if attribute.once || attribute.unread && *was == Value::Null {
        return was.clone();
    }
    let value = match &attribute.default {
        Some(default) if config.is_unsaid() => Value::from(default),
        _ => proposed.clone(),
    };
    let tags = attribute.check.as_deref().is_some_and(|check| check.ends_with("_tag"));
    if tags && same_tags(was, &value) { was.clone() } else { value }
}

/// Sets of tags are told apart without regard to case (Terraform facts §1).
fn same_tags(one: &Value, other: &Value) -> bool {
    let fold = |value: &Value| match value {
        Value::List(items) => {
            let mut texts: Option<Vec<String>> =
                items.iter().map(|item| item.text().map(str::to_lowercase)).collect();
            if let Some(texts) = &mut texts {
                texts.sort_unstable();
            }
            texts
        }
        _ => None,
    };
    fold(one).zip(fold(other)).is_some_and(|(one, other)| one == other)
}
