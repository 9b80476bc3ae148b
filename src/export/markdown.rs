//! Writing Markdown.

use super::text::one_line;

/// A text that means itself in a paragraph, a list or a heading, on one line.
///
/// What CommonMark gives a meaning to inside a line has a backslash before it; so
/// has the colon of an address, which code hosts make a link of.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let line = one_line(text);
    let mut rest = line.trim();
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if "\\`*_{}[]()<>#|~&!$@".contains(c) || c == ':' && after.starts_with("//") {
            escaped.push('\\');
        }
        escaped.push(c);
        rest = after;
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_as_they_are_and_markup_means_nothing() {
        assert_eq!(escape("payments-kms 1.2: (a)"), "payments-kms 1.2: \\(a\\)");
        assert_eq!(escape("<img src=x onerror=y>"), "\\<img src=x onerror=y\\>");
        assert_eq!(escape("![a](https://b)"), "\\!\\[a\\]\\(https\\://b\\)");
        assert_eq!(escape("a\n# b\r\n```"), "a \\# b  \\`\\`\\`");
        assert_eq!(escape("a \\"), "a \\\\");
        assert_eq!(escape("&lt; @team $x$"), "\\&lt; \\@team \\$x\\$");
    }
}
