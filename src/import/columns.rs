//! Columns by the names above them.

use super::rows::Row;

/// The names of a table's columns.
pub(super) struct Heading<C: 'static> {
    /// Each name, in small letters and digits with single blanks between, with
    /// its column. The first of a column is IBM Cloud's own.
    pub(super) names: &'static [(&'static str, C)],
}

impl<C: Copy> Heading<C> {
    /// The columns of a row of names: at least two known ones, or a single cell
    /// that is one. `None` for any other row.
    pub(super) fn of(&self, row: &Row) -> Option<Vec<Option<C>>> {
        let columns: Vec<Option<C>> = row.cells.iter().map(|c| self.column(c)).collect();
        let known = columns.iter().flatten().count();
        let cells = row.cells.iter().filter(|c| !c.is_empty()).count();
        (known >= 2 || (known == 1 && cells == 1)).then_some(columns)
    }

    fn column(&self, cell: &str) -> Option<C> {
        let name = normal(cell);
        self.names.iter().find(|(known, _)| *known == name).map(|&(_, column)| column)
    }
}

/// A name in small letters and digits, with single blanks between.
fn normal(cell: &str) -> String {
    let words: Vec<String> = cell
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_any_order_and_spelling() {
        let heading = Heading { names: &[("name", 1), ("ipv4 cidr block", 2)] };
        let of = |cells: &[&str]| heading.of(&Row::new(1, cells.iter().map(|c| (*c).to_owned()).collect()));
        assert_eq!(of(&["IPv4_CIDR-block", "x", " Name "]), Some(vec![Some(2), None, Some(1)]));
        assert_eq!(of(&["Name", ""]), Some(vec![Some(1), None]));
        assert_eq!(of(&["name", "vpe-1"]), None);
        assert_eq!(of(&["vpe-1", "vpe-2"]), None);
    }
}
