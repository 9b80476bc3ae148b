//! The paths that a source names, resolved to the crate's rooms.

use super::tokens::{Token, Tokens};

/// A path that a source names, with its line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) line: usize,
    /// Begins with `crate` for what is ours, with another crate's name otherwise.
    pub(crate) path: Vec<String>,
}

/// Module path of a file of `src`, below the crate.
pub(crate) fn module(file: &str) -> Vec<String> {
    let path = file.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<_> = path.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        parts.pop();
    }
    parts
}

/// All paths with a `::` in a source, and all that are used by `use`.
pub(crate) fn named(file: &str, tokens: &Tokens) -> Vec<Named> {
    let mut found = Vec::new();
    // The modules written inside the file, with the depth of braces they began at.
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut i = 0;
    while i < tokens.len() {
        match &tokens[i].1 {
            Token::Sign('{') => {
                depth += 1;
                if let [.., (_, keyword), (_, name)] = &tokens[..i]
                    && keyword.name() == Some("mod")
                {
                    inline.push((name.name().unwrap_or_default().to_owned(), depth));
                }
            }
            Token::Sign('}') => {
                inline.retain(|(_, began)| *began < depth);
                depth -= 1;
            }
            Token::Name(_) => {
                let used = i > 0 && tokens[i - 1].1.name() == Some("use");
                let path = tokens.get(i + 1).is_some_and(|(_, t)| *t == Token::PathSep);
                if used || path {
                    let mut here = module(file);
                    here.extend(inline.iter().map(|(name, _)| name.clone()));
                    let line = tokens[i].0;
                    let mut paths = Vec::new();
                    i = tree(tokens, i, Vec::new(), &mut paths);
                    found.extend(paths.into_iter().map(|path| Named { line, path: resolve(&here, path) }));
                    continue;
                }
            }
            _ => {}
        }
        i += 1;
    }
    found
}

/// Reads a path or a tree of them; returns where it ends.
fn tree(tokens: &Tokens, mut i: usize, mut path: Vec<String>, found: &mut Vec<Vec<String>>) -> usize {
    while let Some((_, token)) = tokens.get(i) {
        match token {
            Token::Name(name) => path.push(name.clone()),
            Token::Sign('{') => {
                i += 1;
                while tokens.get(i).is_some_and(|(_, t)| !t.is('}')) {
                    i = tree(tokens, i, path.clone(), found);
                    i += usize::from(tokens.get(i).is_some_and(|(_, t)| t.is(',')));
                }
                return i + 1;
            }
            _ => break,
        }
        i += 1;
        if !tokens.get(i).is_some_and(|(_, t)| *t == Token::PathSep) {
            break;
        }
        i += 1;
    }
    found.push(path);
    // `use a::b as c` names nothing more; `*` and generic arguments stand for themselves.
    let alias = tokens.get(i).is_some_and(|(_, t)| t.name() == Some("as"));
    let star = tokens.get(i).is_some_and(|(_, t)| t.is('*')) && tokens[i - 1].1 == Token::PathSep;
    i + if alias { 2 } else { usize::from(star) }
}

fn resolve(here: &[String], path: Vec<String>) -> Vec<String> {
    let mut base = match path.first().map(String::as_str) {
        Some("crate" | "vpe_planner") => Vec::new(),
        Some("self") => here.to_vec(),
        Some("super") => here[..here.len().saturating_sub(1)].to_vec(),
        _ => return path,
    };
    let mut rest = path.into_iter().skip(1).peekable();
    while rest.peek().is_some_and(|p| p == "super") {
        base.pop();
        rest.next();
    }
    ["crate".to_owned()].into_iter().chain(base).chain(rest).collect()
}
