//! What all fields have: a label, a control, help, and what is wrong.

use super::finding::findings_at;
use crate::app::state::Dispatch;
use crate::app::view::Spot;
use crate::rules::Severity;
use yew::prelude::*;

/// How much of the form grid's six columns a field takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Width {
    /// Three columns.
    #[default]
    Half,
    /// Two.
    Third,
    /// One.
    Sixth,
    /// All six.
    Full,
}

impl Width {
    fn class(self) -> Option<&'static str> {
        match self {
            Self::Half => None,
            Self::Third => Some("w2"),
            Self::Sixth => Some("w1"),
            Self::Full => Some("w6"),
        }
    }
}

/// What stands around a control, whose id is the spot's.
pub(crate) struct Around<'f> {
    /// Where it is and what is wrong there.
    pub(crate) spot: &'f Spot,
    /// Its label.
    pub(crate) label: &'f AttrValue,
    /// Whether the label is for screen readers only, as in a table.
    pub(crate) hide_label: bool,
    /// Whether it may stay empty where most may not.
    pub(crate) optional: bool,
    /// A line of help below.
    pub(crate) helper: Option<&'f AttrValue>,
    /// Its width in the form grid.
    pub(crate) width: Width,
    /// Whether the findings stand elsewhere, as below the row of a table, in a
    /// `findings_at` of the same spot.
    pub(crate) findings_elsewhere: bool,
}

/// A control with its label, help and findings.
pub(crate) fn field(of: &Around<'_>, control: Html, dispatch: &Dispatch) -> Html {
    let id = &of.spot.id;
    let mark = if of.optional { " (optional)" } else { "" };
    html! {
        <div class={classes!("field", of.width.class())}>
            <label for={id.clone()} class={of.hide_label.then_some("vh")}>{ &of.label }{ mark }</label>
            { control }
            if let Some(help) = of.helper { <span class="helper" id={help_id(id)}>{ help }</span> }
            if !of.findings_elsewhere { { findings_at(of.spot, dispatch) } }
        </div>
    }
}

/// DOM id of a field's help.
pub(super) fn help_id(id: &AttrValue) -> String {
    format!("{id}:help")
}

impl Spot {
    /// The ids of what describes a field here.
    pub(crate) fn described_by(&self, helper: bool) -> Option<String> {
        match (helper, !self.findings.is_empty()) {
            (true, true) => Some(format!("{} {}", help_id(&self.id), self.said)),
            (true, false) => Some(help_id(&self.id)),
            (false, true) => Some(self.said.to_string()),
            (false, false) => None,
        }
    }

    /// Whether IBM Cloud would refuse what stands here.
    pub(crate) fn is_refused(&self) -> bool {
        self.findings.iter().any(|f| f.rule.severity == Severity::Error)
    }

    /// `true` for `aria-invalid`, else no attribute.
    pub(crate) fn invalid(&self) -> Option<&'static str> {
        self.is_refused().then_some("true")
    }
}
