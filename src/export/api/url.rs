//! Texts inside addresses.

/// A text as one part of a path or query: all but unreserved characters encoded, and
/// `.` and `..` too, which would climb.
pub(super) fn part(text: &str) -> String {
    let mut part = String::with_capacity(text.len());
    let climbs = matches!(text, "." | "..");
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'~' => part.push(char::from(byte)),
            b'.' if !climbs => part.push('.'),
            byte => {
                part.push('%');
                part.push(char::from(b"0123456789ABCDEF"[usize::from(byte >> 4)]));
                part.push(char::from(b"0123456789ABCDEF"[usize::from(byte & 15)]));
            }
        }
    }
    part
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_part_stays_one_part() {
        for (text, expected) in [
            ("0717-a_b", "0717-a_b"),
            ("a/b?c&d #é", "a%2Fb%3Fc%26d%20%23%C3%A9"),
            ("..", "%2E%2E"),
            ("a.b", "a.b"),
        ] {
            assert_eq!(super::part(text), expected);
        }
    }
}
