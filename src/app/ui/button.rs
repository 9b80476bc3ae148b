//! Buttons.

use super::{Sym, icon};
use yew::prelude::*;

/// How much weight a button has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The next step; one on a page at most.
    Primary,
    /// Beside the primary one.
    Second,
    /// A fix, a file.
    #[default]
    Third,
    /// Tools.
    Ghost,
    /// Removing something.
    Danger,
}

impl Kind {
    /// Its classes, for links that look like a button, too.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn",
            Self::Second => "btn second",
            Self::Third => "btn third",
            Self::Ghost => "btn ghost",
            Self::Danger => "btn ghost danger",
        }
    }
}

/// Properties of [`Button`].
#[derive(Properties, PartialEq)]
pub(crate) struct ButtonProps {
    /// Its weight.
    #[prop_or_default]
    pub(crate) kind: Kind,
    /// 24 px high, for tables and findings.
    #[prop_or_default]
    pub(crate) small: bool,
    /// An icon in front.
    #[prop_or_default]
    pub(crate) icon: Option<Sym>,
    /// Words after the label that only screen readers say: which of several
    /// things of the same label.
    #[prop_or_default]
    pub(crate) of: Option<AttrValue>,
    /// Why it cannot be pressed now; it can where there is no reason. The reason
    /// stands beside it.
    #[prop_or_default]
    pub(crate) off: Option<AttrValue>,
    /// What happens.
    pub(crate) onclick: Callback<()>,
    /// Its DOM id.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    /// The label: the act and the thing.
    pub(crate) children: Html,
}

/// A button.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let onclick = props.onclick.reform(|_: MouseEvent| ());
    let class = classes!(props.kind.class(), props.small.then_some("s"));
    html! {
        <>
            <button type="button" {class} {onclick} id={props.id.clone()} disabled={props.off.is_some()}>
                if let Some(of) = props.icon { { icon(of) } }
                { props.children.clone() }
                if let Some(of) = &props.of { <span class="vh">{ " " }{ of }</span> }
            </button>
            if let Some(reason) = &props.off { <span class="helper">{ reason }</span> }
        </>
    }
}
