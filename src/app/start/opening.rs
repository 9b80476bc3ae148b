//! Opening a plan file: chosen, or dropped anywhere on the page.

use super::open;
use crate::app::browser;
use crate::plan::{FileError, MAX_FILE_BYTES, Plan, read};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{DataTransfer, DragEvent, File, FileList};
use yew::prelude::*;

/// Why a file was not opened.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Refused {
    /// What is wrong, a sentence that begins with the file.
    pub(super) what: String,
    /// What can be done.
    pub(super) way_out: &'static str,
}

/// Opening plan files on a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opening {
    /// Why the last one was not opened.
    pub(super) refused: Option<Refused>,
    /// Whether a file is being dragged over the page.
    pub(super) dragging: bool,
    /// Told the files that were chosen.
    pub(super) onfiles: Callback<Vec<File>>,
    /// Forgets why the last one was not opened.
    pub(super) onforget: Callback<()>,
}

/// Opens plan files that are dropped on the page, and those it is given.
#[hook]
pub(super) fn use_opening() -> Opening {
    let refused = use_state_eq(|| None::<Refused>);
    let dragging = use_state_eq(|| false);
    let onfiles = {
        let refused = refused.setter();
        use_callback((), move |files: Vec<File>, ()| take(files, &refused))
    };
    {
        let (dragging, onfiles) = (dragging.setter(), onfiles.clone());
        use_effect_with((), move |()| {
            let listeners = drops(&dragging, onfiles);
            move || drop(listeners)
        });
    }
    let onforget = {
        let refused = refused.setter();
        use_callback((), move |(), ()| refused.set(None))
    };
    Opening { refused: (*refused).clone(), dragging: *dragging, onfiles, onforget }
}

fn take(files: Vec<File>, refused: &UseStateSetter<Option<Refused>>) {
    let [file] = files.as_slice() else {
        refused.set(several(files.len()));
        return;
    };
    // A file that is too long is not even read.
    let bytes = file.size() as usize;
    if bytes > MAX_FILE_BYTES {
        refused.set(Some(Refused::of(&file.name(), &FileError::TooLong { bytes })));
        return;
    }
    let refused = refused.clone();
    let done = Callback::from(move |(name, bytes): (String, Result<Vec<u8>, String>)| {
        match bytes.map_err(|what| Refused { what, way_out: CHOOSE }).and_then(|b| plan(&name, &b)) {
            Ok(plan) => open(&plan),
            Err(why) => refused.set(Some(why)),
        }
    });
    browser::read_file(file.clone(), done);
}

const CHOOSE: &str = "Choose the file again, or another one.";

fn several(count: usize) -> Option<Refused> {
    (count > 1).then(|| Refused {
        what: format!("{count} files are too many: a plan is one file."),
        way_out: "Open them one after another; each becomes a plan of its own.",
    })
}

/// The plan that a file holds.
fn plan(name: &str, bytes: &[u8]) -> Result<Plan, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|why| Refused {
        what: format!(
            "{name} is not opened: it is not text in UTF-8, from byte {} on.",
            why.valid_up_to() + 1
        ),
        way_out: "A plan file is JSON. Choose one that was saved here.",
    })?;
    read(text).map_err(|why| Refused::of(name, &why))
}

impl Refused {
    fn of(name: &str, why: &FileError) -> Self {
        let way_out = match why {
            FileError::CutOff { .. } => "Take the file again from where it came: its end is missing.",
            FileError::NotJson { .. } | FileError::Shape { .. } | FileError::Key { .. } => {
                "Mend that line in a text editor and open the file again."
            }
            FileError::NotAPlan => {
                "Choose a file that \u{201c}Save file\u{201d} wrote, or that vpe-planner new wrote in a terminal."
            }
            FileError::Newer { .. } => {
                "Load this page again: a newer version may be there. Else ask who saved the file."
            }
            FileError::TooLong { .. } => CHOOSE,
        };
        Self { what: format!("{name} is not opened: {why}."), way_out }
    }
}

/// Whether files are dragged, not a link or a piece of text.
fn files_of(event: &DragEvent) -> Option<DataTransfer> {
    event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0))
}

fn drops(dragging: &UseStateSetter<bool>, onfiles: Callback<Vec<File>>) -> [EventListener; 3] {
    let on = |name: &'static str, act: Box<dyn Fn(&DragEvent)>| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window(), name, options, move |event| act(event.unchecked_ref()))
    };
    let (over, left, dropped) = (dragging.clone(), dragging.clone(), dragging.clone());
    [
        on(
            "dragover",
            Box::new(move |event| {
                if files_of(event).is_some() {
                    event.prevent_default();
                    over.set(true);
                }
            }),
        ),
        on(
            "dragleave",
            Box::new(move |event| {
                // Leaving one element for another is not leaving the window.
                if event.related_target().is_none() {
                    left.set(false);
                }
            }),
        ),
        on(
            "drop",
            Box::new(move |event| {
                let Some(data) = files_of(event) else { return };
                event.prevent_default();
                dropped.set(false);
                onfiles.emit(data.files().map(list).unwrap_or_default());
            }),
        ),
    ]
}

/// The files of a list.
pub(super) fn list(files: FileList) -> Vec<File> {
    (0..files.length()).filter_map(|i| files.item(i)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::two_gateways;
    use crate::plan::write;

    #[test]
    fn a_plan_file_is_a_plan() {
        assert_eq!(plan("a.json", write(&two_gateways()).as_bytes()), Ok(two_gateways()));
    }

    #[test]
    fn each_refusal_names_the_file_the_place_and_a_way_out() {
        let wrong_word = br#"{"vpe_planner": 1, "plan": {
            "gateways": [{"key": "a", "wanted": {"dns": "secondary"}}]}}"#;
        for (bytes, what, way_out) in [
            (
                &b"\xff\xfe{"[..],
                "a.json is not opened: it is not text in UTF-8, from byte 1 on.",
                "saved here",
            ),
            (b"hello", "line 1, column 1: not JSON", "text editor"),
            (b"[]", "not a plan file", "Save file"),
            (br#"{"vpe_planner": 1, "#, "cut off", "its end is missing"),
            (br#"{"vpe_planner": 7, "plan": {}}"#, "format version 7", "newer version"),
            (wrong_word, "line 2, at plan.gateways[0].wanted.dns: unknown variant `secondary`", "that line"),
        ] {
            let why = plan("a.json", bytes).unwrap_err();
            assert!(why.what.starts_with("a.json is not opened: ") && why.what.contains(what), "{why:?}");
            assert!(why.way_out.contains(way_out), "{why:?}");
        }
        assert_eq!(several(1), None);
        assert!(several(2).is_some_and(|r| r.what.starts_with("2 files are too many")));
    }
}
