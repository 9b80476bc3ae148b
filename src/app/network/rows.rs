//! What rows of the network's tables have in common.

use super::Of;
use crate::app::state::Action;
use crate::app::ui::{
    Opt, Select, Sym, TAKEN_OVER, TextField, finding_box, icon, is_adopted, origin_options, origin_tag,
    origin_word,
};
use crate::app::view::Spot;
use crate::edit::Edit;
use crate::plan::{Field, Object, Origin, OriginKind};
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

    /// Whether the object is new: a choice where it can exist, else a tag. The id
    /// that Terraform needs stands below it, where it has no column of its own.
    pub(super) fn origin(&self, origin: &Origin, choice: bool, id_below: bool) -> Html {
        if !choice && origin.kind == OriginKind::New {
            return origin_tag(true);
        }
        let adopted = is_adopted(origin);
        html! {
            <>
                <Select spot={self.spot(Field::Origin)} label={self.label("Origin")} hide_label=true value={origin_word(origin)}
                    options={origin_options(&self.object, "New", "Exists")} helper={adopted.then_some(TAKEN_OVER)} findings_elsewhere=true />
                if adopted && id_below {
                    <TextField spot={self.spot(Field::Id)} label={self.label("ID")} hide_label=true value={origin.id.clone()} mono=true
                        placeholder="ID" findings_elsewhere=true />
                }
            </>
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
