//! A note of the catalogue, with where it was read.

use crate::app::words;
use crate::catalog::Note;
use yew::prelude::*;

/// The note as a line of help.
pub(crate) fn note(note: &'static Note) -> Html {
    let source = note.source;
    html! {
        <p class="helper">
            { note.text }{ " " }
            <a href={source.url} target="_blank" rel="noreferrer">{ source.title }{ ", " }{ words::date(source.date) }</a>
        </p>
    }
}
