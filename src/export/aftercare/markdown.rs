//! Text in Markdown.

use crate::export::text::one_line;

/// A text that Markdown shows as it is, within a line: nothing in it is markup, HTML or
/// becomes a link.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).trim().chars() {
        // A hyphen means something at the start of a line only, where no such text stands.
        if c.is_ascii_punctuation() && !matches!(c, '-' | ',') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
