//! What a list of plans says of each.

use super::Refusal;
use crate::plan::{FileError, read};

/// All plans, and why there may be others that could not be listed.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Listing {
    /// The last edited first.
    pub(crate) plans: Vec<Kept>,
    /// Why storage could not be read.
    pub(crate) refusal: Option<Refusal>,
}

/// A plan in the list of plans.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    /// Its id in this browser.
    pub(crate) id: String,
    /// Its name; of one that cannot be read the last that is known.
    pub(crate) name: String,
    /// When it was last written, in milliseconds since 1970; 0 where that is not
    /// known.
    pub(crate) edited: f64,
    /// What is in it.
    pub(crate) content: Result<Content, FileError>,
    /// Why it is in this tab only.
    pub(crate) held: Option<Refusal>,
}

/// What is in a plan, for a list of plans.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Content {
    /// VPCs.
    pub(crate) vpcs: usize,
    /// Gateways.
    pub(crate) gateways: usize,
}

/// A plan that was removed: enough to bring it back.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Removed {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) name: String,
    pub(super) edited: f64,
}

/// What a list says of a plan with this text.
pub(super) fn kept(id: &str, text: &str, noted: Option<&str>, edited: f64, held: Option<Refusal>) -> Kept {
    let (name, content) = match read(text) {
        Ok(plan) => {
            let content = Content { vpcs: plan.vpcs.len(), gateways: plan.gateways.len() };
            (plan.name, Ok(content))
        }
        Err(why) => (noted.unwrap_or_default().to_owned(), Err(why)),
    };
    Kept { id: id.to_owned(), name, edited, content, held }
}

impl Removed {
    /// Its id in this browser.
    pub(crate) fn id(&self) -> &str {
        &self.id
    }

    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// Puts a plan at its place in the list: the last edited first.
pub(super) fn place(plans: &mut Vec<Kept>, kept: Kept) {
    let before = |p: &Kept| (p.edited, &kept.id) > (kept.edited, &p.id);
    plans.insert(plans.partition_point(before), kept);
}
