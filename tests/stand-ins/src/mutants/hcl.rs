//! Mutants of Terraform files.

use std::ops::Range;

use hcl_edit::Span;
use hcl_edit::expr::{Expression, Object, ObjectKey};
use hcl_edit::structure::{Block, Body, Structure};

use super::misspelt;

/// A changed file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HclMutant {
    /// The block: a resource's type, `data.TYPE`, the kind of another block, or `tfvars` for a value
    /// outside any block.
    pub on: String,
    /// The mutation, like `drop target.crn`.
    pub what: String,
    /// The whole text with the change.
    pub text: String,
}

/// Each argument, inner block and key of a literal object dropped, misspelt and repeated, and each
/// block at the top dropped and repeated. A text that does not parse has no mutants.
pub fn hcl(text: &str) -> Vec<HclMutant> {
    let Ok(body) = text.parse::<Body>() else {
        return Vec::new();
    };
    let mut out = Out { text, all: Vec::new(), on: String::new() };
    for structure in &body {
        match structure {
            Structure::Block(block) => {
                out.on = name_of(block);
                out.part("the block", block.span(), None);
                out.body("", &block.body);
            }
            Structure::Attribute(attribute) => {
                out.on = "tfvars".to_owned();
                let name = attribute.key.as_str();
                out.part(name, attribute.span(), attribute.key.span());
                out.expression(name, &attribute.value);
            }
        }
    }
    out.all
}

fn name_of(block: &Block) -> String {
    let first = block.labels.first().map_or("", |label| label.as_str());
    match block.ident.as_str() {
        "resource" => first.to_owned(),
        "data" => format!("data.{first}"),
        other => other.to_owned(),
    }
}

struct Out<'a> {
    text: &'a str,
    all: Vec<HclMutant>,
    on: String,
}

impl Out<'_> {
    fn body(&mut self, path: &str, body: &Body) {
        for structure in body {
            match structure {
                Structure::Attribute(attribute) => {
                    let here = join(path, attribute.key.as_str());
                    self.part(&here, attribute.span(), attribute.key.span());
                    self.expression(&here, &attribute.value);
                }
                Structure::Block(block) => {
                    let here = join(path, block.ident.as_str());
                    self.part(&here, block.span(), block.ident.span());
                    self.body(&here, &block.body);
                }
            }
        }
    }

    fn expression(&mut self, path: &str, value: &Expression) {
        match value {
            Expression::Object(object) => self.object(path, object),
            Expression::Array(list) => {
                for item in list {
                    self.expression(&format!("{path}[]"), item);
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, path: &str, object: &Object) {
        for (key, value) in object {
            let (name, span) = match key {
                ObjectKey::Ident(ident) => (ident.as_str(), ident.span()),
                ObjectKey::Expression(expr) => match expr.as_str() {
                    // A key in quotes is data, like a zone's name; its place is what counts.
                    Some(_) => ("\"\"", expr.span()),
                    None => continue,
                },
            };
            let here = join(path, name);
            let end = value.expr().span();
            let whole = span.clone().zip(end).map(|(key, value)| key.start..value.end);
            let word = key.is_ident().then_some(span).flatten();
            self.part(&here, whole, word);
            self.expression(&here, value.expr());
        }
    }

    /// The mutants of one part of the text; `word` is what is misspelt in it.
    fn part(&mut self, path: &str, span: Option<Range<usize>>, word: Option<Range<usize>>) {
        let Some(span) = span else {
            return;
        };
        let own = &self.text[span.clone()];
        // An item of an object on one line takes its comma along.
        let after = &self.text[span.end..];
        let comma = after.len() - after.trim_start_matches([' ', ',']).len();
        let dropped = span.start..span.end + comma;
        self.push("drop", path, dropped, "");
        let between = if after.starts_with(',') { ", " } else { "\n" };
        let twice = format!("{}{between}{}", own.trim_end(), own);
        self.push("repeat", path, span, &twice);
        if let Some(word) = word {
            let wrong = misspelt(&self.text[word.clone()]);
            self.push("misspell", path, word, &wrong);
        }
    }

    fn push(&mut self, verb: &str, path: &str, span: Range<usize>, with: &str) {
        let text = format!("{}{with}{}", &self.text[..span.start], &self.text[span.end..]);
        self.all.push(HclMutant { on: self.on.clone(), what: format!("{verb} {path}"), text });
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"resource "ibm_is_vpc" "main" {
  name = "payments"

  dns {
    enable_hub = true
  }
}

locals {
  zones = { one = "a", two = "b" }
}
"#;

    #[test]
    fn every_argument_block_and_key_is_changed_in_its_place() {
        let all = hcl(TEXT);
        let find = |on: &str, what: &str| {
            let found = all.iter().find(|one| one.on == on && one.what == what);
            found.unwrap_or_else(|| panic!("{on} {what}")).text.clone()
        };
        assert!(find("ibm_is_vpc", "misspell dns.enable_hub").contains("enable_hubx = true"));
        assert!(!find("ibm_is_vpc", "drop name").contains("payments"));
        assert_eq!(find("ibm_is_vpc", "repeat dns").matches("dns {").count(), 2);
        assert!(find("locals", "drop zones.one").contains(r#"{ two = "b" }"#));
        assert!(find("locals", "repeat zones.one").contains(r#"one = "a", one = "a","#));
        assert!(!find("ibm_is_vpc", "drop the block").contains("ibm_is_vpc"));
    }

    #[test]
    fn a_repeated_argument_does_not_parse() {
        let all = hcl(TEXT);
        let repeated = all.iter().find(|one| one.what == "repeat name").unwrap();
        assert!(repeated.text.parse::<Body>().is_err());
    }
}
