//! Lines under construction.

use super::Line;
use crate::plan::Place;

/// A text in the making, line by line.
#[derive(Debug, Default)]
pub(crate) struct Text {
    lines: Vec<Line>,
}

impl Text {
    /// Adds a text. Where it holds line feeds, as a quoted value can, it becomes
    /// several lines.
    pub(crate) fn line(&mut self, text: impl AsRef<str>) {
        self.push(text.as_ref(), None);
    }

    /// Adds a text that spells a place.
    pub(crate) fn at(&mut self, place: Place, text: impl AsRef<str>) {
        self.push(text.as_ref(), Some(place));
    }

    /// Adds a text that may spell a place.
    pub(crate) fn push(&mut self, text: &str, place: Option<Place>) {
        for part in text.split('\n') {
            self.lines.push(Line { text: part.to_owned(), place: place.clone() });
        }
    }

    /// Adds an empty line, unless there is one already or nothing before it.
    pub(crate) fn gap(&mut self) {
        if self.lines.last().is_some_and(|l| !l.text.is_empty()) {
            self.line("");
        }
    }

    /// Adds a comment of bash or HCL, of one line whatever the text holds.
    pub(crate) fn comment(&mut self, text: impl AsRef<str>) {
        let text = format!("# {}", one_line(text.as_ref()));
        self.line(text.trim_end());
    }

    /// Adds another text.
    pub(crate) fn append(&mut self, other: Self) {
        self.extend(other.lines);
    }

    /// Adds lines.
    pub(crate) fn extend(&mut self, lines: Vec<Line>) {
        self.lines.extend(lines);
    }

    /// The lines, without an empty one at the end.
    pub(crate) fn finish(mut self) -> Vec<Line> {
        while self.lines.last().is_some_and(|l| l.text.is_empty()) {
            self.lines.pop();
        }
        self.lines
    }
}

/// A text as JSON, in double quotes.
pub(crate) fn json(text: &str) -> String {
    serde_json::to_string(text).expect("every text is one of JSON")
}

/// A text that stays on its line wherever it is shown: characters that end lines,
/// steer terminals or turn the direction of writing become blanks.
pub(crate) fn one_line(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{061c}')
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_stay_comments() {
        let mut text = Text::default();
        text.comment("a\nrm -rf /\r\u{2028}b\u{202e}\u{85}\u{0}c\u{1b}[31m");
        let lines = text.finish();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].text, "# a rm -rf /  b   c [31m");
    }

    #[test]
    fn a_value_with_line_feeds_becomes_lines() {
        let mut text = Text::default();
        text.line("--name 'a\nb'");
        text.gap();
        text.gap();
        let lines = text.finish();
        assert_eq!(lines.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["--name 'a", "b'"]);
    }
}
