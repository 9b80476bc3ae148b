//! What the page and the terminal both hand over: the files of an export and the
//! code of one gateway, and a plan with its safe fixes applied.

mod mend;

pub use mend::{Applied, Mended, mend};

use crate::export::{self, File, Heading, Line, NotHere, Tool};
use crate::model::Model;
use crate::plan::{self, Key, Object, Plan};
use crate::rules::{Finding, Severity};
use crate::steps::{self, Steps};
use sha2::{Digest, Sha256};

/// Length of the hash that files show, in hexadecimal digits.
const HASH_DIGITS: usize = 12;

/// The files of an export, tool by tool. Open errors are listed in them and do
/// not stop it: whether to export then is for the caller to ask.
pub fn files(plan: &Plan, model: &Model, findings: &[Finding], tools: &[Tool]) -> Vec<File> {
    let steps = steps::of(model);
    let heading = heading(plan, model, &steps, findings);
    tools.iter().flat_map(|&tool| export::files(&steps.runs, tool, &heading)).collect()
}

/// The code of one gateway in one tool's language, for reading; empty where
/// nothing of it is new.
pub fn excerpt(model: &Model, findings: &[Finding], tool: Tool, gateway: &Key) -> Vec<Line> {
    let steps = steps::of(model);
    let heading = Heading { targets: model.targets.clone(), open: open(findings), ..Heading::default() };
    export::excerpt(&steps.runs, tool, gateway, &heading)
}

/// What makes one object of the plan by itself in one tool's language, complete: see
/// [`export::alone`]. Empty where nothing of it is new.
pub fn alone(plan: &Plan, model: &Model, findings: &[Finding], tool: Tool, object: &Object) -> Vec<File> {
    let steps = steps::of(model);
    export::alone(
        &steps.runs,
        tool,
        object,
        &Heading { left_out: Vec::new(), ..heading(plan, model, &steps, findings) },
    )
}

/// What some tool's files cannot say of a plan.
pub fn not_here(model: &Model) -> Vec<NotHere> {
    export::not_here(&steps::runs(model), &model.targets)
}

/// A short hash of what is exported: the same plan gives the same one, whatever
/// its notes say.
pub fn hash(plan: &Plan) -> String {
    let exported = Plan { notes: String::new(), ..plan.clone() };
    let digest = Sha256::digest(plan::write(&exported).as_bytes());
    digest.iter().map(|b| format!("{b:02x}")).collect::<String>()[..HASH_DIGITS].to_owned()
}

fn heading(plan: &Plan, model: &Model, steps: &Steps, findings: &[Finding]) -> Heading {
    Heading {
        plan: plan.name.clone(),
        hash: hash(plan),
        targets: model.targets.clone(),
        open: open(findings),
        left_out: steps.left_out.iter().map(|l| l.sentence.clone()).collect(),
        not_here: Vec::new(),
    }
}

fn open(findings: &[Finding]) -> Vec<(Vec<plan::Place>, String)> {
    let errors = findings.iter().filter(|f| f.rule.severity == Severity::Error);
    errors.map(|f| (f.places.clone(), f.title.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_do_not_change_the_hash() {
        let mut plan = Plan { name: "a".to_owned(), ..Plan::default() };
        let before = hash(&plan);
        plan.notes = "b".to_owned();
        assert_eq!(hash(&plan), before);
        assert_eq!(before.len(), HASH_DIGITS);
        plan.name = "b".to_owned();
        assert_ne!(hash(&plan), before);
    }
}
