//! Counts of findings: mark, figure, hidden words.

use super::{Sym, icon};
use crate::rules::Counts;
use yew::prelude::*;

/// How many findings there are, those of no severity left out.
pub(crate) fn counts_mark(of: Counts) -> Html {
    let Counts { errors, warnings, advice } = of;
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
    html! { <span class="cnt">{ icon(of) }{ n }<span class="vh">{ if n == 1 { one } else { many } }</span></span> }
}
