//! What a cell looks like, whatever stands above it.

use crate::catalog;
use crate::model::{Id, Span};
use ipnet::Ipv4Net;

/// Longest text that is kept of a cell, in characters. Names have 63, ids 64.
const LONGEST: usize = 200;

/// A cell's text on one line, without blanks around; empty for the dash that
/// stands for nothing.
pub(super) fn tidy(cell: &str) -> String {
    let mut text = String::new();
    for (i, word) in cell.split_whitespace().enumerate() {
        if i > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
    let text: String = text.chars().filter(|c| !c.is_control()).take(LONGEST).collect();
    if matches!(text.as_str(), "-" | "--" | "–" | "—") { String::new() } else { text }
}

/// A block with its length, host bits or not.
pub(super) fn is_block(cell: &str) -> bool {
    cell.contains('/') && cell.parse::<Ipv4Net>().is_ok()
}

/// An address, a range or a block as the plan writes it, where the cell is one.
/// Ranges are also read with `to` or a dash between.
pub(super) fn addresses(cell: &str) -> Option<String> {
    let text = cell.replace(" to ", "-").replace(['–', '—'], "-").replace(' ', "");
    Span::new(&text).map(|_| text)
}

/// A zone's name.
pub(super) fn is_zone(cell: &str) -> bool {
    catalog::zone(cell).is_some()
}

/// An id as IBM Cloud gives them: a UUID, mostly with a prefix such as `0717-`.
/// Used to tell an id from a name where no heading does.
pub(super) fn is_id(cell: &str) -> bool {
    let mut parts = cell.rsplit('-');
    let uuid = [12, 4, 4, 4, 8]
        .iter()
        .all(|&len| parts.next().is_some_and(|p| p.len() == len && p.bytes().all(|b| b.is_ascii_hexdigit())));
    uuid && Id::new(cell).is_some() && parts.count() <= 1
}

/// A word that says how something is or who owns it, not what it is called.
pub(super) fn is_state(cell: &str) -> bool {
    const WORDS: [&str; 14] = [
        "available",
        "deleting",
        "failed",
        "pending",
        "stable",
        "suspended",
        "updating",
        "waiting",
        "true",
        "false",
        "user",
        "provider",
        "enabled",
        "disabled",
    ];
    WORDS.contains(&cell.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks() {
        assert_eq!(tidy("  a \t b\u{a0}\n c\u{7} "), "a b c");
        assert_eq!(tidy(" - "), "");
        assert_eq!(tidy(&"x".repeat(500)).len(), LONGEST);
        for (cell, block) in
            [("10.0.0.0/26", true), ("10.0.0.7/26", true), ("10.0.0.0", false), ("250/256", false)]
        {
            assert_eq!(is_block(cell), block, "{cell}");
        }
        for (cell, expected) in [
            ("10.0.0.4", Some("10.0.0.4")),
            ("10.0.0.4 - 10.0.0.9", Some("10.0.0.4-10.0.0.9")),
            ("10.0.0.4 to 10.0.0.9", Some("10.0.0.4-10.0.0.9")),
            ("10.0.0.4–10.0.0.9", Some("10.0.0.4-10.0.0.9")),
            ("10.0.0.16/28", Some("10.0.0.16/28")),
            ("10.0.0.9-10.0.0.4", None),
            ("fd00::1", None),
            ("db", None),
        ] {
            assert_eq!(addresses(cell).as_deref(), expected, "{cell}");
        }
        for (cell, id) in [
            ("0717-2b1c3d4e-5f60-4718-8293-a4b5c6d7e8f9", true),
            ("2b1c3d4e-5f60-4718-8293-a4b5c6d7e8f9", true),
            ("vpe-1", false),
            ("a-b-2b1c3d4e-5f60-4718-8293-a4b5c6d7e8f9", false),
            ("0717-2B1C3D4E-5f60-4718-8293-a4b5c6d7e8f9", false),
        ] {
            assert_eq!(is_id(cell), id, "{cell}");
        }
    }
}
