//! What the page's content security policy rests on: the policy comes before
//! anything it governs, and nothing in the page needs an exception from it.

/// The faults of a finished page, each in words; none when it is sound.
pub(crate) fn faults(html: &str) -> Vec<String> {
    let mut found = Vec::new();
    let tags = tags(html);
    let policy = tags
        .iter()
        .position(|tag| tag.is("meta") && tag.value("http-equiv") == Some("Content-Security-Policy"));
    let governed = tags.iter().position(|tag| tag.is("script") || tag.is("link") || tag.is("img"));
    match policy {
        None => found.push("there is no policy".to_owned()),
        Some(at) if governed.is_some_and(|first| first < at) => {
            found.push("the policy comes after what it governs".to_owned());
        }
        Some(at) => {
            let text = tags[at].value("content").unwrap_or_default();
            if !text.contains("default-src 'none'") {
                found.push("the policy does not begin from nothing (default-src 'none')".to_owned());
            }
            for word in ["'unsafe-inline'", "'unsafe-eval'", "http:", "https:", "ws:", "*"] {
                if text.split([' ', ';']).any(|w| w.starts_with(word)) {
                    found.push(format!("the policy allows {word}"));
                }
            }
        }
    }
    for tag in &tags {
        let shown = tag.text;
        if tag.is("script") && tag.value("src").is_none() {
            found.push(format!("a script is written into the page: <{shown}>"));
        }
        if tag.is("style") || tag.value("style").is_some() {
            found.push(format!("a style is written into the page: <{shown}>"));
        }
        if tag.attributes().any(|(name, _)| name.starts_with("on")) {
            found.push(format!("a handler is written into the page: <{shown}>"));
        }
        let loads = ["src", "href"].into_iter().filter_map(|name| tag.value(name));
        for address in loads.filter(|a| a.contains("//") || a.starts_with('/')) {
            found.push(format!("an address is not relative to the page: {address}"));
        }
    }
    found
}

/// An opening tag: what stands between `<` and `>`.
struct Tag<'a> {
    text: &'a str,
}

impl<'a> Tag<'a> {
    fn is(&self, name: &str) -> bool {
        self.text.split([' ', '\n', '/']).next() == Some(name)
    }

    /// Names and values, with or without quotes.
    fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        let mut rest = self.text.split_once([' ', '\n']).map_or("", |(_, rest)| rest);
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches([' ', '\n', '/']);
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(['=', ' ', '\n']).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let Some(after) = after.strip_prefix('=') else {
                rest = after;
                return Some((name, ""));
            };
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, left) = match quote {
                Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                None => after.split_at(after.find([' ', '\n']).unwrap_or(after.len())),
            };
            rest = left;
            Some((name, value))
        })
    }

    fn value(&self, name: &str) -> Option<&'a str> {
        self.attributes().find(|(n, _)| *n == name).map(|(_, v)| v)
    }
}

/// The opening tags of a page, comments left out. Quotes in values are minded.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let mut quote = None;
        let end = rest.find(|c| {
            match quote {
                Some(q) if c == q => quote = None,
                None if c == '"' || c == '\'' => quote = Some(c),
                _ => {}
            }
            c == '>' && quote.is_none()
        });
        let (text, after) = rest.split_at(end.unwrap_or(rest.len()));
        if text.starts_with(|c: char| c.is_ascii_alphabetic()) {
            found.push(Tag { text });
        }
        rest = after;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const POLICY: &str = r#"<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'">"#;

    fn with(rest: &str) -> Vec<String> {
        faults(&format!("<!doctype html><html lang=en><meta charset=utf-8>{POLICY}{rest}"))
    }

    #[test]
    fn a_page_of_files_of_its_own_is_sound() {
        let page = r#"<!-- <style> --><link rel=stylesheet href=./a.css><script type="module" src="./a.mjs"></script><svg viewBox="0 0 1 1"/>"#;
        assert_eq!(with(page), Vec::<String>::new());
    }

    #[test]
    fn what_the_policy_would_refuse_is_a_fault() {
        for page in [
            "<script>go()</script>",
            "<script type=module>go()</script>",
            "<style>a{}</style>",
            "<p style=\"color:red\">",
            "<button onclick='go()'>",
            "<script src=https://example.com/a.js></script>",
            "<link rel=icon href='/favicon.ico'>",
            "<img src=//example.com/a.png>",
        ] {
            assert_eq!(with(page).len(), 1, "{page}: {:?}", with(page));
        }
    }

    #[test]
    fn a_policy_that_is_missing_late_or_wide_is_a_fault() {
        assert_eq!(faults("<p>"), ["there is no policy"]);
        let late = format!("<script src=./a.js></script>{POLICY}");
        assert_eq!(faults(&late), ["the policy comes after what it governs"]);
        let wide = POLICY.replace("'self'", "'self' https://example.com 'unsafe-inline'");
        assert_eq!(faults(&wide).len(), 2, "{:?}", faults(&wide));
        assert_eq!(faults(&POLICY.replace("'none'", "'self'")).len(), 1);
    }
}
