//! Following the references in an expression.

use hcl_edit::Ident;
use hcl_edit::expr::{Expression, ForExpr, FuncCall, Traversal, TraversalOperator};
use hcl_edit::visit::{self, Visit};

use super::declared::Declared;
use super::table::table;

/// Where an expression stands: what may be meant by `each` there.
pub(super) struct Scope<'a> {
    pub(super) declared: &'a Declared,
    /// The address of the block, like `ibm_is_vpc.main`.
    pub(super) address: &'a str,
}

/// What is wrong with the references in an expression.
pub(super) fn faults(scope: &Scope<'_>, expression: &Expression) -> Vec<String> {
    let mut walk = Walk { scope, bound: Vec::new(), faults: Vec::new(), seen: 0 };
    walk.visit_expr(expression);
    walk.faults
}

/// Whether an expression refers to anything at all.
pub(super) fn refers(scope: &Scope<'_>, expression: &Expression) -> bool {
    let mut walk = Walk { scope, bound: Vec::new(), faults: Vec::new(), seen: 0 };
    walk.visit_expr(expression);
    walk.seen > 0
}

/// A name bound by a `for` expression.
struct Bound {
    name: String,
    /// What can be read of it; none where that cannot be known.
    parts: Option<&'static [String]>,
}

struct Walk<'a> {
    scope: &'a Scope<'a>,
    /// Names bound by the `for` expressions around.
    bound: Vec<Bound>,
    faults: Vec<String>,
    /// How many references there were.
    seen: usize,
}

impl Walk<'_> {
    fn check(&mut self, root: &str, operators: &[TraversalOperator]) {
        let names: Vec<Option<&str>> = operators.iter().map(name_of).collect();
        let name = |index: usize| names.get(index).copied().flatten();
        if let Some(bound) = self.bound.iter().rev().find(|bound| bound.name == root) {
            let wrong = name(0).zip(bound.parts).filter(|(name, parts)| !parts.iter().any(|one| one == name));
            self.faults.extend(wrong.map(|(name, _)| format!("{root} has no {name}")));
            return;
        }
        self.seen += 1;
        let declared = self.scope.declared;
        let fault = match root {
            "var" => unknown("variable", name(0), |name| declared.variables.contains_key(name)),
            "local" => unknown("local value", name(0), |name| declared.locals.contains(name)),
            "each" => self.each(name(0), name(1)),
            "path" | "terraform" | "self" => None,
            "data" => match (name(0), name(1)) {
                (Some(kind), Some(label)) => self.instance(&format!("data.{kind}.{label}"), &operators[2..]),
                _ => Some("data without a type and a name".to_owned()),
            },
            kind => match name(0) {
                Some(label) => self.instance(&format!("{kind}.{label}"), &operators[1..]),
                None => Some(format!("{kind} is not a name of anything")),
            },
        };
        self.faults.extend(fault);
    }

    fn each(&self, part: Option<&str>, key: Option<&str>) -> Option<String> {
        let here = self.scope.declared.instances.get(self.scope.address);
        match (here, part, key) {
            (Some(instance), _, _) if !instance.many => Some("each without for_each".to_owned()),
            (None, _, _) => Some("each outside a resource".to_owned()),
            (Some(_), Some("key"), _) | (Some(_), Some("value"), None) => None,
            (Some(instance), Some("value"), Some(key)) => match &instance.value_keys {
                Some(keys) if !keys.contains(key) => Some(format!("not every value of for_each has {key}")),
                _ => None,
            },
            _ => Some("each has key and value only".to_owned()),
        }
    }

    /// Checks a reference to a resource or data source and what is read of it.
    fn instance(&self, address: &str, operators: &[TraversalOperator]) -> Option<String> {
        let Some(instance) = self.scope.declared.instances.get(address) else {
            return Some(format!("{address} is not declared"));
        };
        let indexed = matches!(
            operators.first(),
            Some(
                TraversalOperator::Index(_)
                    | TraversalOperator::LegacyIndex(_)
                    | TraversalOperator::FullSplat(_)
                    | TraversalOperator::AttrSplat(_)
            )
        );
        if operators.is_empty() {
            return None;
        }
        if indexed != instance.many {
            return Some(format!("{address} is read {} an index", if indexed { "with" } else { "without" }));
        }
        let rest = if indexed { &operators[1..] } else { operators };
        let read = rest.first().and_then(name_of)?;
        let types = table();
        let block = match address.strip_prefix("data.") {
            Some(rest) => types.data.get(rest.split('.').next()?)?,
            None => types.resources.get(address.split('.').next()?)?,
        };
        (!block.has(read)).then(|| format!("{address} has no {read}"))
    }
}

fn name_of(operator: &TraversalOperator) -> Option<&str> {
    match operator {
        TraversalOperator::GetAttr(ident) => Some(ident.as_str()),
        _ => None,
    }
}

/// What each item of a list has, where the list is one that a data source or resource computes.
fn item_parts(list: &Expression) -> Option<&'static [String]> {
    let traversal = list.as_traversal()?;
    let Expression::Variable(root) = &traversal.expr else {
        return None;
    };
    let names: Option<Vec<&str>> = traversal.operators.iter().map(|one| name_of(one.value())).collect();
    let types = table();
    let (block, list) = match (root.as_str(), &names?[..]) {
        ("data", [kind, _, list]) => (types.data.get(*kind)?, *list),
        (kind, [_, list]) => (types.resources.get(kind)?, *list),
        _ => return None,
    };
    block.items.get(list).map(Vec::as_slice)
}

fn unknown(kind: &str, name: Option<&str>, known: impl Fn(&str) -> bool) -> Option<String> {
    match name {
        Some(name) if known(name) => None,
        Some(name) => Some(format!("the {kind} {name} is not declared")),
        None => Some(format!("a {kind} without a name")),
    }
}

impl Visit for Walk<'_> {
    fn visit_expr(&mut self, node: &Expression) {
        // A name that stands alone is one that a `for` has bound.
        if let Expression::Variable(name) = node {
            self.check(name.as_str(), &[]);
        }
        visit::visit_expr(self, node);
    }

    fn visit_traversal(&mut self, node: &Traversal) {
        let operators: Vec<TraversalOperator> =
            node.operators.iter().map(|one| one.value().clone()).collect();
        if let Expression::Variable(root) = &node.expr {
            self.check(root.as_str(), &operators);
        } else {
            self.visit_expr(&node.expr);
        }
        for operator in &operators {
            if let TraversalOperator::Index(index) = operator {
                self.visit_expr(index);
            }
        }
    }

    fn visit_object_key(&mut self, node: &hcl_edit::expr::ObjectKey) {
        if let Some(expr) = node.as_expr() {
            self.visit_expr(expr);
        }
    }

    fn visit_func_call(&mut self, node: &FuncCall) {
        let name: &Ident = node.name.name.value();
        if !table().functions.iter().any(|one| one == name.as_str()) {
            self.faults.push(format!("there is no function {name}"));
        }
        visit::visit_func_call(self, node);
    }

    fn visit_for_expr(&mut self, node: &ForExpr) {
        self.visit_expr(&node.intro.collection_expr);
        let before = self.bound.len();
        let intro = &node.intro;
        let key = intro.key_var.iter().map(|name| Bound { name: name.as_str().to_owned(), parts: None });
        let parts = item_parts(&intro.collection_expr);
        let value = Bound { name: intro.value_var.as_str().to_owned(), parts };
        self.bound.extend(key.chain([value]));
        for inner in node.key_expr.iter().chain([&node.value_expr]) {
            self.visit_expr(inner);
        }
        if let Some(condition) = &node.cond {
            self.visit_expr(&condition.expr);
        }
        self.bound.truncate(before);
    }
}
