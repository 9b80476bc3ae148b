//! Authorization policies, in the script of the account that owns what is reached.

use super::script::Script;
use crate::export::policy;
use crate::export::shell::word;
use crate::steps::{Policy, Step};

impl Script<'_> {
    pub(super) fn policy(&mut self, step: &Step, s: &Policy) {
        self.w.begin(step);
        self.w.find_policy(step, s);
        self.w.used.push("or_create");
        // One word over several lines.
        let mut lines = policy::body(s).finish();
        for line in &mut lines {
            line.text = line.text.replace('\'', "'\\''");
        }
        if let Some(first) = lines.first_mut() {
            first.text.insert_str(0, "or_create '");
        }
        if let Some(last) = lines.last_mut() {
            last.text.push('\'');
        }
        self.w.out.extend(lines);
        self.found(step);
    }
}

/// The command of one line that does the same, for an owner who types it.
pub(in crate::export) fn command(s: &Policy) -> String {
    let mut command = format!(
        "ibmcloud iam authorization-policy-create is {} {} \\\n  --source-service-account {} --source-resource-type endpoint-gateway",
        word(&s.service),
        policy::ROLE,
        word(&s.source_account)
    );
    if !s.instance.is_empty() {
        command.push_str(&format!(" --target-service-instance-id {}", word(&s.instance)));
    }
    command
}
