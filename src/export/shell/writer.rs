//! The steps of a script under construction.

use super::command::command;
use super::names::title;
use super::vars::Vars;
use super::word;
use crate::export::Heading;
use crate::export::text::Text;
use crate::plan::Field;
use crate::steps::{Kind, Known, LookUp, Policy, Ref, Run, Step};

/// The steps written so far, and what they use.
pub(in crate::export) struct Writer<'r> {
    /// The variables that hold ids.
    pub(in crate::export) vars: Vars<'r>,
    /// The beginning of the file.
    pub(in crate::export) heading: &'r Heading,
    /// The lines.
    pub(in crate::export) out: Text,
    /// Functions that are called.
    pub(in crate::export) used: Vec<&'static str>,
    /// How many steps have begun.
    pub(in crate::export) number: usize,
    /// The list that the last look-up was in.
    listed: String,
}

impl<'r> Writer<'r> {
    /// No steps yet.
    pub(in crate::export) fn new(run: &'r Run, heading: &'r Heading) -> Self {
        Self {
            vars: Vars::of(run),
            heading,
            out: Text::default(),
            used: Vec::new(),
            number: 0,
            listed: String::new(),
        }
    }

    /// Begins a step, with the open errors about it.
    pub(in crate::export) fn begin(&mut self, step: &Step) {
        self.number += 1;
        self.listed.clear();
        self.used.push("step");
        self.out.gap();
        self.heading.mark(&mut self.out, &step.object());
        if let Step::Gateway(s) = step {
            for address in &s.addresses {
                self.heading.mark(&mut self.out, &address.object);
            }
        }
        self.out.line(format!("step {} {}", self.number, word(&title(step))));
    }

    /// Begins a look-up.
    pub(in crate::export) fn begin_look_up(&mut self, step: &Step) {
        self.used.push("look_up");
        self.out.gap();
        self.heading.mark(&mut self.out, &step.object());
        self.out.line(format!("look_up {}", word(&title(step))));
    }

    /// Lists what a look-up is in, unless the look-up before it has just done so.
    pub(in crate::export) fn list_for_look_up(&mut self, list: String) {
        if self.listed != list {
            self.out.line(&list);
            self.listed = list;
        }
    }

    /// Looks for an authorization policy.
    pub(in crate::export) fn find_policy(&mut self, step: &Step, s: &Policy) {
        self.used.extend(["list_policies", "find_policy"]);
        let at = |field| step.object().at(field);
        let (source, target) = (word(&s.source_account), word(&s.target_account));
        self.out.at(at(Field::TargetAccount), format!("list_policies {target}"));
        let instance = if s.instance.is_empty() { String::new() } else { format!(" {}", word(&s.instance)) };
        let line = format!("find_policy {source} {target} {}{instance}", word(&s.service));
        self.out.at(at(Field::Service), line);
    }

    /// Picks from the list what a look-up is for, which must be there.
    pub(in crate::export) fn need(&mut self, s: &LookUp) {
        let (kind, name) = (word(s.thing.kind.name()), word(&s.thing.name));
        let line = match (&s.within, s.thing.kind) {
            // The list is that of all VPCs.
            (Some(vpc), Kind::Acl) => {
                self.used.push("need_in_vpc");
                format!("need_in_vpc {kind} {name} {}", self.vars.id(vpc))
            }
            _ => {
                self.used.push("need_named");
                format!("need_named {kind} {name}")
            }
        };
        self.out.at(s.place.clone(), line);
    }

    /// Calls a function where it has arguments.
    pub(in crate::export) fn call_with(&mut self, function: &'static str, args: Vec<String>) {
        if !args.is_empty() {
            self.used.push(function);
            self.command(function, args);
        }
    }

    /// Writes a [`command`].
    pub(in crate::export) fn command(&mut self, head: &str, args: Vec<String>) {
        command(&mut self.out, head, args);
    }

    /// Keeps the id that was found or made.
    pub(in crate::export) fn keep(&mut self, thing: &Ref) {
        self.out.line(format!("{}=$FOUND", self.vars.name(thing)));
    }

    /// The steps, after the ids of the plan that they use, with the errors about those.
    pub(in crate::export) fn finish(self, run: &Run) -> (Text, Vec<&'static str>, usize) {
        let mut out = Text::default();
        for step in &run.steps {
            let Step::LookUp(found @ LookUp { thing, .. }) = step else { continue };
            if let Known::Id(id) = &thing.known
                && self.vars.is_used(thing)
            {
                self.heading.mark(&mut out, &found.place.object);
                out.at(found.place.clone(), format!("{}={}", self.vars.name(thing), word(id)));
            }
        }
        let mut all = Text::default();
        let ids = out.finish();
        if !ids.is_empty() {
            all.comment("What the plan has the ID of");
            all.extend(ids);
        }
        all.gap();
        all.append(self.out);
        (all, self.used, self.number)
    }
}
