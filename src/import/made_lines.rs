//! The lines that a script prints of what it made: a place of the plan and an id
//! each.

use crate::model::{Id, Name};
use crate::plan::MAX_FILE_BYTES;
use serde::Deserialize;
use std::net::Ipv4Addr;

/// The longest text that is read, in bytes: as long as a plan file.
pub const MAX_MADE_BYTES: usize = MAX_FILE_BYTES;

/// The longest line, in bytes: several times what the longest names take.
const MAX_LINE_BYTES: usize = 2048;

/// Why a text does not tell what a script made for a plan. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MadeError {
    /// Longer than [`MAX_MADE_BYTES`].
    #[error("the text has {bytes} bytes; what a script prints has {MAX_MADE_BYTES} at most")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// Nothing in it.
    #[error(
        "no line tells what was made: expected lines such as {{\"place\": \"gateways/KEY\", \"id\": \"ID\"}}"
    )]
    Empty,
    /// A line is wrong.
    #[error("line {line}: {problem}")]
    Line {
        /// Line, from 1.
        line: usize,
        /// What is wrong, and what was expected.
        problem: String,
    },
    /// Places that the plan does not have.
    #[error("the plan does not have {places}: the script is of another plan, or this one was changed since")]
    Unknown {
        /// The first of them with their lines, in words.
        places: String,
    },
}

/// One thing that a script made sure of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// The line of the text, from 1.
    pub(super) number: usize,
    /// Path of the place in the plan.
    pub(super) place: String,
    /// The id that IBM Cloud gave.
    pub(super) id: String,
    /// Name of a reserved IP; empty where it is not told.
    pub(super) name: String,
    /// Its address; empty where it is not told or not known yet.
    pub(super) address: String,
}

/// A line as JSON. What else it says is not read.
#[derive(Deserialize)]
struct Written {
    place: String,
    id: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    address: String,
}

impl MadeError {
    pub(super) fn line(line: usize, problem: impl Into<String>) -> Self {
        Self::Line { line, problem: problem.into() }
    }
}

/// Reads the lines; empty ones are passed over.
///
/// # Errors
/// [`MadeError`] for the first line that is not one.
pub(super) fn lines(text: &str) -> Result<Vec<Line>, MadeError> {
    if text.len() > MAX_MADE_BYTES {
        return Err(MadeError::TooLong { bytes: text.len() });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = Vec::new();
    for (i, line) in text.lines().enumerate() {
        let line = line.trim();
        if !line.is_empty() {
            lines.push(read(i + 1, line)?);
        }
    }
    if lines.is_empty() { Err(MadeError::Empty) } else { Ok(lines) }
}

fn read(number: usize, line: &str) -> Result<Line, MadeError> {
    let wrong = |problem: String| Err(MadeError::line(number, problem));
    if line.len() > MAX_LINE_BYTES {
        return wrong(format!("it has {} bytes; a line has {MAX_LINE_BYTES} at most", line.len()));
    }
    let written: Written = match serde_json::from_str(line) {
        // serde reads a list as an object whose fields come in order.
        Ok(written) if line.starts_with('{') => written,
        Ok(_) => return wrong(format!("{EXPECTED}, found a list")),
        Err(e) => {
            let said = e.to_string();
            let end = said.rfind(" at line ").unwrap_or(said.len());
            return wrong(format!("{EXPECTED}: {}", &said[..end]));
        }
    };
    let Written { place, id, name, address } = written;
    if Id::new(&id).is_none() {
        return wrong(format!(
            "{id:?} is not an ID: expected 1 to 64 lower-case letters, digits, hyphens or underscores"
        ));
    }
    if !name.is_empty() && Name::existing(&name).is_none() {
        return wrong(format!("{name:?} is not the name of a reserved IP"));
    }
    let address = match address.parse::<Ipv4Addr>() {
        Ok(known) if !known.is_unspecified() => address,
        Ok(_) => String::new(),
        Err(_) if address.is_empty() => address,
        Err(_) => return wrong(format!("{address:?} is not an IPv4 address")),
    };
    Ok(Line { number, place, id, name, address })
}

const EXPECTED: &str = "expected an object such as {\"place\": \"gateways/KEY\", \"id\": \"ID\"}";
