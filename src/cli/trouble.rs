//! What a command cannot go on from.

use super::text::printable;
use super::{Exit, Outcome};
use crate::import::MadeError;
use crate::plan::FileError;
use std::io;

/// Why a command could not do its work. Each is one sentence that names the file.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    /// A plan could not be read.
    #[error("cannot read {name}: {reason}")]
    Read { name: String, reason: String },
    /// A plan file is longer than any plan.
    #[error("{name} is longer than a plan file can be, which is {} bytes", crate::plan::MAX_FILE_BYTES)]
    TooLong { name: String },
    /// A plan file is not text.
    #[error("{name}: line {line}: not UTF-8 text")]
    NotText { name: String, line: usize },
    /// A text is no plan.
    #[error("{name}: {problem}")]
    NotAPlan { name: String, problem: FileError },
    /// A text does not tell what a script made for a plan.
    #[error("{name}: {problem}; nothing is changed")]
    NotMade { name: String, problem: MadeError },
    /// Standard input is read for one thing only.
    #[error("the plan and the lines of a script cannot both be standard input")]
    OneInput,
    /// A file could not be written.
    #[error("cannot write {name}: {reason}")]
    Write { name: String, reason: String },
    /// The list of what an earlier export wrote cannot be used.
    #[error(
        "{name} is not the list of an earlier export: {problem}; choose another folder, or remove the file \
         to have the export leave alone all that is there"
    )]
    Manifest { name: String, problem: String },
    /// A file of an export would lie elsewhere.
    #[error("the export has a file {path:?}, which would not lie in its folder; nothing was written")]
    Escapes { path: String },
}

impl Trouble {
    pub(super) fn read(name: &str, e: &io::Error) -> Self {
        Self::Read { name: name.to_owned(), reason: reason(e) }
    }

    pub(super) fn write(name: &str, e: &io::Error) -> Self {
        Self::Write { name: name.to_owned(), reason: reason(e) }
    }

    pub(super) fn output(e: &io::Error) -> Self {
        Self::write("to standard output", e)
    }

    /// The line of the plan's file at which it met its fault, where it is known.
    pub(super) fn line(&self) -> Option<usize> {
        match self {
            Self::NotText { line, .. } => Some(*line),
            Self::NotAPlan { problem, .. } => problem.line(),
            _ => None,
        }
    }

    /// As a line of standard error.
    pub(super) fn sentence(&self) -> String {
        format!("vpe-planner: {}\n", printable(&self.to_string()))
    }
}

impl From<Trouble> for Outcome {
    fn from(trouble: Trouble) -> Self {
        Self { out: String::new(), err: trouble.sentence(), exit: Exit::Trouble }
    }
}

/// The system's reason in words, without its number.
fn reason(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        io::ErrorKind::IsADirectory => "it is a folder".to_owned(),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => {
            "a file is where a folder should be".to_owned()
        }
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        _ => {
            let text = e.to_string();
            text.split(" (os error").next().unwrap_or_default().to_owned()
        }
    }
}
