//! Authorization policies, in the script of the account that owns what is reached.

use super::script::Script;
use crate::export::policy;
use crate::plan::Field;
use crate::steps::{Policy, Step};

impl Script<'_> {
    pub(super) fn policy(&mut self, step: &Step, s: &Policy) {
        self.w.begin(step);
        self.w.find_policy(step, s);
        self.body_of(step, policy::body(s), Vec::new());
        self.w.used.push("or_create");
        self.w.out.at(step.object().at(Field::Service), "or_create POST /v1/policies");
        self.found(step);
    }
}
