//! What is wrong with a gateway, on top of its page: a link to each field, with
//! the fix beside it.

use super::Of;
use super::sections::{here, pressing};
use crate::app::route::Page;
use crate::app::ui::{Go, Sym, fix_button, icon};
use crate::app::words;
use crate::plan::{Object, Place};
use crate::rules::Counts;
use yew::prelude::*;

/// The summary; nothing where there is neither error nor warning.
pub(super) fn summary(of: &Of<'_>) -> Html {
    let counts = Counts::of(pressing(of.view, of.key));
    if counts.is_clean() {
        return Html::default();
    }
    let items = pressing(of.view, of.key).filter_map(|finding| {
        let place = here(of.view, finding, of.key)?;
        let title = finding.title.trim_end_matches('.');
        Some(html! {
            <li>
                { icon(Sym::of(finding.rule.severity)) }
                <Go to={Page::Gateway(of.key.clone())} at={AttrValue::from(place.path(&of.view.plan))}>
                    <span class="vh">{ words::severity(finding.rule.severity) }{ ": " }</span>{ zone(of, place) }{ title }
                </Go>
                { fix_button(finding, of.dispatch) }
            </li>
        })
    });
    let class = classes!("todo", (counts.errors == 0).then_some("mild"));
    html! {
        <section {class} aria-labelledby="todo-title">
            <h2 id="todo-title">{ words::counts(counts) }</h2>
            <ul>{ for items }</ul>
        </section>
    }
}

/// The zone in front of what concerns one zone's address.
fn zone(of: &Of<'_>, place: &Place) -> Option<String> {
    let Object::Address(_, position) = place.object else { return None };
    let zone = &of.written.wanted.addresses.get(position)?.zone;
    (!zone.is_empty()).then(|| format!("{zone}: "))
}
