//! Rust source as far as the laws need to read it: names, signs and lines, without
//! comments, texts and what is compiled for tests only.

/// A piece of source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    /// A name or a keyword.
    Name(String),
    /// `::`.
    PathSep,
    /// Any other sign.
    Sign(char),
    /// A text, a character or a lifetime: something that names nothing.
    Other,
}

impl Token {
    pub(crate) fn is(&self, sign: char) -> bool {
        *self == Self::Sign(sign)
    }

    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Self::Name(name) => Some(name),
            _ => None,
        }
    }
}

/// A token with its line, from 1.
pub(crate) type Tokens = Vec<(usize, Token)>;

/// Reads a source.
pub(crate) fn tokens(source: &str) -> Tokens {
    let mut reader = Reader { rest: source, line: 1, tokens: Vec::new() };
    while reader.step() {}
    reader.tokens
}

struct Reader<'s> {
    rest: &'s str,
    line: usize,
    tokens: Tokens,
}

impl Reader<'_> {
    fn step(&mut self) -> bool {
        let Some(first) = self.rest.chars().next() else { return false };
        let rest = self.rest;
        if rest.starts_with("//") {
            self.skip(rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            self.skip(comment(rest));
        } else if let Some(length) = text(rest) {
            self.push(Token::Other, length);
        } else if first == '\'' {
            self.push(Token::Other, character_or_lifetime(rest));
        } else if first.is_alphabetic() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            self.push(Token::Name(rest[..end].to_owned()), end);
        } else if rest.starts_with("::") {
            self.push(Token::PathSep, 2);
        } else if first.is_whitespace() {
            self.skip(first.len_utf8());
        } else {
            self.push(Token::Sign(first), first.len_utf8());
        }
        true
    }

    fn push(&mut self, token: Token, length: usize) {
        self.tokens.push((self.line, token));
        self.skip(length);
    }

    fn skip(&mut self, length: usize) {
        let (skipped, rest) = self.rest.split_at(length);
        self.line += skipped.matches('\n').count();
        self.rest = rest;
    }
}

/// Length of a comment, which may hold others.
fn comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            (depth, at) = (depth + 1, at + 2);
        } else if rest[at..].starts_with("*/") {
            (depth, at) = (depth - 1, at + 2);
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// Length of the text that begins here, if one does.
fn text(rest: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        rest.strip_prefix(prefix).is_some_and(|after| {
            let body = if prefix.ends_with('r') { after.trim_start_matches('#') } else { after };
            body.starts_with('"')
        })
    })?;
    let after = &rest[prefix.len()..];
    if prefix.ends_with('r') {
        let hashes = after.len() - after.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let body = prefix.len() + hashes + 1;
        return Some(rest[body..].find(&end).map_or(rest.len(), |i| body + i + end.len()));
    }
    let mut escaped = false;
    for (i, c) in after.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return Some(prefix.len() + i + 1),
            _ => {}
        }
    }
    Some(rest.len())
}

fn character_or_lifetime(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(rest.len(), |i| i + 4),
        Some(_) => match chars.next() {
            Some((i, '\'')) => i + 1,
            _ => 1,
        },
        None => 1,
    }
}

/// Takes out what is compiled for tests only. Returns the names of modules that are
/// files of their own and for tests only.
pub(crate) fn strip_tests(tokens: &Tokens) -> (Tokens, Vec<String>) {
    let (mut kept, mut modules, mut i) = (Vec::new(), Vec::new(), 0);
    while i < tokens.len() {
        if !(tokens[i].1.is('#') && is_cfg_test(&tokens[i..])) {
            kept.push(tokens[i].clone());
            i += 1;
            continue;
        }
        let item = i;
        let (mut depth, mut closed) = (0_usize, false);
        while i < tokens.len() && !closed {
            match &tokens[i].1 {
                Token::Sign('[' | '(' | '{') => depth += 1,
                Token::Sign(sign @ (']' | ')' | '}')) => {
                    depth -= 1;
                    closed = depth == 0 && *sign == '}';
                }
                Token::Sign(';') => closed = depth == 0,
                _ => {}
            }
            i += 1;
        }
        let item = &tokens[item..i];
        if item.last().is_some_and(|(_, t)| t.is(';')) {
            let at = item.iter().position(|(_, t)| t.name() == Some("mod"));
            modules.extend(at.and_then(|at| item[at + 1].1.name()).map(str::to_owned));
        }
    }
    (kept, modules)
}

/// `#[cfg(test)]` or `#[cfg(all(test, …))]`.
fn is_cfg_test(tokens: &[(usize, Token)]) -> bool {
    let names: Vec<_> = tokens
        .iter()
        .take_while(|(_, t)| !t.is(']'))
        .filter(|(_, t)| !matches!(t, Token::Sign(_)))
        .map(|(_, t)| t.name())
        .collect();
    tokens.get(1).is_some_and(|(_, t)| t.is('['))
        && (names.starts_with(&[Some("cfg"), Some("test")])
            || names.starts_with(&[Some("cfg"), Some("all"), Some("test")]))
}
