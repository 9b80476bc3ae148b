//! Steps in, files out.
//!
//! Each tool spells the same list of steps in its own folder. Text that a user
//! typed gets into a file only through the quoting function of its language.

mod aftercare;
mod api;
mod cli;
mod file;
mod heading;
mod markdown;
mod not_here;
mod notes;
mod policy;
mod rights;
mod shell;
mod terraform;
mod text;
mod words;

pub use file::{File, Language, Line, Tool};
pub use heading::Heading;
pub use not_here::{NotHere, not_here};
pub use rights::{AS_EVENTS, WHO};

use crate::plan::{Key, Object};
use crate::steps::{self, Run, Scope};
use text::Text;

/// The files of an export for one tool: in the tool's folder where there is one
/// run, else in a numbered folder of it for each.
pub fn files(runs: &[Run], tool: Tool, heading: &Heading) -> Vec<File> {
    let mut files = Vec::new();
    for (i, run) in runs.iter().enumerate() {
        let (run, heading) = &of_tool(run, tool, heading);
        let folder = match runs.len() {
            1 => tool.folder().to_owned(),
            _ => format!("{}/{}-{}", tool.folder(), i + 1, folder_name(run)),
        };
        let file = |name: &str, language, lines| File { path: format!("{folder}/{name}"), language, lines };
        match tool {
            Tool::Cli => {
                files.push(file("create.sh", Language::Bash, cli::script(run, heading)));
                let others = aftercare::files(run, runs.len(), heading, &|_| cli::side(run, heading));
                files.extend(others.map(|(name, language, lines)| file(name, language, lines)));
            }
            Tool::Api => {
                let (script, bodies) = api::files(run, heading);
                files.push(file("create.sh", Language::Bash, script));
                files.extend(bodies.into_iter().map(|(name, lines)| file(&name, Language::Jq, lines)));
                let side = |tags| api::side(run, heading, tags);
                let others = aftercare::files(run, runs.len(), heading, &side);
                files.extend(others.map(|(name, language, lines)| file(name, language, lines)));
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

/// What makes one object by itself, complete: a script with its look-ups and the bodies
/// of its requests in it, or the files of a folder for Terraform. What others make is
/// looked up by name. Empty where no run makes anything of the object.
pub fn alone(runs: &[Run], tool: Tool, object: &Object, heading: &Heading) -> Vec<File> {
    let mut of_object = runs.iter().map(|run| {
        let (run, heading) = of_tool(run, tool, heading);
        (steps::alone(&run, object), heading)
    });
    let Some((run, heading)) = of_object.find(|(run, _)| !run.steps.is_empty()) else { return Vec::new() };
    let heading = &heading;
    let file = |name: &str, language, lines| File { path: name.to_owned(), language, lines };
    match tool {
        Tool::Cli => vec![file("create.sh", Language::Bash, cli::script(&run, heading))],
        Tool::Api => vec![file("create.sh", Language::Bash, api::script(&run, heading))],
        Tool::Terraform => {
            let files = terraform::files(&run, heading).into_iter();
            files.map(|(name, lines)| file(name, Language::Hcl, lines)).collect()
        }
    }
}

/// The code of one gateway, for reading beside its form. Names stand where the
/// files look up ids. Empty where the gateway is in no run or nothing of it is
/// new.
pub fn excerpt(runs: &[Run], tool: Tool, gateway: &Key, heading: &Heading) -> Vec<Line> {
    let is_for = |run: &Run| run.steps.iter().any(|s| s.gateway().is_some_and(|g| g.key == *gateway));
    // What the versions aimed at cannot say of it stands there as a comment.
    let mut said = Text::default();
    let mut found = None;
    for run in runs.iter().filter(|run| is_for(run)) {
        let (run, not_here) = not_here::too_old(&for_tool(run, tool), tool, &heading.targets);
        for not in not_here.iter().filter(|not| about(runs, not, gateway)) {
            said.comment(format!("Not here: {}", not.reason));
        }
        found = Some(run).filter(is_for);
    }
    let Some(run) = found else { return said.finish() };
    let mut lines = match tool {
        Tool::Cli => cli::excerpt(&run, gateway, heading),
        Tool::Api => api::excerpt(&run, gateway, heading),
        Tool::Terraform => terraform::excerpt(&run, gateway, heading),
    };
    let mut all = said.finish();
    all.append(&mut lines);
    all
}

/// Whether something that a tool cannot say is of a gateway.
fn about(runs: &[Run], not: &NotHere, gateway: &Key) -> bool {
    let mut steps = runs.iter().flat_map(|run| &run.steps);
    steps.any(|s| s.object() == not.place.object && s.gateway().is_some_and(|g| g.key == *gateway))
}

/// What a tool has to do of a run at the versions aimed at, with what those cannot say at the
/// head of its files.
fn of_tool(run: &Run, tool: Tool, heading: &Heading) -> (Run, Heading) {
    let (run, not_here) = not_here::too_old(&for_tool(run, tool), tool, &heading.targets);
    let not_here = not_here.into_iter().map(|not| not.reason).collect();
    (run, Heading { not_here, ..heading.clone() })
}

/// What a tool has to do of a run. Only Terraform takes over what exists.
pub fn for_tool(run: &Run, tool: Tool) -> Run {
    match tool {
        Tool::Cli | Tool::Api => run.without_adopting(),
        Tool::Terraform => not_here::without_swaps(run),
    }
}

/// A run's region, or the account of its policies, as part of a path: what is no code or
/// id becomes hyphens.
fn folder_name(run: &Run) -> String {
    let legal = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    let part =
        |text: &str| -> String { text.chars().take(40).map(|c| if legal(c) { c } else { '-' }).collect() };
    match (&run.scope, &run.account) {
        (Scope::Region { code, .. }, _) if code.is_empty() => "region".to_owned(),
        (Scope::Region { code, .. }, _) => part(code),
        (Scope::Policies, None) => "policy".to_owned(),
        (Scope::Policies, Some(account)) => format!("policy-{}", part(account)),
    }
}
