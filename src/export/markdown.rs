//! Writing Markdown.

use super::text::one_line;

/// A text that Markdown shows as it is, within a line: nothing in it is markup, HTML or
/// becomes a link.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in one_line(text).trim().chars() {
        // One hyphen means something at the start of a line only, where no such text stands.
        let plain = c == ',' || (c == '-' && !escaped.ends_with('-'));
        if c.is_ascii_punctuation() && !plain {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escape;
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// What a reader sees of a text in a list; anything but text is a failure.
    fn shown(text: &str) -> String {
        let source = format!("- Plan: {}\n", escape(text));
        let mut shown = String::new();
        for event in Parser::new_ext(&source, Options::all()) {
            match event {
                Event::Text(text) => shown.push_str(&text),
                Event::Start(Tag::List(_) | Tag::Item) | Event::End(_) => {}
                other => panic!("{other:?} in {source:?}"),
            }
        }
        shown.strip_prefix("Plan:").unwrap().trim().to_owned()
    }

    #[test]
    fn texts_are_shown_as_they_are() {
        for text in [
            "payments-kms",
            "*a* _b_ `c` ~~d~~ [e](f) ![g](h) <b>i</b> &amp; \\",
            "https://evil.example www.evil.example a@evil.example",
            "| a | b |",
            "$x$ ==y== ^z^ :tada: [^1] \"q\" 'r' ... --- {#id}",
        ] {
            assert_eq!(shown(text), text);
        }
        assert_eq!(shown(" a\n# b\n\n    c\u{202e} "), "a # b      c");
    }

    proptest! {
        #[test]
        fn any_text_is_shown_as_it_is(text in "[ -~é]{0,40}") {
            prop_assert_eq!(shown(&text), text.trim());
        }
    }
}
