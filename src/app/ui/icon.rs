//! Icons: own drawings on a grid of 16, in one sprite.

use crate::rules::Severity;
use yew::prelude::*;

/// An icon; each is named after what it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sym {
    Add,
    Advice,
    Chevron,
    Close,
    Copy,
    Done,
    Edit,
    Error,
    File,
    Menu,
    Redo,
    Save,
    Theme,
    Undo,
    Warning,
}

impl Sym {
    fn href(self) -> &'static str {
        match self {
            Self::Add => "#i-add",
            Self::Advice => "#i-advice",
            Self::Chevron => "#i-chevron",
            Self::Close => "#i-close",
            Self::Copy => "#i-copy",
            Self::Done => "#i-done",
            Self::Edit => "#i-edit",
            Self::Error => "#i-error",
            Self::File => "#i-file",
            Self::Menu => "#i-menu",
            Self::Redo => "#i-redo",
            Self::Save => "#i-save",
            Self::Theme => "#i-theme",
            Self::Undo => "#i-undo",
            Self::Warning => "#i-warning",
        }
    }

    /// The mark of a severity.
    pub(crate) fn of(severity: Severity) -> Self {
        match severity {
            Severity::Error => Self::Error,
            Severity::Warning => Self::Warning,
            Severity::Advice => Self::Advice,
        }
    }
}

/// An icon of 16 by 16. It says nothing by itself: words stand beside it.
pub(crate) fn icon(of: Sym) -> Html {
    html! { <svg class="i" aria-hidden="true"><use href={of.href()} /></svg> }
}

/// The drawings, once in the page.
pub(crate) fn sprite() -> Html {
    html! {
        <svg class="sprite" aria-hidden="true">
            <pattern id="hatch" width="3" height="3" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <path class="ic-hatch" d="M0 0v3" />
            </pattern>
            <symbol id="i-add" viewBox="0 0 16 16"><path d="M8 2.8v10.4M2.8 8h10.4" /></symbol>
            <symbol id="i-advice" viewBox="0 0 16 16">
                <g class="ic-info"><circle cx="8" cy="8" r="6.3" /><path class="ic-bold" d="M8 7.3v4M8 4.6v1.2" /></g>
            </symbol>
            <symbol id="i-chevron" viewBox="0 0 16 16"><path d="M3.8 6 8 10.2 12.2 6" /></symbol>
            <symbol id="i-close" viewBox="0 0 16 16"><path d="M4 4l8 8M4 12l8-8" /></symbol>
            <symbol id="i-copy" viewBox="0 0 16 16"><path d="M5.5 5.5h8v8h-8zM10.5 3v-.5h-8v8H3" /></symbol>
            <symbol id="i-done" viewBox="0 0 16 16">
                <g class="ic-ok"><circle cx="8" cy="8" r="6.3" /><path class="ic-bold" d="M5 8.3l2.1 2.1 4-4.2" /></g>
            </symbol>
            <symbol id="i-edit" viewBox="0 0 16 16"><path d="M10.6 2.6l2.8 2.8-8 8H2.6v-2.8zM8.8 4.4l2.8 2.8" /></symbol>
            <symbol id="i-error" viewBox="0 0 16 16">
                <path class="ic-err" d="M5.1 1.2h5.8l3.9 3.9v5.8l-3.9 3.9H5.1l-3.9-3.9V5.1z" />
                <path class="ic-err-mark" d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" />
            </symbol>
            <symbol id="i-file" viewBox="0 0 16 16"><path d="M3.5 1.5h5.8l3.2 3.2v9.8h-9zM9.2 1.6v3.2h3.2M6 8.4h4M6 11.2h4" /></symbol>
            <symbol id="i-menu" viewBox="0 0 16 16"><path d="M2 4.5h12M2 8h12M2 11.5h12" /></symbol>
            <symbol id="i-redo" viewBox="0 0 16 16"><path d="M10.4 3l3 3-3 3M13.2 6H6.1a3.6 3.6 0 0 0 0 7.2h3.7" /></symbol>
            <symbol id="i-save" viewBox="0 0 16 16"><path d="M2.5 2.5h8.8l2.2 2.2v8.8h-11zM5 2.6v3.8h4.8V2.6M5 13.4V9.6h6v3.8" /></symbol>
            <symbol id="i-theme" viewBox="0 0 16 16"><circle cx="8" cy="8" r="5.6" /><path class="ic-solid" d="M8 2.4a5.6 5.6 0 0 1 0 11.2z" /></symbol>
            <symbol id="i-undo" viewBox="0 0 16 16"><path d="M5.6 3l-3 3 3 3M2.8 6h7.1a3.6 3.6 0 0 1 0 7.2H6.2" /></symbol>
            <symbol id="i-warning" viewBox="0 0 16 16">
                <path class="ic-warn" d="M8 1.7L15 14H1z" /><path class="ic-warn-mark" d="M8 6v3.7M8 11.2v1.3" />
            </symbol>
        </svg>
    }
}
