//! What pasted rows come to: a table of what is added and what is left out.

use super::paste::Rows;
use crate::app::view::View;
use crate::app::words;
use crate::edit::{Edit, New};
use crate::import::{
    FoundSubnet, Line, MAX_PASTE_ROWS, PasteError, Pasted, add_subnets, add_taken, read_subnets, read_taken,
};
use crate::plan::{Field, Object, OriginKind, Taken};

/// Pasted rows, ready to be shown and added.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Preview {
    /// Headings of the columns.
    pub(super) columns: &'static [&'static str],
    /// The rows, each with its number in the text, its cells, and why it is left
    /// out.
    pub(super) rows: Vec<(usize, Vec<String>, Option<String>)>,
    /// What adding them does; `None` when there is nothing to add.
    pub(super) edit: Option<Edit>,
    /// The things that are added, in words: `6 subnets`.
    pub(super) added: String,
    /// What was read, in a sentence.
    pub(super) sentence: String,
    /// Whether a row has an id, so that its subnet exists.
    pub(super) has_ids: bool,
}

/// Reads a text.
///
/// # Errors
/// A sentence, when the text is not read at all.
pub(super) fn preview(view: &View, into: &Rows, text: &str, kind: OriginKind) -> Result<Preview, String> {
    let said = |e: PasteError| e.to_string();
    let model = &view.model;
    match into {
        Rows::Subnets(key) => {
            let Some((vpc, _)) = model.vpcs.enumerate().find(|(_, v)| v.key == *key) else {
                return Ok(Preview::default());
            };
            let pasted = read_subnets(model, vpc, text).map_err(said)?;
            let n = pasted.added().count();
            let cells = |s: &FoundSubnet| vec![s.name.clone(), s.zone.clone(), s.cidr.clone(), s.id.clone()];
            Ok(Preview {
                columns: &["Name", "Zone", "CIDR", "ID"],
                rows: rows(&pasted, cells),
                edit: (n > 0).then(|| add_subnets(model, vpc, &pasted, kind)),
                added: words::count(n, "subnet", "subnets"),
                sentence: sentence(&pasted, &words::count(n, "subnet", "subnets")),
                has_ids: pasted.added().any(|s| !s.id.is_empty()),
            })
        }
        Rows::Taken(key) => {
            let Some((subnet, _)) = model.subnets.enumerate().find(|(_, s)| s.key == *key) else {
                return Ok(Preview::default());
            };
            let pasted = read_taken(model, subnet, text).map_err(said)?;
            let n = pasted.added().count();
            let what = words::count(n, "row of taken addresses", "rows of taken addresses");
            Ok(Preview {
                columns: &["Addresses", "Used by"],
                rows: rows(&pasted, |t: &Taken| vec![t.addresses.clone(), t.holder.clone()]),
                edit: (n > 0).then(|| add_taken(model, subnet, &pasted)),
                sentence: sentence(&pasted, &what),
                added: what,
                has_ids: false,
            })
        }
    }
}

fn rows<T>(
    pasted: &Pasted<T>,
    cells: impl Fn(&T) -> Vec<String>,
) -> Vec<(usize, Vec<String>, Option<String>)> {
    let row = |line: &Line<T>| (line.number, cells(&line.says), line.skip.clone());
    pasted.lines.iter().map(row).collect()
}

fn sentence<T>(pasted: &Pasted<T>, added: &str) -> String {
    if pasted.lines.is_empty() {
        return "No row was found.".to_owned();
    }
    let skipped = match pasted.skipped() {
        0 => String::new(),
        n => format!(", {} left out", words::count(n, "row is", "rows are")),
    };
    let unread = match pasted.unread {
        0 => String::new(),
        n => format!(
            " {} not read: {} are read at a time.",
            words::count(n, "more row was", "more rows were"),
            words::number(MAX_PASTE_ROWS)
        ),
    };
    format!("{added} to add{skipped}.{unread}")
}

/// DOM id of the first field of what an edit adds.
pub(super) fn first_field(view: &View, edit: &Edit) -> Option<String> {
    let Edit::All { edits, .. } = edit else { return None };
    let place = match edits.first()? {
        Edit::Add(New::Subnet(_, subnet)) => Object::Subnet(subnet.key.clone()).at(Field::Zone),
        Edit::Add(New::Taken(key, _)) => {
            let (_, subnet) = view.plan.subnets().find(|(_, s)| s.key == *key)?;
            Object::Taken(key.clone(), subnet.wanted.taken.len()).at(Field::Addresses)
        }
        _ => return None,
    };
    Some(place.path(&view.plan))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::network::testing::{after, seen};
    use crate::app::testing::{key, two_gateways};

    #[test]
    fn says_how_much_is_added_and_left_out() {
        let view = seen(&two_gateways());
        let into = Rows::Subnets(key("app-vpc"));
        let of = |text: &str| preview(&view, &into, text, OriginKind::New).unwrap();
        let two = of(
            "a,10.240.9.0/26\nvpe-1,10.240.8.0/26\nb,10.240.73.0/26,0717-11111111-2222-4333-8444-555555555501",
        );
        assert_eq!(two.sentence, "2 subnets to add, 1 row is left out.");
        assert!(two.has_ids && two.rows.len() == 3);
        let edit = two.edit.unwrap();
        assert_eq!(first_field(&view, &edit).as_deref(), Some("subnets/a/zone"));
        assert_eq!(after(&two_gateways(), [edit]).vpcs[0].wanted.subnets.len(), 5);
        let none = of("hello");
        assert_eq!((none.sentence.as_str(), none.edit), ("0 subnets to add, 1 row is left out.", None));
        assert_eq!(of("\n").sentence, "No row was found.");
        let many = of(&(0..1_002).map(|i| format!("10.{}.{}.0/26\n", i / 256, i % 256)).collect::<String>());
        assert!(
            many.sentence.ends_with(" 2 more rows were not read: 1,000 are read at a time."),
            "{}",
            many.sentence
        );
    }

    #[test]
    fn taken_addresses_follow_those_that_are_there() {
        let view = seen(&two_gateways());
        let into = Rows::Taken(key("vpe-1"));
        let found = preview(&view, &into, "10.240.8.20,db", OriginKind::New).unwrap();
        assert_eq!(
            (found.added.as_str(), found.sentence.as_str()),
            ("1 row of taken addresses", "1 row of taken addresses to add.")
        );
        let edit = found.edit.unwrap();
        assert_eq!(first_field(&view, &edit).as_deref(), Some("subnets/vpe-1/taken/0/addresses"));
        assert!(preview(&view, &into, "[{}]", OriginKind::New).unwrap_err().starts_with("This is JSON."));
    }
}
