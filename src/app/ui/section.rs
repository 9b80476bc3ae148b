//! A section of a page: native `details`, its state in words.

use super::{Button, Kind, Sym, counts_mark, icon};
use crate::app::browser;
use crate::app::words;
use crate::rules::Counts;
use yew::prelude::*;

/// How far a section is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) enum Progress {
    /// Nothing to say.
    #[default]
    Silent,
    /// Everything it needs is there.
    Done,
    /// Something is wrong.
    Found(Counts),
    /// In words, such as `Not needed`.
    Words(AttrValue),
}

/// Properties of [`Section`].
#[derive(Properties, PartialEq)]
pub(crate) struct SectionProps {
    /// Its DOM id.
    pub(crate) id: AttrValue,
    /// Its heading.
    pub(crate) title: AttrValue,
    /// How far it is.
    #[prop_or_default]
    pub(crate) progress: Progress,
    /// Whether it is open at first; later it is as the user left it.
    #[prop_or(true)]
    pub(crate) open: bool,
    /// DOM id and title of the section to continue to.
    #[prop_or_default]
    pub(crate) next: Option<(AttrValue, AttrValue)>,
    /// Its content.
    pub(crate) children: Html,
}

/// A section that can be folded.
#[component]
pub(crate) fn Section(props: &SectionProps) -> Html {
    // Only the first value goes to the element, which then belongs to the user.
    let open = use_memo((), |()| props.open);
    html! {
        <details class="sec" id={props.id.clone()} open={*open}>
            <summary>
                { icon(Sym::Chevron) }
                <h2>{ &props.title }</h2>
                <span class="state">{ state(&props.progress) }</span>
            </summary>
            { props.children.clone() }
            if let Some((id, title)) = &props.next {
                <p class="next">
                    <Button kind={Kind::Third} onclick={{
                        let id = id.clone();
                        Callback::from(move |()| browser::arrive(Some(&id)))
                    }}>{ "Continue to " }{ title }</Button>
                </p>
            }
        </details>
    }
}

fn state(progress: &Progress) -> Html {
    match progress {
        Progress::Silent => Html::default(),
        Progress::Done => html! { <>{ icon(Sym::Done) }{ "Done" }</> },
        Progress::Words(words) => html! { { words } },
        Progress::Found(counts) => {
            let word = match (counts.errors, counts.warnings, counts.advice) {
                (1, 0, 0) => "error",
                (_, 0, 0) => "errors",
                (0, 1, 0) => "warning",
                (0, _, 0) => "warnings",
                (0, 0, _) => "advice",
                _ => "findings",
            };
            html! {
                <>
                    <span aria-hidden="true" class="row">{ counts_mark(*counts) }{ word }</span>
                    <span class="vh">{ words::counts(*counts) }</span>
                </>
            }
        }
    }
}
