//! A pasted text as rows of cells.

use super::columns::Heading;
use super::{PasteError, aligned, cells, delimited};

/// The longest text that is read, in bytes: a subnet's list of 1,000 reserved
/// IPs as a terminal prints it has about this length.
pub const MAX_PASTE_BYTES: usize = 256 << 10;

/// Rows that are read at most.
pub const MAX_PASTE_ROWS: usize = 1_000;

/// Cells of a row that are read at most.
const MAX_CELLS: usize = 64;

/// A row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    /// The line that it begins in, from 1.
    pub(super) line: usize,
    /// Its cells, tidy.
    pub(super) cells: Vec<String>,
    /// Whether it was split at each blank, so that one text may be several cells.
    pub(super) loose: bool,
}

impl Row {
    pub(super) fn new(line: usize, cells: Vec<String>) -> Self {
        let cells = cells.iter().take(MAX_CELLS).map(|c| cells::tidy(c)).collect();
        Self { line, cells, loose: false }
    }
}

/// Splits a text into rows, in the way that makes most of them usable: headings
/// and rows with a cell that `is_use` takes. Lines without any letter or digit are left out.
///
/// # Errors
/// [`PasteError`] for a text that is not read at all.
pub(super) fn read<C: Copy>(
    text: &str,
    heading: &Heading<C>,
    is_use: impl Fn(&str) -> bool,
) -> Result<Vec<Row>, PasteError> {
    if text.len() > MAX_PASTE_BYTES {
        return Err(PasteError::TooLong { bytes: text.len() });
    }
    let text = plain(text);
    if is_json(&text) {
        return Err(PasteError::Json);
    }
    let is_use = |cell: &String| is_use(cell);
    let is_heading = |row: &Row| !row.cells.iter().any(is_use) && heading.of(row).is_some();
    let is_usable = |row: &&Row| row.cells.iter().any(is_use) || (!row.loose && is_heading(row));
    let usable = |rows: &[Row]| rows.iter().filter(is_usable).count();
    let mut best = aligned::rows(&text, is_heading);
    let mut most = usable(&best);
    // The last of equals wins: a delimiter says more than blanks do, a tab most.
    for delimiter in [',', ';', '|', '\t'] {
        if text.contains(delimiter) {
            let rows = delimited::rows(&text, delimiter);
            let n = usable(&rows);
            if n >= most && n > 0 {
                (best, most) = (rows, n);
            }
        }
    }
    best.retain(|r| r.cells.iter().any(|c| c.chars().any(char::is_alphanumeric)));
    Ok(best)
}

/// Whether a text begins as an object or a list of JSON does.
fn is_json(text: &str) -> bool {
    let mut signs = text.chars().filter(|c| !c.is_whitespace());
    matches!((signs.next(), signs.next()), (Some('{'), Some('"' | '}')) | (Some('['), Some('{' | '"' | ']')))
}

/// The text without what terminals and spreadsheets add and nobody sees: colours,
/// marks of byte order and direction, blanks of no width; each line ends in LF.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => {
                if chars.peek() == Some(&'[') {
                    chars.next();
                    while chars.next().is_some_and(|c| !('@'..='~').contains(&c)) {}
                }
            }
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unseen_signs_go() {
        assert_eq!(plain("\u{feff}a\r\nb\rc\u{1b}[36;1mID\u{1b}[0m\u{202e}x\u{200b}"), "a\nb\ncIDx");
        assert_eq!(plain("\u{1b}[999"), "");
    }
}
