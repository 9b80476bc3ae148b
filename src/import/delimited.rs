//! Cells with a sign between: what spreadsheets copy and save.

use super::rows::Row;

/// Splits a text at a delimiter and at line ends. A cell in double quotes may
/// hold both, and a quote doubled. A quote that is never closed is a letter like
/// others.
pub(super) fn rows(text: &str, delimiter: char) -> Vec<Row> {
    split(text, delimiter, true).unwrap_or_else(|| split(text, delimiter, false).unwrap_or_default())
}

/// `None` when a quote stays open.
fn split(text: &str, delimiter: char, quotes: bool) -> Option<Vec<Row>> {
    let mut rows = Vec::new();
    let (mut cells, mut cell) = (Vec::new(), String::new());
    let (mut line, mut begun) = (1, 1);
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\n' {
            line += 1;
        }
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            c if quoted => cell.push(c),
            '"' if quotes && cell.trim().is_empty() => {
                cell.clear();
                quoted = true;
            }
            '\n' => {
                cells.push(std::mem::take(&mut cell));
                rows.push(Row::new(begun, std::mem::take(&mut cells)));
                begun = line;
            }
            c if c == delimiter => cells.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if quoted {
        return None;
    }
    cells.push(cell);
    rows.push(Row::new(begun, cells));
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<(usize, Vec<String>)> {
        rows(text, ',').into_iter().map(|r| (r.line, r.cells)).collect()
    }

    fn row(line: usize, cells: &[&str]) -> (usize, Vec<String>) {
        (line, cells.iter().map(|c| (*c).to_owned()).collect())
    }

    #[test]
    fn quotes_hold_delimiters_line_ends_and_quotes() {
        assert_eq!(of("a, b ,\nc"), [row(1, &["a", "b", ""]), row(2, &["c"])]);
        assert_eq!(of("\"a,\n\"\"b\"\"\", c\nd"), [row(1, &["a, \"b\"", "c"]), row(3, &["d"])]);
        assert_eq!(of("5\" disk,x"), [row(1, &["5\" disk", "x"])]);
    }

    #[test]
    fn an_open_quote_swallows_nothing() {
        assert_eq!(of("\"a,b\nc,d"), [row(1, &["\"a", "b"]), row(2, &["c", "d"])]);
        assert_eq!(of("\""), [row(1, &["\""])]);
    }
}
