//! Files that are written.

use crate::plan::Place;

/// A tool that an export is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tool {
    /// `ibmcloud` with the VPC plug-in, in bash.
    Cli,
    /// The VPC API by curl, in bash.
    Api,
    /// Terraform with the provider `IBM-Cloud/ibm`.
    Terraform,
}

impl Tool {
    /// All tools, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Cli, Self::Api, Self::Terraform];

    /// `CLI`, `API` or `Terraform`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cli => "CLI",
            Self::Api => "API",
            Self::Terraform => "Terraform",
        }
    }

    /// Its folder in an export.
    pub fn folder(self) -> &'static str {
        match self {
            Self::Cli => "cli",
            Self::Api => "api",
            Self::Terraform => "terraform",
        }
    }
}

/// The language of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// bash.
    Bash,
    /// HCL.
    Hcl,
    /// jq: JSON in which some values are variables.
    Jq,
    /// JSON.
    Json,
    /// Markdown.
    Markdown,
    /// Text in no language of its own.
    Plain,
}

/// A line of a file, without its line end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its text.
    pub text: String,
    /// The place of the plan that it spells, where it spells one.
    pub place: Option<Place>,
}

/// A file of an export. Its text is its lines, each with a line end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path below the export's folder, with `/` between.
    pub path: String,
    /// What it is written in.
    pub language: Language,
    /// Its lines.
    pub lines: Vec<Line>,
}

impl File {
    /// The whole text.
    pub fn text(&self) -> String {
        let mut text = String::with_capacity(self.lines.iter().map(|l| l.text.len() + 1).sum());
        for line in &self.lines {
            text.push_str(&line.text);
            text.push('\n');
        }
        text
    }
}
