//! Small pieces of sentences.

use ipnet::Ipv4Net;

/// Names in a sentence: `a`, `a and b`, `a, b and c`, and at most five of them.
pub(in crate::rules) fn list<S: ToString>(names: &[S]) -> String {
    const MOST: usize = 5;
    let mut shown: Vec<String> = names.iter().take(MOST).map(ToString::to_string).collect();
    if names.len() > MOST {
        shown.push(format!("{} more", names.len() - MOST));
    }
    match shown.split_last() {
        None => String::new(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} and {last}", before.join(", ")),
    }
}

/// A title whose first word is ours rather than a user's name begins with a capital.
pub(in crate::rules) fn sentence(text: String) -> String {
    const OURS: [&str; 3] = ["an ", "the ", "rule "];
    if !OURS.iter().any(|word| text.starts_with(word)) {
        return text;
    }
    text[..1].to_ascii_uppercase() + &text[1..]
}

/// `is` or `are`.
pub(in crate::rules) fn are(n: usize) -> &'static str {
    if n == 1 { "is" } else { "are" }
}

/// A label with its block in brackets, unless the label tells the block itself.
pub(in crate::rules) fn with_net(label: &str, net: Ipv4Net) -> String {
    let net = net.to_string();
    if label.contains(&net) { label.to_owned() } else { format!("{label} ({net})") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_read_as_sentences_do() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b"]), "a and b");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(sentence("the subnet a is full.".into()), "The subnet a is full.");
        assert_eq!(sentence("then-1 is full.".into()), "then-1 is full.");
        assert_eq!(list(&["a", "b", "c", "d", "e", "f", "g"]), "a, b, c, d, e and 2 more");
    }
}
