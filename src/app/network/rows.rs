//! What rows of the network's tables have in common.

use super::Of;
use crate::app::state::Action;
use crate::app::ui::{Opt, Select, Sym, finding_box, icon, origin_tag};
use crate::app::view::Spot;
use crate::edit::{Choice, Edit};
use crate::plan::{Field, Object, OriginKind};
use yew::prelude::*;

/// One object of a table: its fields tell what is wrong below the row.
pub(super) struct Row<'r> {
    of: &'r Of<'r>,
    /// The object.
    pub(super) object: Object,
    /// DOM id of the row: the object's path.
    pub(super) id: String,
    /// What a reader calls the object, for labels.
    pub(super) name: String,
}

impl<'r> Row<'r> {
    /// The row of an object.
    pub(super) fn new(of: &'r Of<'r>, object: Object, name: String) -> Self {
        let id = object.clone().place().path(&of.view.plan);
        Self { of, object, id, name }
    }

    /// What one of its fields needs to know.
    pub(super) fn spot(&self, field: Field) -> Spot {
        self.of.view.spot(self.object.clone().at(field)).said_at(format!("{}:findings", self.id))
    }

    /// The label of a field: `CIDR of vpe-1`.
    pub(super) fn label(&self, what: &str) -> String {
        format!("{what} of {}", self.name)
    }

    /// The row with its findings below it.
    pub(super) fn draw(&self, columns: usize, cells: Html, class: Classes) -> Html {
        let mut found = self.of.view.findings_of(&self.object).peekable();
        html! {
            <tbody key={self.id.clone()} id={self.id.clone()} {class}>
                <tr>{ cells }</tr>
                if found.peek().is_some() {
                    <tr class="said"><td colspan={columns.to_string()}><div class="finds" id={format!("{}:findings", self.id)}>
                        { for found.map(|f| finding_box(f, self.of.dispatch)) }
                    </div></td></tr>
                }
            </tbody>
        }
    }

    /// Whether the object is new: a choice where it can exist, else a tag.
    pub(super) fn origin(&self, kind: OriginKind, choice: bool) -> Html {
        if !choice && kind == OriginKind::New {
            return origin_tag(true);
        }
        html! {
            <Select spot={self.spot(Field::Origin)} label={self.label("Origin")} hide_label=true
                value={if kind == OriginKind::New { "new" } else { "existing" }} options={origins(&self.object)}
                findings_elsewhere=true />
        }
    }

    /// The button that removes the object. The focus then goes to `next`, or to
    /// the button that adds one.
    pub(super) fn remove(&self, what: &str, next: Option<String>, add: &str) -> Html {
        let announced = format!("{what} is removed from the plan.");
        let (dispatch, focus, object) =
            (self.of.dispatch.clone(), self.of.focus.clone(), self.object.clone());
        let next = next.unwrap_or_else(|| add.to_owned());
        let onclick = Callback::from(move |_: MouseEvent| {
            dispatch.act(Action::Settle);
            focus.next(next.clone());
            dispatch.act(Action::Announced(Edit::Remove(object.clone()), announced.clone()));
        });
        let words = format!("Remove {}", self.name);
        html! {
            <button type="button" class="btn ghost danger s" title={words.clone()} {onclick}>
                { icon(Sym::Close) }<span class="vh">{ words }</span>
            </button>
        }
    }
}

/// The two origins of an object, as options.
pub(super) fn origins(object: &Object) -> Vec<Opt> {
    let choose = |kind| Edit::choose(object.clone(), Choice::Origin(kind));
    vec![
        Opt::new("new", "New", choose(OriginKind::New)),
        Opt::new("existing", "Exists", choose(OriginKind::Existing)),
    ]
}

/// What an object's row is followed by: the next one, or the one before.
pub(super) fn after_removal<T>(all: &[T], i: usize) -> Option<&T> {
    all.get(i + 1).or_else(|| i.checked_sub(1).and_then(|before| all.get(before)))
}

/// Zones as options that set a field.
pub(super) fn zones(of: &Of<'_>, object: &Object) -> Vec<Opt> {
    let zones = of.model.region.get().map(|r| r.zones()).into_iter().flatten();
    zones
        .map(|zone| {
            let zone = zone.to_string();
            Opt::new(zone.clone(), zone.clone(), Edit::text(object.clone(), Field::Zone, zone))
        })
        .collect()
}

/// What a choice of zones says where there are none.
pub(super) fn no_zone(of: &Of<'_>) -> &'static str {
    if of.model.region.value().is_some() { "Choose" } else { "Region first" }
}
