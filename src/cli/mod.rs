//! The terminal: the only room that knows arguments and files.
//!
//! A command reads what it needs, and returns what it has to say with how it
//! ended; [`main`] alone writes to the standard streams. So every command is
//! tried in tests without a process.

mod adopt;
mod args;
mod check;
mod disk;
mod explain;
mod export;
mod fix;
mod folder;
mod found;
mod hosts;
mod json;
mod manifest;
mod stale;
mod text;
mod trouble;

use args::{Args, Command};
use clap::Parser;
use std::ffi::OsString;
use std::io::{self, ErrorKind, Read, Write};
use std::process::ExitCode;
use trouble::Trouble;

/// How a command ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// As asked; a check found nothing that it should fail on. 0.
    Fine,
    /// The plan has what the check fails on, or an export was refused or left a
    /// file alone. 1.
    Findings,
    /// The arguments mean nothing, or a file could not be read or written. 2.
    Trouble,
}

impl Exit {
    /// The number that the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Findings => 1,
            Self::Trouble => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        exit.code().into()
    }
}

/// What a command has to say, and how it ended.
#[derive(Debug)]
struct Outcome {
    /// For standard output.
    out: String,
    /// For standard error.
    err: String,
    /// How it ended.
    exit: Exit,
}

impl Outcome {
    /// A command that did what was asked.
    fn fine(out: String) -> Self {
        Self { out, err: String::new(), exit: Exit::Fine }
    }
}

/// Runs the command line. `args` begin with the program's own name; the streams
/// are the process's or a test's.
///
/// A reader that stops reading early, such as `head`, is no error.
pub fn main(
    args: impl IntoIterator<Item = OsString>,
    stdin: &mut dyn Read,
    stdout: &mut dyn Write,
    stderr: &mut dyn Write,
) -> Exit {
    let outcome = match Args::try_parse_from(args) {
        Ok(args) => run(&args.command, stdin).unwrap_or_else(|trouble| trouble.into()),
        Err(answer) if answer.use_stderr() => {
            Outcome { out: String::new(), err: plain(&answer), exit: Exit::Trouble }
        }
        // Help and version are asked for, and answered on standard output.
        Err(answer) => Outcome::fine(plain(&answer)),
    };
    let said = say(stdout, &outcome.out);
    let complaint = match said {
        Ok(()) => outcome.err,
        Err(ref e) => format!("{}{}", outcome.err, Trouble::output(e).sentence()),
    };
    // Where even standard error is closed there is nobody left to tell.
    let told = say(stderr, &complaint);
    if said.and(told).is_ok() { outcome.exit } else { Exit::Trouble }
}

fn run(command: &Command, stdin: &mut dyn Read) -> Result<Outcome, Trouble> {
    match command {
        Command::Check(args) => check::run(args, stdin),
        Command::Export(args) => export::run(args, stdin),
        Command::Adopt(args) => adopt::run(args, stdin),
        Command::Rules(args) => Ok(Outcome::fine(explain::rules(args.format))),
        Command::Explain(args) => Ok(Outcome::fine(explain::rule(&args.code))),
        Command::New(args) => Ok(Outcome::fine(explain::template(&args.template))),
    }
}

/// What clap says, without colours and blanks at line ends.
fn plain(answer: &clap::Error) -> String {
    answer.to_string().lines().fold(String::new(), |text, line| text + line.trim_end() + "\n")
}

fn say(to: &mut dyn Write, text: &str) -> io::Result<()> {
    match to.write_all(text.as_bytes()).and_then(|()| to.flush()) {
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
