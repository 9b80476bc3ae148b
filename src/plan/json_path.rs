//! Where in a JSON text a reader has got to, as a path.

/// What is open at the position that is looked for.
enum Open<'t> {
    /// An object, and the key read last in it, in its quotes; none before the key.
    Object(Option<&'t str>),
    /// A list, and the index of the item that is being read.
    List(usize),
}

/// The path of what stands right before a position of a JSON text, such as
/// `plan.gateways[0].wanted.dns`; `.` for the text as a whole. Lines count from 1,
/// columns are the bytes read of the line, as serde_json counts them.
///
/// A key already stands for its value. The text has to be JSON up to the position.
pub(super) fn at(text: &str, line: usize, column: usize) -> String {
    let begun: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let read = text.get(..begun + column).unwrap_or(text);
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(&byte) = read.as_bytes().get(at) {
        let start = at;
        at += 1;
        match byte {
            b'{' => open.push(Open::Object(None)),
            b'[' => open.push(Open::List(0)),
            b'}' | b']' => {
                open.pop();
            }
            b',' => match open.last_mut() {
                Some(Open::Object(key)) => *key = None,
                Some(Open::List(index)) => *index += 1,
                None => {}
            },
            b'"' => {
                at += string_length(&read[at..]);
                if let Some(Open::Object(key @ None)) = open.last_mut() {
                    *key = Some(&read[start..at]);
                }
            }
            _ => {}
        }
    }
    spell(&open)
}

/// Bytes up to the end of a string, whose first quote is behind already.
fn string_length(text: &str) -> usize {
    let mut escaped = false;
    let end = text.bytes().position(|byte| {
        let ends = byte == b'"' && !escaped;
        escaped = byte == b'\\' && !escaped;
        ends
    });
    end.map_or(text.len(), |quote| quote + 1)
}

fn spell(open: &[Open<'_>]) -> String {
    let mut path = String::new();
    for part in open {
        match part {
            Open::Object(Some(key)) => {
                if !path.is_empty() {
                    path.push('.');
                }
                // A key that is cut off has no text.
                path.push_str(&serde_json::from_str::<String>(key).unwrap_or_default());
            }
            Open::Object(None) => {}
            Open::List(index) => path.push_str(&format!("[{index}]")),
        }
    }
    if path.is_empty() { ".".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The path at each `^` of a text, which is not part of it.
    fn paths(marked: &str) -> Vec<String> {
        let text = marked.replace('^', "");
        let marks = marked.match_indices('^').enumerate();
        marks
            .map(|(earlier, (index, _))| {
                let read = &text[..index - earlier];
                let line_start = read.rfind('\n').map_or(0, |feed| feed + 1);
                at(&text, read.matches('\n').count() + 1, read.len() - line_start)
            })
            .collect()
    }

    #[test]
    fn every_position_has_its_path() {
        let text = "^{^\n  \"a\"^: 1^, \"b\": [^true^, {\"c\"^: {}^}^, \n[[1], [2^]]]^, ^\"d\": \"x^\"^}^";
        let expected = [
            ".",
            ".",
            "a",
            "a",
            "b[0]",
            "b[0]",
            "b[1].c",
            "b[1].c",
            "b[1]",
            "b[2][1][0]",
            "b",
            ".",
            "d",
            "d",
            ".",
        ];
        assert_eq!(paths(text), expected);
    }

    #[test]
    fn what_stands_in_strings_is_no_structure() {
        assert_eq!(paths(r#"{"a": "},]{[\"\\", "b\\": ["{", "é,"^]}"#), [r"b\[1]"]);
        assert_eq!(paths(r#"{"\u00e9\"": 1^}"#), ["é\""]);
    }

    #[test]
    fn a_position_that_is_none_is_the_end() {
        assert_eq!(at(r#"{"a": 1}"#, 7, 9), ".");
        assert_eq!(at("", 0, 0), ".");
    }
}
