//! What exists already, read from what people paste: rows of a spreadsheet or of
//! a terminal, what a command prints of one service instance ([`instance`]) or gateway ([`gateway`]), and
//! the lines of a script that made it ([`made`]).
//!
//! A text becomes rows of cells ([`rows`]), each cell a column by the name above
//! it or by its look ([`columns`]), each row an object with a verdict: it is
//! added, or it is left out and why ([`Line`]). What is added is one edit.

mod aligned;
mod cells;
mod columns;
mod delimited;
mod gateway;
mod instance;
mod made;
mod made_lines;
mod rows;
mod subnets;
mod taken;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests_of_made;
#[cfg(test)]
mod tests_of_subnets;
#[cfg(test)]
mod tests_of_taken;

pub use gateway::observe_gateway;
pub use instance::{Instance, read_instance, use_instance};
pub use made::{Made, adopt_made};
pub use made_lines::{MAX_MADE_BYTES, MadeError};
pub use rows::{MAX_PASTE_BYTES, MAX_PASTE_ROWS};
pub use subnets::{FoundSubnet, add_subnets, read_subnets};
pub use taken::{add_taken, read_taken};

/// Rows that were pasted, understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pasted<T> {
    /// The rows in their order, without headings and empty lines.
    pub lines: Vec<Line<T>>,
    /// How many rows stood beyond [`MAX_PASTE_ROWS`] and were not read.
    pub unread: usize,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<T> {
    /// The line of the text that it begins in, from 1.
    pub number: usize,
    /// What it says.
    pub says: T,
    /// Why it is left out, a few words; `None` for a row that is added.
    pub skip: Option<String>,
}

impl<T> Pasted<T> {
    /// What is added.
    pub fn added(&self) -> impl Iterator<Item = &T> {
        self.lines.iter().filter(|l| l.skip.is_none()).map(|l| &l.says)
    }

    /// How many rows are left out.
    pub fn skipped(&self) -> usize {
        self.lines.iter().filter(|l| l.skip.is_some()).count()
    }
}

/// Why a text is not read at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PasteError {
    /// Longer than [`MAX_PASTE_BYTES`].
    #[error("The text has {bytes} bytes, and {MAX_PASTE_BYTES} at most are read here. Paste it in parts.")]
    TooLong {
        /// Its length.
        bytes: usize,
    },
    /// JSON, which has no rows.
    #[error("This is JSON. Rows are read here: the same command without --output json prints them.")]
    Json,
}
