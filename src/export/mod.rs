//! Steps in, files out.
//!
//! Each tool spells the same list of steps in its own folder. Text that a user
//! typed gets into a file only through the quoting function of its language.

mod api;
mod cli;
mod file;
mod heading;
mod markdown;
mod not_here;
mod shell;
mod terraform;
mod text;
mod words;

pub use file::{File, Language, Line, Tool};
pub use heading::Heading;
pub use not_here::{NotHere, not_here};

use crate::plan::Key;
use crate::steps::Run;

/// The files of an export for one tool: in the tool's folder where there is one
/// run, else in a numbered folder of it for each.
pub fn files(runs: &[Run], tool: Tool, heading: &Heading) -> Vec<File> {
    let mut files = Vec::new();
    for (i, run) in runs.iter().enumerate() {
        let folder = match runs.len() {
            1 => tool.folder().to_owned(),
            _ => format!("{}/{}-{}", tool.folder(), i + 1, folder_name(&run.region)),
        };
        let file = |name: &str, language, lines| File { path: format!("{folder}/{name}"), language, lines };
        match tool {
            Tool::Cli => {
                let script = cli::script(&run.without_adopting(), heading);
                files.push(file("create.sh", Language::Bash, script));
            }
            Tool::Api => {
                let script = api::script(&run.without_adopting(), heading);
                files.push(file("create.sh", Language::Bash, script));
            }
            Tool::Terraform => {
                let nth = terraform::Nth { index: i, of: runs.len() };
                files.push(file("README.md", Language::Markdown, terraform::readme(run, heading, &nth)));
                files.push(file(".gitignore", Language::Plain, terraform::gitignore()));
                for (name, lines) in terraform::files(run, heading) {
                    files.push(file(name, Language::Hcl, lines));
                }
            }
        }
    }
    files
}

/// The code of one gateway, for reading beside its form. Names stand where the
/// files look up ids. Empty where the gateway is in no run or nothing of it is
/// new.
pub fn excerpt(runs: &[Run], tool: Tool, gateway: &Key, heading: &Heading) -> Vec<Line> {
    let is_for = |run: &&Run| run.steps.iter().any(|s| s.gateway().is_some_and(|g| g.key == *gateway));
    let Some(run) = runs.iter().find(is_for) else { return Vec::new() };
    match tool {
        Tool::Cli => cli::excerpt(run, gateway, heading),
        Tool::Api => api::excerpt(run, gateway, heading),
        Tool::Terraform => terraform::excerpt(run, gateway, heading),
    }
}

/// A region's code as part of a path: what is no code becomes hyphens.
fn folder_name(region: &str) -> String {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let name: String = region.chars().take(40).map(|c| if legal(c) { c } else { '-' }).collect();
    if name.is_empty() { "region".to_owned() } else { name }
}
