//! What the page shows of an export.

use crate::app::view::View;
use crate::export::{File, Line, NotHere, Tool};
use crate::handover;
use crate::rules::Severity;
use crate::steps;

/// The files of all tools, and what is in none of them.
#[derive(Debug)]
pub(super) struct Output {
    /// The files of each tool, in order.
    pub(super) tools: [(Tool, Vec<Shown>); 3],
    /// What is not exported, a sentence each.
    pub(super) left_out: Vec<String>,
    /// What one tool cannot say.
    pub(super) not_here: Vec<NotHere>,
}

/// A file with the lines that IBM Cloud would refuse.
#[derive(Debug)]
pub(super) struct Shown {
    /// The file.
    pub(super) file: File,
    /// For each line, whether it spells something that is refused.
    pub(super) refused: Vec<bool>,
}

impl Output {
    /// Exports a plan for all tools.
    pub(super) fn of(view: &View) -> Self {
        let tools = Tool::ALL.map(|tool| {
            let files = handover::files(&view.plan, &view.model, &view.findings, &[tool]);
            (tool, files.into_iter().map(|file| Shown::of(file, view)).collect())
        });
        let left_out = steps::of(&view.model).left_out.into_iter().map(|l| l.sentence).collect();
        Self { tools, left_out, not_here: handover::not_here(&view.model) }
    }

    /// Whether there is nothing to take away.
    pub(super) fn is_empty(&self) -> bool {
        self.files().next().is_none()
    }

    /// All files, tool by tool.
    pub(super) fn files(&self) -> impl Iterator<Item = &File> {
        self.tools.iter().flat_map(|(_, files)| files).map(|shown| &shown.file)
    }

    /// The files of a tool.
    pub(super) fn of_tool(&self, tool: Tool) -> &[Shown] {
        self.tools.iter().find(|(t, _)| *t == tool).map_or(&[], |(_, files)| files)
    }

    /// The folders in which a tool is run, in order.
    pub(super) fn folders(&self, tool: Tool) -> Vec<&str> {
        let mut folders: Vec<&str> = Vec::new();
        for shown in self.of_tool(tool) {
            let folder = shown.file.path.rsplit_once('/').map_or(".", |(folder, _)| folder);
            if !folders.contains(&folder) {
                folders.push(folder);
            }
        }
        folders
    }
}

impl Shown {
    fn of(file: File, view: &View) -> Self {
        let refused = file.lines.iter().map(|line| is_refused(line, view)).collect();
        Self { file, refused }
    }

    /// The file's name without its folders.
    pub(super) fn name(&self) -> &str {
        self.file.path.rsplit_once('/').map_or(&self.file.path, |(_, name)| name)
    }
}

fn is_refused(line: &Line, view: &View) -> bool {
    let Some(place) = &line.place else { return false };
    view.findings_of(&place.object).any(|f| f.rule.severity == Severity::Error && f.places.contains(place))
}
