//! The state of one open plan, and everything that can happen to it.

use super::view::Seen;
use crate::edit::{Edit, History};
use crate::plan::{Place, Plan};
use std::rc::Rc;
use yew::prelude::*;

/// One open plan with its past.
#[derive(Debug, Clone)]
pub(crate) struct State {
    history: History,
    /// The plan as it is now, understood and checked.
    pub(crate) view: Seen,
    /// The plan before the last step, for marking what that step changed; the
    /// same as `view` when there was none.
    pub(crate) before: Seen,
    /// Where the last edit was typing, which the next may continue.
    typing: Option<Place>,
    /// What was done that the user may want to take back at once.
    pub(crate) notice: Option<Notice>,
}

/// Words about what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Notice {
    /// One sentence.
    pub(crate) text: String,
    /// Whether undo takes it back.
    pub(crate) undo: bool,
}

/// What can happen to an open plan.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Action {
    /// A change.
    Edit(Edit),
    /// A change that is announced, with an offer to undo it.
    Announced(Edit, String),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// The end of a row of typing.
    Settle,
    /// The notice is closed.
    Dismiss,
    /// Words to show that are not about a change.
    Say(String),
}

impl State {
    /// A plan that has just been opened.
    pub(crate) fn new(plan: Plan) -> Self {
        let history = History::new(plan);
        let view = Seen::of(history.plan());
        Self { history, before: view.clone(), view, typing: None, notice: None }
    }

    /// What undo would undo.
    pub(crate) fn undoes(&self) -> Option<&str> {
        self.history.undoes()
    }

    /// What redo would do again.
    pub(crate) fn redoes(&self) -> Option<&str> {
        self.history.redoes()
    }

    /// The state after an action; `None` when nothing happens.
    fn after(&self, action: Action) -> Option<Self> {
        match action {
            Action::Edit(edit) => self.edited(&edit),
            Action::Announced(edit, text) => {
                let mut next = self.edited(&edit)?;
                next.notice = Some(Notice { text, undo: true });
                Some(next)
            }
            Action::Undo => self.travelled(History::undo),
            Action::Redo => self.travelled(History::redo),
            Action::Settle => {
                self.typing.as_ref()?;
                let mut next = self.clone();
                next.history.settle();
                next.typing = None;
                Some(next)
            }
            Action::Dismiss => {
                self.notice.as_ref()?;
                Some(Self { notice: None, ..self.clone() })
            }
            Action::Say(text) => Some(Self { notice: Some(Notice { text, undo: false }), ..self.clone() }),
        }
    }

    fn edited(&self, edit: &Edit) -> Option<Self> {
        let mut next = self.clone();
        // An edit made for a plan that has changed since does not fit: it is
        // dropped, and the plan stays as it is.
        next.history.edit(edit).ok()?;
        if Rc::ptr_eq(next.history.plan(), self.history.plan()) {
            return None;
        }
        next.typing = edit.merges_at();
        if next.typing.is_none() || next.typing != self.typing {
            next.before = self.view.clone();
        }
        next.view = Seen::of(next.history.plan());
        next.notice = None;
        Some(next)
    }

    fn travelled(&self, travel: impl FnOnce(&mut History) -> bool) -> Option<Self> {
        let mut next = self.clone();
        if !travel(&mut next.history) {
            return None;
        }
        next.before = self.view.clone();
        next.view = Seen::of(next.history.plan());
        next.typing = None;
        next.notice = None;
        Some(next)
    }
}

impl Reducible for State {
    type Action = Action;

    /// Returns the same state where nothing happens, which renders nothing.
    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        match self.after(action) {
            Some(next) => Rc::new(next),
            None => self,
        }
    }
}

/// The way to change the open plan. It never changes itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Dispatch(Callback<Action>);

impl Dispatch {
    /// A way that leads to this callback.
    pub(crate) fn new(to: Callback<Action>) -> Self {
        Self(to)
    }

    /// Something happens.
    pub(crate) fn act(&self, action: Action) {
        self.0.emit(action);
    }

    /// Changes the plan.
    pub(crate) fn edit(&self, edit: Edit) {
        self.act(Action::Edit(edit));
    }
}

/// The way to change the plan that is open. Where none is, nothing happens.
#[hook]
pub(crate) fn use_dispatch() -> Dispatch {
    use_context::<Dispatch>().unwrap_or_else(|| Dispatch(Callback::noop()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key};
    use crate::plan::{Field, Object};

    fn opened() -> Rc<State> {
        Rc::new(State::new(clashing()))
    }

    fn name(text: &str) -> Action {
        Action::Edit(Edit::text(Object::Gateway(key("app-kms")), Field::Name, text))
    }

    #[test]
    fn what_changes_nothing_keeps_the_state() {
        let state = opened();
        for action in [Action::Undo, Action::Redo, Action::Settle, Action::Dismiss, name("app-kms")] {
            assert!(Rc::ptr_eq(&state, &state.clone().reduce(action.clone())), "{action:?}");
        }
        let missing = Action::Edit(Edit::Remove(Object::Gateway(key("nobody"))));
        assert!(Rc::ptr_eq(&state, &state.clone().reduce(missing)));
    }

    #[test]
    fn typing_keeps_the_plan_before_its_first_letter() {
        let start = opened();
        let state = start.clone().reduce(name("a")).reduce(name("ab"));
        assert_eq!(state.before, start.view);
        assert_eq!(state.view.plan.gateways[0].wanted.name, "ab");
        let settled = state.clone().reduce(Action::Settle).reduce(name("abc"));
        assert_eq!(settled.before, state.view);
        let back = settled.reduce(Action::Undo);
        assert_eq!(back.view.plan.gateways[0].wanted.name, "ab");
        assert_eq!(back.redoes(), Some("set name of ab"));
    }

    #[test]
    fn a_fix_takes_its_finding_away_and_undo_brings_it_back() {
        let state = opened();
        let fix = state.view.findings.iter().find(|f| f.rule.code == "address-taken").unwrap();
        let edit = fix.fix.clone().unwrap().edit;
        let mended = state.reduce(Action::Edit(edit));
        let clashes = |s: &State| s.view.findings.iter().filter(|f| f.rule.code == "address-taken").count();
        assert_eq!(clashes(&mended), 0);
        assert_eq!(clashes(&mended.reduce(Action::Undo)), 1);
    }

    #[test]
    fn removing_is_announced_until_the_next_change() {
        let remove = Edit::Remove(Object::Gateway(key("app-kms")));
        let state = opened().reduce(Action::Announced(remove, "Gateway app-kms is removed.".into()));
        assert!(state.notice.as_ref().is_some_and(|n| n.undo));
        assert_eq!(state.view.plan.gateways.len(), 1);
        let back = state.reduce(Action::Undo);
        assert_eq!((back.view.plan.gateways.len(), back.notice.clone()), (2, None));
    }
}
