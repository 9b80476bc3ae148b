//! Counts of findings: mark, figure, hidden words.

use super::{Icon, Sym};
use crate::rules::Counts;
use yew::prelude::*;

/// Properties of [`CountsMark`].
#[derive(Properties, PartialEq)]
pub(crate) struct CountsProps {
    /// How many.
    pub(crate) of: Counts,
}

/// How many findings there are, those of no severity left out.
#[component]
pub(crate) fn CountsMark(props: &CountsProps) -> Html {
    let Counts { errors, warnings, advice } = props.of;
    html! {
        <>
            { mark(Sym::Error, errors, " error", " errors") }
            { mark(Sym::Warning, warnings, " warning", " warnings") }
            { mark(Sym::Advice, advice, " advice", " advice") }
        </>
    }
}

fn mark(of: Sym, n: usize, one: &'static str, many: &'static str) -> Html {
    if n == 0 {
        return Html::default();
    }
    html! { <span class="cnt"><Icon {of} />{ n }<span class="vh">{ if n == 1 { one } else { many } }</span></span> }
}
