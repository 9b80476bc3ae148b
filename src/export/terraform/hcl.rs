//! Writing HCL the way `terraform fmt` does.
//!
//! Equals signs of neighbouring attributes are aligned; a blank line, a comment,
//! a block and a value of several lines each end such a group, and the last has a
//! single blank before its sign. Checked with terraform 1.11.4.

use crate::export::text::{Text, one_line};
use crate::plan::Place;

/// A value.
#[derive(Debug, Clone)]
pub(super) enum Expr {
    /// A text of the plan.
    Text(String),
    /// HCL of the planner's own: a reference, a number, a boolean, a type.
    Raw(String),
    /// A list on one line.
    List(Vec<Self>),
    /// An object over several lines, with texts as keys.
    Object(Vec<Attr>),
}

/// A name or key with its value.
#[derive(Debug, Clone)]
pub(super) struct Attr {
    /// What stands left of the sign: a name, or a key in quotes.
    name: String,
    value: Expr,
    place: Option<Place>,
}

/// What a body holds.
#[derive(Debug, Clone)]
pub(super) enum Item {
    /// An attribute.
    Attr(Attr),
    /// A block inside.
    Block(Block),
    /// A comment on a line of its own.
    Comment(String),
    /// A blank line.
    Blank,
}

/// A block.
#[derive(Debug, Clone)]
pub(super) struct Block {
    head: String,
    place: Option<Place>,
    items: Vec<Item>,
}

/// A text as HCL.
pub(super) fn text(text: impl Into<String>) -> Expr {
    Expr::Text(text.into())
}

/// HCL of the planner's own.
pub(super) fn raw(hcl: impl Into<String>) -> Expr {
    Expr::Raw(hcl.into())
}

/// An attribute.
pub(super) fn attr(name: &str, value: Expr, place: impl Into<Option<Place>>) -> Item {
    Item::Attr(Attr { name: name.to_owned(), value, place: place.into() })
}

/// An entry of an object whose key is an identifier.
pub(super) fn field(name: &str, value: Expr, place: impl Into<Option<Place>>) -> Attr {
    Attr { name: name.to_owned(), value, place: place.into() }
}

/// An entry of an object whose key is a text.
pub(super) fn entry(key: &str, value: Expr, place: impl Into<Option<Place>>) -> Attr {
    Attr { name: quote(key), value, place: place.into() }
}

impl Block {
    /// A block with labels that are identifiers.
    pub(super) fn new(kind: &str, labels: &[&str], items: Vec<Item>) -> Self {
        let mut head = kind.to_owned();
        for label in labels {
            head.push(' ');
            head.push_str(&quote(label));
        }
        Self { head, place: None, items }
    }

    /// The same block, spelling a place.
    pub(super) fn of(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    /// Writes it.
    pub(super) fn write(&self, out: &mut Text, indent: usize) {
        let pad = " ".repeat(indent);
        if self.items.is_empty() {
            return out.push(&format!("{pad}{} {{}}", self.head), self.place.clone());
        }
        out.push(&format!("{pad}{} {{", self.head), self.place.clone());
        write_items(out, indent + 2, &self.items);
        out.line(format!("{pad}}}"));
    }
}

/// Writes items one under another, as in a body or a file.
pub(super) fn write_items(out: &mut Text, indent: usize, items: &[Item]) {
    let pad = " ".repeat(indent);
    let mut i = 0;
    while let Some(item) = items.get(i) {
        match item {
            Item::Attr(_) => {
                let group: Vec<&Attr> = items[i..]
                    .iter()
                    .map_while(|item| if let Item::Attr(a) = item { Some(a) } else { None })
                    .collect();
                write_attrs(out, indent, &group);
                i += group.len();
                continue;
            }
            Item::Block(block) => block.write(out, indent),
            Item::Comment(text) => out.line(format!("{pad}# {}", one_line(text))),
            Item::Blank => out.line(""),
        }
        i += 1;
    }
}

/// Writes neighbouring attributes, the single-line ones in aligned groups.
fn write_attrs(out: &mut Text, indent: usize, attrs: &[&Attr]) {
    let pad = " ".repeat(indent);
    let mut rest = attrs;
    while let Some((first, after)) = rest.split_first() {
        if let Some(lines) = first.value.lines() {
            out.push(&format!("{pad}{} = {{", first.name), first.place.clone());
            // Width counts what a reader sees as one character; a key that is not
            // ASCII therefore stands alone.
            let plain = lines.iter().all(|a| a.name.is_ascii());
            for (i, group) in lines.chunks(if plain { lines.len() } else { 1 }).enumerate() {
                if i > 0 {
                    out.line("");
                }
                write_attrs(out, indent + 2, &group.iter().collect::<Vec<_>>());
            }
            out.line(format!("{pad}}}"));
            rest = after;
            continue;
        }
        let single = rest.iter().take_while(|a| a.value.lines().is_none()).count();
        let (group, after) = rest.split_at(single);
        let width = group.iter().map(|a| a.name.len()).max().unwrap_or(0);
        let width = if group.len() == 1 { 0 } else { width };
        for attr in group {
            out.push(&format!("{pad}{:width$} = {}", attr.name, attr.value.line()), attr.place.clone());
        }
        rest = after;
    }
}

impl Expr {
    /// The entries of a value over several lines.
    fn lines(&self) -> Option<&[Attr]> {
        match self {
            Self::Object(entries) if !entries.is_empty() => Some(entries),
            Self::Object(_) | Self::Text(_) | Self::Raw(_) | Self::List(_) => None,
        }
    }

    /// The value on one line.
    pub(super) fn line(&self) -> String {
        match self {
            Self::Text(text) => quote(text),
            Self::Raw(hcl) => hcl.clone(),
            Self::List(items) => {
                format!("[{}]", items.iter().map(Self::line).collect::<Vec<_>>().join(", "))
            }
            Self::Object(_) => "{}".to_owned(),
        }
    }
}

/// A text as a quoted template that means exactly that text.
fn quote(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            '$' | '%' if chars.peek() == Some(&'{') => {
                quoted.push(c);
                quoted.push(c);
            }
            c if needs_escape(c) => quoted.push_str(&escape(c)),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Characters that steer terminals or turn the direction of writing.
fn needs_escape(c: char) -> bool {
    one_line(c.encode_utf8(&mut [0; 4])).as_str() != c.encode_utf8(&mut [0; 4])
}

fn escape(c: char) -> String {
    match u32::from(c) {
        code @ 0..=0xffff => format!("\\u{code:04x}"),
        code => format!("\\U{code:08x}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(items: &[Item]) -> String {
        let mut out = Text::default();
        write_items(&mut out, 0, items);
        out.finish().into_iter().map(|l| l.text + "\n").collect()
    }

    #[test]
    fn aligns_as_terraform_does() {
        let object = Expr::Object(vec![
            entry("us-south-1", raw("null"), None),
            field("b", Expr::List(vec![text("x"), text("y")]), None),
        ]);
        let items = [Item::Block(Block::new(
            "resource",
            &["a", "b"],
            vec![
                attr("name", text("x"), None),
                attr("resource_group", raw("var.g"), None),
                attr("map", object, None),
                attr("after", raw("1"), None),
                Item::Comment("why".to_owned()),
                attr("x", raw("true"), None),
                Item::Blank,
                Item::Block(Block::new("target", &[], vec![attr("crn", text("c"), None)])),
            ],
        ))];
        let expected = r#"resource "a" "b" {
  name           = "x"
  resource_group = var.g
  map = {
    "us-south-1" = null
    b            = ["x", "y"]
  }
  after = 1
  # why
  x = true

  target {
    crn = "c"
  }
}
"#;
        assert_eq!(written(&items), expected);
    }

    fn read_back(value: &str) -> String {
        let body: hcl::Body = hcl::from_str(&written(&[attr("a", text(value), None)])).unwrap();
        let attr = body.attributes().next().unwrap().expr().clone();
        let value = hcl::eval::Evaluate::evaluate(&attr, &hcl::eval::Context::new()).unwrap();
        value.as_str().unwrap().to_owned()
    }

    #[test]
    fn hostile_texts_mean_themselves() {
        for value in ["${var.x}", "%{ if true }", "$${", "a\"b\\", "\n\r\t\u{0}", "$", "$$${", "\u{202e}漢"]
        {
            assert_eq!(read_back(value), value);
        }
    }

    proptest! {
        #[test]
        fn any_text_means_itself(value in "\\PC{0,30}|[${%\"\\\\n]{0,8}") {
            prop_assert_eq!(read_back(&value), value);
        }
    }
}
