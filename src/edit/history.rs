//! Undo and redo.

use super::{Edit, EditError, apply};
use crate::plan::{Place, Plan};
use std::rc::Rc;

/// Steps that can be undone, at most.
const DEPTH: usize = 200;

/// A step that can be undone or redone.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What the step did.
    pub label: String,
    /// The plan to go to.
    plan: Rc<Plan>,
}

/// A plan with the plans before it and, after an undo, those after it.
#[derive(Debug, Clone, PartialEq)]
pub struct History {
    plan: Rc<Plan>,
    past: Vec<Entry>,
    future: Vec<Entry>,
    /// Where the last edit may be continued by typing.
    typing: Option<Place>,
}

impl History {
    /// A plan without a past.
    pub fn new(plan: Plan) -> Self {
        Self { plan: Rc::new(plan), past: Vec::new(), future: Vec::new(), typing: None }
    }

    /// The plan as it is now.
    pub fn plan(&self) -> &Rc<Plan> {
        &self.plan
    }

    /// What [`Self::undo`] would undo.
    pub fn undoes(&self) -> Option<&str> {
        self.past.last().map(|e| e.label.as_str())
    }

    /// What [`Self::redo`] would do again.
    pub fn redoes(&self) -> Option<&str> {
        self.future.last().map(|e| e.label.as_str())
    }

    /// Applies an edit. One that changes nothing leaves no step; typing in one
    /// field makes one step.
    ///
    /// # Errors
    /// [`EditError`] when the edit does not fit; nothing is changed then.
    pub fn edit(&mut self, edit: &Edit) -> Result<(), EditError> {
        let next = apply(&self.plan, edit)?;
        if next == *self.plan {
            return Ok(());
        }
        let typing = edit.merges_at();
        let label = edit.label(&self.plan);
        let before = std::mem::replace(&mut self.plan, Rc::new(next));
        if typing.is_none() || typing != self.typing || self.past.is_empty() {
            if self.past.len() == DEPTH {
                self.past.remove(0);
            }
            self.past.push(Entry { label, plan: before });
        }
        self.future.clear();
        self.typing = typing;
        Ok(())
    }

    /// Ends a row of typing, so that the next edit of the same field is a new step.
    pub fn settle(&mut self) {
        self.typing = None;
    }

    /// Goes one step back; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        Self::travel(&mut self.plan, &mut self.past, &mut self.future, &mut self.typing)
    }

    /// Goes one step forward again; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        Self::travel(&mut self.plan, &mut self.future, &mut self.past, &mut self.typing)
    }

    fn travel(
        plan: &mut Rc<Plan>,
        from: &mut Vec<Entry>,
        to: &mut Vec<Entry>,
        typing: &mut Option<Place>,
    ) -> bool {
        let Some(Entry { label, plan: target }) = from.pop() else { return false };
        let left = std::mem::replace(plan, target);
        to.push(Entry { label, plan: left });
        *typing = None;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Field, Object};

    fn name(text: &str) -> Edit {
        Edit::text(Object::Plan, Field::Name, text)
    }

    #[test]
    fn typing_is_one_step_and_undo_restores_the_plan() {
        let mut history = History::new(Plan::default());
        for text in ["p", "pa", "pay"] {
            history.edit(&name(text)).unwrap();
        }
        history.edit(&Edit::text(Object::Plan, Field::Notes, "n")).unwrap();
        assert_eq!(history.undoes(), Some("set notes of the plan"));
        assert!(history.undo());
        assert_eq!(history.plan().name, "pay");
        assert!(history.undo());
        assert_eq!(**history.plan(), Plan::default());
        assert!(!history.undo());
        assert!(history.redo() && history.redo() && !history.redo());
        assert_eq!((history.plan().name.as_str(), history.plan().notes.as_str()), ("pay", "n"));
    }

    #[test]
    fn settling_and_other_edits_end_a_row_of_typing() {
        let mut history = History::new(Plan::default());
        history.edit(&name("a")).unwrap();
        history.settle();
        history.edit(&name("ab")).unwrap();
        history.undo();
        assert_eq!(history.plan().name, "a");
        history.edit(&name("ac")).unwrap();
        assert_eq!(history.redoes(), None);
        history.undo();
        assert_eq!(history.plan().name, "a");
    }

    #[test]
    fn an_edit_that_changes_nothing_leaves_no_step() {
        let mut history = History::new(Plan::default());
        history.edit(&name("")).unwrap();
        assert_eq!(history.undoes(), None);
    }
}
