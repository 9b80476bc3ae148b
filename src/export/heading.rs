//! What every file begins with.

use super::Tool;
use super::text::Text;
use crate::model::Aims;
use crate::plan::{Object, Place};
use crate::steps::{Run, Scope};

/// What an export says of the plan that it was written from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Heading {
    /// The plan's name.
    pub plan: String,
    /// A short hash of what is exported.
    pub hash: String,
    /// Tool versions aimed at.
    pub targets: Aims,
    /// What IBM Cloud would refuse: places and a sentence each.
    pub open: Vec<(Vec<Place>, String)>,
    /// What is not exported and why, a sentence each.
    pub left_out: Vec<String>,
    /// What the versions aimed at cannot say, in the files of one run: a sentence each.
    pub not_here: Vec<String>,
}

impl Heading {
    /// The version of the tool that files are written for.
    pub fn aims_at(&self, tool: Tool) -> String {
        match tool {
            Tool::Cli => format!(
                "ibmcloud with plug-in vpc-infrastructure {}, bash 4.4 or later, jq",
                self.targets.plug_in.words()
            ),
            Tool::Api => format!("VPC API version {}, bash 4.4 or later, curl, jq", self.targets.api),
            Tool::Terraform => {
                format!("provider IBM-Cloud/ibm {}", self.targets.provider.constraint())
            }
        }
    }

    /// Writes the beginning of a file of a run.
    pub(crate) fn write(&self, out: &mut Text, tool: Tool, run: &Run) {
        let name = if self.plan.is_empty() { "without a name" } else { &self.plan };
        out.comment(format!("Plan: {name}"));
        out.comment(format!("Content: {}", self.hash));
        let aims_at = match (tool, &run.scope) {
            (Tool::Cli, Scope::Policies) => "ibmcloud, bash 4.4 or later, jq".to_owned(),
            (Tool::Api, Scope::Policies) => "IAM API version 1, bash 4.4 or later, curl, jq".to_owned(),
            _ => self.aims_at(tool),
        };
        out.comment(format!("Written for: {aims_at}"));
        let account = run.account.as_deref().unwrap_or("not said by the plan, and not compared");
        match run.region() {
            Some(region) => out.comment(format!("Region: {region}. Account: {account}.")),
            None => {
                out.comment(format!("Account: {account}. It owns what gateways of another account reach."))
            }
        }
        list(out, "Errors that are open, which IBM Cloud would refuse:", self.open.iter().map(|(_, s)| s));
        list(out, "Not exported:", self.left_out.iter());
        list(out, "Not here:", self.not_here.iter());
    }

    /// The open errors about an object.
    pub(crate) fn about(&self, object: &Object) -> Vec<&str> {
        let about = |(places, _): &&(Vec<Place>, String)| places.iter().any(|p| p.object == *object);
        self.open.iter().filter(about).map(|(_, sentence)| sentence.as_str()).collect()
    }

    /// Writes a comment for each open error about an object.
    pub(crate) fn mark(&self, out: &mut Text, object: &Object) {
        for sentence in self.about(object) {
            out.comment(format!("Open error: {sentence}"));
        }
    }
}

fn list<'s>(out: &mut Text, title: &str, sentences: impl Iterator<Item = &'s String>) {
    for (i, sentence) in sentences.enumerate() {
        if i == 0 {
            out.comment(title);
        }
        out.comment(format!("- {sentence}"));
    }
}
