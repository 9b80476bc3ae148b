//! Colours for code: what a piece of a line is. A small reader for each
//! language that the exports write, not a parser.

use crate::export::Language;

/// What a piece of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// None of the others.
    Plain,
    /// A comment.
    Comment,
    /// A command or keyword.
    Key,
    /// A flag, attribute or key.
    Name,
    /// A type, reference or variable.
    Type,
    /// A number, `true`, `false`, `null`.
    Literal,
}

impl Class {
    /// The CSS class, where there is one.
    pub(crate) fn css(self) -> Option<&'static str> {
        match self {
            Self::Plain => None,
            Self::Comment => Some("c"),
            Self::Key => Some("k"),
            Self::Name => Some("a"),
            Self::Type => Some("t"),
            Self::Literal => Some("d"),
        }
    }
}

/// The pieces of a line, whose texts joined are the line.
pub(crate) fn pieces(language: Language, line: &str) -> Vec<(Class, &str)> {
    match language {
        Language::Bash => scan(line, bash),
        Language::Hcl => scan(line, hcl),
        Language::Json | Language::Jq => scan(line, json),
        Language::Markdown | Language::Plain => vec![(Class::Plain, line)],
    }
}

/// A reader takes what is left of a line and how it began, and says how many
/// bytes the next piece has and what it is.
type Reader = fn(rest: &str, before: &str) -> (usize, Class);

fn scan(line: &str, next: Reader) -> Vec<(Class, &str)> {
    let mut pieces: Vec<(Class, &str)> = Vec::new();
    let (mut at, mut start) = (0, 0);
    while at < line.len() {
        let (length, class) = next(&line[at..], &line[..at]);
        let end = at + length.max(1);
        let end = (end..=line.len()).find(|i| line.is_char_boundary(*i)).unwrap_or(line.len());
        match pieces.last_mut() {
            Some((last, text)) if *last == class => *text = &line[start..end],
            _ => {
                start = at;
                pieces.push((class, &line[at..end]));
            }
        }
        at = end;
    }
    pieces
}

/// Length of the word at the start: letters, digits, and these.
fn word(rest: &str, more: &str) -> usize {
    rest.find(|c: char| !c.is_ascii_alphanumeric() && !more.contains(c)).unwrap_or(rest.len())
}

/// Length of the text in quotes at the start, both quotes with it.
fn quoted(rest: &str, quote: char) -> usize {
    let mut escaped = false;
    for (i, c) in rest.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' if quote == '"' => escaped = true,
            c if c == quote => return i + 1,
            _ => {}
        }
    }
    rest.len()
}

const COMMANDS: [&str; 24] = [
    "ibmcloud", "curl", "jq", "if", "then", "else", "elif", "fi", "for", "in", "do", "done", "while", "case",
    "esac", "set", "export", "local", "return", "exit", "printf", "echo", "function", "trap",
];

fn bash(rest: &str, before: &str) -> (usize, Class) {
    let fresh = before.is_empty() || before.ends_with([' ', '(', '|', ';', '`', '\t', '!']);
    let first = rest.chars().next().unwrap_or(' ');
    match first {
        '#' if fresh => (rest.len(), Class::Comment),
        '\'' => (quoted(rest, '\''), Class::Plain),
        '$' => match rest[1..].chars().next() {
            Some('{') => (rest.find('}').map_or(rest.len(), |i| i + 1), Class::Type),
            Some(c) if c.is_ascii_alphabetic() || c == '_' => (1 + word(&rest[1..], "_"), Class::Type),
            _ => (1, Class::Plain),
        },
        '-' if fresh && rest[1..].starts_with(|c: char| c == '-' || c.is_ascii_alphabetic()) => {
            (word(rest, "-_"), Class::Name)
        }
        c if fresh && c.is_ascii_alphabetic() => {
            let length = word(rest, "-_./");
            let command = before.trim_end().ends_with("ibmcloud")
                || before.trim_end().ends_with("ibmcloud is")
                || before.trim_end().ends_with("ibmcloud resource");
            if COMMANDS.contains(&&rest[..length]) || command {
                // The blank between the words of one command belongs to it.
                (length, Class::Key)
            } else {
                (length, Class::Plain)
            }
        }
        c if c.is_ascii_alphanumeric() => (word(rest, "-_./"), Class::Plain),
        _ => (1, Class::Plain),
    }
}

fn hcl(rest: &str, before: &str) -> (usize, Class) {
    let first = rest.chars().next().unwrap_or(' ');
    let opening = before.trim().is_empty();
    match first {
        '#' => (rest.len(), Class::Comment),
        '"' => {
            let length = quoted(rest, '"');
            let block = ["resource", "data", "variable", "output", "provider"];
            let kind = block.contains(&before.trim());
            (length, if kind { Class::Type } else { Class::Plain })
        }
        c if c.is_ascii_alphabetic() => {
            let length = word(rest, "_-.");
            let text = &rest[..length];
            let after = rest[length..].trim_start();
            let class = match text {
                "true" | "false" | "null" => Class::Literal,
                _ if opening && after.starts_with('=') && !after.starts_with("==") => Class::Name,
                "resource" | "data" | "variable" | "output" | "provider" | "terraform" | "locals"
                    if opening =>
                {
                    Class::Key
                }
                _ if opening => Class::Name,
                _ => Class::Type,
            };
            (length, class)
        }
        c if c.is_ascii_digit() => (word(rest, "."), Class::Literal),
        _ => (1, Class::Plain),
    }
}

/// JSON, and jq where it is JSON with variables and comments.
fn json(rest: &str, before: &str) -> (usize, Class) {
    match rest.chars().next().unwrap_or(' ') {
        '#' if before.is_empty() => (rest.len(), Class::Comment),
        '$' => (1 + word(&rest[1..], "_"), Class::Type),
        '"' => {
            let length = quoted(rest, '"');
            let key = rest[length..].trim_start().starts_with(':');
            (length, if key { Class::Name } else { Class::Plain })
        }
        c if c.is_ascii_alphanumeric() || c == '-' => (word(rest, "-+."), Class::Literal),
        _ => (1, Class::Plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(language: Language, line: &str) -> String {
        pieces(language, line)
            .iter()
            .map(|(class, text)| class.css().map_or((*text).to_owned(), |css| format!("<{css}>{text}</>")))
            .collect()
    }

    #[test]
    fn colours_each_language() {
        for (language, line, expected) in [
            (Language::Bash, "# a note", "<c># a note</>"),
            (
                Language::Bash,
                "ibmcloud is endpoint-gateway-create \\",
                "<k>ibmcloud</> <k>is</> <k>endpoint-gateway-create</> \\",
            ),
            (Language::Bash, "  --name 'a # b' \\", "  <a>--name</> 'a # b' \\"),
            (Language::Bash, "jq -r \"$id\"", "<k>jq</> <a>-r</> \"<t>$id</>\""),
            (Language::Bash, "x=${y}#z", "x=<t>${y}</>#z"),
            (Language::Hcl, "resource \"ibm_is_vpc\" \"a\" {", "<k>resource</> <t>\"ibm_is_vpc\"</> \"a\" {"),
            (Language::Hcl, "  auto = true # on", "  <a>auto</> = <d>true</> <c># on</>"),
            (Language::Hcl, "  vpc = ibm_is_vpc.a.id", "  <a>vpc</> = <t>ibm_is_vpc.a.id</>"),
            (Language::Json, "  \"a\": \"b: c\", 12", "  <a>\"a\"</>: \"b: c\", <d>12</>"),
            (Language::Jq, "# a note", "<c># a note</>"),
            (Language::Jq, "  \"vpc\": {\"id\": $VPC_A}", "  <a>\"vpc\"</>: {<a>\"id\"</>: <t>$VPC_A</>}"),
        ] {
            assert_eq!(shown(language, line), expected);
        }
    }

    #[test]
    fn loses_no_byte_of_any_line() {
        for line in
            ["", "é # ü", "'unclosed", "\"a\\\"b\" c", "$", "${", "-", "--", "日本 = \"x\" # 注", "\\"]
        {
            for language in [Language::Bash, Language::Hcl, Language::Jq, Language::Json, Language::Markdown]
            {
                let joined: String = pieces(language, line).iter().map(|(_, text)| *text).collect();
                assert_eq!(joined, line, "{language:?}");
            }
        }
    }
}
