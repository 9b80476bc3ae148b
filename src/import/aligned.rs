//! Columns that are lined up with blanks: what a terminal prints.

use super::rows::Row;

/// Splits lines at the columns of the last heading above them, as far as they
/// keep to those; others where two blanks stand, and lines of one piece at each
/// blank.
pub(super) fn rows(text: &str, is_heading: impl Fn(&Row) -> bool) -> Vec<Row> {
    let mut starts: Vec<usize> = Vec::new();
    let mut rows = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let chars: Vec<char> = line.chars().collect();
        let pieces = pieces(&chars);
        let row = Row::new(i + 1, pieces.iter().map(|&(start, end)| text_of(&chars[start..end])).collect());
        if is_heading(&row) {
            starts = pieces.iter().map(|&(start, _)| start).collect();
            rows.push(row);
        } else if let Some(cells) = at(&chars, &starts) {
            rows.push(Row::new(i + 1, cells));
        } else if pieces.len() > 1 {
            rows.push(row);
        } else {
            rows.push(Row { loose: true, ..Row::new(i + 1, words(line)) });
        }
    }
    rows
}

fn text_of(chars: &[char]) -> String {
    chars.iter().collect()
}

/// Where the pieces of a line are: what stands between two or more blanks.
fn pieces(chars: &[char]) -> Vec<(usize, usize)> {
    let mut pieces: Vec<(usize, usize)> = Vec::new();
    for (i, _) in chars.iter().enumerate().filter(|(_, c)| !c.is_whitespace()) {
        match pieces.last_mut() {
            // One blank stands inside a piece; a tab never does.
            Some((_, end)) if *end == i || (*end + 1 == i && chars[*end] != '\t') => *end = i + 1,
            _ => pieces.push((i, i + 1)),
        }
    }
    pieces
}

/// The cells below a heading whose columns begin at `starts`; `None` for a line
/// that does not keep to them.
fn at(chars: &[char], starts: &[usize]) -> Option<Vec<String>> {
    let inner = starts.get(1..).filter(|s| !s.is_empty())?;
    if chars.len() <= inner[0] || inner.iter().any(|&s| chars.get(s - 1).is_some_and(|c| !c.is_whitespace()))
    {
        return None;
    }
    let mut bounds = vec![0];
    bounds.extend(inner.iter().map(|&s| s.min(chars.len())));
    bounds.push(chars.len());
    Some(bounds.windows(2).map(|w| text_of(&chars[w[0]..w[1]])).collect())
}

/// The words of a line; a range that is written with blanks is one.
fn words(line: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut parts = line.split_whitespace().peekable();
    while let Some(part) = parts.next() {
        let between = matches!(part, "-" | "–" | "to");
        let address = |t: Option<&str>| t.is_some_and(|t| t.parse::<std::net::Ipv4Addr>().is_ok());
        if between && address(words.last().map(String::as_str)) && address(parts.peek().copied()) {
            let (first, last) = (words.pop().unwrap_or_default(), parts.next().unwrap_or_default());
            words.push(format!("{first}-{last}"));
        } else {
            words.push(part.to_owned());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Vec<String>> {
        rows(text, |row| row.cells.first().is_some_and(|c| c == "ID")).into_iter().map(|r| r.cells).collect()
    }

    #[test]
    fn cells_stand_below_their_heading() {
        let text = "Listing\nID    Name    Public Gateway   Zone\n1     a b     -                z-1\n22            gw 1\n";
        assert_eq!(
            of(text),
            [
                vec!["Listing"],
                vec!["ID", "Name", "Public Gateway", "Zone"],
                vec!["1", "a b", "", "z-1"],
                vec!["22", "", "gw 1", ""],
            ]
        );
    }

    #[test]
    fn lines_that_are_not_lined_up_are_split_at_blanks() {
        assert_eq!(
            of("ID      Name\nlonger-than-id  n\n"),
            [vec!["ID", "Name"], vec!["longer-than-id", "n"]]
        );
        assert_eq!(of("a b c"), [vec!["a", "b", "c"]]);
        assert_eq!(of("10.0.0.4 - 10.0.0.9 db"), [vec!["10.0.0.4-10.0.0.9", "db"]]);
        assert_eq!(of("10.0.0.4 to nowhere"), [vec!["10.0.0.4", "to", "nowhere"]]);
    }
}
