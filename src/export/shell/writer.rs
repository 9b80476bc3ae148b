//! The steps of a script under construction.

use super::command::{Command, arg};
use super::names::title;
use super::vars::Vars;
use super::word;
use crate::export::Heading;
use crate::export::text::Text;
use crate::steps::{Known, LookUp, Ref, Run, Step};

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
}

impl<'r> Writer<'r> {
    /// No steps yet.
    pub(in crate::export) fn new(run: &'r Run, heading: &'r Heading) -> Self {
        Self { vars: Vars::of(run), heading, out: Text::default(), used: Vec::new(), number: 0 }
    }

    /// Begins a step, with the open errors about it.
    pub(in crate::export) fn begin(&mut self, step: &Step) {
        self.number += 1;
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

    /// A command that spells no place of its own: on one line where it fits there.
    pub(in crate::export) fn command(&mut self, head: &str, args: Vec<String>) {
        let length = head.len() + args.iter().map(|a| a.len() + 1).sum::<usize>();
        if length <= 100 {
            self.out.line(
                std::iter::once(head).chain(args.iter().map(String::as_str)).collect::<Vec<_>>().join(" "),
            );
            return;
        }
        let args = args.into_iter().map(|a| arg(a, None)).collect();
        Command { indent: 0, head: arg(head, None), args, tail: "" }.write(&mut self.out);
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
