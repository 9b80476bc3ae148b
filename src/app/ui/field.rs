//! What all fields have: a label, a control, help, and what is wrong.

use super::FindingBox;
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

/// Properties of [`Field`].
#[derive(Properties, PartialEq)]
pub(crate) struct FieldProps {
    /// Where it is and what is wrong there.
    pub(crate) spot: Spot,
    /// Its label.
    pub(crate) label: AttrValue,
    /// Whether the label is for screen readers only, as in a table.
    #[prop_or_default]
    pub(crate) hide_label: bool,
    /// Whether it may stay empty where most may not.
    #[prop_or_default]
    pub(crate) optional: bool,
    /// A line of help below.
    #[prop_or_default]
    pub(crate) helper: Option<AttrValue>,
    /// Its width in the form grid.
    #[prop_or_default]
    pub(crate) width: Width,
    /// Whether the findings stand elsewhere, as below the row of a table. They
    /// must stand in a `FindingsAt` of the same spot.
    #[prop_or_default]
    pub(crate) findings_elsewhere: bool,
    /// The control, whose id is the spot's.
    pub(crate) children: Html,
}

/// A control with its label, help and findings.
#[component]
pub(crate) fn Field(props: &FieldProps) -> Html {
    let id = &props.spot.id;
    let mark = if props.optional { " (optional)" } else { "" };
    html! {
        <div class={classes!("field", props.width.class())}>
            <label for={id.clone()} class={props.hide_label.then_some("vh")}>{ &props.label }{ mark }</label>
            { props.children.clone() }
            if let Some(help) = &props.helper { <span class="helper" id={help_id(id)}>{ help }</span> }
            if !props.findings_elsewhere && !props.spot.findings.is_empty() {
                <div class="finds" id={findings_id(id)}>
                    { for props.spot.findings.iter().map(|f| html! { <FindingBox finding={f.clone()} /> }) }
                </div>
            }
        </div>
    }
}

/// DOM id of a field's help.
pub(super) fn help_id(id: &AttrValue) -> String {
    format!("{id}:help")
}

/// DOM id of a field's findings.
pub(super) fn findings_id(id: &AttrValue) -> String {
    format!("{id}:findings")
}

impl Spot {
    /// The ids of what describes a field here.
    pub(super) fn described_by(&self, helper: bool) -> Option<String> {
        match (helper, !self.findings.is_empty()) {
            (true, true) => Some(format!("{} {}", help_id(&self.id), findings_id(&self.id))),
            (true, false) => Some(help_id(&self.id)),
            (false, true) => Some(findings_id(&self.id)),
            (false, false) => None,
        }
    }

    /// Whether IBM Cloud would refuse what stands here.
    pub(crate) fn is_refused(&self) -> bool {
        self.findings.iter().any(|f| f.rule.severity == Severity::Error)
    }

    /// `true` for `aria-invalid`, else no attribute.
    pub(super) fn invalid(&self) -> Option<&'static str> {
        self.is_refused().then_some("true")
    }
}
